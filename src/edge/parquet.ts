import { renameSync } from "node:fs";
import { columnsOf, type RowsTable } from "./results-rows.ts";

const TYPES: Readonly<Record<string, string>> = {
  run: "INTEGER",
  seed: "VARCHAR",
  alternative: "VARCHAR",
};
const MEASURE = "DOUBLE";

/** Rows that are in memory together. */
const ROWS_AT_ONCE = 10_240;

/**
 * Writes a table of runs as Parquet, once, in the order it has: by run, and by alternative as they
 * were named. The same rows give the same bytes. On one thread, and in little memory.
 */
export async function writeParquet(csv: string, parquet: string, table: RowsTable): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: "128MB",
    preserve_insertion_order: "true",
  });
  try {
    const connection = await instance.connect();
    await connection.run(copyStatement(csv, `${parquet}.tmp`, table));
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
  renameSync(`${parquet}.tmp`, parquet);
}

function copyStatement(csv: string, parquet: string, table: RowsTable): string {
  const columns = columnsOf(table).map((name) => `${quoted(name)}: '${TYPES[name] ?? MEASURE}'`);
  const source = `read_csv(${quoted(csv)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns.join(", ")}})`;
  return `COPY (SELECT * FROM ${source}) TO ${quoted(parquet)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROWS_AT_ONCE})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
