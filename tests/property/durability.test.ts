import { describe, expect, test } from "vitest";
import { FAULTS, type Fault } from "../support/durability/faults.ts";
import { callsOfGame, gameTrial } from "../support/durability/game-trial.ts";
import { callsOfWork, workTrial } from "../support/durability/work-trial.ts";
import { WORKS } from "../support/durability/works.ts";

/** Every so many calls from one on, so that each fault is met in other calls. */
function sample(calls: number, every: number, fault: Fault): readonly number[] {
  const first = 1 + ((FAULTS.indexOf(fault) * 5) % every);
  const all = Array.from({ length: calls }, (_, at) => at + 1);
  return all.filter((at) => at % every === first % every);
}

describe("a game, whatever happens to one of its writes (npm run durability tries them all)", () => {
  test.each(FAULTS)("%s: what was sealed and committed is there, and goes on", async (fault) => {
    const calls = await callsOfGame();
    expect(calls).toBeGreaterThan(50);
    for (const at of sample(calls, 13, fault)) {
      const { lost } = await gameTrial(fault, at, at);
      expect({ at, lost }).toEqual({ at, lost: [] });
    }
  });
});

const [experiment, , run, page] = WORKS;

describe("results and pages, whatever happens to one of their writes", () => {
  test.each(FAULTS)("%s: an experiment that is resumed has the same bytes", async (fault) => {
    for (const at of sample(await callsOfWork(experiment!), 23, fault)) {
      const { lost } = await workTrial(experiment!, fault, at, at);
      expect({ at, lost }).toEqual({ at, lost: [] });
    }
  });

  test.each([run!, page!])("$name is there whole or not at all", async (work) => {
    for (const at of sample(await callsOfWork(work), 2, "killed")) {
      const { lost } = await workTrial(work, "killed", at, at);
      expect({ at, lost }).toEqual({ at, lost: [] });
    }
  });
});
