import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differencesOf } from "../../src/edge/design-differences.ts";
import {
  createResults,
  RESULT_FILES,
  type Results,
  type ResultsOf,
  resumeResults,
} from "../../src/edge/results.ts";
import { headLine, lineOf, type RowsTable, rowsOf } from "../../src/edge/results-rows.ts";
import { type Experiment, planOn, type Row } from "../../src/lab/experiment.ts";
import type { Game } from "../../src/lab/replicate.ts";
import type { Read } from "../../src/scenarios/index.ts";
import { emptyDirectory } from "./directory.ts";

const TABLE: RowsTable = {
  seed: 'say "hi", then',
  alternatives: ["one", "the, other"],
  measures: ["fall-of-town", "share"],
};
const OF: ResultsOf = {
  design: { format: "toy", seed: TABLE.seed, games: [{ hash: "ab" }] },
  table: TABLE,
};
const RUNS = 12;

const row = (
  batch: number,
  run: number,
  values = [run % 3 === 0 ? Number.NaN : run, run / 7],
): Row => ({
  batch,
  run,
  names: TABLE.measures,
  values,
});

function experiment(): Experiment {
  const plan = planOn(TABLE.seed, "abreast");
  for (const _ of TABLE.alternatives ?? []) plan.sampleOf({ setup: { turns: 9 } } as Game, RUNS);
  return plan.experiment();
}

const ROWS = Array.from({ length: 2 * RUNS }, (_, at) => row(at % 2, Math.floor(at / 2) + 1));

async function opened(read: Promise<Read<Results>>): Promise<Results> {
  const results = await read;
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value;
}

async function whole(directory: string): Promise<string> {
  const results = await opened(createResults(directory, OF));
  results.append(ROWS);
  await results.finish({ readme: "# Toy\n" });
  return directory;
}

const bytesOf = (directory: string) =>
  readdirSync(directory)
    .toSorted()
    .map((name) => [name, readFileSync(join(directory, name)).toString("hex")]);

describe("rows as text", () => {
  it("come back as they were, whatever the seed and the numbers", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 20 }),
        (seed, numbers) => {
          const table = { ...TABLE, seed: seed.replaceAll(/[\r\n]/g, " ") };
          const rows = numbers.map((values, at) =>
            row(
              at % 2,
              at + 1,
              values.map((one) => one + 0),
            ),
          );
          const file = join(emptyFile(), "runs.csv");
          writeFileSync(file, headLine(table) + rows.map((one) => lineOf(table, one)).join(""));
          const read = [...rowsOf(file, table)].map(({ batch, run, names, values }) => ({
            batch,
            run,
            names,
            values,
          }));
          expect(read).toEqual(rows);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("end at the first line that is not whole, and at the first that nobody wrote", () => {
    const file = join(emptyDirectory(), "runs.csv");
    const lines = ROWS.slice(0, 4).map((one) => lineOf(TABLE, one));
    const ends = (last: string) => {
      writeFileSync(file, headLine(TABLE) + lines.join("") + last);
      return [...rowsOf(file, TABLE)].length;
    };
    expect(ends("")).toBe(4);
    for (const last of ["5", lines[0]!.slice(0, -1), "5,x,one,1,2\n", "\n", "\0\0\n"]) {
      expect(ends(last)).toBe(4);
    }
    const altered = lines[1]!.replace(/,[^,]*$/, ",1e1\n");
    writeFileSync(file, headLine(TABLE) + lines[0] + altered + lines[2]);
    expect([...rowsOf(file, TABLE)]).toHaveLength(1);
    writeFileSync(file, `run,seed\n${lines.join("")}`);
    expect([...rowsOf(file, TABLE)]).toHaveLength(0);
  });
});

let shared: string | null = null;
/** One directory for all rounds of a property. */
function emptyFile(): string {
  shared ??= emptyDirectory();
  return shared;
}

