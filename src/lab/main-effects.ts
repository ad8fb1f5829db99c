import erfinv from "@stdlib/math-base-special-erfinv";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { Id } from "../engine/index.ts";
import type { Factor, FactorValues } from "../scenarios/index.ts";
import { type Estimate, LEVEL, pairedDifference } from "./estimates.ts";
import { leastSquares } from "./least-squares.ts";
import { partialRankCorrelations } from "./rank-correlation.ts";
import type { PointResponse } from "./responses.ts";

/** The normal deviate of the laboratory's level, two-sided. */
const NORMAL = Math.SQRT2 * erfinv(LEVEL);

/** The points of a design with what each run gave, run by run on the same seeds. */
export interface PointValues {
  readonly values: FactorValues;
  readonly runs: readonly number[];
}

/**
 * What a factor does to the response from its lowest level to its highest, the others averaged over
 * the design: in a full factorial, with Student's interval over the seeds, which all points share.
 */
export function factorialEffect(
  { id }: Pick<Factor, "id">,
  points: readonly PointValues[],
): Estimate {
  const levels = points.map(({ values }) => values[id] as number);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const at = (level: number) => points.filter(({ values }) => values[id] === level);
  return pairedDifference(meanBySeed(at(low)), meanBySeed(at(high)));
}

/** The mean over points of each seed's runs; of so many seeds as all points have. */
function meanBySeed(points: readonly PointValues[]): number[] {
  const seeds = Math.min(...points.map(({ runs }) => runs.length));
  return Array.from(
    { length: seeds },
    (_, seed) => points.reduce((sum, { runs }) => sum + (runs[seed] as number), 0) / points.length,
  );
}

/**
 * The same for points that are spread over the ranges: the slope of the best straight line over all
 * factors, times the range, with Student's interval from what the line leaves; null in place of a
 * number where the points are too few. What bends is in the interval, not in the number.
 */
export function spreadEffects(
  factors: readonly Pick<Factor, "id" | "low" | "high">[],
  table: readonly PointResponse[],
): Readonly<Record<Id, Estimate>> {
  const known = table.filter(({ found }) => found !== null);
  const columns = factors.map(({ id }) => known.map(({ values }) => values[id] as number));
  const fit = leastSquares(
    columns,
    known.map(({ found }) => found as number),
  );
  return Object.fromEntries(
    factors.map(({ id, low, high }, at) => {
      if (fit === null) return [id, { found: null, low: -Infinity, high: Infinity, n: 0 }];
      const found = (fit.slopes[at] as number) * (high - low);
      const half =
        tQuantile((1 + LEVEL) / 2, fit.freedom) * (fit.errors[at] as number) * (high - low);
      return [id, { found, low: found - half, high: found + half, n: known.length }];
    }),
  );
}

/**
 * Partial rank correlations of the factors with the response over the points, each with the interval
 * of Fisher's z, less a degree of freedom for each factor held (Fisher 1924).
 */
export function rankEffects(
  factors: readonly Pick<Factor, "id">[],
  table: readonly PointResponse[],
): Readonly<Record<Id, Estimate>> {
  const known = table.filter(({ found }) => found !== null);
  const n = known.length;
  const correlations = partialRankCorrelations(
    factors.map(({ id }) => known.map(({ values }) => values[id] as number)),
    known.map(({ found }) => found as number),
  );
  return Object.fromEntries(
    factors.map(({ id }, at) => [
      id,
      correlationEstimate(correlations[at] ?? null, n, factors.length - 1),
    ]),
  );
}

/** A correlation of `n` pairs with Fisher's interval, `held` others held, so many deviates wide. */
export function correlationEstimate(
  found: number | null,
  n: number,
  held = 0,
  deviates = NORMAL,
): Estimate {
  const freedom = n - held - 3;
  if (found === null || freedom < 1) return { found, low: -1, high: 1, n };
  // A correlation of ranks has a little more error than one of numbers (Fieller 1957: 1.06).
  const half = deviates * Math.sqrt(1.06 / freedom);
  const z = Math.atanh(Math.max(-1, Math.min(1, found)));
  return { found, low: Math.tanh(z - half), high: Math.tanh(z + half), n };
}
