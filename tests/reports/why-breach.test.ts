import { expect, test } from "vitest";
import type { BattleResolved } from "../../src/engine/index.ts";
import { breachTexts } from "../../src/reports/why-breach.ts";

const term = (id: string, value: number) => ({ id, value, rule: "5.3.2" });
const breach = {
  sent: 2,
  reached: 1,
  hits: 1,
  chance: 0.1,
  terms: [
    term("base", 0.45),
    term("night", 1),
    term("prepared", 0.5),
    term("anti-tank", 0.4),
    term("surprised", 1),
  ],
  draw: { key: "breach/1/mill/-", u: 0.95 },
};

test("each term of the chance is named, and those that were not there too", () => {
  const bounds = { least: 0.1, most: 0.9 };
  expect(breachTexts({ breach } as unknown as BattleResolved, bounds)).toEqual([
    "Of 2 sent ahead, 1 reached the defence: u = 0.950000 (breach/1/mill/-).",
    "Chance of each: by itself 0.45 x prepared works 0.5 x anti-tank weapons of the defence 0.4 = " +
      "0.0900 (5.3.2), kept from 0.1 to 0.9: 0.1000. Without effect: darkness, surprise.",
  ]);
});

test("of those that reach, only so many count", () => {
  const many = {
    ...breach,
    sent: 5,
    reached: 4,
    hits: 2,
    draw: { key: "breach/1/mill/-", u: 0.99 },
  };
  const lines = breachTexts({ breach: many } as unknown as BattleResolved, { least: 0, most: 1 });
  expect(lines.join(" ")).toContain(
    "Of 5 sent ahead, 4 reached the defence, of which 2 count (5.3.1):",
  );
});

test("nothing sent ahead is nothing to explain", () => {
  expect(breachTexts({ breach: null } as BattleResolved, { least: 0, most: 1 })).toEqual([]);
});
