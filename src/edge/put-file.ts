import { existsSync, fstatSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { disk } from "./disk.ts";
import { codeOf } from "./files.ts";

/** What is written beside its place until it is whole ends so; a killed program may leave one. */
export const UNFINISHED = ".tmp";

/** Replaces a file: it is there as it was, or whole and on disk, whenever the program dies. */
export function putFile(file: string, bytes: Uint8Array): void {
  beside(file, bytes, (part) => disk.rename(part, file));
}

/** Writes a new file, whole and on disk; false when there is one of this name, which stays. */
export function putNewFile(file: string, bytes: Uint8Array): boolean {
  let isNew = false;
  beside(file, bytes, (part) => {
    isNew = nameNew(part, file);
  });
  return isNew;
}

/** Appends to a file, which is made when it is not there: all of the bytes or, on an error, none. */
export function appendWhole(file: string, bytes: Uint8Array): void {
  const descriptor = disk.open(file, "a");
  try {
    const { size } = fstatSync(descriptor);
    try {
      writeAll(descriptor, bytes, null);
    } catch (error) {
      disk.truncate(descriptor, size);
      throw error;
    }
  } finally {
    disk.close(descriptor);
  }
}

/** Leaves the first bytes of a file, and cuts off the rest. */
export function cutFile(file: string, length: number): void {
  const descriptor = disk.open(file, "r+");
  try {
    disk.truncate(descriptor, length);
  } finally {
    disk.close(descriptor);
  }
}

/** Returns once all that was written to a file is on disk. */
export function flushFile(file: string): void {
  const descriptor = disk.open(file, "r+");
  try {
    disk.flush(descriptor);
  } finally {
    disk.close(descriptor);
  }
}

/** Makes a directory and those above it, whose names are on disk when it returns. */
export function makeDirectory(directory: string): void {
  const first = disk.makeDirectory(directory);
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let at = resolve(directory); at !== top && at !== dirname(at); at = dirname(at)) {
    disk.flushDirectory(dirname(at));
  }
}

/** Writes all the bytes from a position on, null being the end: a system may take them piece by piece. */
export function writeAll(descriptor: number, bytes: Uint8Array, position: number | null): void {
  for (let done = 0; done < bytes.length; ) {
    const at = position === null ? null : position + done;
    done += disk.write(descriptor, bytes.subarray(done), at);
  }
}

/** Removes a file that is wanted no more; where that fails it stays, and nobody is told. */
export function discard(file: string): void {
  try {
    disk.unlink(file);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

/** Writes a file of a name that no other program uses, lets it be moved to its place, and clears up. */
function beside(file: string, bytes: Uint8Array, move: (part: string) => void): void {
  const part = `${file}.${process.pid}${UNFINISHED}`;
  // A killed program of this number left one: never written into, it can be a saved game's other name.
  if (existsSync(part)) disk.unlink(part);
  try {
    fill(part, bytes);
    move(part);
  } finally {
    if (existsSync(part)) discard(part);
  }
  disk.flushDirectory(dirname(file));
}

function fill(part: string, bytes: Uint8Array): void {
  const descriptor = disk.open(part, "wx");
  try {
    writeAll(descriptor, bytes, 0);
    disk.flush(descriptor);
  } finally {
    disk.close(descriptor);
  }
}

/** False when the name is taken. */
function nameNew(part: string, file: string): boolean {
  try {
    disk.link(part, file);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    if (code === undefined || !NO_LINKS.includes(code)) throw error;
  }
  return nameByHolding(part, file);
}

/** What systems say that give a file no second name (sticks with FAT, some network disks). */
const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];

/** The name is taken by an empty file, and that is replaced. */
function nameByHolding(part: string, file: string): boolean {
  try {
    disk.close(disk.open(file, "wx"));
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    disk.rename(part, file);
  } catch (error) {
    discard(file);
    throw error;
  }
  return true;
}
