import type { Design, FactorValues } from "../scenarios/index.ts";
import { type Estimate, meanEstimate, shareEstimate } from "./estimates.ts";
import { passes } from "./holds.ts";
import { columnOf, type Sample } from "./sample.ts";

/** One point of a design with the runs that were played there; run r has one seed at all points. */
export interface PointRuns {
  readonly values: FactorValues;
  readonly sample: Sample;
}

/** What is read off the runs of a point: a measure, or whether a test is passed. */
export type ResponseAsked = Design["measures"][string];

/** A point with what was read off it. */
export interface PointResponse extends Estimate {
  readonly values: FactorValues;
}

/**
 * What each run of a sample gives: 1 or 0 of a test; of a measure its value, and where it has none
 * the horizon if it is a time, else not a number.
 */
export function valuesOf(asked: ResponseAsked, sample: Sample, isTimed: boolean): number[] {
  if ("test" in asked) return passes(asked.test, sample);
  const missing = isTimed ? sample.horizon : Number.NaN;
  return columnOf(sample, asked.measure).map((value) => value ?? missing);
}

/** The response table: each point with the mean of its runs, or with the share that pass. */
export function responseTable(
  asked: ResponseAsked,
  points: readonly PointRuns[],
  isTimed: boolean,
): PointResponse[] {
  return points.map(({ values, sample }) => {
    const present = valuesOf(asked, sample, isTimed).filter((value) => !Number.isNaN(value));
    const cases = present.filter((value) => value === 1).length;
    const estimate = "test" in asked ? shareEstimate(cases, present.length) : meanEstimate(present);
    return { values, ...estimate };
  });
}
