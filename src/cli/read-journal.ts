import { closeSync, openSync, readSync } from "node:fs";
import { readFileBytes } from "../edge/files.ts";
import type { Problem } from "../engine/index.ts";
import { JOURNAL_LIMIT, type ParsedJournal, parseJournal } from "../journal/index.ts";
import { LARGEST_FILE_BYTES } from "../scenarios/limits.ts";
import { EXIT, type Exit } from "./exit.ts";

const HEADER_START = '{"kind":"header",';

/** Whether a file begins as a journal does; false when it cannot be read. */
export function looksLikeJournal(file: string): boolean {
  try {
    const descriptor = openSync(file, "r");
    try {
      const start = Buffer.alloc(HEADER_START.length);
      readSync(descriptor, start, 0, start.length, 0);
      return start.toString("latin1") === HEADER_START;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/** Reads a journal; whatever else a file may be is measured as a small file. */
export function readJournal(file: string): ParsedJournal | { ok: false; problems: Problem[] } {
  const limit = looksLikeJournal(file) ? JOURNAL_LIMIT : LARGEST_FILE_BYTES;
  const bytes = readFileBytes(file, limit);
  if (!bytes.ok) return { ok: false, problems: [...bytes.problems] };
  // A journal is ASCII, so that every byte is a character.
  return parseJournal(bytes.value.toString("latin1"));
}

/** Codes of a file that is no journal of this format at all; any other is one that was altered. */
const NOT_A_JOURNAL = ["foreign", "format", "empty", "no-header", "too-large"];

/** 2 when there is no journal to read, 3 when there is one and it was altered. */
export function exitOf(problems: readonly Problem[]): Exit {
  const isAltered = problems.some(({ code }) => {
    const [room, what = ""] = code.split(".");
    return room === "journal" && !NOT_A_JOURNAL.includes(what);
  });
  return isAltered ? EXIT.notRecomputed : EXIT.badInput;
}
