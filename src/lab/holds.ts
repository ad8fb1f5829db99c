import type { Test } from "../scenarios/index.ts";
import { type Sample, valueIn } from "./sample.ts";

/** Whether a run (index from 0) of a sample passes a test; a measure without a value never does. */
export function holds(test: Test, sample: Sample, run: number): boolean {
  if ("all" in test) return test.all.every((one) => holds(one, sample, run));
  if ("any" in test) return test.any.some((one) => holds(one, sample, run));
  if ("not" in test) return !holds(test.not, sample, run);
  if ("of" in test) return test.of.filter((one) => holds(one, sample, run)).length >= test.atLeast;
  if ("never" in test) return valueIn(sample, test.never, run) === null;
  if ("gap" in test) return isGap(test.gap, sample, run);
  return isWithin(valueIn(sample, test.measure, run), test.from, test.to);
}

function isGap(
  { from, to, atLeast, atMost }: Extract<Test, { gap: unknown }>["gap"],
  sample: Sample,
  run: number,
): boolean {
  const [first, second] = [valueIn(sample, from, run), valueIn(sample, to, run)];
  return first !== null && second !== null && isWithin(second - first, atLeast, atMost);
}

function isWithin(value: number | null, from = -Infinity, to = Infinity): boolean {
  return value !== null && value >= from && value <= to;
}

/** 1 for each run that passes a test, 0 for each that does not; of the first `runs` runs. */
export function passes(test: Test, sample: Sample, runs = sample.runs): number[] {
  return Array.from({ length: runs }, (_, run) => (holds(test, sample, run) ? 1 : 0));
}
