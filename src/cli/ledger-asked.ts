import type { Problem } from "../engine/index.ts";
import { pointsOfDesign } from "../lab/design-points.ts";
import { type Plan, planOn } from "../lab/experiment.ts";
import type { Question } from "../lab/question.ts";
import type { PointRuns } from "../lab/responses.ts";
import {
  type FactorValues,
  patchOfPoint,
  type Read,
  type UncertainNumber,
  uncertainNumbers,
} from "../scenarios/index.ts";
import { clip, listSome } from "../scenarios/text.ts";
import { jobsAsked } from "./drive.ts";
import type { CourseChoice } from "./courses.ts";
import { countAsked, DEFAULT_SEED, flagProblem, type SharedFlags } from "./flags.ts";
import { type ResultsFlags, resultsProblems } from "./keep-results.ts";
import type { GameFlags } from "./load-game.ts";
import { gameOf, type LoadedRun, loadRun } from "./load-run.ts";
import { questionAsked, type QuestionFlags } from "./question-asked.ts";
import { choosesGame, type SavedDesign, savedDesignOf } from "./saved-design.ts";

/** Flags of `tadmor ledger`. */
export interface LedgerFlags extends SharedFlags, GameFlags, QuestionFlags, ResultsFlags {
  /** Draws of all the numbers together. */
  readonly points?: string | undefined;
  /** Runs a point. */
  readonly runs?: string | undefined;
  /** Beginnings of pointers, parted by commas: the only numbers that are moved. */
  readonly below?: string | undefined;
  readonly jobs?: string | undefined;
}

/** What `tadmor ledger` is asked for, read and checked. */
export interface LedgerAsked {
  /** The scenario at the values it has itself. */
  readonly run: LoadedRun;
  readonly question: Question;
  /** The numbers that are moved, all at once. */
  readonly numbers: readonly UncertainNumber[];
  readonly points: number;
  readonly runs: number;
  readonly seed: string;
  readonly jobs: number;
  readonly flags: LedgerFlags;
  runAt(values: FactorValues): Read<LoadedRun>;
}

const POINTS = { usual: 100, most: 10_000 } as const;
const RUNS = { usual: 5, most: 1000 } as const;
/** Points, and runs at a point, from which a variance can be told. */
export const FEWEST = 2;

/** Reads all that a command line names, or what a directory holds; or every problem of it. */
export function readLedger(typedName: string | null, typed: LedgerFlags): Read<LedgerAsked> {
  const saved =
    typed.resume === undefined ? null : savedDesignOf(typed.resume, "ledger", typedName);
  const design = saved?.ok === true ? saved.value : null;
  const flags = design === null || choosesGame(typed) ? typed : { ...savedFlags(design), ...typed };
  const choice = design === null || choosesGame(typed) ? typed : savedChoice(design);
  const name = typedName ?? design?.scenario ?? null;
  const points = countAsked("points", flags.points, POINTS.usual, POINTS.most);
  const runs = countAsked("runs", flags.runs, RUNS.usual, RUNS.most);
  const jobs = jobsAsked(flags);
  const options = { length: flags.length, variant: flags.variant };
  const run = loadRun(name, options, choice);
  const question = run.ok ? questionAsked(run.value, flags) : null;
  const numbers = run.ok ? numbersAsked(run.value, flags.below) : null;
  const problems = [
    ...[points, runs, jobs].filter((one) => typeof one !== "number"),
    ...fewProblems({ points, runs }),
    ...resultsProblems(typed),
    ...(saved?.ok === false ? saved.problems : []),
    ...(run.ok ? [] : run.problems),
    ...(question?.ok === false ? question.problems : []),
    ...(numbers?.ok === false ? numbers.problems : []),
  ];
  if (problems.length > 0 || !run.ok || !question?.ok || !numbers?.ok)
    return { ok: false, problems };
  const { overrides } = run.value.scenario.file;
  const factors = numbers.value.map(({ factor }) => factor);
  return {
    ok: true,
    value: {
      run: run.value,
      question: question.value,
      numbers: numbers.value,
      points: points as number,
      runs: runs as number,
      seed: flags.seed ?? DEFAULT_SEED,
      jobs: jobs as number,
      flags,
      runAt: (values) =>
        loadRun(name, { ...options, patch: patchOfPoint(factors, values, { overrides }) }, choice),
    },
  };
}

/** The line that began a directory, as flags; what is played stands in its game. */
function savedFlags({ seed, runs, games: [game], question }: SavedDesign): LedgerFlags {
  const { measure, by, points, below } = question;
  return {
    seed,
    runs: String(runs),
    length: game?.length,
    variant: game?.variant,
    measure: typeof measure === "string" ? measure : undefined,
    by: typeof by === "number" ? String(by) : undefined,
    points: typeof points === "number" ? String(points) : undefined,
    below: typeof below === "string" ? below : undefined,
  };
}

function savedChoice({ games: [game] }: SavedDesign): CourseChoice {
  return { seats: game?.seats, aim: game?.aim };
}

function fewProblems(counts: Readonly<Record<string, number | Problem>>): Problem[] {
  return Object.entries(counts).flatMap(([flag, count]) => {
    if (typeof count !== "number" || count >= FEWEST) return [];
    const message = `--${flag}: found ${count}, expected at least ${FEWEST}`;
    return [flagProblem(flag, "few", message, "a variance needs two of each")];
  });
}

function numbersAsked(
  { scenario }: LoadedRun,
  below: string | undefined,
): Read<readonly UncertainNumber[]> {
  const starts = below?.split(",").map((one) => one.trim());
  const numbers = uncertainNumbers(scenario, starts);
  if (numbers.length > 0) return { ok: true, value: numbers };
  const known = uncertainNumbers(scenario).map(({ factor }) => factor.pointers[0] ?? "");
  const sections = [...new Set(known.map((pointer) => `/${pointer.split("/")[1]}`))];
  const message = `--below: found "${clip(below ?? "")}", below which no number has a range`;
  const problem = flagProblem("below", "below", message, `there are: ${listSome(sections)}`);
  return { ok: false, problems: [problem] };
}

/** The nested design, planned: each point on seeds of its own; or why one of them is no scenario. */
export function planLedger({
  numbers,
  points: count,
  runs,
  seed,
  runAt,
}: LedgerAsked): Read<{ readonly plan: Plan; readonly points: readonly PointRuns[] }> {
  const design = { kind: "latin-hypercube", points: count, seed: `ledger/${seed}` } as const;
  const plan = planOn(seed);
  const points: PointRuns[] = [];
  const factors = numbers.map(({ factor }) => factor);
  for (const [at, values] of pointsOfDesign({ design, factors }).entries()) {
    const run = runAt(values);
    if (!run.ok) return { ok: false, problems: run.problems.map((one) => atPoint(one, at + 1)) };
    points.push({ values, sample: plan.sampleOf(gameOf(run.value), runs, at * runs) });
  }
  return { ok: true, value: { plan, points } };
}

function atPoint(problem: Problem, point: number): Problem {
  return { ...problem, message: `at point ${point} of the ledger: ${problem.message}` };
}
