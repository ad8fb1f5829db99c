import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Problem } from "../engine/index.ts";
import { clip } from "../scenarios/text.ts";
import { disk } from "./disk.ts";
import { fileProblem } from "./files.ts";
import { discard, flushFile, UNFINISHED } from "./put-file.ts";
import { columnsOf, type RowsTable } from "./results-rows.ts";

const TYPES: Readonly<Record<string, string>> = {
  run: "INTEGER",
  seed: "VARCHAR",
  alternative: "VARCHAR",
};
const MEASURE = "DOUBLE";

/** Rows that are in memory together, and bytes of their text: room for DuckDB's longest line, 2 MB. */
const ROWS_AT_ONCE = 10_240;
const TEXT_AT_ONCE = 2 ** 21;

/**
 * Writes a table of runs as Parquet, once, in the order it has: by run, and by alternative as they
 * were named; what kept it from that, as a Problem. The same rows give the same bytes. On one thread,
 * and in little memory.
 */
export async function writeParquet(
  csv: string,
  parquet: string,
  table: RowsTable,
): Promise<Problem | null> {
  const part = `${parquet}${UNFINISHED}`;
  try {
    await disk.writeBy(part, () => copyTable(csv, part, table));
    flushFile(part);
    disk.rename(part, parquet);
    disk.flushDirectory(dirname(parquet));
    return null;
  } catch (error) {
    if (existsSync(part)) discard(part);
    return unwritten(error, parquet);
  }
}

/** DuckDB says in words of its own what the system said. */
function unwritten(error: unknown, parquet: string): Problem {
  const said = error instanceof Error ? IO_ERROR.exec(error.message)?.[1] : undefined;
  if (said === undefined) return fileProblem(error, parquet);
  const code = SAID.find(([words]) => said.includes(words))?.[1];
  if (code !== undefined) return fileProblem(Object.assign(new Error(said), { code }), parquet);
  const message = `"${clip(parquet)}" could not be written: ${clip(said)}`;
  return { code: "file.unreadable", path: "", message, hint: "is the disk damaged, or too small?" };
}

/** Words of a system, and its code. */
const SAID = [
  ["No space left", "ENOSPC"],
  ["File too large", "EFBIG"],
  ["Read-only file system", "EROFS"],
  ["Permission denied", "EACCES"],
  ["Input/output error", "EIO"],
] as const;

const IO_ERROR = /^IO Error: .*?: ([^:\n]+)\s*$/;

async function copyTable(csv: string, parquet: string, table: RowsTable): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: "128MB",
    preserve_insertion_order: "true",
  });
  try {
    const connection = await instance.connect();
    await connection.run(copyStatement(csv, parquet, table));
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}

function copyStatement(csv: string, parquet: string, table: RowsTable): string {
  const columns = columnsOf(table).map((name) => `${quoted(name)}: '${TYPES[name] ?? MEASURE}'`);
  const source = `read_csv(${quoted(csv)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', buffer_size = ${TEXT_AT_ONCE}, columns = {${columns.join(", ")}})`;
  return `COPY (SELECT * FROM ${source}) TO ${quoted(parquet)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROWS_AT_ONCE})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
