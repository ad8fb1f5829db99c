import type { FactorValues } from "../scenarios/index.ts";
import type { Estimate } from "./estimates.ts";
import { decisionOf, EMPTY_SEQUENCE, extended, sequenceInterval } from "./sequential.ts";

/**
 * Whether each of `count` runs at a point passes the claim's test; run `from` (from 1) is the game
 * with the seed `SEED#from`. The same runs of the same point must give the same answers.
 */
export type PointEvaluator = (
  values: FactorValues,
  from: number,
  count: number,
) => Promise<readonly boolean[]> | readonly boolean[];

/** On which side of which share the runs are said to be. */
export interface Threshold {
  readonly side: "atLeast" | "atMost";
  readonly threshold: number;
}

/** How much may be spent on a point, and how wrong its decision may be. */
export interface PointBudget {
  /** Runs at most. */
  readonly runs: number;
  /** The chance of a wrong decision, at most. */
  readonly error: number;
}

/** A point of a claim, judged; its interval holds however often the runs were looked at. */
export interface JudgedPoint extends Estimate {
  readonly values: FactorValues;
  readonly judgement: "holds" | "broken" | "undecided";
  /** The first runs (from 1) that speak against the claim. */
  readonly against: readonly number[];
}

/** Runs between two looks. */
const BATCH = 20;
const SHOWN = 5;

/** Plays a point in batches, in seed order, until it is clear of the threshold or the runs are spent. */
export async function judgePoint(
  evaluate: PointEvaluator,
  values: FactorValues,
  { side, threshold }: Threshold,
  { runs, error }: PointBudget,
): Promise<JudgedPoint> {
  let sequence = EMPTY_SEQUENCE;
  const against: number[] = [];
  let decision = decisionOf(sequence, threshold, error);
  while (decision === "open" && sequence.n < runs) {
    const from = sequence.n + 1;
    const passed = await evaluate(values, from, Math.min(BATCH, runs - sequence.n));
    if (passed.length === 0) break;
    passed.forEach((yes, at) => {
      if (yes === (side === "atMost") && against.length < SHOWN) against.push(from + at);
    });
    sequence = extended(sequence, passed);
    decision = decisionOf(sequence, threshold, error);
  }
  const { cases, n } = sequence;
  const good = side === "atLeast" ? "above" : "below";
  const judgement = decision === "open" ? "undecided" : decision === good ? "holds" : "broken";
  const found = n === 0 ? null : cases / n;
  return { values, judgement, found, ...sequenceInterval(sequence, error), n, against };
}
