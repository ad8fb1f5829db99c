import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import erfinv from "@stdlib/math-base-special-erfinv";
import { type Estimate, LEVEL } from "./estimates.ts";

/** Something that is found in each run of every alternative, a number a run; all of one length. */
export interface Compared {
  /** Whether each number is 0 or 1, so that its mean is a share. */
  readonly isShare: boolean;
  /** For each alternative, its runs; not a number where a run has no value. */
  readonly values: readonly (readonly number[])[];
}

/** How `b` differs from `a`, pair by pair on the same dice; in this model. */
export interface Difference extends Estimate {
  /** Places of the two among the alternatives. */
  readonly a: number;
  readonly b: number;
  /** Confidence of the interval. */
  readonly level: number;
  /** Means of each over the pairs. */
  readonly meanA: number | null;
  readonly meanB: number | null;
  /** Deviation of a pair's difference, and what it would be with independent seeds. */
  readonly pairedSd: number;
  readonly unpairedSd: number;
  /**
   * Variance with independent seeds over that with the same ones; null where pairs never differ. So
   * many times as many runs would independent seeds have needed.
   */
  readonly varianceRatio: number | null;
  /** Share of pairs in which b is above a, pairs that are equal counted as half. */
  readonly superiority: number | null;
  /** Whether they are told apart when all comparisons are counted (Holm 1979). */
  readonly apart: boolean;
}

/** Every pair of alternatives, the first by its place first. */
export function differencesOf(compared: Compared): Difference[] {
  const { values } = compared;
  const pairs = values.flatMap((_, a) => values.slice(a + 1).map((__, at) => [a, a + 1 + at]));
  const found = pairs.map(([a, b]) => differenceOf(compared, a as number, b as number));
  return withHolm(found);
}

/** How the second of two alternatives differs from the first in several things, all counted together. */
export function differencesIn(compared: readonly Compared[]): Difference[] {
  return withHolm(compared.map((one) => differenceOf(one, 0, 1)));
}

/** A difference, and what its interval is made of. */
interface Found {
  readonly difference: Omit<Difference, "apart">;
  readonly spread: Spread;
}

/** From what an interval of any level can be made. */
interface Spread {
  readonly centre: number;
  readonly error: number;
  /** Degrees of freedom; infinite for the normal law. */
  readonly freedom: number;
}

function differenceOf({ isShare, values }: Compared, a: number, b: number): Found {
  const [left, right] = presentPairs(values[a] ?? [], values[b] ?? []);
  const n = left.length;
  const differences = left.map((value, at) => (right[at] as number) - value);
  const [pairedSd, sdA, sdB] = [differences, left, right].map(deviationOf) as [
    number,
    number,
    number,
  ];
  const spread = isShare ? shareSpread(differences) : meanSpread(differences, pairedSd);
  const unpairedSd = Math.sqrt(sdA * sdA + sdB * sdB);
  const difference = {
    a,
    b,
    found: meanOf(differences),
    ...intervalOf(spread, 1 - LEVEL, isShare ? 1 : Infinity),
    n,
    level: LEVEL,
    meanA: meanOf(left),
    meanB: meanOf(right),
    pairedSd,
    unpairedSd,
    varianceRatio: pairedSd > 0 ? (unpairedSd / pairedSd) ** 2 : null,
    superiority: superiorityOf(differences),
  };
  return { difference, spread };
}

function presentPairs(a: readonly number[], b: readonly number[]): [number[], number[]] {
  const both = a.flatMap((value, at) => {
    const other = b[at] ?? Number.NaN;
    return Number.isNaN(value) || Number.isNaN(other) ? [] : [[value, other] as const];
  });
  return [both.map(([left]) => left), both.map(([, right]) => right)];
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Of the sample, 0 of fewer than two values. */
function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values) ?? 0;
  if (values.length < 2) return 0;
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

function superiorityOf(differences: readonly number[]): number | null {
  return meanOf(differences.map((value) => (value > 0 ? 1 : value < 0 ? 0 : 1 / 2)));
}

/** Student's, for a mean. */
function meanSpread(differences: readonly number[], deviation: number): Spread {
  const n = differences.length;
  const error = n < 2 ? Infinity : deviation / Math.sqrt(n);
  return { centre: meanOf(differences) ?? 0, error, freedom: n - 1 };
}

/**
 * The adjusted interval of Bonett and Price (2012) for the difference of two shares in the same
 * cases: as if one more pair had differed each way. It keeps its width where no pair differs, and
 * ends at -1 and 1, beyond which no difference of shares lies.
 */
function shareSpread(differences: readonly number[]): Spread {
  const n = differences.length;
  const up = (differences.filter((value) => value > 0).length + 1) / (n + 2);
  const down = (differences.filter((value) => value < 0).length + 1) / (n + 2);
  const error = Math.sqrt((up + down - (up - down) ** 2) / (n + 2));
  return { centre: up - down, error, freedom: Infinity };
}

/** The interval that leaves out `tails` in all; no end lies further from nothing than `most`. */
function intervalOf({ centre, error, freedom }: Spread, tails: number, most = Infinity) {
  if (!Number.isFinite(error)) return { low: -Infinity, high: Infinity };
  const width =
    freedom === Infinity ? Math.SQRT2 * erfinv(1 - tails) : tQuantile(1 - tails / 2, freedom);
  return {
    low: Math.max(-most, centre - width * error),
    high: Math.min(most, centre + width * error),
  };
}

/** Holm's steps: the clearest difference against α/m, the next against α/(m−1), until one fails. */
function withHolm(found: readonly Found[]): Difference[] {
  const order = found.toSorted((one, other) => clarityOf(other.spread) - clarityOf(one.spread));
  const apart = new Set<Found>();
  for (const [step, one] of order.entries()) {
    const { low, high } = intervalOf(one.spread, (1 - LEVEL) / (order.length - step));
    if (low <= 0 && high >= 0) break;
    apart.add(one);
  }
  return found.map((one) => ({ ...one.difference, apart: apart.has(one) }));
}

/** How many errors from nothing. */
function clarityOf({ centre, error }: Spread): number {
  if (error === 0) return centre === 0 ? 0 : Infinity;
  return Math.abs(centre) / error;
}
