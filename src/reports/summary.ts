import type { Id, Setup, World } from "../engine/index.ts";
import { halfDay } from "./dates.ts";
import type { Telling } from "./history.ts";
import { fallOf, LOSSES, type MeasureAsked, type Measures } from "./measures.ts";
import { holderName, nameOf, type Names, titleOf } from "./names.ts";
import { type Line, listUnder, plain, title } from "./page.ts";
import { citationOf, entriesOf, type RecordFigure, recordTimeline } from "./record.ts";
import { grouped, rounded } from "./wording.ts";
import { table } from "./wrap.ts";

/** A finished run, as its summary needs it. */
export interface FinishedRun {
  readonly setup: Setup;
  readonly asked: Readonly<Record<Id, MeasureAsked>>;
  readonly measures: Measures;
  readonly world: World;
}

/** The end of a printed run: its measures beside what the record says of the same. */
export function summaryLines(telling: Telling, run: FinishedRun): Line[] {
  const { names, clock, record, width } = telling;
  const { turn } = run.world;
  return [
    ...title(`After turn ${turn} · ${halfDay(clock, turn)}`, width),
    ...listTable("Measures", askedRows(telling, run), "lll"),
    ...listTable("Men", menRows(names, run), `l${"r".repeat(LOSSES.length)}`),
    ...listTable("Scores", scoreRows(names, run), "lr"),
    ...listTable("Tracks", trackRows(names, run), "lrl"),
    ...listUnder("Who holds what", holderItems(names, run), width),
    ...figureLines(record.figures, run.measures, width),
    plain(""),
  ];
}

function listTable(heading: string, rows: readonly string[][], align: string): Line[] {
  if (rows.length < 2) return [];
  const lines = table(rows, align).map((row) => plain(`  ${row}`));
  return [{ text: heading, tone: "heading" }, ...lines];
}

function askedRows(telling: Telling, run: FinishedRun): string[][] {
  const rows = Object.entries(run.asked).map(([id, asked]) => [
    asked.title,
    measureText(asked.kind, run.measures[id] ?? null),
    recordText(telling, run, asked),
  ]);
  return [["", "run", "record"], ...rows];
}

function measureText(kind: MeasureAsked["kind"], value: number | null): string {
  if (kind === "held-at-end") return value === 1 ? "yes" : "no";
  return value === null ? "not in this run" : `turn ${value}`;
}

/** The same measure folded from the record's own control of the place. */
function recordText(
  { record }: Telling,
  run: FinishedRun,
  { kind, subject }: MeasureAsked,
): string {
  const entries = entriesOf(record.control, subject);
  if (kind === "left" || entries.length === 0) return "-";
  const start = run.setup.places[subject]?.holder ?? null;
  const horizon = run.world.turn;
  if (kind === "held-at-end") {
    return recordTimeline(entries, start, horizon).at(-1) === start ? "yes" : "no";
  }
  // One turn beyond its last entry, so that what stood then counts as standing.
  const end = Math.max(horizon, ...entries.map((entry) => entry.turn + 1));
  const fall = fallOf(recordTimeline(entries, start, end));
  if (fall === null) return "did not fall";
  return fall > horizon ? `turn ${fall}, after this run` : `turn ${fall}`;
}

function menRows(names: Names, { setup, measures }: FinishedRun): string[][] {
  const rows = Object.keys(setup.sides).map((side) => [
    holderName(names, side),
    ...LOSSES.map((loss) => grouped(measures[`${side}-${loss}`] ?? 0)),
  ]);
  return [["", ...LOSSES], ...rows];
}

function scoreRows(names: Names, { setup, measures }: FinishedRun): string[][] {
  const seats = Object.keys(setup.seats).filter((seat) => measures[`${seat}-score`] !== undefined);
  const rows = seats.map((seat) => [
    nameOf(names, "seats", seat),
    rounded(measures[`${seat}-score`] ?? 0),
  ]);
  return [["", "points"], ...rows];
}

function trackRows(names: Names, { setup, world }: FinishedRun): string[][] {
  const rows = Object.entries(setup.tracks).map(([id, { initial }]) => [
    titleOf(names, "tracks", id),
    rounded(world.tracks[id] ?? initial),
    `from ${rounded(initial)}`,
  ]);
  return [["", "now", ""], ...rows];
}

function holderItems(names: Names, { setup, world }: FinishedRun): string[] {
  const holders = [...Object.keys(setup.sides), null];
  return holders.flatMap((side) => {
    const held = Object.keys(world.places).filter((place) => world.places[place]?.holder === side);
    const places = held.map((place) => nameOf(names, "places", place)).join("; ");
    return held.length === 0 ? [] : [`${holderName(names, side)}: ${places}.`];
  });
}

/** The record's own figures, each with the run's measure of the same id when there is one. */
export function figureLines(
  figures: Readonly<Record<Id, RecordFigure>>,
  measures: Measures,
  width: number,
): Line[] {
  const items = Object.entries(figures).map(([id, figure]) => {
    const measure = measures[id];
    const run = measure === undefined || measure === null ? "" : ` Run: ${rounded(measure)}.`;
    return `${figureText(figure)}${run}`;
  });
  return listUnder("Figures of the record", items, width);
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

/** Where the sources contradict each other. */
export function conflictLines({ record, width }: Telling): Line[] {
  const items = Object.values(record.conflicts).map(({ question, positions }) => {
    const answers = positions.map((one) => `${one.text} ${citationOf(one)}`);
    return [question, ...answers].join("\n");
  });
  return listUnder("Where the sources differ", items, width);
}
