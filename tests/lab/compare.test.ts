import alea from "seedrandom/lib/alea.js";
import { describe, expect, it } from "vitest";
import { type Difference, differencesOf } from "../../src/lab/compare.ts";

const EXPERIMENTS = 1000;

/** How many of 1,000 toy experiments have the truth inside their interval. */
function coverage(
  isShare: boolean,
  truth: number,
  draw: (stream: () => number) => [number[], number[]],
): number {
  const stream = alea("coverage of differences");
  let inside = 0;
  for (let at = 0; at < EXPERIMENTS; at++) {
    const [{ low, high }] = differencesOf({ isShare, values: draw(stream) }) as [Difference];
    if (low <= truth && truth <= high) inside++;
  }
  return inside / EXPERIMENTS;
}

const times = <T>(n: number, make: () => T) => Array.from({ length: n }, make);

function pairs(n: number, draw: () => [number, number]): [number[], number[]] {
  const all = times(n, draw);
  return [all.map(([a]) => a), all.map(([, b]) => b)];
}

describe("intervals of differences hold the truth as often as they say", () => {
  it.each([20, 100])("of means, %i pairs that share most of their dice", (n) => {
    const rate = coverage(false, 2, (stream) =>
      pairs(n, () => {
        const shared = 10 * stream();
        return [shared + stream(), shared + 2 + stream()];
      }),
    );
    expect(rate).toBeGreaterThanOrEqual(0.93);
    expect(rate).toBeLessThanOrEqual(0.97);
  });

  it.each([
    [50, 0.5, 0.3],
    [100, 0.3, 0.2],
    [400, 0.6, 0.55],
  ])("of shares, %i pairs, %f against %f on the same dice", (n, a, b) => {
    const rate = coverage(true, b - a, (stream) =>
      pairs(n, () => {
        const [shared, own] = [stream(), stream()];
        // In four of five pairs both look at one die, in the fifth each at its own.
        const other = own < 0.8 ? shared : stream();
        return [shared < a ? 1 : 0, other < b ? 1 : 0];
      }),
    );
    expect(rate).toBeGreaterThanOrEqual(0.93);
    expect(rate).toBeLessThanOrEqual(0.97);
  });
});

const alone = (isShare: boolean, a: number[], b: number[]) =>
  differencesOf({ isShare, values: [a, b] })[0] as Difference;

describe("a difference", () => {
  it("is that of the pairs, with Student's interval", () => {
    // Differences 1, 2, 1, 2: mean 1.5, deviation 0.57735, t(0.975, 3) = 3.18245.
    const one = alone(false, [1, 5, 9, 13], [2, 7, 10, 15]);
    expect(one).toMatchObject({ found: 1.5, n: 4, meanA: 7, meanB: 8.5, superiority: 1 });
    expect(one.low).toBeCloseTo(1.5 - 0.91869, 4);
    expect(one.high).toBeCloseTo(1.5 + 0.91869, 4);
  });

  it("of shares has no end beyond -1 and 1, where all pairs differ one way", () => {
    const [never, always] = [times(100, () => 0), times(100, () => 1)];
    expect(alone(true, never, always)).toMatchObject({ found: 1, high: 1, apart: true });
    expect(alone(true, always, never)).toMatchObject({ found: -1, low: -1, apart: true });
  });

  it("of shares keeps an interval where no pair differs (Bonett and Price 2012)", () => {
    // One more pair each way: 0 ± 1.95996 √(2/12 / 12).
    const one = alone(
      true,
      times(10, () => 1),
      times(10, () => 1),
    );
    expect(one).toMatchObject({ found: 0, pairedSd: 0, varianceRatio: null, apart: false });
    expect(one.high).toBeCloseTo(1.959964 * Math.sqrt(2 / 12 / 12), 6);
    expect(one.low).toBeCloseTo(-one.high, 12);
  });

  it("says what pairing was worth: the variance of strangers over that of pairs", () => {
    const { varianceRatio, pairedSd, unpairedSd } = alone(false, [1, 5, 9, 13], [2, 7, 10, 15]);
    expect(varianceRatio).toBeCloseTo((unpairedSd / pairedSd) ** 2, 12);
    expect(varianceRatio).toBeGreaterThan(100);
  });

  it("counts equal pairs as half when it says who has more", () => {
    expect(alone(false, [1, 2, 3, 4], [2, 2, 2, 4]).superiority).toBe((1 + 0.5 + 0 + 0.5) / 4);
  });

  it("is of the pairs in which both have a value", () => {
    const one = alone(false, [1, Number.NaN, 3, 4], [2, 2, Number.NaN, 6]);
    expect(one).toMatchObject({ n: 2, found: 1.5 });
  });

  it("of nothing is none, and of a single pair without bounds", () => {
    expect(alone(false, [], [])).toMatchObject({ found: null, n: 0, low: -Infinity, apart: false });
    expect(alone(false, [1], [4])).toMatchObject({ found: 3, low: -Infinity, high: Infinity });
  });
});

describe("more than two alternatives", () => {
  // The middle one is 2.3 errors from the first: enough alone, not among many.
  const base = times(60, () => 0);
  const middle = base.map((_, at) => 0.3 + (at % 2 === 0 ? 1 : -1));
  const far = base.map((_, at) => 5 + (at % 3));

  it("are compared each with each, the earlier first", () => {
    const found = differencesOf({ isShare: false, values: [base, middle, far] });
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it("are told apart by Holm's steps: the clear ones still, the doubtful one no more", () => {
    const noise = [2, 4, 6, 10, 12, 20].map((size) =>
      base.map((_, at) => (at % size < size / 2 ? 1 : -1)),
    );
    const many = [base, middle, ...noise];
    const [two] = differencesOf({ isShare: false, values: [base, middle] });
    const [first] = differencesOf({ isShare: false, values: many });
    expect(two?.apart).toBe(true);
    expect(first).toMatchObject({ low: two?.low, high: two?.high, apart: false });
    const clear = differencesOf({ isShare: false, values: [...many, far] });
    expect(clear.filter(({ b }) => b === many.length).every(({ apart }) => apart)).toBe(true);
  });
});
