import type { HandLine } from "../../../journal/index.ts";
import { tellHandInject, tellRuling } from "../../../reports/index.ts";
import type { Moment, Past } from "../../past.ts";
import { type Item, itemsOf } from "../../telling/items.ts";
import { type Line, line, type Tone, tone, wrap } from "../../text/span.ts";

/** What happened in a turn as it is known: remarks and White's hand above the events. */
export function runRows(past: Past, moment: Moment, all: boolean, width: number): Line[] {
  const { names, seat } = past;
  const items = all
    ? itemsOf(names, moment.events, true)
    : itemsOf(names, moment.events, false).toSorted((a, b) => weightOf(a) - weightOf(b));
  const hidden = itemsOf(names, moment.events, true).length - items.length;
  const more = hidden > 0 ? `  a: ${hidden} more` : "";
  const told = items.flatMap(({ mark, tone: look, text }) => marked(mark, look, text, width));
  return [
    ...noteRows(past, moment, width),
    ...handRows(past, moment, width),
    line(tone("strong", seat === null ? "In this run" : "What you were told"), tone("dim", more)),
    ...(told.length > 0 ? told : [line(nothingWords(moment))]),
  ];
}

/** Ground and contingents first, then battles; what has no mark of its own last. */
const FIRST = ["►", "!", "×", "*", "i", "+", "?"];

function weightOf({ mark }: Item): number {
  const at = FIRST.indexOf(mark);
  return at < 0 ? FIRST.length : at;
}

function nothingWords({ turn }: Moment): string {
  return turn === 0 ? "Before the first turn." : "Nothing of note.";
}

function marked(mark: string, look: Tone, text: string, width: number): Line[] {
  return wrap(text, width - 2).map((row, at) =>
    line(at === 0 ? tone(look, `${mark} `) : "  ", row),
  );
}

function handRows({ names }: Past, { hand }: Moment, width: number): Line[] {
  if (hand.length === 0) return [];
  const words = (one: HandLine) =>
    one.kind === "ruling" ? tellRuling(names, one.ruling) : tellHandInject(names, one.inject);
  return [
    line(tone("strong", "White's hand")),
    ...hand.flatMap((one) => marked(one.kind === "ruling" ? "R" : "i", "title", words(one), width)),
  ];
}

function noteRows({ names }: Past, { notes }: Moment, width: number): Line[] {
  if (notes.length === 0) return [];
  const words = ({ text, seat }: Moment["notes"][number]) =>
    seat === null ? text : `${text} (${names.seats[seat]?.name ?? seat})`;
  return [
    line(tone("strong", "Notes")),
    ...notes.flatMap((note) => marked("n", "key", words(note), width)),
    line(),
  ];
}
