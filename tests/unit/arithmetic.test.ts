import fc from "fast-check";
import { expect, test } from "vitest";
import {
  apportion,
  clamp,
  interpolate,
  logistic,
  logit,
  lognormalOf,
  normalOf,
  settle,
  toTen,
  toThousandth,
} from "../../src/engine/chance/arithmetic.ts";
import { rows } from "../support/table.ts";

const TABLE = [
  [1, 10],
  [2, 20],
  [4, 0],
] as const;
const unit = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

test.each(
  rows(`
  | x   | y  | why              |
  | 0   | 10 | flat below       |
  | 1   | 10 | first row        |
  | 1.5 | 15 | between rows     |
  | 2   | 20 | middle row       |
  | 3   | 10 | falling part     |
  | 4   | 0  | last row         |
  | 9   | 0  | flat above       |
`),
)("a table read at %s gives %s: %s", (x, y) => {
  expect(interpolate(TABLE, Number(x))).toBeCloseTo(Number(y), 12);
});

test("a table of one row is flat", () => {
  expect([0, 3, 9].map((x) => interpolate([[3, 7]], x))).toEqual([7, 7, 7]);
});

const whole = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 8 });

test("shares of a whole sum to it, or to everything there is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), whole, (total, weights) => {
      const sum = weights.reduce((all, one) => all + one, 0);
      expect(apportion(total, weights).reduce((all, one) => all + one, 0)).toBe(
        Math.min(total, sum),
      );
    }),
  );
});

test("nobody's share exceeds what he has, and each is whole", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), whole, (total, weights) => {
      return apportion(total, weights).every(
        (part, at) => Number.isInteger(part) && part >= 0 && part <= weights[at]!,
      );
    }),
  );
});

test("a share is within one of its exact proportion", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), whole, (total, weights) => {
      const sum = weights.reduce((all, one) => all + one, 0);
      fc.pre(sum > 0);
      const exact = weights.map((weight) => (Math.min(total, sum) * weight) / sum);
      return apportion(total, weights).every((part, at) => Math.abs(part - exact[at]!) < 1 + 1e-9);
    }),
  );
});

test("the larger remainder takes the odd piece, and on a tie the earlier", () => {
  expect(apportion(10, [6, 9])).toEqual([4, 6]);
  expect(apportion(1, [5, 5])).toEqual([1, 0]);
  expect(apportion(3, [2, 2])).toEqual([2, 1]);
  expect(apportion(3, [1, 5])).toEqual([1, 2]);
});

test("there is nothing to share among nobody, and no negative total", () => {
  expect(apportion(5, [])).toEqual([]);
  expect(apportion(5, [0, 0])).toEqual([0, 0]);
  expect(apportion(-3, [4, 4])).toEqual([0, 0]);
});

test("a fraction settles up or down by its draw, and on average to itself", () => {
  expect([settle(2.3, 0.69), settle(2.3, 0.71)]).toEqual([2, 3]);
  const draws = Array.from({ length: 1000 }, (_, at) => (at + 0.5) / 1000);
  expect(draws.reduce((sum, u) => sum + settle(2.3, u), 0) / 1000).toBeCloseTo(2.3, 6);
});

test("thousandths round half up and never give a negative zero", () => {
  expect([1.0005, 1.00049, 0, -0.0001].map(toThousandth)).toEqual([1.001, 1, 0, 0]);
  expect(Object.is(toThousandth(-0.0001), -0)).toBe(false);
});

test("men are told in tens, half a ten upwards", () => {
  expect([0, 4, 5, 14.9, 15, 996].map(toTen)).toEqual([0, 0, 10, 10, 20, 1000]);
});

test("logit undoes the logistic function", () => {
  fc.assert(
    fc.property(fc.double({ min: -15, max: 15, noNaN: true }), (x) => {
      expect(logit(logistic(x))).toBeCloseTo(x, 6);
    }),
  );
});

test("a deviate is 0 at the median, about 1.645 at .95 and odd about .5", () => {
  expect(normalOf(0.5)).toBe(0);
  expect(normalOf(0.95)).toBeCloseTo(1.6448536, 6);
  fc.assert(
    fc.property(unit, (u) => {
      expect(normalOf(u)).toBeCloseTo(-normalOf(1 - u), 4);
    }),
  );
});

test("a lognormal error has mean 1", () => {
  const draws = Array.from({ length: 20_000 }, (_, at) => lognormalOf((at + 0.5) / 20_000, 0.35));
  expect(draws.reduce((sum, one) => sum + one, 0) / draws.length).toBeCloseTo(1, 3);
});

test("a number held within bounds is one of its bounds or itself", () => {
  expect([-1, 0.4, 7].map((x) => clamp(x, 0, 1))).toEqual([0, 0.4, 1]);
});
