import erfinv from "@stdlib/math-base-special-erfinv";
import type { Id } from "../engine/index.ts";
import type { FactorValues, UncertainNumber } from "../scenarios/index.ts";
import { type Estimate, LEVEL } from "./estimates.ts";
import { correlationEstimate } from "./main-effects.ts";
import { partialRankCorrelations, rankCorrelation } from "./rank-correlation.ts";
import { varianceShares, type VarianceShares } from "./variance-shares.ts";

/** A draw of all the uncertain numbers, and what its runs gave, on seeds of its own. */
export interface LedgerPoint {
  readonly values: FactorValues;
  readonly runs: readonly number[];
}

/** What one number does to the measure, and on whose word it stands. */
interface LedgerEntry extends Omit<UncertainNumber, "factor"> {
  readonly id: Id;
  readonly title: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Rank correlation of the number with the mean of its point's runs. */
  readonly effect: Estimate;
  /** Whether it is told from chance among all the numbers that were moved at once. */
  readonly isSeen: boolean;
}

/** Which of a scenario's uncertain numbers moves a measure, the strongest first; in this model. */
export interface Ledger {
  readonly shares: VarianceShares;
  /** Whether the other numbers were held; with fewer points than that needs, they were not. */
  readonly isPartial: boolean;
  readonly entries: readonly LedgerEntry[];
}

/** The run, from 1, of one of a point's runs: no two points of a nested design share a seed. */
export function nestedRun(point: number, run: number, runs: number): number {
  return point * runs + run;
}

/**
 * The ledger of a nested design. With points enough the correlations are partial; with fewer they are
 * plain, which a latin hypercube allows since its columns do not follow each other.
 */
export function ledgerOf(
  numbers: readonly UncertainNumber[],
  points: readonly LedgerPoint[],
): Ledger {
  const n = points.length;
  const means = points.map(({ runs }) => runs.reduce((sum, one) => sum + one, 0) / runs.length);
  const columns = numbers.map(({ factor }) => points.map(({ values }) => values[factor.id] ?? 0));
  const isPartial = n > 2 * numbers.length + 10;
  const held = isPartial ? numbers.length - 1 : 0;
  const correlations = isPartial
    ? partialRankCorrelations(columns, means)
    : columns.map((column) => rankCorrelation(column, means));
  const strict = normalBeyond((1 - LEVEL) / Math.max(1, numbers.length));
  const entries = numbers.map(({ factor, ...parent }, at): LedgerEntry => {
    const { id, title, value, low, high } = factor;
    const found = correlations[at] ?? null;
    const effect = correlationEstimate(found, n, held);
    const among = correlationEstimate(found, n, held, strict);
    const isSeen = among.low > 0 || among.high < 0;
    return { id, title, value, low, high, ...parent, effect, isSeen };
  });
  const size = ({ effect }: LedgerEntry) => Math.abs(effect.found ?? 0);
  return {
    shares: varianceShares(points.map(({ runs }) => runs)),
    isPartial,
    entries: entries.toSorted((a, b) => size(b) - size(a)),
  };
}

/** The normal deviate beyond which, on both sides together, so much lies. */
function normalBeyond(share: number): number {
  return Math.SQRT2 * erfinv(1 - share);
}
