import { existingFile } from "../edge/write-text.ts";
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

/** Where the results of an experiment are kept. */
export interface ResultsFlags {
  readonly out?: string | undefined;
  readonly resume?: string | undefined;
  /** Where a page goes. */
  readonly html?: string | undefined;
}

/**
 * An experiment begins a directory or goes on with one, never both; and a page that cannot be
 * written is refused before anything is played.
 */
export function resultsProblems({ out, resume, html }: ResultsFlags): Problem[] {
  const taken = html === undefined ? null : existingFile(html);
  const page = taken === null ? [] : [{ ...taken, path: "/html" }];
  if (out === undefined || resume === undefined) return page;
  const message = "--out: found --resume as well, expected one of the two";
  const hint = "--resume goes on with a directory that is there";
  return [flagProblem("out", "both", message, hint), ...page];
}

/** The directory that was asked for, begun or gone on with; null when none was; or every problem. */
export async function resultsAsked(
  { out, resume }: ResultsFlags,
  of: () => ResultsOf,
): Promise<Read<Results | null>> {
  if (out !== undefined) return createResults(out, of());
  if (resume !== undefined) return resumeResults(resume, of());
  return { ok: true, value: null };
}

/**
 * Plays an experiment as `drive` does, and keeps it in its directory where it has one. What could
 * not be kept is a Problem, and stops it; what was played by then can be told all the same.
 */
export async function driveKept(
  io: Io,
  experiment: Experiment,
  { jobs }: Driving,
  results: Results | null,
  readme: () => Kept | Promise<Kept>,
): Promise<readonly Problem[]> {
  let unkept = results?.recallTo(experiment) ?? null;
  const keep = (rows: readonly Row[]) => {
    unkept ??= results?.append(rows) ?? null;
    return unkept === null;
  };
  const ended = unkept === null ? await drive(io, experiment, { jobs, keep }) : "stopped";
  const kept = unkept === null && results !== null ? await readme() : null;
  const unfinished = (await results?.finish(kept)) ?? null;
  if (ended === "stopped") io.err(stoppedText(experiment, results !== null));
  return [unkept ?? unfinished].filter((problem) => problem !== null);
}

function stoppedText(experiment: Experiment, isKept: boolean): string {
  const played = `Stopped after ${experiment.played()} of ${experiment.total} runs; what follows is of these.`;
  return `${played}${isKept ? " --resume plays the rest." : ""}\n`;
}
