import { expect, it } from "vitest";
import { emptyDisk } from "./disk-ports.ts";
import { talked } from "./talker.ts";

const TWO_TURNS = ["new", "begin", "", "hammer assault tower", "seal", "", "", "seal", "", ""];

it("the past is gone through, noted and branched by lines alone", async () => {
  const { ports, files } = emptyDisk();
  const { answer, state } = await talked(ports, [
    ...TWO_TURNS,
    "timeline",
    "turn 1",
    "note why so early?",
    "branch what if",
    "dice",
    "begin",
  ]);
  expect(answer("timeline")).toContain("What you knew. Turn 2 of 2, 1 May 1950, night.");
  expect(answer("turn 1")).toContain("places taken: 1; sheets sealed: 1.");
  expect(answer("turn 1")).toContain("Flint forces took The tower");
  expect(answer("note why so early?")).toContain("why so early? (Flint command)");
  expect(answer("dice")).toContain("Fresh dice");
  expect([state.game?.turn, files.size]).toEqual([2, 2]);
});

it("branches are listed by number, opened and compared by it", async () => {
  const { ports } = emptyDisk();
  const branched = [...TWO_TURNS, "timeline", "turn 1", "branch second", "begin", ""];
  const { answer, state } = await talked(ports, [
    ...branched,
    "timeline",
    "branches",
    "compare 2",
    "back",
    "open 1",
  ]);
  expect(answer("branches")).toContain('2. valley-2 "second", from turn 1 of valley-1: 1 turn');
  expect(answer("compare 2")).toContain("They tell the same as far as both go.");
  expect(state.game?.file).toBe("saves/valley-1.jsonl");
});
