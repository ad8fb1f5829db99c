import type { ScenarioFile, Test } from "../scenarios/index.ts";
import {
  type Estimate,
  jointQuantile,
  quantileEstimate,
  risen,
  shareEstimate,
} from "./estimates.ts";
import { holds } from "./holds.ts";
import { filledColumn, presentColumn, type Sample } from "./sample.ts";

/** A question that a scenario asks of the distribution of runs. */
export type Target = ScenarioFile["targets"][string];
type What = Target["what"];
type WhatOf<K extends What["kind"]> = Extract<What, { kind: K }>;

/** The answer to a target, in this model. */
export interface Answer extends Estimate {
  /** What is asked for; an open bound is infinite. */
  readonly atLeast: number;
  readonly atMost: number;
  /** False only when the whole interval lies outside. */
  readonly ok: boolean;
  /** Whether what was found itself lies inside. */
  readonly inside: boolean;
  /** The percentiles that were asked for, where some were. */
  readonly quantiles: readonly (number | null)[];
}

/** Answers a target from a sample that was played long enough for it. */
export function answerTarget({ what }: Target, sample: Sample): Answer {
  switch (what.kind) {
    case "contains":
      return judged(placeOf(what, sample), what.low, what.high, quantilesOf(what, sample));
    case "spread":
      return judged(spreadOf(what, sample), -Infinity, what.atMost, quantilesOf(what, sample));
    case "chance":
      return judged(chanceOf(what, sample), what.atLeast ?? -Infinity, what.atMost ?? Infinity);
    default:
      return judged(
        quantileEstimate(valuesOf(what.measure, sample), 1 / 2),
        what.atLeast ?? -Infinity,
        what.atMost ?? Infinity,
      );
  }
}

function judged(
  estimate: Estimate,
  atLeast: number,
  atMost: number,
  quantiles: readonly number[] = [],
): Answer {
  const { found, low, high } = estimate;
  return {
    ...estimate,
    atLeast,
    atMost,
    ok: high >= atLeast && low <= atMost,
    inside: found !== null && found >= atLeast && found <= atMost,
    quantiles: quantiles.map((value) => (Number.isFinite(value) ? value : null)),
  };
}

/** Values in rising order; a run without the measure is later, or more, than all others. */
function valuesOf(measure: string, sample: Sample, room?: Float64Array): Float64Array {
  return risen(filledColumn(sample, measure, Infinity, room));
}

/**
 * Where a value stands among the runs: of the shares between "less than it" and "not more than it",
 * the one nearest to the middle. It lies from `low` to `high` just when the value lies between
 * these percentiles.
 */
function placeOf({ measure, value }: WhatOf<"contains">, sample: Sample): Estimate {
  const values = valuesOf(measure, sample);
  const below = shareEstimate(values.filter((one) => one < value).length, values.length);
  const upTo = shareEstimate(values.filter((one) => one <= value).length, values.length);
  return {
    found: values.length === 0 ? null : nearestToHalf(below.found ?? 0, upTo.found ?? 1),
    low: nearestToHalf(below.low, upTo.low),
    high: nearestToHalf(below.high, upTo.high),
    n: values.length,
  };
}

function nearestToHalf(low: number, high: number): number {
  return Math.min(high, Math.max(low, 1 / 2));
}

/** Two percentiles apart; each has half of what may be wrong, so that the interval holds for both. */
function spreadOf({ measure, low, high }: WhatOf<"spread">, sample: Sample): Estimate {
  const values = risen(filledColumn(sample, measure, sample.horizon + 1));
  const [first, second] = [jointQuantile(values, low), jointQuantile(values, high)];
  if (first.found === null || second.found === null) return first;
  return {
    found: second.found - first.found,
    low: Math.max(0, second.low - first.high),
    high: second.high - first.low,
    n: values.length,
  };
}

function quantilesOf({ measure, low, high }: WhatOf<"contains" | "spread">, sample: Sample) {
  const values = valuesOf(measure, sample);
  return [low, high].map((p) => quantileEstimate(values, p).found ?? Infinity);
}

function chanceOf({ test, given }: WhatOf<"chance">, sample: Sample): Estimate {
  let [cases, n] = [0, 0];
  for (let run = 0; run < sample.runs; run++) {
    if (given !== undefined && !holds(given, sample, run)) continue;
    n++;
    if (holds(test, sample, run)) cases++;
  }
  return shareEstimate(cases, n);
}

/** The share of runs that pass a test. */
export function shareOfRuns(test: Test, sample: Sample): Estimate {
  return chanceOf({ kind: "chance", test }, sample);
}

/** A measure's distribution: percentiles with intervals, and the share of runs without a value. */
export interface Distribution {
  readonly quantiles: readonly (Estimate & { readonly p: number })[];
  readonly without: number;
  readonly n: number;
}

const SHOWN = [0.1, 0.5, 0.9];

/**
 * The percentiles 10, 50 and 90; runs without a value count as later than all when `nullsLast`. Values
 * are laid in `room` where that is given.
 */
export function distributionOf(
  measure: string,
  sample: Sample,
  nullsLast: boolean,
  room?: Float64Array,
): Distribution {
  const present = presentColumn(sample, measure, room);
  const values = nullsLast ? valuesOf(measure, sample, room) : risen(present);
  const n = sample.columns[measure] === undefined ? 0 : sample.runs;
  return {
    quantiles: SHOWN.map((p) => ({ p, ...quantileEstimate(values, p) })),
    without: n - present.length,
    n,
  };
}
