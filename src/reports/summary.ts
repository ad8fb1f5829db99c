import type { Id } from "../engine/index.ts";
import { halfDay } from "./dates.ts";
import { fallsText } from "./falls.ts";
import { figureLines } from "./figures.ts";
import type { Telling } from "./history.ts";
import type { FinishedRun } from "./measures.ts";
import { type Line, listUnder, paragraph, plain, title } from "./page.ts";
import { citationOf } from "./record.ts";
import {
  askedRows,
  holderItems,
  menRows,
  scoreRows,
  strikeRows,
  trackRows,
} from "./summary-rows.ts";
import { LOSSES } from "./tally.ts";
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

/** Where the sources contradict each other. */
export function conflictLines({ record, width }: Telling): Line[] {
  const items = Object.values(record.conflicts).map(({ question, positions }) => {
    const answers = positions.map((one) => `${one.text} ${citationOf(one)}`);
    return [question, ...answers].join("\n");
  });
  return listUnder("Where the sources differ", items, width);
}
