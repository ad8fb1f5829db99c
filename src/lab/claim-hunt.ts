import fc from "fast-check";
import alea from "seedrandom/lib/alea.js";
import type { FactorValues } from "../scenarios/index.ts";
import { pointAt, type Ranged, tellingPlaces } from "./factor-grid.ts";
import {
  type JudgedPoint,
  judgePoint,
  type PointEvaluator,
  type Threshold,
} from "./judge-point.ts";
import { placesIn } from "./testing/force-levels.ts";

/** What is hunted: a point of the factors' ranges at which the claim is broken. */
export interface Hunt extends Threshold {
  readonly factors: readonly Ranged[];
  readonly budget: {
    /** Points at most, half of them for the search and the rest for the shrinking. */
    readonly points: number;
    /** Runs a point at most. */
    readonly runs: number;
    /** The chance that no true claim is called refuted, all points together. */
    readonly confidence: number;
  };
  /** Of the points; the runs have the seeds of whoever evaluates. */
  readonly seed: string;
}

/** What a hunt came to. */
export interface HuntResult {
  /** `survived`: all points tried hold; `undecided`: none is broken, and some are not clear. */
  readonly verdict: "survived" | "refuted" | "undecided";
  /** The smallest force levels found that break the claim. */
  readonly counterexample: JudgedPoint | null;
  /** Whether the shrinking came to its end, so that no smaller neighbour is known to break it. */
  readonly isSmallest: boolean;
  /** Every point in the order of the hunt. */
  readonly points: readonly JudgedPoint[];
  /** Of the points tried, those drawn evenly from the ranges. */
  readonly drawn: number;
  /**
   * Of a claim that survived: the share of the ranges that may still break it, at most, with the
   * budget's confidence, `1 - (1 - confidence)^(1 / drawn)`; null else.
   */
  readonly brokenShareAtMost: number | null;
}

/** Tries what the scenario has, the corners and points drawn evenly; shrinks the first that breaks it. */
export async function hunt(asked: Hunt, evaluate: PointEvaluator): Promise<HuntResult> {
  const { factors, budget, seed } = asked;
  const searched = Math.max(1, Math.ceil(budget.points / 2));
  const first = tellingPlaces(factors, Math.max(1, Math.floor(searched / 2)));
  const court = courtOf(asked, evaluate);
  // A point that is not clear breaks nothing: shrinking never leaves what is sure.
  const holds = async (at: number[]) => (await court.judge(at))?.judgement !== "broken";
  const found = await fc.check(fc.asyncProperty(placesIn(factors), holds), {
    seed: alea(`claim/${seed}`).int32(),
    numRuns: searched,
    examples: first.map((one): [number[]] => [one]),
  });
  const smallest = found.counterexample?.[0];
  const counterexample = smallest === undefined ? null : ((await court.judge(smallest)) ?? null);
  const drawn = Math.max(0, found.numRuns - first.length);
  return { ...court.result(), counterexample, drawn, ...verdictOf(court.result(), asked, drawn) };
}

type Judged = Pick<HuntResult, "points" | "isSmallest">;

function verdictOf({ points }: Judged, { budget }: Hunt, drawn: number) {
  const isAny = (judgement: JudgedPoint["judgement"]) =>
    points.some((point) => point.judgement === judgement);
  if (isAny("broken")) return { verdict: "refuted", brokenShareAtMost: null } as const;
  if (isAny("undecided")) return { verdict: "undecided", brokenShareAtMost: null } as const;
  const left = drawn === 0 ? 1 : 1 - (1 - budget.confidence) ** (1 / drawn);
  return { verdict: "survived", brokenShareAtMost: left } as const;
}

/** Judges each point once, and none beyond the budget; the error is shared among all points. */
function courtOf({ factors, budget, ...threshold }: Hunt, evaluate: PointEvaluator) {
  const known = new Map<string, JudgedPoint>();
  const error = (1 - budget.confidence) / budget.points;
  let isSmallest = true;
  return {
    judge: async (places: readonly number[]): Promise<JudgedPoint | undefined> => {
      const key = places.join();
      const before = known.get(key);
      if (before !== undefined) return before;
      if (known.size >= budget.points) {
        isSmallest = false;
        return undefined;
      }
      const values: FactorValues = pointAt(factors, places);
      const judged = await judgePoint(evaluate, values, threshold, { runs: budget.runs, error });
      known.set(key, judged);
      return judged;
    },
    result: (): Judged => ({ points: [...known.values()], isSmallest }),
  };
}
