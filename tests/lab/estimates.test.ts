import alea from "seedrandom/lib/alea.js";
import { expect, test } from "vitest";
import {
  meanEstimate,
  pairedDifference,
  quantileEstimate,
  risen,
  shareEstimate,
} from "../../src/lab/estimates.ts";

const close = (value: number) => expect.closeTo(value, 3);

// Newcombe 1998, table I, method 3: score intervals without continuity correction.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [29, 29, 0.883, 1],
])("%i of %i has the interval of the books", (cases, n, low, high) => {
  expect(shareEstimate(cases, n)).toEqual({
    found: cases / n,
    low: close(low),
    high: close(high),
    n,
  });
});

test("a share of nothing is unknown, from 0 to 1", () => {
  expect(shareEstimate(0, 0)).toEqual({ found: null, low: 0, high: 1, n: 0 });
});

const EXPERIMENTS = 1000;
const COVERAGE = { low: 0.93, high: 0.97 };

/** In how many of the experiments the interval held the truth. */
function coverage(makes: (stream: () => number) => { low: number; high: number }, truth: number) {
  let held = 0;
  for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
    const { low, high } = makes(alea(`coverage/${experiment}`));
    if (low <= truth && truth <= high) held++;
  }
  return held / EXPERIMENTS;
}

test.each([0.1, 0.3, 0.5, 0.8])("intervals of a share of %f hold it as often as they say", (p) => {
  const rate = coverage((stream) => {
    const cases = Array.from({ length: 200 }, stream).filter((u) => u < p).length;
    return shareEstimate(cases, 200);
  }, p);
  expect(rate).toBeGreaterThanOrEqual(COVERAGE.low);
  expect(rate).toBeLessThanOrEqual(COVERAGE.high);
});

test("intervals of a mean hold it as often as they say", () => {
  const rate = coverage((stream) => meanEstimate(Array.from({ length: 40 }, stream)), 0.5);
  expect(rate).toBeGreaterThanOrEqual(COVERAGE.low);
  expect(rate).toBeLessThanOrEqual(COVERAGE.high);
});

test.each([0.1, 0.5, 0.9])("intervals of the quantile %f hold it at least so often", (p) => {
  const rate = coverage(
    (stream) => quantileEstimate(risen(Float64Array.from({ length: 200 }, stream)), p),
    p,
  );
  expect(rate).toBeGreaterThanOrEqual(COVERAGE.low);
});

test("a quantile is the least value that its share of the runs does not exceed", () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, Infinity];
  const found = (p: number) => quantileEstimate(ten, p).found;
  expect([0.05, 0.1, 0.11, 0.5, 0.9, 0.91].map(found)).toEqual([1, 1, 2, 5, 9, Infinity]);
});

test("the interval of a median is a pair of order statistics", () => {
  // Of 10, the 2nd and 9th hold the median with 97.9 %: the narrowest symmetric pair above 95 %.
  const ten = Array.from({ length: 10 }, (_, at) => at + 1);
  expect(quantileEstimate(ten, 0.5)).toEqual({ found: 5, low: 2, high: 9, n: 10 });
});

test("too few runs leave the end of a quantile open", () => {
  expect(quantileEstimate([1, 2, 3], 0.9)).toMatchObject({ found: 3, high: Infinity });
  expect(quantileEstimate([], 0.5)).toEqual({ found: null, low: -Infinity, high: Infinity, n: 0 });
});

test("a mean has Student's interval", () => {
  // Mean 5, deviation 2.5820, t(0.975, 3) 3.1824.
  expect(meanEstimate([2, 4, 6, 8])).toEqual({
    found: 5,
    low: close(5 - 4.1085),
    high: close(5 + 4.1085),
    n: 4,
  });
  expect(meanEstimate([7])).toEqual({ found: 7, low: -Infinity, high: Infinity, n: 1 });
});

test("a paired difference is that of the pairs, and tighter than that of strangers", () => {
  const a = [1, 5, 9, 13];
  const paired = pairedDifference(
    a,
    a.map((value, at) => value + (at % 2 === 0 ? 1 : 2)),
  );
  expect(paired.found).toBe(1.5);
  expect(paired.high - paired.low).toBeLessThan(2);
  expect(pairedDifference(a, a)).toMatchObject({ found: 0, low: 0, high: 0 });
});
