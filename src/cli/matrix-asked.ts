import type { Id, Problem } from "../engine/index.ts";
import { type Plan, planOn } from "../lab/experiment.ts";
import type { PayoffTerm } from "../lab/payoffs.ts";
import type { Sample } from "../lab/sample.ts";
import type { Read } from "../scenarios/index.ts";
import { listSome } from "../scenarios/text.ts";
import { jobsAsked } from "./drive.ts";
import { countAsked, DEFAULT_SEED, flagProblem, type SharedFlags } from "./flags.ts";
import { type ResultsFlags, resultsProblems } from "./keep-results.ts";
import { gameOf, type LoadedRun, loadRun, withCourses } from "./load-run.ts";
import { payoffAsked, sidesOf } from "./payoff-asked.ts";
import { choosesGame, type SavedDesign, savedDesignOf } from "./saved-design.ts";

/** Flags of `tadmor matrix`. */
export interface MatrixFlags extends SharedFlags, ResultsFlags {
  readonly runs?: string | undefined;
  readonly length?: string | undefined;
  readonly variant?: string | undefined;
  readonly red?: string | undefined;
  readonly blue?: string | undefined;
  readonly aim?: readonly string[] | undefined;
  readonly eachAim?: boolean | undefined;
  readonly payoff?: string | undefined;
  readonly jobs?: string | undefined;
}

/** A matrix to be played: all courses against each other, with one hidden aim or the courses' own. */
export interface MatrixBlock {
  /** The aim that is played for; null for those that the courses have. */
  readonly aim: Id | null;
  /** By Red's course and then Blue's. */
  readonly cells: readonly (readonly LoadedRun[])[];
}

/** What `tadmor matrix` is asked for, read and checked. */
export interface MatrixAsked {
  /** The scenario with its historical courses. */
  readonly base: LoadedRun;
  readonly red: readonly Id[];
  readonly blue: readonly Id[];
  readonly blocks: readonly MatrixBlock[];
  readonly payoff: readonly PayoffTerm[];
  readonly seed: string;
  /** Runs of each cell. */
  readonly runs: number;
  readonly jobs: number;
  readonly flags: MatrixFlags;
}

/** Runs a cell: model.md 8.19. */
const RUNS = { usual: 400, most: 100_000 } as const;

/** Reads all that a command line names, or every problem of it. */
export function readMatrix(typedName: string | null, typed: MatrixFlags): Read<MatrixAsked> {
  const saved =
    typed.resume === undefined ? null : savedDesignOf(typed.resume, "matrix", typedName);
  const design = saved?.ok === true ? saved.value : null;
  const flags =
    design === null || choosesMatrix(typed) ? typed : { ...savedFlags(design), ...typed };
  const name = typedName ?? design?.scenario ?? null;
  const runs = countAsked("runs", flags.runs, RUNS.usual, RUNS.most);
  const jobs = jobsAsked(flags);
  const problems = [
    ...[runs, jobs].filter((one) => typeof one !== "number"),
    ...resultsProblems(flags),
    ...(saved?.ok === false ? saved.problems : []),
  ];
  const base = loadRun(name, optionsOf(flags), { aim: flags.aim });
  if (!base.ok || problems.length > 0) {
    return { ok: false, problems: [...problems, ...(base.ok ? [] : base.problems)] };
  }
  const sides = sidesOf(base.value.scenario.setup);
  if (sides === null) return refused(noSides);
  const payoff = payoffAsked(flags.payoff, gameOf(base.value), sides);
  if ("code" in payoff) return refused(payoff);
  const red = coursesAsked(base.value, flags.red, sides.red);
  const blue = coursesAsked(base.value, flags.blue, sides.blue);
  const without = [
    ...(red.length === 0 ? [noCourses(base.value, "red", sides.red)] : []),
    ...(blue.length === 0 ? [noCourses(base.value, "blue", sides.blue)] : []),
  ];
  if (without.length > 0) return { ok: false, problems: without };
  const blocks = blocksOf(base.value, flags, aimsToPlay(base.value, flags), { red, blue });
  if (!blocks.ok) return blocks;
  return {
    ok: true,
    value: {
      base: base.value,
      red,
      blue,
      blocks: blocks.value,
      payoff,
      seed: flags.seed ?? design?.seed ?? DEFAULT_SEED,
      runs: runs as number,
      jobs: jobs as number,
      flags,
    },
  };
}

