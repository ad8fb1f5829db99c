import type { Problem } from "../engine/index.ts";
import type { Journal } from "./journal.ts";
import type { TurnLine } from "./lines.ts";
import type { Dropped } from "./parse.ts";
import type { Summary } from "./summary.ts";

/** A value, or every problem that kept it from being made. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One saved game in a list: its file, its name there, when it was last written, what is in it. */
export interface SavedGame {
  readonly file: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  readonly summary: Summary;
}

/** A journal open for writing; no other program can write it until it is closed. */
export interface OpenGame {
  readonly file: string;
  readonly dropped: Dropped | null;
  /** The journal as it stands on disk. */
  journal(): Journal;
  /** Returns once the line is on disk; after a problem the file is as it was before. */
  append(line: TurnLine): Outcome<Journal>;
  close(): void;
}

/** Where saved games are kept: the port that the screens are given. */
export interface Archive {
  /** The saved games of the archive, or those beside a file. */
  list(beside?: string): readonly SavedGame[];
  /** Writes the whole text of a branch to a new file beside its game's, and returns that file. */
  branch(text: string, beside: string | null): Outcome<string>;
  /** Writes the whole text of a new journal (its header, or a branch) to a new file and opens it. */
  create(text: string): Promise<Outcome<OpenGame>>;
  /** Opens to play on; waits a little for a lock whose program was killed. */
  open(file: string): Promise<Outcome<OpenGame>>;
  /** Reads without a lock, to look or to check. */
  read(file: string): Outcome<{ readonly journal: Journal; readonly dropped: Dropped | null }>;
}
