import { fstatSync, readSync } from "node:fs";
import type { Problem } from "../engine/index.ts";
import {
  appendLine,
  type Dropped,
  type Journal,
  type OpenGame,
  type Outcome,
  type TurnLine,
} from "../journal/index.ts";
import { clip } from "../scenarios/text.ts";
import { disk } from "./disk.ts";
import { codeOf, fileProblem } from "./files.ts";
import type { Lock } from "./lock.ts";
import { appendWhole, flushFile, writeAll } from "./put-file.ts";

interface Writer {
  readonly file: string;
  readonly descriptor: number;
  readonly lock: Lock;
  journal: Journal;
  /** Bytes of whole lines. */
  length: number;
  /** Bytes of an incomplete last line after them. */
  tail: number;
}

/** A locked journal of `length` whole bytes as the port for playing it; the lock is its own now. */
export function openForWriting(
  file: string,
  lock: Lock,
  journal: Journal,
  dropped: Dropped | null,
  length: number,
): OpenGame {
  const descriptor = disk.open(file, "r+");
  const writer: Writer = { file, descriptor, lock, journal, length, tail: dropped?.bytes ?? 0 };
  let open = true;
  return {
    file,
    dropped,
    journal: () => writer.journal,
    append: (line) => (open ? append(writer, line) : refused(closedProblem(file))),
    close: () => {
      if (open) close(writer);
      open = false;
    },
  };
}

function append(writer: Writer, line: TurnLine): Outcome<Journal> {
  const next = appendLine(writer.journal, line);
  try {
    const problem = unsafeToWrite(writer);
    if (problem !== null) return refused(problem);
    setTailAside(writer);
    write(writer, Buffer.from(next.text, "latin1"));
  } catch (error) {
    return refused(fileProblem(error, writer.file));
  }
  writer.journal = next.journal;
  return { ok: true, value: next.journal };
}

/** The lock can be lost while a machine sleeps, and not every program asks for it. */
function unsafeToWrite({ file, descriptor, lock, length, tail }: Writer): Problem | null {
  if (!lock.held()) return changedProblem(file, "its lock was lost");
  const { size } = fstatSync(descriptor);
  if (size === length + tail) return null;
  return changedProblem(file, `found ${size} bytes, expected ${length + tail}`);
}

/** What was cut off by a crash is kept in `FILE.cut`, in case somebody can read it. */
function setTailAside(writer: Writer): void {
  if (writer.tail === 0) return;
  const cut = Buffer.alloc(writer.tail);
  readSync(writer.descriptor, cut, 0, writer.tail, writer.length);
  appendWhole(`${writer.file}.cut`, Buffer.concat([cut, Buffer.from("\n")]));
  flushFile(`${writer.file}.cut`);
  disk.truncate(writer.descriptor, writer.length);
  writer.tail = 0;
}

/** All of it on disk, or none of it in the file. */
function write(writer: Writer, bytes: Buffer): void {
  try {
    writeAll(writer.descriptor, bytes, writer.length);
    disk.flush(writer.descriptor);
  } catch (error) {
    takeBack(writer);
    throw error;
  }
  writer.length += bytes.length;
}

/** What cannot be taken back now is set aside before the next line. */
function takeBack(writer: Writer): void {
  try {
    disk.truncate(writer.descriptor, writer.length);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    writer.tail = fstatSync(writer.descriptor).size - writer.length;
  }
}

/** Every line is on disk by now: what a system says on closing takes nothing back. */
function close({ descriptor, lock }: Writer): void {
  try {
    disk.close(descriptor);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  } finally {
    lock.release();
  }
}

function changedProblem(file: string, how: string): Problem {
  const message = `"${clip(file)}" was changed while it was open: ${how}`;
  return { code: "archive.changed", path: "", message, hint: "open the game again" };
}

function closedProblem(file: string): Problem {
  return {
    code: "archive.closed",
    path: "",
    message: `"${clip(file)}" is closed`,
    hint: "open it again",
  };
}

function refused(problem: Problem): Outcome<never> {
  return { ok: false, problems: [problem] };
}
