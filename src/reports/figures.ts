import { type Clock, type Id, turnStart } from "../engine/index.ts";
import { MONTHS } from "./dates.ts";
import type { Measures } from "./measures.ts";
import { type Line, listUnder } from "./page.ts";
import { citationOf, type RecordFigure } from "./record.ts";
import { rounded } from "./wording.ts";

/** What of a run is set beside the figures: its measures up to its last turn. */
export interface PlayedRun {
  readonly clock: Clock;
  /** The last turn played, from 1, of so many. */
  readonly turn: number;
  readonly turns: number;
  readonly measures: Measures;
}

/**
 * The record's own figures, each with the run's measure of the same id where the run was played
 * over the same days, and to its end for a figure without days; without a run, the figures alone.
 */
export function figureLines(
  figures: Readonly<Record<Id, RecordFigure>>,
  width: number,
  run?: PlayedRun,
): Line[] {
  return listUnder("Figures of the record", figureItems(figures, run), width);
}

/** The same as sentences. */
export function figureItems(
  figures: Readonly<Record<Id, RecordFigure>>,
  run?: PlayedRun,
): readonly string[] {
  return Object.entries(figures).map(([id, figure]) => {
    const value = run?.measures[id] ?? null;
    return `${figureText(figure)}${run && value !== null ? besideText(figure, run, value) : ""}`;
  });
}

function figureText(figure: RecordFigure): string {
  const { title: what, low, high, note } = figure;
  const range = low === high ? "" : ` (${rounded(low)} to ${rounded(high)})`;
  const remark = note === undefined ? "" : ` ${note}`;
  return `${what}: ${amountText(figure)}${range} ${citationOf(figure)}.${remark}`;
}

function amountText({ value, unit }: RecordFigure): string {
  if (unit === "turn") return `turn ${rounded(value)}`;
  return unit === "ratio" ? rounded(value) : `${rounded(value)} ${unit}`;
}

/** The run's value; none when the run went on beyond the days of the figure. */
function besideText({ title }: RecordFigure, run: PlayedRun, value: number): string {
  const { clock, turn, turns } = run;
  const first = turnStart(clock, 1).date;
  const last = turnStart(clock, turn).date;
  const [from, to] = periodOf(title, clock) ?? [first, turnStart(clock, turns).date];
  if (first > from || last < to) return " Run: not played in full.";
  return first === from && last === to ? ` Run: ${rounded(value)}.` : "";
}

const PERIOD = new RegExp(String.raw`\b(?:(\d+)(?:-(\d+))?|in) (${MONTHS.join("|")})\b`);

/** First and last day, ISO 8601, of a figure's title, which alone says them; null when it does not. */
function periodOf(title: string, clock: Clock): readonly [string, string] | null {
  const found = PERIOD.exec(title);
  if (found === null) return null;
  const [, first, last, name = ""] = found;
  const year = Number(clock.start.slice(0, 4));
  const month = MONTHS.findIndex((one) => one === name);
  const day = (of: string) =>
    new Date(Date.UTC(year, month, Number(of))).toISOString().slice(0, 10);
  if (first !== undefined) return [day(first), day(last ?? first)];
  const end = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
  return [day("1"), end];
}
