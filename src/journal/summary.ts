import { NO_LINE } from "./format.ts";
import { readLine } from "./line.ts";
import type { HeaderLine } from "./lines.ts";
import { type LineProblem, problemAt } from "./problems.ts";

/** What a list of saved games shows of one, or why it cannot be opened. */
export type Summary =
  | { readonly ok: true; readonly header: HeaderLine; readonly turns: number }
  | { readonly ok: false; readonly problem: LineProblem };

const COMMIT_START = '\n{"kind":"commit",';

/** Reads the header and counts the turns committed; the lines between are not checked. */
export function summarise(text: string): Summary {
  const newline = text.indexOf("\n");
  if (newline < 0) return { ok: false, problem: noHeader };
  const read = readLine(text.slice(0, newline), 1, NO_LINE);
  if (!read.ok) return { ok: false, problem: read.problems[0] ?? noHeader };
  if (read.line.kind !== "header") return { ok: false, problem: noHeader };
  return { ok: true, header: read.line, turns: commitsIn(text) };
}

const noHeader = problemAt(1, "no-header", "no whole header", "the game had not begun");

function commitsIn(text: string): number {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return whole.split(COMMIT_START).length - 1;
}
