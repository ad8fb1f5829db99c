import { invariant } from "../engine/index.ts";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type Archive,
  JOURNAL_LIMIT,
  type OpenGame,
  type Outcome,
  parseJournal,
  type SavedGame,
  summarise,
  type Summary,
} from "../journal/index.ts";
import { fileProblem, readFileBytes } from "./files.ts";
import { type LockPatience, lockFile, PATIENT } from "./lock.ts";
import { openForWriting } from "./open-game.ts";
import { discard, makeDirectory, putNewFile } from "./put-file.ts";

const EXTENSION = ".jsonl";

/** `$TADMOR_SAVES`, or `saves` in the working directory. */
export function savesDirectory(
  environment: Readonly<Record<string, string | undefined>>,
  workingDirectory: string,
): string {
  return environment["TADMOR_SAVES"] || join(workingDirectory, "saves");
}

/** Saved games in a directory, which is made when the first game is. */
export function createArchive(directory: string, patience: LockPatience = PATIENT): Archive {
  return {
    list: (beside) => listGames(beside === undefined ? directory : dirname(beside)),
    branch: (text, beside) => writeGame(beside === null ? directory : dirname(beside), text),
    create: (text) => createGame(directory, text, patience),
    open: (file) => openGame(file, patience),
    read: readGame,
  };
}

/** Newest first. */
function listGames(directory: string): readonly SavedGame[] {
  const files = namesIn(directory).filter((name) => name.endsWith(EXTENSION));
  const games = files.flatMap((name) => findGame(join(directory, name)));
  return games.toSorted((a, b) => b.writtenAt - a.writtenAt || (a.name < b.name ? -1 : 1));
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** One game, or what keeps it from being read; none when the file has gone meanwhile. */
function findGame(file: string): readonly SavedGame[] {
  const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (writtenAt === undefined) return [];
  const read = readFileBytes(file, JOURNAL_LIMIT);
  return [{ file, name: basename(file, EXTENSION), writtenAt, summary: summaryOf(read) }];
}

function summaryOf(read: ReturnType<typeof readFileBytes>): Summary {
  if (read.ok) return summarise(textOf(read.value));
  const [problem] = read.problems;
  invariant(problem !== undefined, "a file that cannot be read says why");
  return { ok: false, problem: { ...problem, line: 0 } };
}

/**
 * A journal is ASCII, so every byte is a character: read this way, a byte that is none of its own
 * changes the line it stands in instead of making the whole file unreadable.
 */
function textOf(bytes: Buffer): string {
  return bytes.toString("latin1");
}

function readGame(file: string) {
  const read = readFileBytes(file, JOURNAL_LIMIT);
  if (!read.ok) return read;
  const parsed = parseJournal(textOf(read.value));
  if (!parsed.ok) return parsed;
  const { journal, dropped } = parsed;
  const length = read.value.length - (dropped?.bytes ?? 0);
  return { ok: true as const, value: { journal, dropped, length } };
}

async function openGame(file: string, patience: LockPatience): Promise<Outcome<OpenGame>> {
  const lock = await lockFile(file, patience);
  if (!lock.ok) return lock;
  // Read only now: before the lock, another program could still have written.
  const opened = openLocked(file, (game) =>
    openForWriting(file, lock.value, game.journal, game.dropped, game.length),
  );
  if (!opened.ok) lock.value.release();
  return opened;
}

type Readable = Extract<ReturnType<typeof readGame>, { ok: true }>["value"];

function openLocked(file: string, open: (game: Readable) => OpenGame): Outcome<OpenGame> {
  const read = readGame(file);
  if (!read.ok) return read;
  const { readOnly } = read.value.journal;
  if (readOnly !== null) return readOnlyProblem(readOnly);
  try {
    return { ok: true, value: open(read.value) };
  } catch (error) {
    return { ok: false, problems: [fileProblem(error, file)] };
  }
}

function readOnlyProblem(message: string): Outcome<never> {
  const hint = "replay it, or play on with the version that wrote it";
  return {
    ok: false,
    problems: [{ code: "journal.engine", path: "/lines/1/engine", message, hint }],
  };
}

async function createGame(
  directory: string,
  text: string,
  patience: LockPatience,
): Promise<Outcome<OpenGame>> {
  const written = writeGame(directory, text);
  if (!written.ok) return written;
  const opened = await openGame(written.value, patience);
  // Nobody was told of it: begun once more, there would be two.
  const isOurs = !opened.ok && opened.problems.every(({ code }) => code !== "archive.locked");
  if (isOurs) discard(written.value);
  return opened;
}

/** Writes a new file and returns its path once it is on disk; no file that is there is touched. */
function writeGame(directory: string, text: string): Outcome<string> {
  const summary = summarise(text);
  if (!summary.ok) return { ok: false, problems: [summary.problem] };
  try {
    makeDirectory(directory);
    return { ok: true, value: writeNew(directory, summary.header.scenario.id, text) };
  } catch (error) {
    return { ok: false, problems: [fileProblem(error, directory)] };
  }
}

/** Writes to `NAME-1.jsonl` or the first number that is free; returns the file. */
function writeNew(directory: string, name: string, text: string): string {
  for (let number = 1; ; number++) {
    const file = join(directory, `${name}-${number}${EXTENSION}`);
    if (existsSync(file)) continue;
    // Half of a branch would read as a shorter game: it has its name only once it is whole.
    if (putNewFile(file, Buffer.from(text, "latin1"))) return file;
  }
}
