import binomialQuantile from "@stdlib/stats-base-dists-binomial-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import erfinv from "@stdlib/math-base-special-erfinv";
import { mean, sampleStandardDeviation } from "simple-statistics";

/** Confidence of every interval of the laboratory. */
export const LEVEL = 0.95;
const TAIL = (1 - LEVEL) / 2;

/** What was found in `n` cases, with its interval; an end that the cases leave open is infinite. */
export interface Estimate {
  /** Null when there were no cases. */
  readonly found: number | null;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

const Z = Math.SQRT2 * erfinv(LEVEL);

/** A share of `n` cases with Wilson's score interval (Wilson 1927); of no cases, 0 to 1. */
export function shareEstimate(cases: number, n: number): Estimate {
  if (n === 0) return { found: null, low: 0, high: 1, n };
  const share = cases / n;
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const low = cases === 0 ? 0 : Math.max(0, centre - half);
  const high = cases === n ? 1 : Math.min(1, centre + half);
  return { found: share, low, high, n };
}

/** The share of ones among values that are 1 or 0. */
export function shareOfOnes(values: ArrayLike<number>): Estimate {
  let ones = 0;
  for (let at = 0; at < values.length; at++) if (values[at] === 1) ones++;
  return shareEstimate(ones, values.length);
}

/**
 * A quantile of values in rising order, infinite ones included: the least value that a share `p` of
 * them does not exceed, between two order statistics that the binomial law names, whatever the
 * distribution (David and Nagaraja 2003, 7.1). `tail` is what may lie beyond each end.
 */
export function quantileEstimate(sorted: ArrayLike<number>, p: number, tail = TAIL): Estimate {
  const n = sorted.length;
  if (n === 0) return { found: null, low: -Infinity, high: Infinity, n };
  const lowest = binomialQuantile(tail, n, p);
  const highest = binomialQuantile(1 - tail, n, p) + 1;
  return {
    found: sorted[Math.max(1, Math.ceil(n * p)) - 1] as number,
    low: sorted[lowest - 1] ?? -Infinity,
    high: sorted[highest - 1] ?? Infinity,
    n,
  };
}

/** The same as `quantileEstimate`, for an interval that holds together with that of another. */
export function jointQuantile(sorted: ArrayLike<number>, p: number): Estimate {
  return quantileEstimate(sorted, p, TAIL / 2);
}

/** A mean with Student's interval; of a single value, without bounds. */
export function meanEstimate(values: ArrayLike<number>): Estimate {
  return meanAtLevel(values, LEVEL);
}

/** The same with an interval of another level. */
export function meanAtLevel(values: ArrayLike<number>, level: number): Estimate {
  const n = values.length;
  if (n === 0) return { found: null, low: -Infinity, high: Infinity, n };
  // The library reads what has a length; a column of many runs is not copied for it.
  const listed = values as number[];
  const found = mean(listed);
  if (n === 1) return { found, low: -Infinity, high: Infinity, n };
  const deviation = sampleStandardDeviation(listed);
  const half = (tQuantile(1 - (1 - level) / 2, n - 1) * deviation) / Math.sqrt(n);
  return { found, low: found - half, high: found + half, n };
}

/** The mean of `b` less `a`, pair by pair, with Student's interval; both of one length. */
export function pairedDifference(a: readonly number[], b: readonly number[]): Estimate {
  return meanEstimate(a.map((value, at) => (b[at] as number) - value));
}

/** The same values brought into rising order, infinite ones last: of a million a copy would be 8 MB. */
export function risen(values: Float64Array): Float64Array {
  values.sort();
  return values;
}
