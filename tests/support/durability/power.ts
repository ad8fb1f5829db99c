/** What a disk has when the power goes: whatever was flushed, and of the rest a part. */
import {
  existsSync,
  fstatSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Disk } from "../../../src/edge/disk.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";

/** A disk that remembers what was flushed. */
export interface Power {
  readonly disk: Disk;
  /** Leaves under the root what a disk would have kept. */
  cut(pick: Pick): void;
  /** Remembers no more. */
  forget(): void;
}

/** Bytes of a file as they were flushed last, and what was written since. */
interface Contents {
  flushed: Buffer;
  since: Change[];
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number };

/** A name that was made, changed or removed in a directory that was not flushed since. */
interface Renaming {
  readonly directory: string;
  undo(): void;
}

/** Watches a disk under a root directory. */
export function powerOf(root: string, whole: Disk): Power {
  const contents = new Map<number, Contents>();
  let names: Renaming[] = [];
  const grave = mkdtempSync(join(tmpdir(), "tadmor-grave-"));
  let buried = 0;
  const inGrave = () => join(grave, String(++buried));
  const named = (file: string, undo: () => void) =>
    void names.push({ directory: resolve(dirname(file)), undo });
  const contentsOf = (descriptor: number): Contents => {
    const found = contents.get(fstatSync(descriptor).ino);
    if (found === undefined) throw new Error("a file was written that was not opened");
    return found;
  };
  const watch = (file: string, flushed: Buffer) => {
    const { ino } = statSync(file);
    if (!contents.has(ino)) contents.set(ino, { flushed, since: [] });
    return contents.get(ino) as Contents;
  };
  const bury = (file: string): string => {
    const kept = inGrave();
    linkSync(file, kept);
    return kept;
  };
  const disk: Disk = {
    ...whole,
    open: (file, how) => {
      const before = existsSync(file) ? readFileSync(file) : null;
      const descriptor = whole.open(file, how);
      watch(file, before ?? Buffer.alloc(0));
      if (before === null) named(file, () => unlinkSync(file));
      return descriptor;
    },
    write: (descriptor, bytes, position) => {
      const at = position ?? fstatSync(descriptor).size;
      const stored = whole.write(descriptor, bytes, position);
      contentsOf(descriptor).since.push({ at, bytes: Buffer.from(bytes.subarray(0, stored)) });
      return stored;
    },
    truncate: (descriptor, length) => {
      whole.truncate(descriptor, length);
      contentsOf(descriptor).since.push({ length });
    },
    flush: (descriptor) => {
      whole.flush(descriptor);
      const file = contentsOf(descriptor);
      file.flushed = changedBy(file.flushed, file.since);
      file.since = [];
    },
    rename: (from, to) => {
      const kept = existsSync(to) ? bury(to) : null;
      whole.rename(from, to);
      named(to, () => {
        renameSync(to, from);
        if (kept !== null) linkSync(kept, to);
      });
    },
    link: (from, to) => {
      whole.link(from, to);
      named(to, () => unlinkSync(to));
    },
    unlink: (file) => {
      const kept = existsSync(file) ? bury(file) : null;
      whole.unlink(file);
      if (kept !== null) named(file, () => linkSync(kept, file));
    },
    makeDirectory: (directory) => {
      const first = whole.makeDirectory(directory);
      if (first !== undefined) named(first, () => rmSync(first, { recursive: true, force: true }));
      return first;
    },
    removeTree: (directory) => {
      if (!existsSync(directory)) return;
      const kept = inGrave();
      renameSync(directory, kept);
      named(directory, () => renameSync(kept, directory));
    },
    flushDirectory: (directory) => {
      whole.flushDirectory(directory);
      names = names.filter((one) => one.directory !== resolve(directory));
    },
    writeBy: async (file, write) => {
      const before = existsSync(file) ? readFileSync(file) : null;
      await whole.writeBy(file, write);
      watch(file, before ?? Buffer.alloc(0)).since.push({ at: 0, bytes: readFileSync(file) });
      if (before === null) named(file, () => unlinkSync(file));
    },
  };
  const cut = (pick: Pick) => {
    const kept = pick(names.length + 1);
    for (const { undo } of names.slice(kept).toReversed()) undo();
    for (const file of filesIn(root)) {
      const found = contents.get(statSync(file).ino);
      if (found === undefined || found.since.length === 0) continue;
      writeFileSync(file, changedBy(found.flushed, someOf(found.since, pick)));
    }
  };
  return { disk, cut, forget: () => rmSync(grave, { recursive: true, force: true }) };
}

function changedBy(bytes: Buffer, changes: readonly Change[]): Buffer {
  let now = bytes;
  for (const change of changes) {
    if ("length" in change) {
      now = now.subarray(0, change.length);
      continue;
    }
    const next = Buffer.alloc(Math.max(now.length, change.at + change.bytes.length));
    now.copy(next);
    change.bytes.copy(next, change.at);
    now = next;
  }
  return now;
}

/** The first changes; of the last of them the first bytes, or as many zeros: the length alone was noted. */
function someOf(changes: readonly Change[], pick: Pick): readonly Change[] {
  const kept = changes.slice(0, pick(changes.length + 1));
  const last = kept.pop();
  if (last === undefined || "length" in last) return last === undefined ? kept : [...kept, last];
  const bytes = last.bytes.subarray(0, pick(last.bytes.length + 1));
  return [...kept, { at: last.at, bytes: pick(4) === 0 ? Buffer.alloc(bytes.length) : bytes }];
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}
