import { expect, test } from "vitest";
import type { Order } from "../../src/engine/index.ts";
import type { Game } from "../../src/lab/replicate.ts";
import type { PointRuns } from "../../src/lab/responses.ts";
import { turningPointOf } from "../../src/lab/turning-point.ts";
import { wrongWays } from "../../src/lab/wrong-way.ts";
import type { Design } from "../../src/scenarios/index.ts";
import { wrongWayTexts } from "../../src/reports/wrong-way.ts";
import { tinySetup } from "../support/tiny-setup.ts";

const DESIGN = {
  design: { kind: "full-factorial", levels: 3 },
  factors: [{ id: "men" }, { id: "night" }],
  measures: { fallen: { title: "Fallen", test: { measure: "fallen", from: 1 } } },
} as unknown as Design;

/** Runs that passed at each level of men, by night and by day. */
function points(passed: Readonly<Record<number, readonly number[]>>): PointRuns[] {
  return Object.entries(passed).flatMap(([men, runs]) =>
    [0, 1].map((night) => ({
      values: { men: Number(men), night },
      sample: { runs: runs.length, horizon: 4, columns: { fallen: runs } },
    })),
  );
}

test("pairs of neighbouring levels that go against the whole effect are counted, seed by seed", () => {
  const found = wrongWays(
    DESIGN,
    points({ 1: [0, 0, 1, 0], 2: [0, 1, 0, 1], 3: [1, 1, 1, 1] }),
    () => false,
  );
  expect(found).toHaveLength(1);
  const [men] = found;
  expect(men).toMatchObject({ factor: "men", direction: "rising", isMonotone: true });
  expect(men!.steps.map(({ from, to, pairs, wrong }) => [from, to, pairs, wrong])).toEqual([
    [1, 2, 8, 2],
    [2, 3, 8, 0],
  ]);
  expect(men).toMatchObject({ compared: 16, share: { found: 2 / 16, n: 4 } });
  expect(men!.pairs.map(({ run, low }) => [run, low["night"]])).toEqual([
    [3, 0],
    [3, 1],
  ]);
});

test("the same seeds at more settings of the other factors make nothing surer", () => {
  const levels = { 1: [0, 0, 1, 0, 1, 0], 2: [0, 1, 0, 1, 1, 1] };
  const both = wrongWays(DESIGN, points(levels), () => false)[0]!;
  const one = wrongWays(
    DESIGN,
    points(levels).filter(({ values }) => values["night"] === 0),
    () => false,
  )[0]!;
  expect([one.compared, both.compared]).toEqual([6, 12]);
  expect(both.share).toEqual(one.share);
  expect(both.steps[0]!.difference).toEqual(one.steps[0]!.difference);
});

test("a step whose mean surely goes against the whole effect is no longer called monotone", () => {
  const ones = Array.from({ length: 60 }, (_, at) => (at % 10 === 0 ? 0 : 1));
  const few = Array.from({ length: 60 }, (_, at) => (at % 4 === 0 ? 1 : 0));
  const all = ones.map(() => 1);
  const none = ones.map(() => 0);
  const [men] = wrongWays(DESIGN, points({ 1: none, 2: ones, 3: few, 4: all }), () => false);
  expect(men).toMatchObject({ direction: "rising", isMonotone: false });
});

test("a factor without any effect, and a design that is no factorial, have none", () => {
  expect(wrongWays(DESIGN, points({ 1: [1, 0], 2: [1, 0] }), () => false)).toEqual([]);
  const sampled = {
    ...DESIGN,
    design: { kind: "latin-hypercube", points: 2, seed: "1" },
  } as Design;
  expect(wrongWays(sampled, points({ 1: [0], 2: [1] }), () => false)).toEqual([]);
});

const setup = tinySetup({
  places: { camp: { holder: "red" }, town: { holder: "blue", depthKm: 2 } },
  roads: ["camp town 10 road"],
  formations: {
    band: { side: "red", place: "camp", men: 900 },
    guard: { side: "blue", place: "town", men: 400 },
  },
});
const assault: Order = { unit: "band", verb: "assault", to: "town", via: [], count: 0 };
const game = (men: number, from: number): Game => ({
  setup: {
    ...setup,
    formations: { ...setup.formations, band: { ...setup.formations["band"]!, men } },
  },
  policies: { red: (view) => (view.turn + 1 >= from ? [assault] : []) },
  aims: {},
  asked: {},
});

test("two runs turn at the first thing that happens otherwise, and not at the first number", () => {
  const turning = turningPointOf(game(900, 2), game(910, 3), "dice#1");
  expect(turning).toMatchObject({ turn: 2 });
  expect((turning?.a ?? turning?.b)?.kind).toBe("order-began");
  expect(turningPointOf(game(900, 2), game(901, 2), "dice#1")).toBe(null);
});

test("what is told says the share, the cause and whether the means go one way", () => {
  const [found] = wrongWays(DESIGN, points({ 1: [0, 1], 2: [1, 0], 3: [1, 1] }), () => false);
  const told = {
    ...found!,
    factor: "Men",
    measure: "Fallen",
    causes: [{ kind: "battle-resolved", count: 2 } as const],
    lookedInto: 2,
    example: null,
  };
  const text = wrongWayTexts(told).join(" ");
  expect(text).toContain("in 25 % of 8 pairs of runs, each on the same dice, 2 seeds in all");
  expect(text).toContain("by the result of a battle (2)");
});
