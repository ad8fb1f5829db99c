import { type Key, wordOf } from "../key.ts";
import type { State } from "../state.ts";
import { type Line, line, tone } from "../text/span.ts";

/** The smallest terminal the game is drawn in. */
export const SMALLEST = { columns: 80, rows: 24 } as const;

/** What is said instead of a screen there is no room for. */
export function tooSmallLines(
  state: State,
  size: { readonly columns: number; readonly rows: number },
  question: Line,
): Line[] {
  if (state.over === "leave") return [question, line("y quit   n stay")];
  return [
    line(tone("warn", `This window is ${size.columns}×${size.rows}.`)),
    line(`Tadmor needs ${SMALLEST.columns}×${SMALLEST.rows}: make it larger,`),
    line("or press ", tone("key", "p"), " to go on in plain lines."),
    line("Nothing is lost; Ctrl-C leaves."),
  ];
}

/** What a key means while there is no room: leaving is asked, `p` goes on in lines, the rest waits. */
export function keyWhenTooSmall(state: State, key: Key): Key | "lines" | null {
  if (state.over === "leave" || key.name === "ctrl-c") return key;
  return wordOf(key) === "p" && state.busy === null ? "lines" : null;
}
