import { ENGINE_VERSION, invariant } from "../engine/index.ts";
import { formatLine, NO_LINE } from "./format.ts";
import {
  type Digest,
  type HeaderLine,
  type InjectLine,
  JOURNAL_FORMAT,
  type JournalLine,
  type TurnLine,
} from "./lines.ts";
import { plainText } from "./plain.ts";
import { TEXT_LIMITS } from "./schema.ts";
import { readLine } from "./line.ts";
import { misplacementOf } from "./order.ts";
import { type LineProblem, problemAt } from "./problems.ts";

/** A line with its digest; the line's number is its index + 1. */
export interface Entry {
  readonly line: JournalLine;
  readonly sum: Digest;
}

/** A saved game: one line of play. Plain data; every function here returns a new one. */
export interface Journal {
  readonly header: HeaderLine;
  /** All lines, the header first. */
  readonly entries: readonly Entry[];
  /** The turn that is open: one more than the turns committed. */
  readonly turn: number;
  /** Digest of the last line. */
  readonly digest: Digest;
  /** Why nothing may be added (another engine version), or null. */
  readonly readOnly: string | null;
}

/** What a header says that is not the same in every journal. */
export type HeaderFields = Omit<HeaderLine, "kind" | "format" | "engine">;

/** A new journal of its header alone, and the text to write, newline included. */
export function startJournal(fields: HeaderFields): { journal: Journal; text: string } {
  const { title } = fields;
  return journalOf({
    ...fields,
    kind: "header",
    format: JOURNAL_FORMAT,
    engine: ENGINE_VERSION,
    title: title === null ? null : plainText(title, TEXT_LIMITS.title),
  });
}

/** The journal that this header alone makes, and its text. */
export function journalOf(header: HeaderLine): { journal: Journal; text: string } {
  const { text, sum } = formatLine(header, NO_LINE);
  const entries = [{ line: header, sum }];
  assertReadable(text, header, NO_LINE, 1);
  const journal = { header, entries, turn: 1, digest: sum, readOnly: readOnlyReason(header) };
  return { journal, text: `${text}\n` };
}

/**
 * The journal with one more line, and the text to append to its file, newline included. Texts that
 * a person typed lose their control characters; a line that does not belong here is a bug.
 */
export function appendLine(journal: Journal, added: TurnLine): { journal: Journal; text: string } {
  invariant(journal.readOnly === null, `the journal is read-only: ${journal.readOnly}`);
  return extend(journal, tidied(added));
}

/** As appendLine, for lines that were in a journal before; a read-only one may be copied. */
export function extend(journal: Journal, line: TurnLine): { journal: Journal; text: string } {
  const misplaced = misplacementOf(line, journal);
  invariant(misplaced === null, `a line of the journal is out of place: ${misplaced}`);
  const { text, sum } = formatLine(line, journal.digest);
  assertReadable(text, line, journal.digest, journal.entries.length + 1);
  const entries = [...journal.entries, { line, sum }];
  const turn = journal.turn + (line.kind === "commit" ? 1 : 0);
  return { journal: { ...journal, entries, turn, digest: sum }, text: `${text}\n` };
}

/** Why a journal with this header is read-only, or null when this engine wrote it. */
export function readOnlyReason(header: HeaderLine): string | null {
  if (header.engine === ENGINE_VERSION) return null;
  return `played with engine ${header.engine}; this is ${ENGINE_VERSION}: it can be read, not played on`;
}

/** The seed of the dice of a turn. */
export function seedAt(header: HeaderLine, turn: number): string {
  const reseed = header.reseeds.findLast(({ fromTurn }) => fromTurn <= turn);
  return reseed?.seed ?? header.seed;
}

function tidied(line: TurnLine): TurnLine {
  if (line.kind === "note") return { ...line, text: plainText(line.text, TEXT_LIMITS.note) };
  if (line.kind === "inject") return tidiedInject(line);
  if (line.kind !== "ruling") return line;
  const reason = plainText(line.ruling.reason, TEXT_LIMITS.reason);
  return { ...line, ruling: { ...line.ruling, reason } };
}

function tidiedInject(line: InjectLine): InjectLine {
  const { title, text } = line;
  return {
    ...line,
    title: title === null ? null : plainText(title, TEXT_LIMITS.title),
    text: text === null ? null : plainText(text, TEXT_LIMITS.inject),
  };
}

/** Why a line may not be appended to a journal: misplaced, or not of the form of its kind. */
export function lineProblems(journal: Journal, added: TurnLine): readonly LineProblem[] {
  const number = journal.entries.length + 1;
  const misplaced = misplacementOf(added, journal);
  if (misplaced !== null) {
    return [problemAt(number, "order", misplaced, "go on with the open turn")];
  }
  const read = readLine(formatLine(tidied(added), journal.digest).text, number, journal.digest);
  return read.ok ? [] : read.problems;
}

/** What cannot be read back must never be written. */
function assertReadable(text: string, line: JournalLine, prev: Digest, number: number): void {
  const read = readLine(text, number, prev);
  const why = read.ok ? "" : read.problems.map(({ message }) => message).join("; ");
  invariant(read.ok, `a ${line.kind} line could not be read back: ${why}`);
}
