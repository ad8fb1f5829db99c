import { isPassed } from "../reports/index.ts";
import type { Test } from "../scenarios/index.ts";
import { type Sample, valueIn } from "./sample.ts";

/** Whether a run (index from 0) of a sample passes a test; a measure without a value never does. */
export function holds(test: Test, sample: Sample, run: number): boolean {
  return isPassed(test, (measure) => valueIn(sample, measure, run));
}

/** 1 for each run that passes a test, 0 for each that does not; of the first `runs` runs. */
export function passes(test: Test, sample: Sample, runs = sample.runs): number[] {
  return Array.from({ length: runs }, (_, run) => (holds(test, sample, run) ? 1 : 0));
}
