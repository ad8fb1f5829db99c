import { charactersOf, columnsOf } from "../text/columns.ts";
import { type Line, type Span, type Tone, tone } from "../text/span.ts";
import type { Dot } from "./projection.ts";

interface Cell {
  /** Braille dots set, as bits; 0 for none. */
  bits: number;
  /** A character over the dots; empty for none. */
  text: string;
  tone: Tone;
  /** Whether it is the right half of the wide character before it. */
  isHalf: boolean;
}

/** A pane of character cells, each of two by four dots. */
export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Cell[];
}

// Unicode numbers the dots of a braille cell down the left column, then the right, then the last row.
const BIT_AT = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;
const BRAILLE = 0x2800;

/** An empty canvas. */
export function canvasOf(columns: number, rows: number): Canvas {
  const cells = Array.from(
    { length: columns * rows },
    (): Cell => ({ bits: 0, text: "", tone: "plain", isHalf: false }),
  );
  return { columns, rows, cells };
}

function cellAt({ columns, rows, cells }: Canvas, column: number, row: number): Cell | undefined {
  if (column < 0 || row < 0 || column >= columns || row >= rows) return undefined;
  return cells[row * columns + column];
}

/** Sets one dot; outside the pane nothing happens. */
function setDot(canvas: Canvas, x: number, y: number, to: Tone): void {
  const cell = cellAt(canvas, x >> 1, y >> 2);
  if (cell === undefined) return;
  cell.bits |= BIT_AT[y & 3]?.[x & 1] ?? 0;
  cell.tone = to;
}

/** Longest line that is walked, in dots: a road to far outside the pane is cut off there. */
const LONGEST = 20_000;

/** A straight line (Bresenham 1965), broken into dashes of `dash` dots when that is above 0. */
export function drawLine(canvas: Canvas, from: Dot, to: Dot, look: Tone, dash: number): void {
  const steps = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  if (steps > LONGEST) return;
  for (let at = 0; at <= steps; at++) {
    if (dash > 0 && Math.floor(at / dash) % 2 === 1) continue;
    const share = steps === 0 ? 0 : at / steps;
    const x = Math.round(from.x + (to.x - from.x) * share);
    const y = Math.round(from.y + (to.y - from.y) * share);
    setDot(canvas, x, y, look);
  }
}

/** Whether a row of `length` cells lies inside and carries no text; one free cell on each side. */
export function isFree(canvas: Canvas, column: number, row: number, length: number): boolean {
  if (column < 0 || column + length > canvas.columns) return false;
  for (let at = column - 1; at <= column + length; at++) {
    const cell = cellAt(canvas, at, row);
    if (cell === undefined ? at >= column && at < column + length : cell.text !== "") return false;
  }
  return true;
}

/** Whether a cell lies inside and carries nothing; with `dots` it may carry dots. */
export function isEmpty(canvas: Canvas, column: number, row: number, dots = false): boolean {
  const cell = cellAt(canvas, column, row);
  return cell !== undefined && cell.text === "" && (dots || cell.bits === 0);
}

/** Writes over the dots; what falls outside is lost. */
export function write(canvas: Canvas, column: number, row: number, spans: Line): void {
  let at = column;
  for (const { text, tone: look } of spans) {
    for (const character of charactersOf(text)) {
      const columns = columnsOf(character);
      put(canvas, at, row, tone(look, character), columns);
      at += columns;
    }
  }
}

/** A character of so many columns: one of none joins the one before it, half of one is a blank. */
function put(canvas: Canvas, at: number, row: number, { text, tone: look }: Span, columns: number) {
  const before = cellAt(canvas, at - 1, row);
  if (columns === 0) {
    if (before !== undefined && before.text !== "") before.text += text;
    return;
  }
  if (cellAt(canvas, at, row)?.isHalf && before !== undefined) before.text = " ";
  const after = cellAt(canvas, at + columns, row);
  if (after?.isHalf) Object.assign(after, { text: " ", isHalf: false });
  const isWhole = columns === 1 || cellAt(canvas, at + 1, row) !== undefined;
  for (let column = 0; column < columns; column++) {
    const cell = cellAt(canvas, at + column, row);
    const isHalf = isWhole && column > 0;
    const shown = isWhole && at >= 0 ? text : " ";
    if (cell !== undefined)
      Object.assign(cell, { text: shown, tone: look, isHalf: isHalf && at >= 0 });
  }
}

/** Shows a cell in another tone; one that carries no text gets this. */
export function mark(canvas: Canvas, column: number, row: number, text: string, look: Tone): void {
  const cell = cellAt(canvas, column, row);
  if (cell === undefined) return;
  if (cell.text === "") cell.text = text;
  cell.tone = look;
}

/** The canvas as rows. */
export function linesOf({ columns, rows, cells }: Canvas): Line[] {
  return Array.from({ length: rows }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).map(spanOf),
  );
}

function spanOf({ bits, text, tone: look, isHalf }: Cell): Span {
  if (isHalf) return tone(look, "");
  if (text !== "") return tone(look, text);
  return bits === 0 ? tone("plain", " ") : tone(look, String.fromCharCode(BRAILLE + bits));
}
