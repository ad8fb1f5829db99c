import { halfDay } from "./dates.ts";
import { fallsText, recordFall } from "./falls.ts";
import { figureLines } from "./figures.ts";
import type { Telling } from "./history.ts";
import { type FinishedRun, LOSSES, type MeasureAsked } from "./measures.ts";
import { hasAim, holderName, nameOf, type Names, titleOf } from "./names.ts";
import { type Line, listUnder, paragraph, plain, title } from "./page.ts";
import { citationOf, entriesOf, recordTimeline } from "./record.ts";
import { grouped, rounded } from "./wording.ts";
import { table } from "./wrap.ts";

/** The end of a printed run: its measures beside what the record says of the same. */
export function summaryLines(telling: Telling, run: FinishedRun): Line[] {
  const { names, clock, record, width } = telling;
  const { turn } = run.world;
  return [
    ...measureLines(telling, run),
    ...fallLines(telling, run),
    ...listTable("Men", menRows(names, run), `l${"r".repeat(LOSSES.length)}`),
    ...listTable("Scores", scoreRows(names, run), "lr"),
    ...listTable("Tracks", trackRows(names, run), "lrl"),
    ...listUnder("Who holds what", holderItems(names, run), width),
    ...figureLines(record.figures, width, { clock, turn, measures: run.measures }),
    plain(""),
  ];
}

/** What the scenario asks to be measured, alone. */
export function measureLines(telling: Telling, run: FinishedRun): Line[] {
  const { turn } = run.world;
  return [
    ...title(`After turn ${turn} · ${halfDay(telling.clock, turn)}`, telling.width),
    ...listTable("Measures", askedRows(telling, run), "lll"),
  ];
}

function fallLines(telling: Telling, run: FinishedRun): Line[] {
  const text = fallsText(telling, run);
  return text === "" ? [] : paragraph(text, { width: telling.width, first: "  " });
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
  const fall = recordFall(entries, start, horizon);
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
  const seats = Object.keys(setup.seats).filter((seat) => hasAim(setup, seat));
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

/** Where the sources contradict each other. */
export function conflictLines({ record, width }: Telling): Line[] {
  const items = Object.values(record.conflicts).map(({ question, positions }) => {
    const answers = positions.map((one) => `${one.text} ${citationOf(one)}`);
    return [question, ...answers].join("\n");
  });
  return listUnder("Where the sources differ", items, width);
}
