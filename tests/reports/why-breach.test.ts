import { expect, test } from "vitest";
import type { BattleResolved } from "../../src/engine/index.ts";
import { breachLines } from "../../src/reports/why-breach.ts";

const term = (id: string, value: number) => ({ id, value, rule: "5.3.2" });
const breach = {
  sent: 2,
  hits: 1,
  chance: 0.1,
  terms: [
    term("base", 0.45),
    term("night", 1),
    term("prepared", 0.5),
    term("anti-tank", 0.4),
    term("surprised", 1),
  ],
  draw: { key: "breach/1/a-place-with-a-name-that-goes-on-and-on-and-on/-", u: 0.95 },
};

test("each term of the chance is named for what it is, and says when it is not there", () => {
  const bounds = { least: 0.1, most: 0.9 };
  expect(breachLines({ breach } as unknown as BattleResolved, bounds, 80)).toEqual([
    "Chance of each one sent ahead       factor  chance  rule",
    "  by itself, nothing against it     0.4500  0.4500  5.3.2",
    "  darkness (none)                   1.0000  0.4500  5.3.2",
    "  prepared works                    0.5000  0.2250  5.3.2",
    "  anti-tank weapons of the defence  0.4000  0.0900  5.3.2",
    "  surprise (none)                   1.0000  0.0900  5.3.2",
    "  the chance, kept from 0.1 to 0.9          0.1000",
    "Of 2 sent, 1 reached the defence: u = 0.950000",
    "  (breach/1/a-place-with-a-name-that-goes-on-and-on-and-on/-)",
    "",
  ]);
});

test("nothing sent ahead is nothing to explain", () => {
  expect(breachLines({ breach: null } as BattleResolved, { least: 0, most: 1 }, 80)).toEqual([]);
});
