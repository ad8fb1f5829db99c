import { realpathSync, stat, statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import lockfile from "proper-lockfile";
import type { Problem } from "../engine/index.ts";
import type { Read } from "../scenarios/index.ts";
import { clip } from "../scenarios/text.ts";
import { disk } from "./disk.ts";
import { codeOf, fileProblem } from "./files.ts";

/**
 * How a lock is waited for. Who has one renews it; one that is watched for `staleMs` and not renewed
 * was left by a program that died. No clock is asked how old it is: clocks jump.
 */
export interface LockPatience {
  readonly staleMs: number;
  /** How long it is watched at most before it is refused. */
  readonly waitMs: number;
  readonly lookMs: number;
}

/** How often who has a lock says so. */
const RENEW_MS = 1500;

/** Long enough that a busy program keeps its lock; after a crash the game opens when it has passed. */
export const PATIENT: LockPatience = { staleMs: 5000, waitMs: 10_000, lookMs: 100 };

/** A file that only this program may write. */
export interface Lock {
  /** False once another program may have taken it. */
  held(): boolean;
  release(): void;
}

/** Locks a file that exists, by a directory `FILE.lock` beside it; or says who has it. */
export async function lockFile(file: string, patience: LockPatience): Promise<Read<Lock>> {
  try {
    const lock = await lockReal(realpathSync(file), patience);
    return lock === null
      ? { ok: false, problems: [lockedProblem(file)] }
      : { ok: true, value: lock };
  } catch (error) {
    return { ok: false, problems: [fileProblem(error, file)] };
  }
}

/** Null when a living program has it. */
async function lockReal(real: string, patience: LockPatience): Promise<Lock | null> {
  const began = performance.now();
  let seen = { mark: markOf(real), since: began };
  for (;;) {
    const lock = await take(real);
    if (lock !== null) return lock;
    const mark = markOf(real);
    const now = performance.now();
    if (isRenewal(seen.mark, mark)) return null;
    if (mark !== seen.mark) seen = { mark, since: now };
    else if (now - seen.since >= patience.staleMs) removeDead(real);
    if (now - began >= patience.waitMs) return null;
    await setTimeout(patience.lookMs);
  }
}

/** Null when somebody has it. */
async function take(real: string): Promise<Lock | null> {
  let held = true;
  try {
    await lockfile.lock(real, {
      ...OURS,
      // Whether one is dead is found out above.
      stale: Number.POSITIVE_INFINITY,
      update: RENEW_MS,
      onCompromised: () => {
        held = false;
      },
    });
  } catch (error) {
    if (codeOf(error) === "ELOCKED") return null;
    throw error;
  }
  const own = identityOf(`${real}.lock`);
  taken.set(`${real}.lock`, own);
  // It may have been taken for dead while this program, or its machine, slept.
  const isHeld = () => held && identityOf(`${real}.lock`) === own;
  return {
    held: isHeld,
    release: () => {
      if (isHeld()) unlock(real);
      held = false;
    },
  };
}

/** Directories that this program took, and which they were. */
const taken = new Map<string, string>();

/** A lock that cannot be removed is left, and dead a few seconds later. */
function unlock(real: string): void {
  try {
    lockfile.unlockSync(real, OURS);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

function removeDead(real: string): void {
  try {
    disk.removeLock(`${real}.lock`);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** Which lock this is, whoever renews it; empty when there is none. */
function identityOf(lock: string): string {
  const stats = statSync(lock, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? "" : `${stats.ino} ${stats.birthtimeNs}`;
}

/** Which lock this is, and when it was renewed; empty when there is none. */
function markOf(real: string): string {
  const stats = statSync(`${real}.lock`, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? "" : `${stats.ino} ${stats.birthtimeNs} ${stats.mtimeNs}`;
}

function isRenewal(before: string, after: string): boolean {
  const lockOf = (mark: string) => mark.slice(0, mark.lastIndexOf(" "));
  return before !== after && before !== "" && lockOf(before) === lockOf(after);
}

/** Does what was asked for, and calls back, as the package wants it. */
function called<A extends readonly unknown[]>(act: (...args: A) => void) {
  return (...args: [...A, (error: unknown) => void]) => {
    const done = args.pop() as (error: unknown) => void;
    try {
      act(...(args as unknown as A));
    } catch (error) {
      return done(error);
    }
    done(null);
  };
}

const makeLock = (directory: string) => disk.makeLock(directory);
const renewLock = (directory: string, at: Date) => disk.renewLock(directory, at);
/** What another program has taken meanwhile is its own; at its end a program removes what it has. */
const removeLock = (directory: string) => {
  const own = taken.get(directory);
  if (own === undefined || own === identityOf(directory)) disk.removeLock(directory);
  taken.delete(directory);
};

/** The lock's own writes go the way of all others. */
const OURS = {
  realpath: false,
  fs: {
    stat,
    statSync,
    mkdir: called(makeLock),
    mkdirSync: makeLock,
    utimes: called(renewLock),
    utimesSync: renewLock,
    rmdir: called(removeLock),
    rmdirSync: removeLock,
  },
};

function lockedProblem(file: string): Problem {
  return {
    code: "archive.locked",
    path: "",
    message: `"${clip(file)}" is being played in another program`,
    hint: "close it there; after a crash, wait ten seconds and try again",
  };
}
