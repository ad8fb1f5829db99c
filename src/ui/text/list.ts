import { inTone, type Line, line, tone } from "./span.ts";
import { plural } from "./words.ts";

/** First of the `height` rows to show so that row `cursor` of `count` is among them. */
function firstShown(cursor: number, count: number, height: number): number {
  const middle = cursor - Math.floor(height / 2);
  return Math.max(0, Math.min(middle, count - height));
}

/**
 * A list of one row an item, scrolled to its cursor; what is below is counted, in `restWords` of
 * the first item that is hidden.
 */
export function listOf(
  rows: readonly Line[],
  cursor: number,
  height: number,
  restWords = (hidden: number) => `${rows.length - hidden} more`,
): Line[] {
  if (height <= 0) return [];
  const first = firstShown(cursor, rows.length, height);
  const shown = rows
    .slice(first, first + height)
    .map((row, at) => marked(row, first + at === cursor));
  const below = rows.length - first - height;
  if (below > 0)
    shown[shown.length - 1] =
      first + height - 1 === cursor ? shown.at(-1)! : more(restWords(first + height - 1));
  return shown;
}

/** Items of several rows each, scrolled so that the chosen one is whole; rows below are counted. */
export function blocksOf(
  blocks: readonly (readonly Line[])[],
  cursor: number,
  height: number,
): Line[] {
  const before = blocks.slice(0, cursor).reduce((sum, rows) => sum + rows.length, 0);
  const own = blocks[cursor]?.length ?? 0;
  const rows = blocks.flat();
  const first = Math.max(
    0,
    Math.min(before - Math.floor((height - own) / 2), rows.length - height),
  );
  const shown = rows.slice(first, first + Math.max(0, height));
  const rest = rows.length - first - height;
  if (rest > 0 && height > 0) shown[height - 1] = more(`${plural(rest + 1, "more row")}`);
  return shown;
}

/** A row of a list, marked when it is the chosen one. */
export function marked(row: Line, chosen: boolean): Line {
  return chosen ? [tone("cursor", "›"), ...inTone(row, "cursor")] : line(" ", ...row);
}

function more(words: string): Line {
  return line(tone("dim", ` ↓ ${words}`));
}

/** The cursor moved by a step within `count` items, stopping at the ends. */
export function moved(cursor: number, step: number, count: number): number {
  return Math.max(0, Math.min(count - 1, cursor + step));
}
