import { inTone, type Line, line, tone } from "./span.ts";

/** First of the `height` rows to show so that row `cursor` of `count` is among them. */
function firstShown(cursor: number, count: number, height: number): number {
  const middle = cursor - Math.floor(height / 2);
  return Math.max(0, Math.min(middle, count - height));
}

/** A list of one row an item, scrolled to its cursor; what is above and below is counted. */
export function listOf(rows: readonly Line[], cursor: number, height: number): Line[] {
  if (height <= 0) return [];
  const first = firstShown(cursor, rows.length, height);
  const shown = rows
    .slice(first, first + height)
    .map((row, at) => marked(row, first + at === cursor));
  const below = rows.length - first - height;
  if (below > 0)
    shown[shown.length - 1] =
      first + height - 1 === cursor ? shown.at(-1)! : more(below + 1, "more");
  return shown;
}

function marked(row: Line, chosen: boolean): Line {
  return chosen ? [tone("cursor", "›"), ...inTone(row, "cursor")] : line(" ", ...row);
}

function more(count: number, word: string): Line {
  return line(tone("dim", ` ↓ ${count} ${word}`));
}

/** The cursor moved by a step within `count` items, stopping at the ends. */
export function moved(cursor: number, step: number, count: number): number {
  return Math.max(0, Math.min(count - 1, cursor + step));
}
