import type { Problem } from "../engine/index.ts";

/** What is wrong with a journal; `line` counts from 1 and stands in `path` as `/lines/LINE`. */
export interface LineProblem extends Problem {
  readonly line: number;
}

/** A problem at a line, `within` being a JSON Pointer into that line. */
export function problemAt(
  line: number,
  code: string,
  message: string,
  hint: string,
  within = "",
): LineProblem {
  const path = `/lines/${line}${within}`;
  return { code: `journal.${code}`, path, message: `line ${line}: ${message}`, hint, line };
}
