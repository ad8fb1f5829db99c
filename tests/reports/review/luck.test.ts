import { expect, test } from "vitest";
import type { LuckTold } from "../../../src/reports/index.ts";
import { luckSection } from "../../../src/reports/review/luck.ts";
import { reviewedGame } from "../../support/reviewed.ts";
import { textsOf } from "../../support/reviewed-run.ts";
import { field } from "../../support/one-battle.ts";

const found = { found: 0.5, low: 0.4, high: 0.6 };

/** What is found of a game before its first battle. */
const luck: LuckTold = {
  question: "the chance that the post has fallen",
  isShare: true,
  isDecided: false,
  runs: 200,
  screened: 20,
  weighed: [],
  split: { base: found, parties: [], asPlayed: found, dice: found, came: found },
  carriedOn: [],
  seed: "luck",
};

const unfought = reviewedGame(field(), { events: [], worlds: [] } as never, null);

test("luck that was asked for is told of a game without a battle too", () => {
  const texts = textsOf(luckSection({ ...unfought, luck }));
  expect(texts).toContain("Plan, opponent and dice");
  expect(texts).toContain("No battle would have moved the chance that the post has fallen");
  expect(texts).not.toContain("Every battle and its draw");
});

test("of a game without a battle there is no luck to tell unasked", () => {
  expect(luckSection(unfought)).toBeNull();
});
