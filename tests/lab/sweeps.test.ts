import fc from "fast-check";
import alea from "seedrandom/lib/alea.js";
import { describe, expect, test } from "vitest";
import { breakEven } from "../../src/lab/break-even.ts";
import { levelsIn, pointsOfDesign } from "../../src/lab/design-points.ts";
import { crossing, risingFit } from "../../src/lab/isotonic.ts";
import { leastSquares } from "../../src/lab/least-squares.ts";
import { factorialEffect, rankEffects, spreadEffects } from "../../src/lab/main-effects.ts";
import { outliersOf } from "../../src/lab/outliers.ts";
import { type PointRuns, responseTable, valuesOf } from "../../src/lab/responses.ts";
import type { Factor } from "../../src/scenarios/index.ts";

const factor = (change: Partial<Factor> & Pick<Factor, "id">): Factor => ({
  title: change.id,
  kind: "pointer",
  pointers: [`/${change.id}`],
  found: [0],
  wholeParts: [true],
  value: 0,
  low: 0,
  high: 10,
  levels: null,
  step: null,
  ...change,
});

const MEN = factor({ id: "men", low: 100, high: 400, step: 50 });
const NERVE = factor({ id: "nerve", low: 0, high: 1 });
const KIND = factor({ id: "kind", levels: [1, 5, 7], low: 1, high: 7 });

describe("points", () => {
  test("of a full factorial are every level with every other, the last factor fastest", () => {
    const design = { kind: "full-factorial", levels: 2 } as const;
    expect(pointsOfDesign({ design, factors: [MEN, KIND] })).toEqual([
      { men: 100, kind: 1 },
      { men: 100, kind: 5 },
      { men: 100, kind: 7 },
      { men: 400, kind: 1 },
      { men: 400, kind: 5 },
      { men: 400, kind: 7 },
    ]);
  });

  test("stand on the grid of their factor: three levels of 100 to 400 by 100", () => {
    expect(levelsIn({ ...MEN, step: 100 }, 3)).toEqual([100, 200, 400]);
    expect(levelsIn(MEN, 3)).toEqual([100, 250, 400]);
    expect(levelsIn({ ...MEN, high: 150 }, 5)).toEqual([100, 150]);
  });

  test("of a latin hypercube lie in their ranges, on their grids, each part once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.string(), (points, seed) => {
        const design = { kind: "latin-hypercube", points, seed } as const;
        const found = pointsOfDesign({ design, factors: [MEN, NERVE, KIND] });
        expect(found).toHaveLength(points);
        for (const { men = 0, nerve = 0, kind = 0 } of found) {
          expect(men % 50).toBe(0);
          expect(men >= 100 && men <= 400).toBe(true);
          expect(nerve >= 0 && nerve < 1).toBe(true);
          expect([1, 5, 7]).toContain(kind);
        }
        const parts = found.map(({ nerve = 0 }) => Math.floor(nerve * points));
        expect(new Set(parts).size).toBe(points);
      }),
    );
  });
});

/** Points of runs of ten turns in which a place falls in these turns; "-" is never. */
function pointOf(values: Readonly<Record<string, number>>, falls: string): PointRuns {
  const fall = falls.split(" ").map((cell) => (cell === "-" ? null : Number(cell)));
  return { values, sample: { runs: fall.length, horizon: 10, columns: { fall } } };
}

describe("the response table", () => {
  const points = [pointOf({ men: 1 }, "2 4 - -"), pointOf({ men: 2 }, "- - - 6")];

  test("gives the share of runs that pass a test, with Wilson's interval", () => {
    const asked = { title: "Holds", test: { never: "fall" } };
    expect(responseTable(asked, points, false)).toMatchObject([
      { values: { men: 1 }, found: 0.5, n: 4 },
      { values: { men: 2 }, found: 0.75, n: 4 },
    ]);
  });

  test("restricts the mean of a time to the horizon", () => {
    const asked = { title: "Fall", measure: "fall" };
    expect(responseTable(asked, points, true).map(({ found }) => found)).toEqual([6.5, 9]);
  });

  test("leaves out runs without a measure that is no time", () => {
    const asked = { title: "Share", measure: "fall" };
    expect(responseTable(asked, points, false).map(({ found, n }) => [found, n])).toEqual([
      [3, 2],
      [6, 1],
    ]);
    expect(valuesOf(asked, points[1]!.sample, false)).toEqual([NaN, NaN, NaN, 6]);
  });
});