describe("a directory of results", () => {
  it("holds design, rows, Parquet and README, and nothing else", async () => {
    const directory = await whole(emptyDirectory());
    expect(readdirSync(directory).toSorted()).toEqual(Object.values(RESULT_FILES).toSorted());
    expect(readFileSync(join(directory, "runs.csv"), "utf8")).toContain(
      '1,"say ""hi"", then#1","the, other",1,0.14285714285714285\n',
    );
  });

  it("has the same bytes for the same rows", async () => {
    const [a, b] = [await whole(emptyDirectory()), await whole(emptyDirectory())];
    expect(bytesOf(a)).toEqual(bytesOf(b));
  });

  it("has in Parquet what it has in CSV, by run and alternative", async () => {
    const directory = await whole(emptyDirectory());
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const file = join(directory, "runs.parquet");
    const read = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
    const rows = read.getRows();
    expect(read.columnNames()).toEqual(["run", "seed", "alternative", ...TABLE.measures]);
    expect(rows).toHaveLength(2 * RUNS);
    expect(rows[5]).toEqual([3, `${TABLE.seed}#3`, "the, other", null, 3 / 7]);
    connection.closeSync();
    instance.closeSync();
  });

  it.each([0, 1, 7, 24])(
    "killed after %i rows and half a line, ends with the same bytes",
    async (kept) => {
      const unbroken = await whole(emptyDirectory());
      const directory = emptyDirectory();
      const first = await opened(createResults(directory, OF));
      first.append(ROWS.slice(0, kept));
      await first.finish({ readme: "" });
      appendFileSync(join(directory, "runs.csv"), '9,"say ""hi""');
      writeFileSync(join(directory, "runs.parquet.tmp"), "half");
      const again = await opened(resumeResults(directory, OF));
      const asked = experiment();
      again.recallTo(asked);
      expect(asked.played()).toBe(kept);
      again.append(ROWS.slice(kept));
      await again.finish({ readme: "# Toy\n" });
      expect(bytesOf(directory)).toEqual(bytesOf(unbroken));
    },
  );

  it("that lost its rows begins again", async () => {
    const directory = await whole(emptyDirectory());
    truncateSync(join(directory, "runs.csv"), 5);
    const again = await opened(resumeResults(directory, OF));
    const asked = experiment();
    again.recallTo(asked);
    expect(asked.played()).toBe(0);
    again.append(ROWS);
    await again.finish({ readme: "# Toy\n" });
    expect(bytesOf(directory)).toEqual(bytesOf(await whole(emptyDirectory())));
  });

  it("is not begun over files that are there", async () => {
    const directory = await whole(emptyDirectory());
    const again = await createResults(directory, OF);
    expect(again).toMatchObject({ ok: false, problems: [{ code: "results.not-empty" }] });
  });

  it("is refused where its design differs, with what differs", async () => {
    const directory = await whole(emptyDirectory());
    const other = { ...OF, design: { format: "toy", seed: "2", games: [{ hash: "cd" }] } };
    const again = await resumeResults(directory, other);
    expect(again.ok ? [] : again.problems.map(({ code, path }) => [code, path])).toEqual([
      ["results.differs", "/seed"],
      ["results.differs", "/games/0/hash"],
    ]);
  });

  it("that is not there is refused", async () => {
    const again = await resumeResults(join(emptyDirectory(), "nowhere"), OF);
    expect(again).toMatchObject({ ok: false, problems: [{ code: "file.missing" }] });
  });
});

describe("differences of designs", () => {
  it("are told by where they are", () => {
    const found = { a: [1, { b: 2 }], c: "x" };
    const expected = { a: [1, { b: 3, d: 4 }], c: "x" };
    expect(differencesOf(found, expected).map(({ path }) => path)).toEqual(["/a/1/b", "/a/1/d"]);
    expect(differencesOf([1], [1, 2])).toHaveLength(1);
    expect(differencesOf(found, found)).toEqual([]);
  });
});
