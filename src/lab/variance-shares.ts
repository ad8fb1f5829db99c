import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { LEVEL } from "./estimates.ts";

/** How much of a measure's variance comes from what is not known, and how much from chance. */
export interface VarianceShares {
  /** Variance between the points, of the numbers that are not known; unbiased, so it may be negative. */
  readonly between: number;
  /** Variance within a point, of the dice; unbiased. */
  readonly within: number;
  /** The share of both that lies between the points, 0 to 1, with its interval; null without variance. */
  readonly share: { readonly found: number | null; readonly low: number; readonly high: number };
  readonly level: number;
  readonly points: number;
  readonly runs: number;
}

/**
 * The two shares of a nested design: points drawn from what is not known, at each as many runs on
 * seeds of their own. The variances are those of the one-way random-effects analysis (Searle 1971);
 * the interval is a jackknife over points of the logarithm of the ratio of mean squares (Arvesen and
 * Schmitz 1970), which does not ask for normal values. Two points and two runs at least.
 */
export function varianceShares(groups: readonly (readonly number[])[]): VarianceShares {
  const runs = Math.min(...groups.map((group) => group.length));
  const summed = groups.map((group) => summaryOf(group.slice(0, runs)));
  const { between: squares, within } = meanSquares(summed, runs);
  const between = (squares - within) / runs;
  return {
    between,
    within,
    share: shareWithInterval(summed, runs),
    level: LEVEL,
    points: groups.length,
    runs,
  };
}

interface Summary {
  readonly mean: number;
  /** Sum of squares about the mean. */
  readonly about: number;
}

function summaryOf(values: readonly number[]): Summary {
  const mean = meanOf(values);
  return { mean, about: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
}

function meanSquares(groups: readonly Summary[], runs: number) {
  const middle = meanOf(groups.map(({ mean }) => mean));
  const squares = groups.reduce((sum, { mean }) => sum + (mean - middle) ** 2, 0);
  const about = groups.reduce((sum, group) => sum + group.about, 0);
  return {
    between: (runs * squares) / (groups.length - 1),
    within: about / (groups.length * (runs - 1)),
  };
}

/** The share as a function of the ratio of mean squares, kept from 0 to 1. */
function shareOf(ratio: number, runs: number): number {
  if (ratio === Infinity) return 1;
  return Math.max(0, (ratio - 1) / (ratio - 1 + runs));
}

function logRatio(groups: readonly Summary[], runs: number): number {
  const { between, within } = meanSquares(groups, runs);
  return Math.log(between) - Math.log(within);
}

function shareWithInterval(groups: readonly Summary[], runs: number): VarianceShares["share"] {
  const whole = logRatio(groups, runs);
  if (Number.isNaN(whole)) return { found: null, low: 0, high: 1 };
  const found = shareOf(Math.exp(whole), runs);
  const count = groups.length;
  const pseudo = groups.map(
    (_, left) =>
      count * whole -
      (count - 1) *
        logRatio(
          groups.filter((_, at) => at !== left),
          runs,
        ),
  );
  const centre = meanOf(pseudo);
  const variance = pseudo.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (count - 1);
  const half = tQuantile((1 + LEVEL) / 2, count - 1) * Math.sqrt(variance / count);
  if (!Number.isFinite(centre) || !Number.isFinite(half)) return { found, low: 0, high: 1 };
  const end = (log: number) => shareOf(Math.exp(log), runs);
  return {
    found,
    low: Math.min(found, end(centre - half)),
    high: Math.max(found, end(centre + half)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
