import { realpathSync } from "node:fs";
import lockfile from "proper-lockfile";
import type { Problem } from "../engine/index.ts";
import type { Read } from "../scenarios/index.ts";
import { clip } from "../scenarios/text.ts";
import { codeOf, fileProblem } from "./files.ts";

/** How a lock is asked for; a lock not renewed for `staleMs` was left by a program that died. */
export interface LockPatience {
  readonly staleMs: number;
  readonly retries: number;
  readonly retryMs: number;
}

// Long enough that a busy program keeps its lock; retries outlast it, so that after a crash the
// game opens after a few seconds instead of being refused.
/** How long opening waits for a lock whose program was killed. */
export const PATIENT: LockPatience = { staleMs: 5000, retries: 7, retryMs: 1000 };

/** A file that only this program may write. */
export interface Lock {
  /** False once another program may have taken it. */
  held(): boolean;
  release(): void;
}

/** Locks a file that exists, by a directory `FILE.lock` beside it; or says who has it. */
export async function lockFile(file: string, patience: LockPatience): Promise<Read<Lock>> {
  try {
    const real = realpathSync(file);
    return { ok: true, value: await lockReal(real, patience) };
  } catch (error) {
    const taken = codeOf(error) === "ELOCKED";
    return { ok: false, problems: [taken ? lockedProblem(file) : fileProblem(error, file)] };
  }
}

async function lockReal(real: string, patience: LockPatience): Promise<Lock> {
  let held = true;
  await lockfile.lock(real, {
    realpath: false,
    stale: patience.staleMs,
    retries: { retries: patience.retries, minTimeout: patience.retryMs, factor: 1 },
    onCompromised: () => {
      held = false;
    },
  });
  const release = () => {
    if (held) lockfile.unlockSync(real, { realpath: false });
    held = false;
  };
  return { held: () => held, release };
}

function lockedProblem(file: string): Problem {
  return {
    code: "archive.locked",
    path: "",
    message: `"${clip(file)}" is being played in another program`,
    hint: "close it there; after a crash, wait ten seconds and try again",
  };
}
