import {
  appendFileSync,
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";
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
import { fileProblem } from "./files.ts";
import type { Lock } from "./lock.ts";

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
  const descriptor = openSync(file, "r+");
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
  appendFileSync(`${writer.file}.cut`, Buffer.concat([cut, Buffer.from("\n")]), { flush: true });
  ftruncateSync(writer.descriptor, writer.length);
  writer.tail = 0;
}

/** All of it on disk, or none of it in the file. */
/** Writes all the bytes from a position on, and returns once they are on disk. */
export function writeWhole(descriptor: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
  fsyncSync(descriptor);
}

function write(writer: Writer, bytes: Buffer): void {
  try {
    writeWhole(writer.descriptor, bytes, writer.length);
  } catch (error) {
    ftruncateSync(writer.descriptor, writer.length);
    throw error;
  }
  writer.length += bytes.length;
}

function close({ descriptor, lock }: Writer): void {
  closeSync(descriptor);
  lock.release();
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
