import fc from "fast-check";
import { expect, test } from "vitest";
import { briefsSection } from "../../../src/reports/review/briefs.ts";
import { ordersSection } from "../../../src/reports/review/orders-sheet.ts";
import { sectionsOf } from "../../../src/reports/review/sections.ts";
import { situationSection } from "../../../src/reports/review/situation-sheet.ts";
import { worksheetSection } from "../../../src/reports/review/worksheet.ts";
import { playRandom, randomSetup } from "../../support/random-game.ts";
import { reviewedGame } from "../../support/reviewed.ts";
import { reviewedRun, textsOf } from "../../support/reviewed-run.ts";

test("each seat has a brief and two situations, a sheet each", async () => {
  const reviewed = await reviewedRun("palmyra-2016");
  const seats = Object.keys(reviewed.start.views).length;
  const sheets = (section: ReturnType<typeof briefsSection>) =>
    section?.blocks.filter((block) => block.kind === "fold" && block.isSheet).length;
  expect(sheets(briefsSection(reviewed))).toBe(seats);
  expect(sheets(situationSection(reviewed))).toBe(2 * seats);
});

test("an orders sheet has the orders of one seat and turn in words", async () => {
  const texts = textsOf(ordersSection(await reviewedRun("palmyra-2016")));
  expect(texts).toContain("Turn 1 · 8 December 2016, day · Islamic State, Palmyra front");
  expect(texts).toContain("Mahr group | Assault Mahr field | at once");
});

test("a worksheet is written of each critical event, and what the game does not know is for the pen", async () => {
  const texts = textsOf(worksheetSection(await reviewedRun("palmyra-2016")));
  expect(texts).toContain("1. Turn 1 · 8 December 2016, day: First assault on ");
  expect(texts).toMatch(/^Units and tasks \| .*task: assault Huwaysis/m);
  expect(texts).toMatch(/^CCIR \| For the pen: _+$/m);
});

test("in a seat's document friendly is its own side, and the enemy's tasks are not told", async () => {
  const texts = textsOf(worksheetSection(await reviewedRun("palmyra-2016", "saa")));
  expect(texts).toMatch(/^Units and tasks \| .* defends; task: /m);
  expect(texts).not.toMatch(/^Enemy action and reaction \| .*; task: /m);
});

test("a seat's document has its own sheets and no other's", async () => {
  const reviewed = await reviewedRun("palmyra-2016", "iran");
  for (const section of [briefsSection(reviewed), ordersSection(reviewed)])
    expect(textsOf(section)).not.toContain("Islamic State, Palmyra front");
});

test("every section can be made of any small war, for White and for each seat", () => {
  fc.assert(
    fc.property(randomSetup, fc.integer({ min: 1 }), (setup, seed) => {
      const played = playRandom(setup, seed, 4);
      const seats = Object.keys(setup.seats).filter(
        (seat) => setup.seats[seat]?.role === "command",
      );
      for (const reader of [null, ...seats]) {
        const ids = sectionsOf(reviewedGame(setup, played, reader)).map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)]);
        expect(ids.includes("fog")).toBe(reader === null);
      }
    }),
    { numRuns: 12 },
  );
});
