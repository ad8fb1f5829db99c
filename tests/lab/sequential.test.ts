import fc from "fast-check";
import alea from "seedrandom/lib/alea.js";
import { expect, test } from "vitest";
import {
  decisionOf,
  EMPTY_SEQUENCE,
  extended,
  isExcluded,
  sequenceInterval,
} from "../../src/lab/sequential.ts";

const EXPERIMENTS = 1000;
const RUNS = 400;
const ERROR = 0.05;

/** In how many experiments a share was excluded at any of so many looks. */
function excluded(truth: number, share: number): number {
  let wrong = 0;
  for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
    const stream = alea(`sequential/${truth}/${experiment}`);
    let sequence = EMPTY_SEQUENCE;
    let isOut = false;
    for (let run = 0; run < RUNS && !isOut; run++) {
      sequence = extended(sequence, [stream() < truth]);
      isOut = isExcluded(sequence, share, ERROR);
    }
    if (isOut) wrong++;
  }
  return wrong / EXPERIMENTS;
}

test.each([0.05, 0.3, 0.5, 0.9])(
  "a share of %f, looked at after every run, is excluded wrongly less often than the error allows",
  (truth) => {
    expect(excluded(truth, truth)).toBeLessThanOrEqual(ERROR);
  },
);

test("a share that is not the true one is excluded nearly always", () => {
  expect(excluded(0.7, 0.5)).toBeGreaterThan(0.99);
});

test("the order of the runs does not matter, nor how they are parted into batches", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), fc.nat(), (runs, at) => {
      const cut = at % (runs.length + 1);
      const whole = extended(EMPTY_SEQUENCE, runs);
      const parted = extended(extended(EMPTY_SEQUENCE, runs.slice(cut)), runs.slice(0, cut));
      expect(parted).toMatchObject({ cases: whole.cases, n: whole.n });
      expect(parted.logMixture).toBeCloseTo(whole.logMixture, 9);
    }),
  );
});

test("the mixture is the Beta function: 3 of 5 have the chance 3! 2! / 6!", () => {
  const { logMixture } = extended(EMPTY_SEQUENCE, [true, false, true, true, false]);
  expect(Math.exp(logMixture)).toBeCloseTo((6 * 2) / 720, 12);
});

test("the interval is the shares that are not excluded", () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (runs, share) => {
        const sequence = extended(EMPTY_SEQUENCE, runs);
        const { low, high } = sequenceInterval(sequence, ERROR);
        const found = sequence.cases / sequence.n;
        expect(low <= found && found <= high).toBe(true);
        const isInside = share > low && share < high;
        expect(isExcluded(sequence, share, ERROR)).toBe(!isInside);
      },
    ),
  );
});

test("without a run every share is open", () => {
  expect(sequenceInterval(EMPTY_SEQUENCE, ERROR)).toEqual({ low: 0, high: 1 });
  expect(decisionOf(EMPTY_SEQUENCE, 0.5, ERROR)).toBe("open");
});

test("a decision says the side", () => {
  const all = (yes: boolean) =>
    extended(
      EMPTY_SEQUENCE,
      Array.from({ length: 30 }, () => yes),
    );
  expect(decisionOf(all(true), 0.5, ERROR)).toBe("above");
  expect(decisionOf(all(false), 0.5, ERROR)).toBe("below");
});
