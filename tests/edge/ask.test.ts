import { expect, test } from "vitest";
import { ask, type AskedSoFar } from "../../src/edge/ask.ts";
import { observe, startWorld } from "../../src/engine/index.ts";
import type { Asking } from "../../src/lab/ask/asking.ts";
import { compileSmall } from "../support/small-scenario.ts";

const TIMEOUT_MS = 60_000;

const setup = compileSmall();
const asking: Asking = {
  kind: "imagined",
  view: observe(setup, startWorld(setup), "flint-command"),
  plans: [[{ unit: "hammer", verb: "assault", to: "tower", via: [], count: 0 }], []],
  enemy: "attacks",
  turns: 3,
  runs: 30,
  seed: "ask",
};

async function lastOf(jobs: number): Promise<AskedSoFar | undefined> {
  const told: AskedSoFar[] = [];
  await ask(asking, jobs, (now) => told.push(now)).done;
  return told.at(-1);
}

test("any number of threads gives the same answer, to the last bit", {
  timeout: TIMEOUT_MS,
}, async () => {
  const here = await lastOf(1);
  expect(here?.answer.runs).toBe(30);
  expect(here?.answer.parted).toBeGreaterThan(0);
  expect((await lastOf(2))?.answer).toEqual(here?.answer);
});

test("what is stopped tells nothing more and comes to its end", {
  timeout: TIMEOUT_MS,
}, async () => {
  for (const jobs of [1, 2]) {
    let told = 0;
    const job = ask({ ...asking, runs: 100_000 }, jobs, () => {
      told += 1;
      job.stop();
    });
    await job.done;
    expect(told).toBe(1);
  }
});

test("what is stopped before it began plays nothing", async () => {
  const job = ask(asking, 2, () => expect.unreachable());
  job.stop();
  await job.done;
});
