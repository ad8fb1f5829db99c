import {
  type Book,
  type Outcome,
  parseJournal,
  type SavedGame,
  startJournal,
  summarise,
  type Table,
  appendLine,
  unsaved,
} from "../../src/journal/index.ts";
import type { Ports } from "../../src/ui/ports.ts";
import { headerFor, refused, smallPorts, smallTable } from "./table-ports.ts";

/** Saved games of the small scenario by file, in memory, and ports to them. */
export interface Disk {
  readonly files: Map<string, string>;
  readonly ports: Ports;
}

/** A disk on which games are saved as valley-1, valley-2…; fresh dice are the same each time. */
export function emptyDisk(): Disk {
  const files = new Map<string, string>();
  const keep = (text: string) => {
    const file = `saves/valley-${files.size + 1}.jsonl`;
    files.set(file, text);
    return file;
  };
  const ports = smallPorts({
    savedGames: () => savedIn(files),
    begin: async ({ players }) => opened(files, keep(startJournal(headerFor(players)).text)),
    resume: async (file) => opened(files, file),
    branch: (table, turn, { title, fresh, players }) => {
      const options = { title, players, freshSeed: fresh ? "fresh" : null };
      return { ok: true, value: keep(table.branch(turn, options)) };
    },
    look: (file) => looked(files, file),
  });
  return { files, ports };
}

function savedIn(files: Map<string, string>): readonly SavedGame[] {
  return [...files].map(([file, text]) => ({
    file,
    name: file.slice("saves/".length, -".jsonl".length),
    writtenAt: 0,
    summary: summarise(text),
  }));
}

function opened(files: Map<string, string>, file: string): Outcome<Table> {
  const journal = journalOf(files, file);
  if (journal === null) return refused(`no file "${file}"`);
  let current = journal;
  const book: Book = {
    file,
    journal: () => current,
    append: (line) => {
      const next = appendLine(current, line);
      files.set(file, (files.get(file) ?? "") + next.text);
      current = next.journal;
      return { ok: true, value: current };
    },
    close: () => undefined,
  };
  return smallTable(journal.header.players, undefined, book);
}

function looked(files: Map<string, string>, file: string): Outcome<Table> {
  const journal = journalOf(files, file);
  if (journal === null) return refused(`no file "${file}"`);
  return smallTable(journal.header.players, undefined, unsaved(journal));
}

function journalOf(files: Map<string, string>, file: string) {
  const parsed = parseJournal(files.get(file) ?? "");
  return parsed.ok ? parsed.journal : null;
}
