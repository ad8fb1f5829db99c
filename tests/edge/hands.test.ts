import { expect, test } from "vitest";
import { gameOf, loadRun } from "../../src/cli/load-run.ts";
import { openHands, type SureHands } from "../../src/edge/hands.ts";
import { compileGame } from "../../src/lab/compile-game.ts";
import { planOn } from "../../src/lab/experiment.ts";
import { type Game, measureNames, playRuns } from "../../src/lab/replicate.ts";

const TIMEOUT_MS = 60_000;

function shippedGame(): Game {
  const loaded = loadRun(null, {});
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return gameOf(loaded.value);
}

const game = shippedGame();

/** All stretches of an experiment at once, in whatever order they end. */
async function playAll(hands: SureHands, runs: number) {
  const plan = planOn("hands");
  const sample = plan.sampleOf(game, runs);
  const experiment = plan.experiment();
  const work: Promise<unknown>[] = [];
  for (let stretch = experiment.next(); stretch !== null; stretch = experiment.next()) {
    const one = stretch;
    work.push(hands.play(one).then((rows) => experiment.take(one, rows)));
  }
  await Promise.all(work);
  await hands.close();
  return sample;
}

test("a recipe makes the very game it is of", () => {
  expect(game.recipe).not.toBe(undefined);
  const made = compileGame(structuredClone(game.recipe!));
  expect(made.setup).toEqual(game.setup);
  expect(playRuns(made, "dice", 1, 2)).toEqual(playRuns(game, "dice", 1, 2));
});

test("worker threads give what this thread gives, to the last bit", {
  timeout: TIMEOUT_MS,
}, async () => {
  const RUNS = 25;
  const here = await playAll(await openHands(1, RUNS), RUNS);
  const threads = await openHands(2, RUNS);
  expect(threads.most).toBeGreaterThan(1);
  const there = await playAll(threads, RUNS);
  expect(there.runs).toBe(RUNS);
  expect(there.columns).toEqual(here.columns);
});

test("few runs are not worth a worker", async () => {
  const hands = await openHands(8, 12);
  expect(hands.most).toBe(1);
  await hands.close();
});

test("what goes wrong in a worker is told, and no other", { timeout: TIMEOUT_MS }, async () => {
  const hands = await openHands(2, 1000);
  const broken = { ...game, recipe: { ...game.recipe!, scenario: "{}" } };
  const stretch = { batch: 0, game: broken, seed: "x", from: 1, to: 1 };
  await expect(hands.play(stretch)).rejects.toThrow("a recipe does not make a game");
  await hands.close();
});

test("a game without a recipe is played where it is", { timeout: TIMEOUT_MS }, async () => {
  const hands = await openHands(2, 1000);
  const bare = { ...game, recipe: undefined };
  const rows = await hands.play({ batch: 0, game: bare, seed: "x", from: 1, to: 1 });
  expect(rows).toEqual(playRuns(game, "x", 1, 1));
  await hands.close();
});

test("a run has the measures that its game names", () => {
  const { names, values } = playRuns(game, "names", 1, 1);
  expect(names).toEqual(measureNames(game));
  expect(values).toHaveLength(names.length);
});
