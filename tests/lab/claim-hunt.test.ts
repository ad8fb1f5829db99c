import fc from "fast-check";
import alea from "seedrandom/lib/alea.js";
import { expect, test } from "vitest";
import { type Hunt, hunt } from "../../src/lab/claim-hunt.ts";
import type { Ranged } from "../../src/lab/factor-grid.ts";
import type { PointEvaluator } from "../../src/lab/judge-point.ts";

const ranged = (id: string, low: number, high: number, step: number): Ranged => ({
  id,
  value: (low + high) / 2,
  low,
  high,
  levels: null,
  step,
});

const RED = ranged("red", 1000, 3000, 50);
const BLUE = ranged("blue", 500, 2500, 50);

/** A toy of which the chance is known: run r passes when its draw lies below it, whatever is asked when. */
function toy(chanceAt: (values: Readonly<Record<string, number>>) => number): PointEvaluator {
  return (values, from, count) =>
    Array.from({ length: count }, (_, at) => alea(`toy#${from + at}`)() < chanceAt(values));
}

const asked = (change: Partial<Hunt> = {}): Hunt => ({
  factors: [RED, BLUE],
  side: "atLeast",
  threshold: 0.5,
  budget: { points: 200, runs: 600, confidence: 0.95 },
  seed: "1",
  ...change,
});

test("a false claim is refuted and shrunk to the step at which it begins to be false", async () => {
  const EDGE = 1830;
  const found = await hunt(
    asked(),
    toy(({ red = 0 }) => (red < EDGE ? 0.9 : 0.1)),
  );
  expect(found).toMatchObject({ verdict: "refuted", isSmallest: true });
  const { red, blue } = found.counterexample!.values;
  expect(red).toBe(1850);
  expect(blue).toBe(500);
});

test.each(["1", "2", "3", "4", "5"])(
  "a boundary that slopes is met within one step of each factor, seed %s",
  async (seed) => {
    // The city holds while it has half as many men as the attackers.
    const holds = (red: number, blue: number) => 2 * blue >= red;
    const found = await hunt(
      asked({ seed }),
      toy(({ red = 0, blue = 0 }) => (holds(red, blue) ? 0.95 : 0.05)),
    );
    const { red = 0, blue = 0 } = found.counterexample!.values;
    expect(holds(red, blue)).toBe(false);
    expect(red === 1000 || holds(red - 50, blue)).toBe(true);
    expect(blue === 500 || holds(red, blue - 50)).toBe(true);
  },
);

test("a true claim survives, and says how much of its ranges may still be false", async () => {
  const found = await hunt(
    asked(),
    toy(() => 0.8),
  );
  expect(found).toMatchObject({ verdict: "survived", counterexample: null, drawn: 95 });
  expect(found.brokenShareAtMost).toBeCloseTo(1 - 0.05 ** (1 / 95), 12);
});

test("a claim on its threshold is called undecided", async () => {
  const found = await hunt(
    asked({ budget: { points: 20, runs: 200, confidence: 0.95 } }),
    toy(() => 0.5),
  );
  expect(found).toMatchObject({
    verdict: "undecided",
    counterexample: null,
    brokenShareAtMost: null,
  });
});

test("a claim of at most is the same claim turned round", async () => {
  const up = await hunt(
    asked(),
    toy(({ red = 0 }) => (red < 1830 ? 0.9 : 0.1)),
  );
  const down = await hunt(
    asked({ side: "atMost" }),
    toy(({ red = 0 }) => (red < 1830 ? 0.1 : 0.9)),
  );
  expect(down.counterexample!.values).toEqual(up.counterexample!.values);
});

test("the counterexample names runs that speak against the claim", async () => {
  const chance = 0.2;
  const found = await hunt(
    asked(),
    toy(() => chance),
  );
  for (const run of found.counterexample!.against)
    expect(alea(`toy#${run}`)()).toBeGreaterThanOrEqual(chance);
  expect(found.counterexample!.against).toHaveLength(5);
});

test("no more points are tried than the budget has, and no more runs a point", async () => {
  const runs = new Map<string, number>();
  const counting: PointEvaluator = (values, from, count) => {
    const key = JSON.stringify(values);
    expect(from).toBe((runs.get(key) ?? 0) + 1);
    runs.set(key, (runs.get(key) ?? 0) + count);
    return Array.from({ length: count }, (_, at) => (from + at) % 2 === 0);
  };
  await hunt(asked({ budget: { points: 12, runs: 50, confidence: 0.95 } }), counting);
  expect(runs.size).toBeLessThanOrEqual(12);
  expect(Math.max(...runs.values())).toBe(50);
});

test("a claim that is true everywhere is refuted in fewer hunts than the confidence allows", async () => {
  // The hardest true claim: the chance is the threshold itself, at every point with dice of its own.
  const HUNTS = 1000;
  let wrong = 0;
  for (let at = 0; at < HUNTS; at++) {
    const found = await hunt(
      asked({
        seed: String(at),
        factors: [ranged("red", 0, 9, 1)],
        budget: { points: 6, runs: 60, confidence: 0.95 },
      }),
      ({ red }, from, count) =>
        Array.from({ length: count }, (_, k) => alea(`${at}/${red}#${from + k}`)() < 0.5),
    );
    if (found.verdict === "refuted") wrong++;
  }
  expect(wrong / HUNTS).toBeLessThanOrEqual(0.05);
});

test("the same seed is the same hunt", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (seed) => {
      const chance = toy(({ red = 0, blue = 0 }) => blue / (red + blue) + 0.2);
      const small = asked({ seed, budget: { points: 10, runs: 40, confidence: 0.9 } });
      expect(await hunt(small, chance)).toEqual(await hunt(small, chance));
    }),
    { numRuns: 20 },
  );
});
