import type { Measures } from "../reports/index.ts";

/** A measure in every run; null, NaN or what stands for none where a run has no value. */
type Column = ArrayLike<number | null>;

/** The measures of many runs, a column a measure; run r stands at index r - 1 of each. */
export interface Sample {
  /** Runs in it; a column may have room for more. */
  readonly runs: number;
  /** Turns each run was played for at most. */
  readonly horizon: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** A sample in the making: a column has one, two, four or eight bytes a value, as its values need. */
export interface GrowingSample extends Sample {
  runs: number;
  /** Runs it will hold at most. */
  readonly most: number;
  readonly columns: Record<string, Cells>;
}

type Cells = Int8Array | Int16Array | Int32Array | Float64Array;

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

const FIRST_ROOM = 64;

function setNext(sample: GrowingSample, name: string, value: number): void {
  const { columns, runs, most } = sample;
  const column = columns[name];
  if (column !== undefined && runs < column.length && isRoomFor(column, value)) {
    column[runs] = Number.isNaN(value) ? noneIn(column) : value;
    return;
  }
  const held = column?.length ?? 0;
  const length = runs < held ? held : Math.min(most, Math.max(FIRST_ROOM, 2 * runs));
  columns[name] = copied(column, runs, cellsFor(column, value, length));
  setNext(sample, name, value);
}

/** The narrowest cells that hold a value and all that a column holds, without one in them. */
function cellsFor(column: Cells | undefined, value: number, length: number): Cells {
  const held = column?.BYTES_PER_ELEMENT ?? 1;
  const narrowest = WHOLE.find(
    (kind) => kind.BYTES_PER_ELEMENT >= held && isRoomFor(new kind(0), value),
  );
  const cells = new (narrowest ?? Float64Array)(length);
  return cells.fill(noneIn(cells));
}

/** Cells of whole numbers, the narrowest first; the lowest number of each stands for none. */
const WHOLE = [Int8Array, Int16Array, Int32Array] as const;

function noneIn(column: Column): number {
  if (column instanceof Int8Array) return -(2 ** 7);
  if (column instanceof Int16Array) return -(2 ** 15);
  if (column instanceof Int32Array) return -(2 ** 31);
  return Number.NaN;
}

/** Whether a column can hold a value to the last bit; minus nought is no whole number's. */
function isRoomFor(column: Cells, value: number): boolean {
  if (column instanceof Float64Array || Number.isNaN(value)) return true;
  const most = -noneIn(column) - 1;
  return Number.isInteger(value) && Math.abs(value) <= most && !Object.is(value, -0);
}

function copied(from: Cells | undefined, runs: number, to: Cells): Cells {
  if (from === undefined) return to;
  const [none, otherNone] = [noneIn(from), noneIn(to)];
  for (let run = 0; run < runs; run++) {
    const value = from[run] as number;
    to[run] = value === none ? otherNone : value;
  }
  return to;
}

/** A measure in one run (index from 0); null when the run has no value. */
export function valueIn({ columns }: Sample, measure: string, run: number): number | null {
  const column = columns[measure];
  const value = column?.[run];
  if (column === undefined || value === undefined || value === null) return null;
  return Number.isNaN(value) || value === noneIn(column) ? null : value;
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
