import { charactersOf, columnsOf } from "./columns.ts";
import { printable } from "./printable.ts";

/** What a piece of text means; the theme says how that looks. */
export type Tone =
  | "plain"
  | "dim"
  | "strong"
  | "title"
  | "accent"
  | "good"
  | "warn"
  | "bad"
  | "friend"
  | "hostile"
  | "neutral"
  | "road"
  | "route"
  | "relief"
  | "night"
  | "cursor"
  | "key";

/** Text of one tone. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** One row of the screen. */
export type Line = readonly Span[];

/** A span of a tone. */
export function tone(tone: Tone, text: string): Span {
  return { text, tone };
}

/** A row of spans and plain texts. */
export function line(...parts: readonly (Span | string)[]): Line {
  return parts.map((part) => (typeof part === "string" ? { text: part, tone: "plain" } : part));
}

/** Columns of a row. */
export function widthOf(of: Line): number {
  return of.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

/** The row's text without tones. */
export function plainOf(of: Line): string {
  return of.map(({ text }) => text).join("");
}

/** Cut with an ellipsis, or filled with blanks, to exactly `width` columns. */
export function fit(of: Line, width: number): Line {
  const columns = widthOf(of);
  if (columns === width) return of;
  if (columns < width) return [...of, tone("plain", " ".repeat(width - columns))];
  return width <= 0 ? [] : [...cut(of, width - 1), tone("dim", "…")];
}

/** The first `width` columns; half of a wide character is a blank. */
function cut(of: Line, width: number): Line {
  const kept: Span[] = [];
  let left = width;
  for (const span of of) {
    if (left <= 0) break;
    const text = firstColumns(span.text, left);
    kept.push({ ...span, text });
    left -= columnsOf(text);
  }
  return kept;
}

function firstColumns(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = "";
  let left = width;
  for (const character of charactersOf(text)) {
    const columns = columnsOf(character);
    if (columns > left) break;
    kept += character;
    left -= columns;
  }
  return kept + " ".repeat(left);
}

/** Rows of `left` to a width, a gap, and rows of `right`, as long as the longer. */
export function beside(
  left: readonly Line[],
  width: number,
  right: readonly Line[],
  gap = " ",
): Line[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, row) => [
    ...fit(left[row] ?? [], width),
    tone("dim", gap),
    ...(right[row] ?? []),
  ]);
}

/** The row without controls or marks that turn the direction of text, whatever a file held. */
export function printableLine(of: Line): Line {
  if (of.every(({ text }) => printable(text) === text)) return of;
  return of.map((span) => ({ ...span, text: printable(span.text) }));
}

/** Exactly `rows` rows: cut at the end, or filled with empty ones. */
export function toHeight(lines: readonly Line[], rows: number): Line[] {
  return Array.from({ length: Math.max(0, rows) }, (_, row) => lines[row] ?? []);
}

/** The whole row in one tone. */
export function inTone(of: Line, to: Tone): Line {
  return of.map(({ text }) => tone(to, text));
}

/** Words of a text in rows of at most `width` columns; longer words are cut. */
export function wrap(text: string, width: number, indent = ""): string[] {
  return text
    .split("\n")
    .flatMap((paragraph) => wrapParagraph(paragraph, Math.max(8, width), indent));
}

function wrapParagraph(paragraph: string, width: number, indent: string): string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of paragraph.split(/\s+/).flatMap((one) => pieces(one, width - indent.length))) {
    const start = rows.length === 0 ? "" : indent;
    if (row === "") row = start + word;
    else if (columnsOf(row) + 1 + columnsOf(word) <= width) row += ` ${word}`;
    else {
      rows.push(row);
      row = indent + word;
    }
  }
  return [...rows, row];
}

function pieces(word: string, width: number): string[] {
  const rows = [""];
  for (const character of columnsOf(word) <= width ? [word] : charactersOf(word)) {
    const row = rows.at(-1) as string;
    if (row !== "" && columnsOf(row) + columnsOf(character) > width) rows.push(character);
    else rows[rows.length - 1] = row + character;
  }
  return rows;
}

/** "left … right" across `width` columns; the right part stays whole. */
export function spread(left: Line, right: Line, width: number): Line {
  const room = Math.max(0, width - widthOf(right));
  return [...fit(left, room), ...right];
}
