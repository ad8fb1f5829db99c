import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../engine/index.ts";
import type { Experiment, Row } from "../lab/experiment.ts";
import { type Json, LARGEST_FILE_BYTES, parseJson, type Read } from "../scenarios/index.ts";
import { clip } from "../scenarios/text.ts";
import { differencesOf } from "./design-differences.ts";
import { disk } from "./disk.ts";
import { fileProblem, readTextFile } from "./files.ts";
import { type Lock, lockFile, PATIENT } from "./lock.ts";
import { writeParquet } from "./parquet.ts";
import { appendWhole, cutFile, flushFile, makeDirectory, putFile, UNFINISHED } from "./put-file.ts";
import { headLine, lineOf, type RowsTable, rowsOf } from "./results-rows.ts";

/** Files of a directory of results. */
export const RESULT_FILES = {
  design: "design.json",
  csv: "runs.csv",
  parquet: "runs.parquet",
  readme: "README.md",
} as const;

/** The directory of the runs to look at. */
const OUTLIERS = "outliers";

/** What a directory of results is of: the design as JSON data, and the columns of its table. */
export interface ResultsOf {
  readonly design: object;
  readonly table: RowsTable;
}

/** What is made of the rows in the end. */
export interface Kept {
  readonly readme: string;
  /** Runs to look at, as saved games: name of the file → text. */
  readonly outliers?: Readonly<Record<string, string>> | undefined;
  /** Further files of it: name → text. */
  readonly files?: Readonly<Record<string, string>> | undefined;
}

/**
 * A directory that the rows of an experiment are written to while it is played. What could not be
 * written is a Problem; what was written before stays, and is gone on with by `--resume`.
 */
export interface Results {
  /** Gives an experiment the rows that are there; what does not fit its beginning is cut off. */
  recallTo(experiment: Pick<Experiment, "recall">): Problem | null;
  /** Writes further rows, in order: all of them or none. */
  append(rows: readonly Row[]): Problem | null;
  /** Writes what is made of the rows, and leaves the directory; null leaves it as it is. */
  finish(kept: Kept | null): Promise<Problem | null>;
}

/** Begins a directory, which must be new or empty. */
export async function createResults(directory: string, of: ResultsOf): Promise<Read<Results>> {
  try {
    makeDirectory(directory);
    const others = readdirSync(directory).filter((name) => !name.endsWith(UNFINISHED));
    if (others.length > 0) return refused(notEmpty(directory));
    putText(join(directory, RESULT_FILES.design), designText(of));
  } catch (error) {
    return refused(fileProblem(error, directory));
  }
  return open(directory, of.table);
}

/** Goes on with a directory of the same design, or says what differs. */
export async function resumeResults(directory: string, of: ResultsOf): Promise<Read<Results>> {
  const design = readDesign(directory);
  if (!design.ok) return design;
  const expected = JSON.parse(designText(of)) as Json;
  const problems = differencesOf(design.value, expected);
  return problems.length > 0 ? { ok: false, problems } : open(directory, of.table);
}

/** What a directory holds of an experiment that was made anew from its design. */
export interface RecalledResults {
  /** Runs that were read. */
  readonly runs: number;
  /** Of whose rules the runs are where they are not those of this program; null where they are. */
  readonly otherEngine: string | null;
}

/**
 * Gives an experiment the rows that a directory holds, and leaves the directory as it is; or says how
 * its design differs. Runs of another version's rules stay what they were: it is only said.
 */
export function recallResults(
  directory: string,
  of: ResultsOf,
  experiment: Pick<Experiment, "recall">,
): Read<RecalledResults> {
  const design = readDesign(directory);
  if (!design.ok) return design;
  const differences = differencesOf(design.value, JSON.parse(designText(of)) as Json);
  const problems = differences.filter(({ path }) => !OF_RULES.test(path));
  if (problems.length > 0) return { ok: false, problems };
  const csv = join(directory, RESULT_FILES.csv);
  if (!existsSync(csv)) return refused(noRows(csv));
  const runs = experiment.recall(rowsOf(csv, of.table));
  const otherEngine = differences.length === 0 ? null : engineIn(design.value);
  return { ok: true, value: { runs, otherEngine } };
}

/** What of a design tells the rules by which it was played. */
const OF_RULES = /^\/(engine|games\/\d+\/firstRun)$/;

function engineIn(design: Json): string {
  const { engine } = design as { readonly engine?: Json };
  return typeof engine === "string" ? engine : "unknown";
}

/** The design in a directory of results. */
export function readDesign(directory: string): Read<Json> {
  const file = join(directory, RESULT_FILES.design);
  if (existsSync(directory) && !existsSync(file)) return { ok: false, problems: [noResults] };
  const text = readTextFile(file, LARGEST_FILE_BYTES);
  return text.ok ? parseJson(text.value) : text;
}

