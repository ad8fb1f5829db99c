import { type Line, paragraph, plain } from "./page.ts";
import { grouped, rounded } from "./wording.ts";
import { table } from "./wrap.ts";

/** A number with its interval; an end that the runs leave open is infinite. */
export interface Found {
  /** Null when there was nothing to find it from, infinite when it lies beyond the horizon. */
  readonly found: number | null;
  readonly low: number;
  readonly high: number;
}

/** What an experiment was made of: enough to make it again. */
export interface ExperimentHead {
  readonly title: string;
  readonly scenario: string;
  readonly hash: string;
  readonly engine: string;
  readonly seed: string;
  readonly runs: number;
  readonly turns: number;
  /** Seat → course of action, where it is not that of history. */
  readonly courses: readonly string[];
  /** What is changed in the scenario: its variant, then its excursion. */
  readonly changes: readonly string[];
  /** How many games are compared, each with so many runs; nothing for a single one. */
  readonly alternatives?: number | undefined;
}

/** A title, then one row of figures in the columns of its table. */
export interface Entry {
  readonly title: string;
  readonly cells: readonly string[];
}

/** How an experiment is headed; every figure below it is one of this model. */
export function headLines(head: ExperimentHead, width: number): Line[] {
  const { title, scenario, hash, engine, seed, runs, turns, changes } = head;
  const about =
    `${grouped(runs)} runs of ${turns} turns in this model, ${playedText(head)}; seeds ${seed}#1 to ` +
    `${seed}#${runs}. Intervals are of 95 %. None of it is a prediction.`;
  return [
    { text: title, tone: "title" },
    ...paragraph(about, { width }),
    ...changes.flatMap((change) => paragraph(change, { width })),
    plain(`Scenario ${scenario}, ${hash.slice(0, 16)}…; engine ${engine}`),
    plain(""),
  ];
}

function playedText({ alternatives, courses }: ExperimentHead): string {
  if (alternatives !== undefined) return `of each of ${alternatives} alternatives on the same dice`;
  return courses.length === 0
    ? "the historical courses of action"
    : `courses: ${courses.join(", ")}`;
}

/** A heading, and under it each entry's title with its figures below, in columns. */
export function entryLines(
  heading: string,
  columns: readonly string[],
  align: string,
  entries: readonly Entry[],
  width: number,
): Line[] {
  if (entries.length === 0) return [];
  const [head = "", ...rows] = table([columns, ...entries.map(({ cells }) => cells)], align);
  return [
    { text: heading, tone: "heading" },
    ...(head === "" ? [] : [plain(`    ${head}`)]),
    ...entries.flatMap(({ title }, at) => [
      ...paragraph(title, { width, first: "  ", rest: "  " }),
      plain(`    ${rows[at] ?? ""}`),
    ]),
    plain(""),
  ];
}

/** A number of an experiment: whole ones whole, shares with two places. */
export function figure(value: number | null): string {
  if (value === null) return "none";
  if (!Number.isFinite(value)) return value > 0 ? "later" : "open";
  return Math.abs(value) >= 100 ? grouped(Math.round(value)) : rounded(value);
}

/** An interval: "0.52 to 0.58". */
export function interval({ low, high }: Omit<Found, "found">): string {
  const upper = Number.isFinite(high) ? figure(high) : "open";
  return `${Number.isFinite(low) ? figure(low) : "open"} to ${upper}`;
}
