import { type Entry, type Journal, readOnlyReason } from "./journal.ts";
import { NO_LINE } from "./format.ts";
import { readLine } from "./line.ts";
import type { HeaderLine } from "./lines.ts";
import { misplacementOf, type Progress } from "./order.ts";
import { type LineProblem, problemAt } from "./problems.ts";

/** Longest journal in characters, which are bytes. */
export const JOURNAL_LIMIT = 256 * 1024 * 1024;

/** An incomplete last line that was left out: its number and its length in bytes. */
export interface Dropped {
  readonly line: number;
  readonly bytes: number;
}

/** A journal, or why it is refused: problems of the first line that is wrong. */
export type ParsedJournal =
  | { readonly ok: true; readonly journal: Journal; readonly dropped: Dropped | null }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/**
 * Reads a saved game. A last line without its newline was being written when the program ended: it
 * is dropped and reported. Every other line must be exactly as it was written.
 */
export function parseJournal(text: string): ParsedJournal {
  const end = text.lastIndexOf("\n") + 1;
  const unreadable = unreadableReason(text, end);
  if (unreadable !== null) return { ok: false, problems: [unreadable] };
  const read = readEntries(text, end);
  if (!read.ok) return read;
  const { header, entries, turn } = read;
  const bytes = text.length - end;
  return {
    ok: true,
    journal: { header, entries, turn, digest: lastSum(entries), readOnly: readOnlyReason(header) },
    dropped: bytes > 0 ? { line: entries.length + 1, bytes } : null,
  };
}

/** The problem of a text that is too long or has no whole line, or null. */
function unreadableReason(text: string, end: number): LineProblem | null {
  if (text.length > JOURNAL_LIMIT) {
    const message = `the file has ${text.length} characters; a journal has at most ${JOURNAL_LIMIT}`;
    return problemAt(
      1,
      "too-large",
      message,
      "no game of this size was ever played: is it a journal?",
    );
  }
  if (end > 0) return null;
  if (text === "") return problemAt(1, "empty", "the file is empty", "there is no game in it");
  if (!text.startsWith('{"kind":"header",')) {
    return problemAt(
      1,
      "foreign",
      "not a journal: its first line does not end",
      "is this the right file?",
    );
  }
  return problemAt(
    1,
    "no-header",
    "the header is incomplete",
    "the game had not begun; start anew",
  );
}

type Entries =
  | ({ readonly ok: true; readonly entries: Entry[] } & Progress)
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

function readEntries(text: string, end: number): Entries {
  const entries: Entry[] = [];
  let progress: Progress | null = null;
  for (let from = 0; from < end; ) {
    const newline = text.indexOf("\n", from);
    const number = entries.length + 1;
    const read = readLine(text.slice(from, newline), number, lastSum(entries));
    if (!read.ok) return read;
    const misplaced = misplacementOf(read.line, progress);
    if (misplaced !== null) return outOfPlace(number, misplaced);
    progress = progressAfter(progress, read.line);
    entries.push({ line: read.line, sum: read.sum });
    from = newline + 1;
  }
  return { ok: true, entries, ...(progress as Progress) };
}

function progressAfter(progress: Progress | null, line: Entry["line"]): Progress {
  if (progress === null) return { header: line as HeaderLine, turn: 1 };
  return line.kind === "commit" ? { ...progress, turn: progress.turn + 1 } : progress;
}

function outOfPlace(number: number, misplaced: string): Entries {
  const hint = "the line is whole, but no version of this program wrote it there";
  return { ok: false, problems: [problemAt(number, "order", misplaced, hint)] };
}

function lastSum(entries: readonly Entry[]): string {
  return entries.at(-1)?.sum ?? NO_LINE;
}