describe("main effects", () => {
  const men = [0, 5, 10];
  const nerve = [0, 10];
  /** Men add 2 each, nerve takes 1, and each seed adds what it likes at all points. */
  const runs = (m: number, n: number) =>
    Array.from({ length: 30 }, (_, r) => 2 * m - n + 50 * alea(`seed ${r}`)());
  const points = men.flatMap((m) =>
    nerve.map((n) => ({ values: { men: m, nerve: n }, runs: runs(m, n) })),
  );

  test("of a full factorial are exact on shared seeds where nothing else is random", () => {
    for (const [id, effect] of [
      ["men", 20],
      ["nerve", -10],
    ] as const) {
      const found = factorialEffect({ id }, points);
      expect(found.found).toBeCloseTo(effect, 9);
      expect(found.high - found.low).toBeLessThan(1e-9);
    }
  });

  const factors = [factor({ id: "men" }), factor({ id: "nerve" }), factor({ id: "idle" })];
  const design = { kind: "latin-hypercube", points: 60, seed: "effects" } as const;
  const table = pointsOfDesign({ design, factors }).map((values, at) => {
    const { men: m = 0, nerve: n = 0 } = values;
    const found = 2 * m - n + alea(`noise ${at}`)();
    return { values, found, low: found, high: found, n: 1 };
  });

  test("of a spread design are slopes times ranges, and what does nothing is told apart", () => {
    const effects = spreadEffects(factors, table);
    expect(effects["men"]!.found).toBeCloseTo(20, 0);
    expect(effects["nerve"]!.found).toBeCloseTo(-10, 0);
    expect(effects["men"]!.low).toBeLessThan(20);
    expect(effects["men"]!.high).toBeGreaterThan(20);
    expect(effects["idle"]!.low).toBeLessThan(0);
    expect(effects["idle"]!.high).toBeGreaterThan(0);
  });

  test("as partial rank correlations have signs, and intervals that tell them from nothing", () => {
    const found = rankEffects(factors, table);
    expect(found["men"]!.low).toBeGreaterThan(0.9);
    expect(found["nerve"]!.high).toBeLessThan(-0.9);
    expect(Math.abs(found["idle"]!.found!)).toBeLessThan(0.3);
    expect(found["idle"]!.low).toBeLessThan(0);
    expect(found["idle"]!.high).toBeGreaterThan(0);
  });

  test("too few points have no effects", () => {
    expect(spreadEffects(factors, table.slice(0, 4))["men"]).toMatchObject({ found: null, n: 0 });
  });
});

