import { coresOf, type Hands, openHands } from "../edge/hands.ts";
import type { Problem } from "../engine/index.ts";
import type { Experiment, Row } from "../lab/experiment.ts";
import { countAsked } from "./flags.ts";
import type { Io } from "./io.ts";
import { type Progress, type ProgressForm, progressOf } from "./progress.ts";

/** How an experiment is played; nothing of it may change what comes out. */
export interface Driving {
  /** Runs played at once. */
  readonly jobs: number;
  /** Is given every row that counts, in order, before the next one is; false ends the experiment. */
  readonly keep?: ((rows: readonly Row[]) => boolean) | undefined;
  /** Who plays; threads of this program where nobody is named. */
  readonly hands?: Hands | null | undefined;
  readonly progress?: ProgressForm | undefined;
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
  { jobs, keep, hands: named, progress = "bar" }: Driving,
): Promise<"done" | "stopped"> {
  let stopped = false;
  const hands = named ?? (await openHands(jobs, experiment.total - experiment.played()));
  const stop = () => {
    stopped = true;
    hands.stop?.();
  };
  process.once("SIGINT", stop);
  const told = progressOf(io, experiment, { hands, form: progress });
  try {
    await play(experiment, { hands, keep, told, isStopped: () => stopped, stop });
  } finally {
    process.removeListener("SIGINT", stop);
    told.end();
    await hands.close();
  }
  return stopped ? "stopped" : "done";
}

interface Playing {
  readonly hands: Hands;
  readonly keep: Driving["keep"];
  readonly told: Progress;
  readonly isStopped: () => boolean;
  readonly stop: () => void;
}

/** Keeps all hands busy; what is being played when it is stopped is played to its end. */
async function play(experiment: Experiment, playing: Playing): Promise<void> {
  const { hands, keep, told, isStopped, stop } = playing;
  const busy = new Set<Promise<void>>();
  for (;;) {
    while (!isStopped() && busy.size < hands.most) {
      const stretch = experiment.next(hands.runs);
      if (stretch === null) break;
      const work = hands.play(stretch).then((rows) => {
        busy.delete(work);
        if (rows === null) return;
        const counted = experiment.take(stretch, rows);
        if (keep?.(counted) === false) stop();
        told.news();
        if (experiment.isWhole()) hands.stop?.();
      });
      busy.add(work);
      // The race below tells of one that fails; the others must not fail unheard.
      work.catch(() => undefined);
    }
    if (busy.size === 0) return;
    await Promise.race(busy);
  }
}
