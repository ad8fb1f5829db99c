import type { Measures } from "../reports/index.ts";

/** The measures of many runs, a column a measure; run r stands at index r - 1 of each. */
export interface Sample {
  /** Runs in it. */
  readonly runs: number;
  /** Turns each run was played for at most. */
  readonly horizon: number;
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
}

/** A sample in the making. */
export interface GrowingSample extends Sample {
  runs: number;
  readonly columns: Record<string, (number | null)[]>;
}

/** A sample without runs. */
export function emptySample(horizon: number): GrowingSample {
  return { runs: 0, horizon, columns: {} };
}

/** Adds the measures of the next run. */
export function addRun(sample: GrowingSample, measures: Measures): void {
  sample.runs += 1;
  for (const name in measures) (sample.columns[name] ??= []).push(measures[name] ?? null);
}

/** A measure in every run; empty when no run has it. */
export function columnOf({ columns }: Sample, measure: string): readonly (number | null)[] {
  return columns[measure] ?? [];
}

/** A measure with its nulls as another number. */
export function filledColumn(sample: Sample, measure: string, nullAs: number): number[] {
  return columnOf(sample, measure).map((value) => value ?? nullAs);
}
