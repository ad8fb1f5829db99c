import type { Game } from "../../state.ts";
import { situationOf } from "../../telling/situation/situation.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";

/** Columns that an account is read in comfortably. */
const WIDEST = 96;

/** The account in rows of a width, and the row that each of its parts begins at. */
export function situationRows(
  { view, names, told, draft }: Game,
  width: number,
): { readonly rows: readonly Line[]; readonly starts: readonly number[] } {
  if (view === null) return { rows: [], starts: [] };
  const rows: Line[] = [];
  const starts: number[] = [];
  const room = Math.min(width - 2, WIDEST);
  for (const [at, section] of situationOf({ view, names, told, draft }).entries()) {
    if (at > 0) rows.push(line());
    starts.push(rows.length);
    rows.push(line(tone("key", `${at + 1} `), tone("title", section.title)));
    for (const text of section.rows)
      rows.push(...wrap(text, room, "  ").map((row) => line("  ", row)));
  }
  return { rows, starts };
}
