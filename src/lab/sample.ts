import type { Measures } from "../reports/index.ts";
import { GrowingColumn } from "./column.ts";

/** A measure in every run, by its index from 0; null, NaN or undefined where a run has no value. */
interface Column {
  at(run: number): number | null | undefined;
}

/** The measures of many runs, a column a measure; run r stands at index r - 1 of each. */
export interface Sample {
  /** Runs in it. */
  readonly runs: number;
  /** Turns each run was played for at most. */
  readonly horizon: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** A sample in the making. */
export interface GrowingSample extends Sample {
  runs: number;
  /** Runs it will hold at most. */
  readonly most: number;
  readonly columns: Record<string, GrowingColumn>;
}

/** A sample without runs, of so many at most. */
export function emptySample(horizon: number, most = Infinity): GrowingSample {
  return { runs: 0, horizon, most, columns: {} };
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

function setNext({ columns, runs, most }: GrowingSample, name: string, value: number): void {
  (columns[name] ??= new GrowingColumn(most)).set(runs, value);
}

/** A measure in one run (index from 0); null when the run has no value. */
export function valueIn({ columns }: Sample, measure: string, run: number): number | null {
  return valueAt(columns[measure], run);
}

function valueAt(column: Column | undefined, run: number): number | null {
  const value = column?.at(run);
  return value === undefined || value === null || Number.isNaN(value) ? null : value;
}

/** A measure in every run; empty when no run has it. */
export function columnOf(sample: Sample, measure: string): readonly (number | null)[] {
  if (sample.columns[measure] === undefined) return [];
  return Array.from({ length: sample.runs }, (_, run) => valueIn(sample, measure, run));
}

/**
 * A measure with its nulls as another number; empty when no run has it. Laid in `room` where that is
 * given: of a million runs a column is 8 MB, and what is looked through in turn needs it once.
 */
export function filledColumn(
  sample: Sample,
  measure: string,
  nullAs: number,
  room: Float64Array = new Float64Array(sample.runs),
): Float64Array {
  const column = sample.columns[measure];
  const values = room.subarray(0, column === undefined ? 0 : sample.runs);
  for (let run = 0; run < values.length; run++) values[run] = valueAt(column, run) ?? nullAs;
  return values;
}

/** A measure in those runs that have it; laid in `room` where that is given. */
export function presentColumn(sample: Sample, measure: string, room?: Float64Array): Float64Array {
  const values = filledColumn(sample, measure, Number.NaN, room);
  let present = 0;
  for (let run = 0; run < values.length; run++) {
    const value = values[run] as number;
    if (!Number.isNaN(value)) values[present++] = value;
  }
  return values.subarray(0, present);
}
