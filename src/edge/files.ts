import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from "node:fs";
import type { Problem } from "../engine/index.ts";
import type { Read } from "../scenarios/index.ts";
import { clip } from "../scenarios/text.ts";

/** The text of a UTF-8 file of at most `limitBytes`, measured before it is read; or one Problem. */
export function readTextFile(file: string, limitBytes: number): Read<string> {
  const read = readFileBytes(file, limitBytes);
  if (!read.ok) return read;
  try {
    // A byte order mark stays in the text: whoever parses it knows what to make of one.
    return { ok: true, value: decoder.decode(read.value) };
  } catch {
    return failed("encoding", `"${clip(file)}" is not UTF-8 text`, "save it as UTF-8");
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The bytes of a regular file of at most `limitBytes`, measured before it is read; or one Problem. */
export function readFileBytes(file: string, limitBytes: number): Read<Buffer> {
  try {
    const unfit = unfitFor(statSync(file), file, limitBytes);
    return unfit === null ? { ok: true, value: bytesOf(file) } : refused(unfit);
  } catch (error) {
    return refused(fileProblem(error, file));
  }
}

/** What kept a file from being opened, read or written, as a Problem; any other error is a bug. */
export function fileProblem(error: unknown, file: string): Problem {
  const code = codeOf(error);
  if (code === undefined) throw error;
  const name = `"${clip(file)}"`;
  const known = SYSTEM_PROBLEMS[code];
  if (known !== undefined) return problem(known.code, known.message(name), known.hint);
  return problem("unreadable", `${name} failed with ${code}`, "is the disk or the path damaged?");
}

interface SystemProblem {
  readonly code: string;
  readonly message: (name: string) => string;
  readonly hint: string;
}

const DENIED: SystemProblem = {
  code: "denied",
  message: (name) => `no permission for ${name}`,
  hint: "change the permissions of the file and of its directory, or use a copy elsewhere",
};
const FULL: SystemProblem = {
  code: "disk-full",
  message: (name) => `no room on the disk for ${name}`,
  hint: "free some space and try again",
};

/** What a system says, and what there is to do about it. */
const SYSTEM_PROBLEMS: Readonly<Record<string, SystemProblem>> = {
  ENOENT: {
    code: "missing",
    message: (name) => `no file ${name}`,
    hint: "is the path right?",
  },
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: {
    code: "read-only",
    message: (name) => `the disk that ${name} is on can only be read`,
    hint: "copy the file to a disk that can be written to, or mount this one for writing",
  },
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: {
    code: "disk-full",
    message: (name) => `${name} would be larger than the system lets a file be`,
    hint: "raise the limit (ulimit -f), or use another disk, and try again",
  },
  EIO: {
    code: "disk-failed",
    message: (name) => `the disk failed while ${name} was read or written (EIO)`,
    hint: "copy the file to another disk now, and go on there",
  },
};

/** The code of a system error (ENOENT…), or undefined when it is none. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** Whether there is a directory of this name, as far as it may be seen. */
export function isDirectory(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    // Whoever opens it as a file says what is wrong with it.
    return false;
  }
}

function unfitFor(stats: Stats, file: string, limitBytes: number): Problem | null {
  const name = `"${clip(file)}"`;
  if (stats.isDirectory())
    return problem("directory", `${name} is a directory`, "name a file in it");
  if (!stats.isFile()) return problem("not-a-file", `${name} is not a regular file`, "name a file");
  if (stats.size <= limitBytes) return null;
  const message = `${name} has ${megabytes(stats.size)}, expected at most ${megabytes(limitBytes)}`;
  return problem("too-large", message, "is this the right file?");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Reads what the file had when it was measured, even if it grows meanwhile. */
function bytesOf(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(fstatSync(descriptor).size);
    return bytes.subarray(0, fill(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

function fill(descriptor: number, bytes: Buffer): number {
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

function problem(code: string, message: string, hint: string): Problem {
  return { code: `file.${code}`, path: "", message, hint };
}

function refused(found: Problem): Read<never> {
  return { ok: false, problems: [found] };
}

function failed(code: string, message: string, hint: string): Read<never> {
  return refused(problem(code, message, hint));
}