function choosesMatrix(flags: MatrixFlags): boolean {
  return choosesGame(flags) || flags.payoff !== undefined || flags.eachAim === true;
}

/** The line that began a directory, as flags. */
function savedFlags({ runs, games, question }: SavedDesign): MatrixFlags {
  const [game] = games;
  const listIn = (key: string) => {
    const list = question[key];
    return Array.isArray(list) ? list.join(",") : undefined;
  };
  const { payoff, aims, eachAim } = question;
  return {
    runs: String(runs),
    length: game?.length,
    variant: game?.variant,
    red: listIn("red"),
    blue: listIn("blue"),
    payoff: typeof payoff === "string" ? payoff : undefined,
    aim: Array.isArray(aims) ? aims.map(String) : undefined,
    eachAim: eachAim === true,
  };
}

function optionsOf({ length, variant }: MatrixFlags) {
  return { length, variant };
}

/** The courses of a side that are asked for; all that the scenario has when none are. */
function coursesAsked({ scenario }: LoadedRun, typed: string | undefined, side: Id): string[] {
  const { courses } = scenario.file;
  const all = Object.keys(courses).filter((id) => courses[id]?.side === side);
  return typed === undefined ? all : typed.split(",").map((id) => id.trim());
}

/** What a side needs of which the scenario names no whole course: its seats' own are named one by one. */
function noCourses({ source, scenario }: LoadedRun, flag: "red" | "blue", side: Id): Problem {
  const name = scenario.setup.sides[side]?.name ?? side;
  const message = `--${flag}: found no course of action of the side "${name}" in the scenario, expected one at least`;
  const own = source.coaIds.length === 0 ? "" : `; its seats have ${listSome(source.coaIds)}`;
  return flagProblem(flag, "courses", message, `--${flag} COURSE,COURSE, by id or file${own}`);
}

/** 13.2: every hidden aim that there is, one after the other; else those of the courses. */
function aimsToPlay({ scenario }: LoadedRun, { eachAim }: MatrixFlags): readonly (Id | null)[] {
  const { objectives } = scenario.setup;
  const all = Object.keys(objectives).filter((id) => (objectives[id]?.group ?? null) !== null);
  return eachAim === true && all.length > 0 ? all : [null];
}

interface Courses {
  readonly red: readonly Id[];
  readonly blue: readonly Id[];
}

function blocksOf(
  base: LoadedRun,
  flags: MatrixFlags,
  aims: readonly (Id | null)[],
  { red, blue }: Courses,
): Read<readonly MatrixBlock[]> {
  const problems: Problem[] = [];
  const cellOf = (one: Id, other: Id, aim: Id | null): LoadedRun[] => {
    const asked = aim === null ? flags.aim : [...(flags.aim ?? []), aim];
    const loaded = withCourses(base, { red: one, blue: other, aim: asked });
    if (!loaded.ok) problems.push(...loaded.problems);
    return loaded.ok ? [loaded.value] : [];
  };
  const blocks = aims.map((aim) => ({
    aim,
    cells: red.map((one) => blue.flatMap((other) => cellOf(one, other, aim))),
  }));
  return problems.length > 0
    ? { ok: false, problems: once(problems) }
    : { ok: true, value: blocks };
}

/** What is wrong with a course is wrong in every cell of it. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}

/** The samples of a block, as its cells. */
export type MatrixSamples = readonly (readonly Sample[])[];

/** All cells on common seeds, planned: the samples of each block. */
export function planMatrix({ blocks, seed, runs }: MatrixAsked): {
  readonly plan: Plan;
  readonly samples: readonly MatrixSamples[];
} {
  const plan = planOn(seed, "abreast");
  const samples = blocks.map(({ cells }) =>
    cells.map((row) => row.map((cell) => plan.sampleOf(gameOf(cell), runs))),
  );
  return { plan, samples };
}

/** Too few runs of every cell to say anything. */
export function tooFew(common: number): Problem {
  const message = `--runs: found ${common} runs of every cell, expected at least 2`;
  return flagProblem("runs", "few", message, "--runs 400");
}

const noSides: Problem = {
  code: "matrix.sides",
  path: "/sides",
  message: "found no hostile side, or no friendly one, expected both",
  hint: "a matrix is of two sides",
};

function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}
