import type { Problem } from "../engine/index.ts";
import type { ResultsOf } from "../edge/results.ts";
import { type Experiment, planOn } from "../lab/experiment.ts";
import { measureNames } from "../lab/replicate.ts";
import type { Sample } from "../lab/sample.ts";
import type { Read } from "../scenarios/index.ts";
import { designOf } from "./design-document.ts";
import { jobsAsked } from "./drive.ts";
import { countAsked, DEFAULT_SEED, flagProblem, type SharedFlags } from "./flags.ts";
import { type ResultsFlags, resultsProblems } from "./keep-results.ts";
import { type GameFlags, type LoadedGame, loadGame } from "./load-game.ts";
import { gameOf } from "./load-run.ts";
import { choosesGame, loadSavedGame, savedDesignOf } from "./saved-design.ts";

/** Flags of `tadmor run`. */
export interface RunFlags extends SharedFlags, GameFlags, ResultsFlags {
  readonly runs?: string | undefined;
  readonly jobs?: string | undefined;
  /** A run to write as a saved game, and where. */
  readonly open?: string | undefined;
  readonly output?: string | undefined;
  /** Whether measures are drawn in the terminal. */
  readonly plots?: boolean | undefined;
}

/** Runs of an experiment that names no number, and the most it may name. */
export const RUNS = { usual: 1000, most: 1_000_000 } as const;

/** What `tadmor run` is asked for, read and checked. */
export interface RunAsked {
  readonly loaded: LoadedGame;
  readonly seed: string;
  readonly runs: number;
  readonly jobs: number;
  readonly flags: RunFlags;
}

/** Reads all that a command line names, or what a directory holds; or every problem of it. */
export function readRun(name: string | null, flags: RunFlags): Read<RunAsked> {
  const jobs = jobsAsked(flags);
  const typed = countAsked("runs", flags.runs, RUNS.usual, RUNS.most);
  const saved = flags.resume === undefined ? null : savedDesignOf(flags.resume, "run", name);
  const isSaved = saved?.ok === true && !choosesGame(flags);
  const game = saved?.ok === true ? saved.value.games[0] : undefined;
  const loaded =
    isSaved && game !== undefined
      ? loadSavedGame(name ?? saved.value.scenario, game)
      : loadGame(name, flags);
  const problems = [
    ...[jobs, typed].filter((one) => typeof one !== "number"),
    ...resultsProblems(flags),
    ...openProblems(flags),
    ...(saved?.ok === false ? saved.problems : []),
    ...(loaded.ok ? [] : loaded.problems),
  ];
  if (problems.length > 0 || !loaded.ok) return { ok: false, problems };
  const design = saved?.ok === true ? saved.value : null;
  const runs = flags.runs === undefined && design !== null ? design.runs : (typed as number);
  const seed = flags.seed ?? design?.seed ?? DEFAULT_SEED;
  return { ok: true, value: { loaded: loaded.value, seed, runs, jobs: jobs as number, flags } };
}

/** Runs that are planned, and the sample that will hold them. */
export interface PlannedRun {
  readonly sample: Sample;
  readonly experiment: Experiment;
}

/** All runs of the game, planned. */
export function planRun({ loaded, seed, runs }: RunAsked): PlannedRun {
  const plan = planOn(seed);
  const sample = plan.sampleOf(gameOf(loaded), runs);
  return { sample, experiment: plan.experiment() };
}

/** What a directory of runs is of: a row a run. */
export function runResultsOf({ loaded, seed, runs }: RunAsked): ResultsOf {
  const measures = measureNames(gameOf(loaded));
  const { title } = loaded.scenario.setup;
  return {
    design: designOf([{ name: "run", title, loaded }], { command: "run", seed, runs, measures }),
    table: { seed, alternatives: null, measures },
  };
}

/** One run as a saved game is no experiment that could be kept. */
function openProblems({ open, out }: RunFlags): Problem[] {
  if (open === undefined || out === undefined) return [];
  const message = "--out: found --open as well, expected one of the two";
  return [flagProblem("out", "both", message, "-o names the file of the one run")];
}
