import erfinv from "@stdlib/math-base-special-erfinv";
import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import pow from "@stdlib/math-base-special-pow";
import type { Table } from "../world/parameters.ts";

// `Math.exp`, `log` and `pow` differ between engines in the last bits; these do not.
export { exp, ln, pow };

/** Holds a number within bounds. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Half-up rounding to thousandths: World keeps no longer fractions. */
export function toThousandth(value: number): number {
  return Math.floor(value * 1000 + 0.5) / 1000;
}

/** Men as reports tell them: to the nearest ten, half up. */
export function toTen(men: number): number {
  return Math.floor(men / 10 + 0.5) * 10;
}

/** y at x of a table rising in x, by straight lines between rows, flat outside them. */
export function interpolate(table: Table, x: number): number {
  let low = table[0] as readonly [number, number];
  if (x <= low[0]) return low[1];
  for (const high of table) {
    if (x < high[0]) return low[1] + ((high[1] - low[1]) * (x - low[0])) / (high[0] - low[0]);
    low = high;
  }
  return low[1];
}

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** ln(u / (1 - u)) for 0 < u < 1. */
export function logit(u: number): number {
  return ln(u / (1 - u));
}

/** Standard normal deviate of a draw, by the inverse of its distribution. */
export function normalOf(u: number): number {
  return Math.SQRT2 * erfinv(2 * u - 1);
}

/** Lognormal with mean 1 and the given sigma. */
export function lognormalOf(u: number, sigma: number): number {
  return exp(sigma * normalOf(u) - (sigma * sigma) / 2);
}

/** A fractional expectation settled into a whole number by one draw. */
export function settle(expected: number, u: number): number {
  return Math.floor(expected + u);
}

/** Sum of numbers, from the left. */
export function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/**
 * Splits a whole `total` over holders in proportion to their weights, each at most its weight:
 * largest remainder, ties to the earlier. Returns whole numbers that sum to min(total, all weights).
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = sumOf(weights);
  if (sum === 0 || total <= 0) return weights.map(() => 0);
  if (weights.length === 1) return [Math.min(total, sum)];
  const capped = Math.min(total, sum);
  const exact = weights.map((weight) => (capped * weight) / sum);
  const whole = exact.map(Math.floor);
  let left = capped - sumOf(whole);
  if (left === 0) return whole;
  const byRemainder = exact
    .map((part, at) => ({ at, rest: part - Math.floor(part) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    whole[at] = (whole[at] as number) + 1;
    left--;
  }
  return whole;
}
