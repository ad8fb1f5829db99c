import { partOfDay, turnStart } from "../../../engine/player.ts";
import type { Moment, Past } from "../../past.ts";
import { listOf } from "../../text/list.ts";
import { type Line, line, type Span, tone } from "../../text/span.ts";
import { dateWords } from "../../text/words.ts";
import { type Mark, marksFor } from "./marks.ts";

const DATE_COLUMNS = 18;
const MARK_COLUMNS = 2;

/** Columns that the list of turns takes. */
export const TURNS_COLUMNS = 36;

/** A row a turn with its marks, what the marks mean below when there is room. */
export function turnRows(past: Past, turn: number, height: number): Line[] {
  const marks = marksFor(past.seat);
  const rows = past.moments.map((moment) => momentRow(past, moment, marks));
  const open = past.over ? [] : [openRow(past)];
  const legend = legendRows(marks);
  const list = [...rows, ...open];
  const room = height - 1;
  const isRoomy = room >= list.length + legend.length;
  return [
    headRow(marks),
    ...listOf(list, turn, isRoomy ? list.length : room),
    ...(isRoomy ? legend : []),
  ];
}

function headRow(marks: readonly Mark[]): Line {
  const signs = marks.map(({ sign }) => tone("strong", sign.padStart(MARK_COLUMNS)));
  return line(tone("dim", " turn".padEnd(DATE_COLUMNS)), ...signs);
}

function momentRow(past: Past, moment: Moment, marks: readonly Mark[]): Line {
  return line(whenSpan(past, moment.turn), ...marks.map((mark) => markSpan(mark, moment)));
}

function whenSpan({ brief: { clock } }: Past, turn: number): Span {
  if (turn === 0) return tone("plain", " 0 the start".padEnd(DATE_COLUMNS - 1));
  return tone("plain", whenWords(clock, turn).padEnd(DATE_COLUMNS - 1));
}

/** "7 4 May day": a turn in a list. */
export function whenWords(clock: Past["brief"]["clock"], turn: number): string {
  const date = dateWords(turnStart(clock, turn).date).split(" ").slice(0, 2).join(" ");
  return `${String(turn).padStart(2)} ${date.padStart(6)} ${partOfDay(clock, turn)}`;
}

function markSpan({ tone: look, countIn }: Mark, moment: Moment): Span {
  const count = countIn(moment);
  return count === 0
    ? tone("dim", "·".padStart(MARK_COLUMNS))
    : tone(look, (count > 9 ? "+" : String(count)).padStart(MARK_COLUMNS));
}

function openRow({ brief: { clock }, moments }: Past): Line {
  return line(tone("dim", `${whenWords(clock, moments.length)}  is open`));
}

function legendRows(marks: readonly Mark[]): Line[] {
  const words = marks.map(({ sign, says, tone: look }) =>
    line(" ", tone(look, sign), tone("dim", ` ${says}`)),
  );
  return [line(), ...words];
}
