import { type Disk, disk } from "../../../src/edge/disk.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";
import { powerOf } from "./power.ts";

/** What can happen to a write, or to the program at it. */
export const FAULTS = [
  /** A write stores a part, and from then on there is no room. */
  "short write",
  "no room",
  /** Once: the disk failed. What was being written may be there in part. */
  "disk failed",
  /** Once: a name may not be touched. */
  "no permission",
  /** From then on; some systems mount a disk so after an error. */
  "read-only",
  /** kill -9: the system keeps what was written. */
  "killed",
  /** What was not flushed is there in part, or not. */
  "power cut",
] as const;
/** One of them. */
export type Fault = (typeof FAULTS)[number];

/** Faults after which the same program can go on. */
export const ONCE: readonly Fault[] = ["disk failed", "no permission"];

/** Thrown by every call of a disk whose program is dead: nothing of ours catches it. */
export class Died extends Error {}

/** A disk with a fault in it. */
export interface Planted {
  /** Calls that were made, those of the fault included. */
  calls(): number;
  /** The call that the fault was in; null while it was in none. */
  struck(): string | null;
  isDead(): boolean;
  /** Makes the disk whole again, as it was left. */
  lift(): void;
}

type Call = keyof Disk;

// Locks are renewed by a clock and not by what is played: they are not counted.
const UNCOUNTED: readonly Call[] = ["renewLock"];
const TAKES_ROOM: readonly Call[] = [
  "open",
  "write",
  "link",
  "makeDirectory",
  "makeLock",
  "writeBy",
];
const NAMES: readonly Call[] = [
  "open",
  "rename",
  "link",
  "unlink",
  "makeDirectory",
  "removeTree",
  "makeLock",
  "removeLock",
  "writeBy",
];
// The disk's own `flushDirectory` hears of no error.
const NEVER_FAILS: readonly Call[] = ["flushDirectory"];
const CHANGES = (call: Call) => !NEVER_FAILS.includes(call) && call !== "close";

/** Plants a fault in the call of this number, from 1; null only counts. */
export function plant(root: string, fault: Fault | null, at: number, pick: Pick): Planted {
  const whole = { ...disk };
  const power = fault === "power cut" ? powerOf(root, whole) : null;
  const under = power?.disk ?? whole;
  let [calls, isDead] = [0, false];
  let struck: string | null = null;
  const die = (): never => {
    isDead = true;
    throw new Died("the program is dead");
  };
  const met = (): boolean => {
    if (fault === null || calls < at) return false;
    return ONCE.includes(fault) ? calls === at : true;
  };
  for (const call of Object.keys(whole) as Call[]) {
    if (UNCOUNTED.includes(call)) continue;
    const act = under[call] as (...args: unknown[]) => unknown;
    (disk as unknown as Record<string, unknown>)[call] = (...args: unknown[]) => {
      if (isDead) return die();
      calls++;
      if (!met()) return act(...args);
      const suffered = suffer(fault as Fault, call, {
        act,
        args,
        pick,
        die,
        isFirst: struck === null,
      });
      if (suffered === null) return act(...args);
      struck ??= call;
      return suffered.do();
    };
  }
  return {
    calls: () => calls,
    struck: () => struck,
    isDead: () => isDead,
    lift: () => {
      Object.assign(disk, whole);
      if (isDead) power?.cut(pick);
      power?.forget();
    },
  };
}

interface Suffering {
  readonly act: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
  readonly pick: Pick;
  readonly die: () => never;
  readonly isFirst: boolean;
}

/** What a fault makes of a call; null when it leaves it alone. */
function suffer(fault: Fault, call: Call, how: Suffering): { do: () => unknown } | null {
  switch (fault) {
    case "short write":
      if (call === "write" && how.isFirst) return { do: () => part(how) };
      return TAKES_ROOM.includes(call) ? failing("ENOSPC", call, how) : null;
    case "no room":
      return TAKES_ROOM.includes(call) ? failing("ENOSPC", call, how) : null;
    case "disk failed":
      if (NEVER_FAILS.includes(call)) return null;
      return failing("EIO", call, how);
    case "no permission":
      return NAMES.includes(call) ? failing("EACCES", call, how) : null;
    case "read-only":
      return CHANGES(call) ? failing("EROFS", call, how) : null;
    case "killed":
    case "power cut":
      return { do: () => dying(call, how) };
  }
}

function failing(code: string, call: Call, how: Suffering): { do: () => unknown } {
  const error = Object.assign(new Error(`${code}: planted`), { code, syscall: call });
  return {
    do: () => {
      if (call === "write" && code === "EIO") part(how);
      // A file is closed whatever the system says of it.
      if (call === "close") how.act(...how.args);
      throw error;
    },
  };
}

/** Stores the first bytes of a write, perhaps none; says how many. */
function part({ act, args, pick }: Suffering): number {
  const [descriptor, bytes, position] = args as [number, Uint8Array, number | null];
  const stored = bytes.subarray(0, pick(bytes.length));
  return stored.length === 0 ? 0 : (act(descriptor, stored, position) as number);
}

/** The call is made, in part, or not at all; and there was no other. */
function dying(call: Call, how: Suffering): unknown {
  const { act, args, pick, die } = how;
  if (call === "write") part(how);
  else if (call === "writeBy") {
    return (act(...args) as Promise<void>).then(die, die);
  } else if (call === "close" || pick(2) === 0) act(...args);
  return die();
}