const noResults: Problem = {
  code: "results.none",
  path: "",
  message: `found no ${RESULT_FILES.design}, expected a directory of an experiment's results`,
  hint: "tadmor run, compare, sweep, matrix, ledger and claim make one by --out",
};

function designText({ design }: ResultsOf): string {
  return `${JSON.stringify(design, null, 2)}\n`;
}

/** Two programs must not write to one directory. */
async function open(directory: string, table: RowsTable): Promise<Read<Results>> {
  const lock = await lockFile(join(directory, RESULT_FILES.design), PATIENT);
  if (!lock.ok) return { ok: false, problems: lock.problems.map(busy) };
  try {
    for (const name of readdirSync(directory)) {
      if (name.endsWith(UNFINISHED)) disk.unlink(join(directory, name));
    }
    const csv = join(directory, RESULT_FILES.csv);
    if (!existsSync(csv)) putText(csv, headLine(table));
    return { ok: true, value: resultsIn(directory, table, lock.value) };
  } catch (error) {
    lock.value.release();
    return refused(fileProblem(error, directory));
  }
}

function resultsIn(directory: string, table: RowsTable, lock: Lock): Results {
  const csv = join(directory, RESULT_FILES.csv);
  return {
    recallTo: (experiment) => written(directory, csv, () => recall(csv, table, experiment)),
    append: (rows) => {
      if (rows.length === 0) return null;
      if (!lock.held()) return lostProblem(directory);
      const lines = rows.map((row) => lineOf(table, row)).join("");
      return written(directory, csv, () => appendWhole(csv, Buffer.from(lines)));
    },
    finish: async (kept) => {
      try {
        return kept === null ? null : await finish(directory, table, kept);
      } finally {
        lock.release();
      }
    },
  };
}

async function finish(directory: string, table: RowsTable, kept: Kept): Promise<Problem | null> {
  const { readme, outliers, files = {} } = kept;
  const csv = join(directory, RESULT_FILES.csv);
  const unflushed = written(directory, csv, () => flushFile(csv));
  if (unflushed !== null) return unflushed;
  const parquet = join(directory, RESULT_FILES.parquet);
  const unwritten = await writeParquet(csv, parquet, table);
  if (unwritten !== null) return resumable(directory, unwritten);
  return written(directory, directory, () => {
    putText(join(directory, RESULT_FILES.readme), readme);
    for (const [name, text] of Object.entries(files)) putText(join(directory, name), text);
    if (outliers !== undefined) replaceOutliers(join(directory, OUTLIERS), outliers);
  });
}

function recall(csv: string, table: RowsTable, experiment: Pick<Experiment, "recall">): void {
  const ends = [Buffer.byteLength(headLine(table))];
  const read = function* (): Generator<Row> {
    for (const row of rowsOf(csv, table)) {
      ends.push(row.end);
      yield row;
    }
  };
  const kept = experiment.recall(read());
  // A head that is not this table's leaves nothing to keep.
  if (kept === 0) putText(csv, headLine(table));
  else cutFile(csv, ends[kept] as number);
}

/** Those of the runs that were there before may be others. */
function replaceOutliers(directory: string, outliers: Readonly<Record<string, string>>): void {
  disk.removeTree(directory);
  if (Object.keys(outliers).length > 0) makeDirectory(directory);
  for (const [name, text] of Object.entries(outliers)) putText(join(directory, name), text);
}

function putText(file: string, text: string): void {
  putFile(file, Buffer.from(text));
}

/** Does what writes to a file of a directory; what kept it from that, as a Problem. */
function written(directory: string, file: string, write: () => void): Problem | null {
  try {
    write();
    return null;
  } catch (error) {
    return resumable(directory, fileProblem(error, file));
  }
}

function resumable(directory: string, problem: Problem): Problem {
  const hint = `${problem.hint}; --resume ${clip(directory)} goes on from what is kept`;
  return { ...problem, hint };
}

function busy(problem: Problem): Problem {
  if (problem.code !== "archive.locked") return problem;
  const message = "found the directory in use by another program, expected nobody in it";
  return { ...problem, code: "results.locked", message };
}

/** Another program took the directory while this one, or its machine, slept. */
function lostProblem(directory: string): Problem {
  const message = `found "${clip(directory)}" taken by another program, expected to have it alone`;
  const hint = `let the other one end; --resume ${clip(directory)} goes on from what is kept`;
  return { code: "results.locked", path: "", message, hint };
}

function noRows(csv: string): Problem {
  const message = `no file "${clip(csv)}", expected the runs of the experiment`;
  return { code: "file.missing", path: "", message, hint: "--resume plays what is missing" };
}

function notEmpty(directory: string): Problem {
  return {
    code: "results.not-empty",
    path: "/out",
    message: `found files in "${clip(directory)}", expected a new or an empty directory`,
    hint: "go on with it by --resume, or name another",
  };
}

function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}
