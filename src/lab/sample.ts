import type { Measures } from "../reports/index.ts";

/** A measure in every run; null or NaN where a run has no value. */
type Column = ArrayLike<number | null>;

/** The measures of many runs, a column a measure; run r stands at index r - 1 of each. */
export interface Sample {
  /** Runs in it; a column may have room for more. */
  readonly runs: number;
  /** Turns each run was played for at most. */
  readonly horizon: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** A sample in the making: eight bytes a value. */
export interface GrowingSample extends Sample {
  runs: number;
  readonly columns: Record<string, Float64Array>;
}

/** A sample without runs. */
export function emptySample(horizon: number): GrowingSample {
  return { runs: 0, horizon, columns: {} };
}

/** Adds the measures of the next run. */
export function addRun(sample: GrowingSample, measures: Measures): void {
  for (const name in measures) setNext(sample, name, measures[name] ?? Number.NaN);
  sample.runs += 1;
}

/** Adds the next run from a row: its values by the names of their measures, NaN for none. */
export function addRow(
  sample: GrowingSample,
  names: readonly string[],
  values: ArrayLike<number>,
): void {
  for (let at = 0; at < names.length; at++) {
    setNext(sample, names[at] as string, values[at] as number);
  }
  sample.runs += 1;
}

const FIRST_ROOM = 64;

function setNext({ columns, runs }: GrowingSample, name: string, value: number): void {
  const column = columns[name];
  if (column !== undefined && runs < column.length) {
    column[runs] = value;
    return;
  }
  const larger = new Float64Array(Math.max(FIRST_ROOM, 2 * runs)).fill(Number.NaN);
  if (column !== undefined) larger.set(column);
  larger[runs] = value;
  columns[name] = larger;
}

/** A measure in one run (index from 0); null when the run has no value. */
export function valueIn({ columns }: Sample, measure: string, run: number): number | null {
  const value = columns[measure]?.[run];
  return value === undefined || value === null || Number.isNaN(value) ? null : value;
}

/** A measure in every run; empty when no run has it. */
export function columnOf(sample: Sample, measure: string): readonly (number | null)[] {
  if (sample.columns[measure] === undefined) return [];
  return Array.from({ length: sample.runs }, (_, run) => valueIn(sample, measure, run));
}

/** A measure with its nulls as another number; empty when no run has it. */
export function filledColumn(sample: Sample, measure: string, nullAs: number): Float64Array {
  const runs = sample.columns[measure] === undefined ? 0 : sample.runs;
  const values = new Float64Array(runs);
  for (let run = 0; run < runs; run++) values[run] = valueIn(sample, measure, run) ?? nullAs;
  return values;
}

/** A measure in those runs that have it. */
export function presentColumn(sample: Sample, measure: string): Float64Array {
  const values = filledColumn(sample, measure, Number.NaN);
  let present = 0;
  for (const value of values) if (!Number.isNaN(value)) values[present++] = value;
  return values.subarray(0, present);
}
