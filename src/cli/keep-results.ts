import {
  createResults,
  type Kept,
  type Results,
  type ResultsOf,
  resumeResults,
} from "../edge/results.ts";
import type { Problem } from "../engine/index.ts";
import type { Experiment, Row } from "../lab/experiment.ts";
import type { Read } from "../scenarios/index.ts";
import { drive, type Driving } from "./drive.ts";
import { flagProblem } from "./flags.ts";
import type { Io } from "./io.ts";
import { takenProblems } from "./print-to.ts";
import {
  progressAsked,
  type QueueFlags,
  queueHands,
  queueProblems,
  queueTrouble,
} from "./queue-asked.ts";

/** Where the results of an experiment are kept, and who plays it. */
export interface ResultsFlags extends QueueFlags {
  readonly out?: string | undefined;
  readonly resume?: string | undefined;
  /** Where a page goes. */
  readonly html?: string | undefined;
}

/**
 * An experiment begins a directory or goes on with one, never both; and a page that cannot be
 * written, or a queue that cannot be meant, is refused before anything is played.
 */
export function resultsProblems(flags: ResultsFlags): Problem[] {
  const { out, resume, html } = flags;
  const others = [...takenProblems("html", html), ...queueProblems(flags)];
  if (out === undefined || resume === undefined) return others;
  const message = "--out: found --resume as well, expected one of the two";
  const hint = "--resume goes on with a directory that is there";
  return [flagProblem("out", "both", message, hint), ...others];
}

/**
 * The directory that was asked for, begun or gone on with; null when none was; or every problem. A
 * queue that does not answer is one, and then no directory is begun.
 */
export async function resultsAsked(
  flags: ResultsFlags,
  of: () => ResultsOf,
): Promise<Read<Results | null>> {
  const { out, resume } = flags;
  const trouble = await queueTrouble(flags);
  if (trouble.length > 0) return { ok: false, problems: trouble };
  if (out !== undefined) return createResults(out, of());
  if (resume !== undefined) return resumeResults(resume, of());
  return { ok: true, value: null };
}

/** How an experiment is driven that may be kept. */
export interface KeptDriving extends Pick<Driving, "jobs"> {
  readonly flags: QueueFlags;
}

/**
 * Plays an experiment as `drive` does, and keeps it in its directory where it has one. What could
 * not be kept is a Problem, and stops it, and so is what a queue could not do; what was played by
 * then can be told all the same.
 */
export async function driveKept(
  io: Io,
  experiment: Experiment,
  { jobs, flags }: KeptDriving,
  results: Results | null,
  readme: () => Kept | Promise<Kept>,
): Promise<readonly Problem[]> {
  let unkept = results?.recallTo(experiment) ?? null;
  const keep = (rows: readonly Row[]) => {
    unkept ??= results?.append(rows) ?? null;
    return unkept === null;
  };
  const hands = unkept === null ? await queueHands(io, flags) : null;
  const form = progressAsked(flags);
  const driving = { jobs, keep, hands, progress: typeof form === "string" ? form : undefined };
  const ended = unkept === null ? await drive(io, experiment, driving) : "stopped";
  const unplayed = hands?.problems() ?? [];
  const isKept = unkept === null && results !== null && !isLost(experiment, unplayed);
  const unfinished = (await results?.finish(isKept ? await readme() : null)) ?? null;
  if (ended === "stopped" || (unplayed.length > 0 && experiment.played() > 0)) {
    io.err(stoppedText(experiment, results !== null));
  }
  return [...unplayed, unkept ?? unfinished].filter((problem) => problem !== null);
}

/** Whether there is nothing to show but why. */
export function isLost(experiment: Experiment, problems: readonly Problem[]): boolean {
  return problems.length > 0 && experiment.played() === 0;
}

function stoppedText(experiment: Experiment, isKept: boolean): string {
  const played = `Stopped after ${experiment.played()} of ${experiment.total} runs; what follows is of these.`;
  return `${played}${isKept ? " --resume plays the rest." : ""}\n`;
}
