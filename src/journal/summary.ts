import { NO_LINE } from "./format.ts";
import { readLine } from "./line.ts";
import type { Digest, HeaderLine } from "./lines.ts";
import { type LineProblem, problemAt } from "./problems.ts";

/** What a list of saved games shows of one, or why it cannot be opened. */
export type Summary =
  | {
      readonly ok: true;
      readonly header: HeaderLine;
      /** Turns committed. */
      readonly turns: number;
      readonly over: boolean;
      /** Sums of the header's line and of each commit's: by them a branch names what it shares. */
      readonly sums: readonly Digest[];
    }
  | { readonly ok: false; readonly problem: LineProblem };

const COMMIT_START = '\n{"kind":"commit",';

const GAME_ENDED = '"kind":"game-ended"';

/** Reads the header and looks for the turns committed; the lines between are not checked. */
export function summarise(text: string): Summary {
  const newline = text.indexOf("\n");
  if (newline < 0) return { ok: false, problem: noHeader };
  const read = readLine(text.slice(0, newline), 1, NO_LINE);
  if (!read.ok) return { ok: false, problem: read.problems[0] ?? noHeader };
  if (read.line.kind !== "header") return { ok: false, problem: noHeader };
  const commits = commitsIn(text);
  const over = commits.at(-1)?.includes(GAME_ENDED) ?? false;
  const sums = [read.sum, ...commits.map(sumOf)];
  return { ok: true, header: read.line, turns: commits.length, over, sums };
}

const noHeader = problemAt(1, "no-header", "no whole header", "the game had not begun");

function commitsIn(text: string): readonly string[] {
  const commits: string[] = [];
  for (let at = text.indexOf(COMMIT_START); at >= 0; ) {
    const end = text.indexOf("\n", at + 1);
    if (end < 0) break;
    commits.push(text.slice(at + 1, end));
    at = text.indexOf(COMMIT_START, end);
  }
  return commits;
}

/** The sum stands last in its line. */
function sumOf(line: string): Digest {
  return line.slice(-'"}'.length - 64, -'"}'.length);
}
