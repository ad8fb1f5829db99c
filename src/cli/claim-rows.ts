import type { ResultsOf } from "../edge/results.ts";
import type { Row } from "../lab/experiment.ts";
import { holds } from "../lab/holds.ts";
import { measureNames, type Rows } from "../lab/replicate.ts";
import { addRow, emptySample } from "../lab/sample.ts";
import type { FactorValues } from "../scenarios/index.ts";
import type { ClaimAsked } from "./claim-asked.ts";
import { designOf } from "./design-document.ts";
import { gameOf } from "./load-run.ts";

/** Whether the run passed; an underscore stands in no id, so that no measure is called so. */
const PASSED = "claim_passed";
const factorColumn = (id: string) => `factor_${id}`;

/** What a directory of a claim is of: a row a run, in the order of the hunt, with its point in it. */
export function claimResultsOf({ subject, file, seed }: ClaimAsked): ResultsOf {
  const { asked, run } = subject;
  const measures = [...ownColumns(subject.asked.factors), ...measureNames(gameOf(run))];
  return {
    design: designOf(
      [{ name: "as-written", title: asked.title, loaded: { ...run, excursion: null } }],
      {
        command: "claim",
        seed,
        runs: asked.budget.runs,
        measures,
        question: { claim: file },
      },
    ),
    table: { seed, alternatives: null, measures },
  };
}

function ownColumns(factors: readonly { readonly id: string }[]): string[] {
  return [...factors.map(({ id }) => factorColumn(id)), PASSED];
}

/** Runs of a point as rows to be kept, the first being run `from`. */
export function claimRows(
  { subject }: ClaimAsked,
  values: FactorValues,
  from: number,
  { names, values: found }: Rows,
): Row[] {
  const { factors, test } = subject.asked;
  const columns = ownColumns(factors);
  const point = factors.map(({ id }) => values[id] ?? Number.NaN);
  const { turns } = subject.run.scenario.setup;
  return Array.from({ length: found.length / names.length }, (_, at) => {
    const run = found.subarray(at * names.length, (at + 1) * names.length);
    const sample = emptySample(turns);
    addRow(sample, names, run);
    const passed = holds(test, sample, 0) ? 1 : 0;
    return {
      batch: 0,
      run: from + at,
      names: [...columns, ...names],
      values: [...point, passed, ...run],
    };
  });
}

/** Rows that were kept, handed out again in their order. */
export interface RecalledRows {
  /** Takes them from a directory: all of them. */
  recall(rows: Iterable<Row>): number;
  /** The next runs of a point, at most `count`; `isOther` from then on where others were kept. */
  take(values: FactorValues, from: number, count: number): Rows;
  isOther(): boolean;
  /** Rows that nobody has asked for. */
  left(): number;
}

/** No rows yet. */
export function recalledRows({ subject }: ClaimAsked): RecalledRows {
  const { factors } = subject.asked;
  const skipped = factors.length + 1;
  let rows: readonly Row[] = [];
  let next = 0;
  let other = false;
  const isNext = (row: Row | undefined, values: FactorValues, run: number) =>
    row !== undefined &&
    row.run === run &&
    factors.every(({ id }, at) => row.values[at] === values[id]);
  return {
    recall: (kept) => {
      rows = [...kept];
      return rows.length;
    },
    take: (values, from, count) => {
      const taken: Row[] = [];
      while (taken.length < count && next < rows.length && !other) {
        const row = rows[next] as Row;
        other = !isNext(row, values, from + taken.length);
        if (other) break;
        taken.push(row);
        next += 1;
      }
      const names = taken[0]?.names.slice(skipped) ?? [];
      const flat = taken.flatMap((row) => Array.from(row.values).slice(skipped));
      return { names, values: Float64Array.from(flat) };
    },
    isOther: () => other,
    left: () => rows.length - next,
  };
}
