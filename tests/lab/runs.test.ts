import { expect, test } from "vitest";
import { playedEvaluator } from "../../src/lab/claim-runs.ts";
import { fallCurve } from "../../src/lab/fall-curve.ts";
import { payoffsOf, scoringTerms } from "../../src/lab/payoffs.ts";
import type { PointRuns } from "../../src/lab/responses.ts";
import { type Game, playRuns } from "../../src/lab/replicate.ts";
import { sweepOf } from "../../src/lab/sweep.ts";
import { readDesign } from "../../src/scenarios/index.ts";
import { readSmall } from "../support/small-scenario.ts";
import { tinySetup } from "../support/tiny-setup.ts";

/** One assault a game: the more men it has, the oftener the town falls. */
function gameWith(men: number): Game {
  const setup = tinySetup({
    places: { camp: { holder: "red" }, town: { holder: "blue", depthKm: 2 } },
    roads: ["camp town 10 road"],
    formations: {
      band: { side: "red", place: "camp", men },
      guard: { side: "blue", place: "town", men: 400 },
    },
  });
  const attack = () => [{ unit: "band", verb: "assault" as const, to: "town", via: [], count: 0 }];
  const asked = { fall: { title: "Fall", kind: "fall" as const, subject: "town" } };
  return { setup, policies: { red: attack }, aims: {}, asked };
}

test("the runs of a claim's point are the games with its seeds, however they are parted", async () => {
  const made: number[] = [];
  const pieces: [number, number][] = [];
  const evaluate = playedEvaluator(
    {
      gameAt: ({ men = 0 }) => {
        made.push(men);
        return gameWith(men);
      },
      play: (game, from, to) => {
        pieces.push([from, to]);
        return playRuns(game, "claim", from, to);
      },
      pieces: 2,
    },
    { never: "fall" },
  );
  const [weak, strong] = [{ men: 100 }, { men: 1500 }];
  const whole = await evaluate(weak, 1, 12);
  expect([...(await evaluate(weak, 1, 5)), ...(await evaluate(weak, 6, 7))]).toEqual(whole);
  expect(made).toEqual([100]);
  expect(pieces.slice(0, 4)).toEqual([
    [1, 6],
    [7, 12],
    [1, 3],
    [4, 5],
  ]);
  const held = (passed: readonly boolean[]) => passed.filter(Boolean).length;
  expect(held(whole)).toBeGreaterThan(held(await evaluate(strong, 1, 12)));
});

test("a fall curve rises to the share that fell by the horizon", () => {
  const sample = { runs: 4, horizon: 4, columns: { fall: [2, null, 3, 2] } };
  expect(fallCurve(sample, "fall").map(({ turn, found }) => [turn, found])).toEqual([
    [1, 0],
    [2, 0.5],
    [3, 0.75],
    [4, 0.75],
  ]);
});

test("a payoff is the weighted sum of measures, with a number for what did not come", () => {
  const sample = { runs: 2, horizon: 12, columns: { fall: [4, null], lost: [100, 20] } };
  const terms = [
    { measure: "fall", weight: -1, missing: 13 },
    { measure: "lost", weight: 0.5, missing: 0 },
    { measure: "nothing", weight: 9, missing: 0 },
  ];
  expect(payoffsOf(terms, sample)).toEqual([46, -3]);
});

test("the scenario's scoring weighs each side once, however many its seats", () => {
  const { setup } = readSmall();
  expect(scoringTerms(setup, { red: "flint", blue: "loam" })).toEqual([
    { measure: "flint-command-score", weight: 1, missing: 0 },
    { measure: "envoy-score", weight: -0.5, missing: 0 },
    { measure: "loam-command-score", weight: -0.5, missing: 0 },
  ]);
});

test("a sweep reads everything its design asks off the runs of its points", () => {
  const scenario = readSmall();
  const range = { low: 0, high: 100 };
  const file = {
    format: "tadmor-design/1",
    title: "A toy",
    scenario: "valley",
    factors: {
      men: { title: "Men", of: { pointer: "/formations/hammer/men" }, range },
      few: { title: "Few", of: { pointer: "/formations/sickle/men" }, range },
    },
    design: { kind: "full-factorial", levels: 5 },
    runs: 40,
    measures: {
      fall: { title: "Fall", measure: "town-fall" },
      holds: { title: "Holds", test: { never: "town-fall" } },
    },
    breakEven: [{ factor: "men", measure: "holds" }],
  };
  const read = readDesign(JSON.stringify(file), scenario);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  // Each run has a number of men that is too many; the town falls in turn 3, once in turn 1.
  const points: PointRuns[] = [0, 25, 50, 75, 100].flatMap((men) =>
    [0, 50].map((few) => ({
      values: { men, few },
      sample: {
        runs: 40,
        horizon: 6,
        columns: {
          "town-fall": Array.from({ length: 40 }, (_, r) =>
            men + few / 5 > 2.5 * r + 1 ? (r === 0 && men === 100 ? 1 : 3) : null,
          ),
        },
      },
    })),
  );
  const sweep = sweepOf(read.value, points, "1", () => true);
  const { fall, holds } = sweep.measures;
  expect(holds!.table.map(({ found }) => found)).toEqual([
    1, 0.9, 0.75, 0.65, 0.5, 0.4, 0.25, 0.15, 0, 0,
  ]);
  expect(holds!.effects["men"]!.found).toBeCloseTo(-0.95, 9);
  expect(holds!.effects["few"]!.found).toBeCloseTo(-0.08, 9);
  expect(fall!.effects["men"]!.found).toBeCloseTo(-2.9, 9);
  expect(fall!.ranks["men"]!.found).toBeLessThan(-0.9);
  expect(fall!.outliers).toHaveLength(5);
  expect(
    fall!.outliers.slice(0, 2).map(({ values, run, value }) => [values["men"], run, value]),
  ).toEqual([
    [100, 1, 1],
    [100, 1, 1],
  ]);
  expect(holds!.outliers).toEqual([]);
  expect(sweep.breakEvens).toMatchObject([
    { factor: "men", measure: "holds", share: 0.5, direction: "falling" },
  ]);
  expect(sweep.breakEvens[0]!.found).toBeCloseTo(45, 9);
});
