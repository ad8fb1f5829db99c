import { closeSync, openSync, readSync } from "node:fs";
import type { Row } from "../lab/experiment.ts";
import { seedOfRun } from "../lab/replicate.ts";

/** What stands in the columns of a table of runs. */
export interface RowsTable {
  readonly seed: string;
  /** What each batch is called, where there are several; null leaves the column out. */
  readonly alternatives: readonly string[] | null;
  readonly measures: readonly string[];
}

/** Names of the columns, in order. */
export function columnsOf({ alternatives, measures }: RowsTable): readonly string[] {
  return ["run", "seed", ...(alternatives === null ? [] : ["alternative"]), ...measures];
}

/** The first line of the table, newline included. */
export function headLine(table: RowsTable): string {
  return `${columnsOf(table).map(cell).join(",")}\n`;
}

/** A run as a line, newline included; a measure without a value is empty (RFC 4180). */
export function lineOf(table: RowsTable, { batch, run, names, values }: Row): string {
  const cells = table.measures.map((name, at) => {
    // The names are the same but where alternatives have measures of their own.
    const value = values[names[at] === name ? at : names.indexOf(name)];
    return value === undefined || Number.isNaN(value) ? "" : String(value);
  });
  return `${beginning(table, batch, run)}${cells.join(",")}\n`;
}

function beginning({ seed, alternatives }: RowsTable, batch: number, run: number): string {
  const alternative = alternatives === null ? "" : `${cell(alternatives[batch] ?? "")},`;
  return `${run},${cell(seedOfRun(seed, run))},${alternative}`;
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row that was read, and the byte after it in the file. */
export interface RowRead extends Row {
  readonly end: number;
}

/**
 * Rows of a file from its first line on, up to the first that is not whole or not of this table. A
 * program that was killed leaves half a line at most.
 */
export function* rowsOf(file: string, table: RowsTable): Generator<RowRead> {
  const head = headLine(table);
  let end = 0;
  for (const line of linesOf(file)) {
    end += Buffer.byteLength(line);
    if (end === Buffer.byteLength(line)) {
      if (line !== head) return;
      continue;
    }
    const row = rowOf(line, table);
    if (row === null) return;
    yield { ...row, end };
  }
}

/** Lines with their newlines; what comes after the last newline is none. */
function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, "r");
  try {
    const block = Buffer.alloc(BLOCK_BYTES);
    let rest = Buffer.alloc(0);
    for (;;) {
      const read = readSync(descriptor, block, 0, block.length, null);
      if (read === 0) return;
      const bytes = Buffer.concat([rest, block.subarray(0, read)]);
      let from = 0;
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
        yield bytes.toString("utf8", from, at + 1);
        from = at + 1;
      }
      rest = bytes.subarray(from);
    }
  } finally {
    closeSync(descriptor);
  }
}

const BLOCK_BYTES = 1 << 16;
const NEWLINE = 10;

function rowOf(line: string, table: RowsTable): Row | null {
  const run = Number(/^[1-9]\d{0,8}(?=,)/.exec(line)?.[0] ?? Number.NaN);
  const batches = table.alternatives?.length ?? 1;
  for (let batch = 0; batch < batches; batch++) {
    const begin = beginning(table, batch, run);
    if (!line.startsWith(begin)) continue;
    const values = line.slice(begin.length, -1).split(",").map(numberOf);
    const isWhole = values.length === table.measures.length && !values.includes(null);
    if (isWhole) return { batch, run, names: table.measures, values: values as number[] };
  }
  return null;
}

/** NaN for none; null for what no run ever wrote. */
function numberOf(text: string): number | null {
  if (text === "") return Number.NaN;
  return String(Number(text)) === text ? Number(text) : null;
}
