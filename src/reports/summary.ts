import type { Id } from "../engine/index.ts";
import { halfDay } from "./dates.ts";
import { fallsText, recordFall } from "./falls.ts";
import { figureLines } from "./figures.ts";
import type { Telling } from "./history.ts";
import {
  finalHolders,
  type FinishedRun,
  isTime,
  type MeasureAsked,
  type Measures,
} from "./measures.ts";
import { hasAim, holderName, nameOf, type Names, titleOf } from "./names.ts";
import { type Line, listUnder, paragraph, plain, title } from "./page.ts";
import { citationOf, entriesOf, recordTimeline } from "./record.ts";
import { LOSSES } from "./tally.ts";
import { grouped, rounded } from "./wording.ts";
import { table } from "./wrap.ts";

/** The end of a printed run: its measures beside what the record says of the same. */
export function summaryLines(telling: Telling, run: FinishedRun): Line[] {
  const { names, clock, record, width } = telling;
  const { turn } = run;
  return [
    ...endTitle(telling, run),
    ...measureTable(telling, run, Object.keys(run.asked)),
    ...fallLines(telling, run),
    ...listTable("Men", menRows(names, run), `l${"r".repeat(LOSSES.length)}`),
    ...listTable("Strikes from the air", strikeRows(names, run), "lrrrr"),
    ...listTable("Scores", scoreRows(names, run), "lr"),
    ...listTable("Tracks", trackRows(names, run), "lrl"),
    ...listUnder("Who holds what", holderItems(names, run), width),
    ...figureLines(record.figures, width, {
      clock,
      turn,
      turns: Math.max(turn, run.setup.turns),
      measures: run.measures,
    }),
    plain(""),
  ];
}

/** What the scenario asks to be measured of single places and contingents, alone: one screen. */
export function measureLines(telling: Telling, run: FinishedRun): Line[] {
  const ids = Object.keys(run.asked).filter((id) => !COUNTS.includes(run.asked[id]?.kind ?? ""));
  return [...endTitle(telling, run), ...measureTable(telling, run, ids)];
}

/** Kinds that count something, or are made of other measures. */
const COUNTS: readonly string[] = [
  "men",
  "kit-captured",
  "kit-in-service",
  "share",
  "count-fallen",
  "latest",
  "earliest",
];

function endTitle({ clock, width }: Telling, { turn }: FinishedRun): Line[] {
  return title(`After turn ${turn} · ${halfDay(clock, turn)}`, width);
}

function measureTable(telling: Telling, run: FinishedRun, ids: readonly Id[]): Line[] {
  return listTable("Measures", askedRows(telling, run, ids), "lll");
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

function askedRows(telling: Telling, run: FinishedRun, ids: readonly Id[]): string[][] {
  const rows = ids.map((id) => {
    const asked = run.asked[id] as MeasureAsked;
    const value = run.measures[id] ?? null;
    return [asked.title, measureText(asked, value), recordText(telling, run, asked)];
  });
  return [["", "run", "record"], ...rows];
}

function measureText(asked: MeasureAsked, value: number | null): string {
  if (asked.kind === "held-at-end") return value === 1 ? "yes" : "no";
  if (value === null) return isTime(asked) ? "no" : "-";
  if (isTime(asked)) return `turn ${value}`;
  if (asked.kind === "share") return `${rounded(100 * value, 0)} %`;
  return Number.isInteger(value) ? grouped(value) : rounded(value);
}

/** The same measure folded from the record's own control of the place. */
function recordText({ record }: Telling, run: FinishedRun, asked: MeasureAsked): string {
  if (asked.kind !== "fall" && asked.kind !== "held-at-end") return "-";
  const { subject } = asked;
  const entries = entriesOf(record.control, subject);
  if (entries.length === 0) return "-";
  const start = run.setup.places[subject]?.holder ?? null;
  const horizon = run.turn;
  if (asked.kind === "held-at-end") {
    return recordTimeline(entries, start, horizon).at(-1) === start ? "yes" : "no";
  }
  const fall = recordFall(entries, start, horizon);
  if (fall === null) return "did not fall";
  return fall > horizon ? `turn ${fall}, later` : `turn ${fall}`;
}

function menRows(names: Names, { setup, measures }: FinishedRun): string[][] {
  const rows = Object.keys(setup.sides).map((side) => [
    holderName(names, side),
    ...LOSSES.map((loss) => grouped(measures[`${side}-${loss}`] ?? 0)),
  ]);
  return [["", ...LOSSES], ...rows];
}

/** 6.9: what crews claimed beside what they hit. */
function strikeRows(names: Names, { air = {} }: FinishedRun): string[][] {
  const flown = Object.entries(air).filter(([, one]) => one.claimedMen + one.claimedKit > 0);
  const rows = flown.map(([wing, { claimedMen, hitMen, claimedKit, hitKit }]) => [
    nameOf(names, "wings", wing),
    ...[claimedMen, hitMen, claimedKit, hitKit].map(grouped),
  ]);
  return [["", "men claimed", "hit", "kit claimed", "hit"], ...rows];
}

function scoreRows(names: Names, { setup, measures }: FinishedRun): string[][] {
  const seats = Object.keys(setup.seats).filter((seat) => hasAim(setup, seat));
  const rows = seats.flatMap((seat) => [
    [nameOf(names, "seats", seat), rounded(measures[`${seat}-score`] ?? 0)],
    ...menScores(setup, measures, seat),
  ]);
  return [["", "points"], ...rows];
}

/** What of a seat's score is for men; known when the game has ended. */
function menScores({ scores }: FinishedRun["setup"], measures: Measures, seat: Id): string[][] {
  return Object.entries(scores).flatMap(([id, { title: name }]) => {
    const points = measures[`${seat}-score-${id}`] ?? null;
    return points === null ? [] : [[`  of which: ${name}`, rounded(points)]];
  });
}

function trackRows(names: Names, { setup, measures }: FinishedRun): string[][] {
  const rows = Object.entries(setup.tracks).map(([id, { initial }]) => [
    titleOf(names, "tracks", id),
    rounded(measures[`${id}-track`] ?? initial),
    `from ${rounded(initial)}`,
  ]);
  return [["", "now", ""], ...rows];
}

function holderItems(names: Names, { setup, holders }: FinishedRun): string[] {
  const final = finalHolders(holders);
  return [...Object.keys(setup.sides), null].flatMap((side) => {
    const held = Object.keys(final).filter((place) => final[place] === side);
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
