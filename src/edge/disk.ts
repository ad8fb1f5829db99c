import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";

/**
 * All that the program ever does to a disk. Nothing else in src/ writes, so that a fault can be
 * planted in every write there is (`npm run durability`); reading goes straight to `node:fs`.
 */
export interface Disk {
  /** Opens a file to write to: a new one, one that is there, or either at its end. */
  open(file: string, how: "wx" | "r+" | "a"): number;
  /** Bytes that were written, which may be fewer; a null position is the end. */
  write(descriptor: number, bytes: Uint8Array, position: number | null): number;
  /** Returns once what was written is on disk. */
  flush(descriptor: number): void;
  truncate(descriptor: number, length: number): void;
  close(descriptor: number): void;
  rename(from: string, to: string): void;
  /** Gives a file a second name, which nothing must have; not every file system can. */
  link(from: string, to: string): void;
  unlink(file: string): void;
  /** Makes a directory and those above it; gives the first that was not there. */
  makeDirectory(directory: string): string | undefined;
  removeTree(directory: string): void;
  /** Returns once the names in a directory are on disk, where a system can say so. */
  flushDirectory(directory: string): void;
  makeLock(directory: string): void;
  renewLock(directory: string, at: Date): void;
  removeLock(directory: string): void;
  /** Lets a library write a file that it opens itself. */
  writeBy(file: string, write: () => Promise<void>): Promise<void>;
}

/** The disk. Tests and `npm run durability` put other functions in its places, and back. */
export const disk: Disk = {
  open: (file, how) => openSync(file, how),
  write: (descriptor, bytes, position) => writeSync(descriptor, bytes, 0, bytes.length, position),
  flush: (descriptor) => fsyncSync(descriptor),
  truncate: (descriptor, length) => ftruncateSync(descriptor, length),
  close: (descriptor) => closeSync(descriptor),
  rename: (from, to) => renameSync(from, to),
  link: (from, to) => linkSync(from, to),
  unlink: (file) => unlinkSync(file),
  makeDirectory: (directory) => mkdirSync(directory, { recursive: true }),
  removeTree: (directory) => rmSync(directory, { recursive: true, force: true }),
  flushDirectory,
  makeLock: (directory) => mkdirSync(directory),
  renewLock: (directory, at) => utimesSync(directory, at, at),
  removeLock: (directory) => rmdirSync(directory),
  writeBy: (_, write) => write(),
};

/** Windows opens no directories: its file systems write names with the file. */
function flushDirectory(directory: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(directory, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(descriptor);
  } catch {
    // Some network disks refuse it; they have written the name by then or never say so.
  } finally {
    closeSync(descriptor);
  }
}