test("least squares give Longley's slopes, a fit that is hard to compute", () => {
  // NIST, Statistical Reference Datasets: Longley; certified to the digits compared here.
  const rows = [
    [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
    [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
    [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
    [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
    [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
    [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
    [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
    [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
    [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
    [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
    [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
    [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
    [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
    [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
    [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
    [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
  ];
  const column = (at: number) => rows.map((row) => row[at]!);
  const fit = leastSquares([1, 2, 3, 4, 5, 6].map(column), column(0))!;
  const certified = [
    15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359, -0.0511041056535807,
    1829.15146461355,
  ];
  const errors = [
    84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.22607320006937,
    455.478499142212,
  ];
  certified.forEach((slope, at) => {
    expect(fit.slopes[at]! / slope).toBeCloseTo(1, 6);
    expect(fit.errors[at]! / errors[at]!).toBeCloseTo(1, 6);
  });
  expect(fit.freedom).toBe(9);
});

test("columns that hang on each other have no least squares", () => {
  expect(
    leastSquares(
      [
        [1, 2, 3, 4, 5],
        [2, 4, 6, 8, 10],
      ],
      [1, 3, 2, 5, 4],
    ),
  ).toBeNull();
});

describe("a monotone fit", () => {
  test("pools neighbours that fall", () => {
    const fit = risingFit([1, 2, 3, 4], [0.1, 0.5, 0.3, 0.9], [1, 1, 1, 1]);
    expect(fit.map(({ at, value }) => [at, value])).toEqual([
      [1, 0.1],
      [2.5, 0.4],
      [4, 0.9],
    ]);
  });

  const series = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 9 })),
    {
      minLength: 1,
      maxLength: 30,
    },
  );

  test("rises, keeps the weighted mean, and leaves what rises as it is", () => {
    fc.assert(
      fc.property(series, (cells) => {
        const values = cells.map(([value]) => value);
        const weights = cells.map(([, weight]) => weight);
        const fit = risingFit(
          values.map((_, at) => at),
          values,
          weights,
        );
        fit.slice(1).forEach(({ value }, at) => expect(value).toBeGreaterThan(fit[at]!.value));
        const rising = [...new Set(values)].toSorted((a, b) => a - b);
        const same = risingFit(
          rising,
          rising,
          rising.map(() => 1),
        );
        expect(same.map(({ value }) => value)).toEqual(rising);
      }),
    );
  });

  test("reaches a height between its places, or beyond its ends", () => {
    const fit = [
      { at: 10, value: 0.2 },
      { at: 20, value: 0.6 },
    ];
    expect(crossing(fit, 0.5)).toBeCloseTo(17.5, 12);
    expect(crossing(fit, 0.1)).toBe(-Infinity);
    expect(crossing(fit, 0.2)).toBe(10);
    expect(crossing(fit, 0.7)).toBe(Infinity);
  });
});

describe("the break-even", () => {
  const asked = { share: 0.5, isSampled: false, seed: "1" };
  /** The chance of holding rises with the men by a logistic curve about 620, of 60 a unit. */
  const holding = (at: number, runs: number, dice = "") => ({
    at,
    passed: Array.from({ length: runs }, (_, r) =>
      alea(`${dice}#${r}`)() < 1 / (1 + Math.exp(-(at - 620) / 60)) ? 1 : 0,
    ),
  });
  const LEVELS = [400, 500, 600, 700, 800];

  test("of a toy is where its chance is a half", () => {
    const levels = [500, 550, 600, 650, 700, 750];
    const found = breakEven(
      levels.map((at) => holding(at, 2000)),
      asked,
    );
    expect(found).toMatchObject({ direction: "rising", within: 1 });
    expect(Math.abs(found.found - 620)).toBeLessThan(8);
    expect(found.low < 620 && 620 < found.high).toBe(true);
    expect(found.high - found.low).toBeLessThan(16);
  });

  test("of a falling relation is the same place", () => {
    const rising = LEVELS.map((at) => holding(at, 400));
    const falling = rising.map(({ at, passed }) => ({ at, passed: passed.map((one) => 1 - one) }));
    const found = breakEven(falling, asked);
    expect(found.direction).toBe("falling");
    expect(found.found).toBeCloseTo(breakEven(rising, asked).found, 9);
  });

  test("beyond the range that was tried is open, and says so", () => {
    const found = breakEven(
      [300, 350, 400].map((at) => holding(at, 200)),
      asked,
    );
    expect(found).toMatchObject({ found: Infinity, high: Infinity, within: 0 });
  });

  test("of what all points pass as often has no direction", () => {
    const never = LEVELS.map((at) => ({ at, passed: [0, 0, 0, 0] }));
    expect(breakEven(never, asked).direction).toBe(null);
  });

  test("of points spread over the range resamples the points with the seeds", () => {
    const spread = Array.from({ length: 60 }, (_, k) => holding(400 + 400 * (k / 60), 20));
    const found = breakEven(spread, { ...asked, isSampled: true });
    expect(Math.abs(found.found - 620)).toBeLessThan(40);
    expect(found.low < 620 && 620 < found.high).toBe(true);
  });

  test("has an interval that holds the truth about as often as it says", () => {
    let held = 0;
    for (let k = 0; k < 100; k++) {
      // A straight chance, so that the straight lines between levels are the truth.
      const points = LEVELS.map((at) => ({
        at,
        passed: Array.from({ length: 100 }, (_, r) =>
          alea(`${k} ${at} ${r}`)() < (at - 200) / 800 ? 1 : 0,
        ),
      }));
      const { low, high } = breakEven(points, { ...asked, seed: String(k) });
      if (low <= 600 && 600 <= high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(88);
  });
});

describe("outlier runs", () => {
  test("are named with point, run and distance, the farthest first", () => {
    const runs = [5, 6, 5, 4, 5, 6, 4, 5];
    const found = outliersOf(
      [
        { values: { men: 1 }, runs: [...runs, 40] },
        { values: { men: 2 }, runs: [...runs, -90, 5] },
      ],
      5,
    );
    expect(found.map(({ point, run, value }) => [point, run, value])).toEqual([
      [1, 9, -90],
      [0, 9, 40],
    ]);
    expect(found[0]!.distance).toBeLessThan(-50);
  });

  test("where most runs are alike are those that are not", () => {
    const found = outliersOf([{ values: {}, runs: [12, 12, 12, 12, 12, 12, 12, 12, 12, 3] }], 5);
    expect(found.map(({ run }) => run)).toEqual([10]);
    expect(outliersOf([{ values: {}, runs: [12, 12, 12] }], 5)).toEqual([]);
  });
});
