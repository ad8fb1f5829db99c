import fc from "fast-check";
import { expect, test } from "vitest";
import { latinHypercube } from "../../src/lab/latin-hypercube.ts";
import {
  partialRankCorrelations,
  rankCorrelation,
  ranksOf,
} from "../../src/lab/rank-correlation.ts";

test("a latin hypercube has one point in each stratum of each factor", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.string(), (points, seed) => {
      const design = latinHypercube(points, ["a", "b", "c"], seed);
      for (const column of Object.values(design)) {
        const strata = column.map((value) => Math.floor(value * points));
        expect(strata.toSorted((a, b) => a - b)).toEqual(strata.map((_, at) => at));
      }
    }),
  );
});

test("the same seed is the same design, and a factor more moves none of the others", () => {
  const design = latinHypercube(20, ["a", "b"], "seed");
  expect(latinHypercube(20, ["a", "b"], "seed")).toEqual(design);
  expect(latinHypercube(20, ["c", "b", "a"], "seed")).toMatchObject(design);
  expect(latinHypercube(20, ["a"], "other")["a"]).not.toEqual(design["a"]);
});

test("the factors of a design do not follow each other", () => {
  const { a = [], b = [] } = latinHypercube(400, ["a", "b"], "seed");
  expect(Math.abs(rankCorrelation(a, b) as number)).toBeLessThan(0.15);
});

test("equal values share the middle of their ranks", () => {
  expect(ranksOf([30, 10, 20, 10, Infinity])).toEqual([4, 1.5, 3, 1.5, 5]);
});

test("ranks of the books: ten pairs of quotient and hours", () => {
  const quotient = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
  expect(rankCorrelation(quotient, hours)).toBeCloseTo(-29 / 165, 10);
});

test("a rising relation of any form is 1, a falling one -1, a constant none", () => {
  const x = [1, 2, 3, 4, 5];
  expect(rankCorrelation(x, [1, 8, 27, 64, Infinity])).toBeCloseTo(1, 10);
  expect(rankCorrelation(x, [5, 4, 3, 2, -9])).toBeCloseTo(-1, 10);
  expect(rankCorrelation(x, [2, 2, 2, 2, 2])).toBeNull();
});

test("a partial correlation takes out what comes through another factor", () => {
  const { a = [], noise = [], other = [] } = latinHypercube(200, ["a", "noise", "other"], "p");
  // The second factor moves with the first and does nothing of its own.
  const shadow = a.map((value, at) => value + 0.5 * (noise[at] as number));
  const response = a.map((value, at) => value + 0.3 * (other[at] as number));
  expect(rankCorrelation(shadow, response)).toBeGreaterThan(0.7);
  const [own, through] = partialRankCorrelations([a, shadow], response) as [number, number];
  expect(own).toBeGreaterThan(0.8);
  expect(Math.abs(through)).toBeLessThan(0.15);
});

test("factors that are one and the same have no partial correlation", () => {
  const { a = [], b = [] } = latinHypercube(50, ["a", "b"], "p");
  expect(partialRankCorrelations([a, a], b)).toEqual([null, null]);
  expect(
    partialRankCorrelations(
      [
        [1, 2],
        [2, 1],
      ],
      [1, 2],
    ),
  ).toEqual([null, null]);
});
