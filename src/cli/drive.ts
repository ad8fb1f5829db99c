import { coresOf, type Hands, openHands } from "../edge/hands.ts";
import type { Problem } from "../engine/index.ts";
import type { Experiment, Row } from "../lab/experiment.ts";
import { countAsked } from "./flags.ts";
import type { Io } from "./io.ts";

/** How an experiment is played; nothing of it may change what comes out. */
export interface Driving {
  /** Runs played at once. */
  readonly jobs: number;
  /** Is given every row that counts, in order, before the next one is; false ends the experiment. */
  readonly keep?: ((rows: readonly Row[]) => boolean) | undefined;
}

const MOST_JOBS = 256;

/** The number that `--jobs` asks for; the machine's cores when it asks for none. */
export function jobsAsked({ jobs }: { readonly jobs?: string | undefined }): number | Problem {
  return countAsked("jobs", jobs, Math.min(coresOf(), MOST_JOBS), MOST_JOBS);
}

/**
 * Plays an experiment to its end, to Ctrl-C or until a row is not kept; says whether to its end. A second Ctrl-C
 * ends the program as it always does.
 */
export async function drive(
  io: Io,
  experiment: Experiment,
  { jobs, keep }: Driving,
): Promise<"done" | "stopped"> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  const hands = await openHands(jobs, experiment.total - experiment.played());
  try {
    await play(io, experiment, { hands, keep, isStopped: () => stopped, stop });
  } finally {
    process.removeListener("SIGINT", stop);
    io.progress?.("");
    await hands.close();
  }
  return stopped ? "stopped" : "done";
}

interface Playing {
  readonly hands: Hands;
  readonly keep: Driving["keep"];
  readonly isStopped: () => boolean;
  readonly stop: () => void;
}

/** Keeps all hands busy; what is being played when it is stopped is played to its end. */
async function play(io: Io, experiment: Experiment, playing: Playing): Promise<void> {
  const { hands, keep, isStopped, stop } = playing;
  const told = progressOf(io, experiment);
  const busy = new Set<Promise<void>>();
  for (;;) {
    while (!isStopped() && busy.size < hands.most) {
      const stretch = experiment.next();
      if (stretch === null) break;
      const work = hands.play(stretch).then((rows) => {
        busy.delete(work);
        const counted = experiment.take(stretch, rows);
        if (keep?.(counted) === false) stop();
        told();
      });
      busy.add(work);
      // The race below tells of one that fails; the others must not fail unheard.
      work.catch(() => undefined);
    }
    if (busy.size === 0) return;
    await Promise.race(busy);
  }
}

/** How often the bar is drawn anew at most. */
const BREATH_MS = 100;

function progressOf(io: Io, experiment: Experiment): () => void {
  const before = experiment.played();
  const started = performance.now();
  let shown = started;
  return () => {
    const now = performance.now();
    if (io.progress === undefined || now - shown < BREATH_MS) return;
    shown = now;
    io.progress(progressLine(experiment.played(), before, experiment.total, now - started));
  };
}

const BAR = 20;

/** "■■■■······ 412 of 1000 runs, 181 a second, 3 s left"; `before` were played on another day. */
function progressLine(played: number, before: number, total: number, ms: number): string {
  const full = Math.floor((BAR * played) / total);
  const rate = (1000 * (played - before)) / ms;
  const left = rate > 0 ? `${Math.ceil((total - played) / rate)} s left` : "no rate yet";
  const bar = "■".repeat(full).padEnd(BAR, "·");
  return `${bar} ${played} of ${total} runs, ${rate.toFixed(0)} a second, ${left}`;
}
