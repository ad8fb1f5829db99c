import { loadScenario } from "../edge/load.ts";
import type { Id, Problem } from "../engine/index.ts";
import type { BacktestAsked, LeverGames } from "../lab/backtest.ts";
import type { Lever } from "../lab/levers.ts";
import type { Game } from "../lab/replicate.ts";
import type { Target } from "../lab/targets.ts";
import type { Read, ScenarioFile } from "../scenarios/index.ts";
import type { CourseChoice } from "./courses.ts";
import { gameOf, type LoadedRun, loadRun } from "./load-run.ts";

/** A scenario with all it asks of its runs, but for how many. */
export interface LoadedBacktest {
  readonly run: LoadedRun;
  readonly length: Id;
  readonly asked: Omit<BacktestAsked, "seed" | "runs" | "pairs">;
  /** Targets that this length is too short for, and the turns that each needs. */
  readonly notAsked: Readonly<Record<Id, number>>;
}

/** What is played: a length, where one is named, and courses of action. */
export interface BacktestChoice extends CourseChoice {
  readonly length?: string | undefined;
}

/**
 * Reads a scenario for a backtest, at the longest length that a target asks for unless one is
 * chosen, and its levers when they are wanted; or every problem.
 */
export function loadBacktest(
  name: string | null,
  choice: BacktestChoice,
  withLevers: boolean,
): Read<LoadedBacktest> {
  const found = loadScenario(name);
  if (!found.ok) return found;
  const { file } = found.value.scenario;
  if (!asksAnything(file, withLevers)) return { ok: false, problems: [noTargets] };
  const length = choice.length ?? longestAsked(file);
  const run = loadRun(name, { length }, choice);
  if (!run.ok) return run;
  const game = gameOf(run.value);
  const levers = withLevers ? loadLevers(name, file, choice, { length, game }) : noLevers;
  if (!levers.ok) return levers;
  const { targets, notAsked } = sorted(file, game.setup.turns);
  const { reports, record } = file;
  const { conflicts } = record;
  const asked = { game, targets, reports, conflicts, levers: levers.value };
  return { ok: true, value: { run: run.value, length, asked, notAsked } };
}

function asksAnything({ targets, reports, levers }: ScenarioFile, withLevers: boolean): boolean {
  return [targets, reports, withLevers ? levers : {}].some((all) => Object.keys(all).length > 0);
}

const noTargets: Problem = {
  code: "backtest.targets",
  path: "/targets",
  message: "found no target in this scenario, expected one at least",
  hint: "a section `targets` says what many runs ought to give; tadmor run tells what they do",
};

const noLevers: Read<Readonly<Record<Id, LeverGames>>> = { ok: true, value: {} };

function turnsOf({ lengths }: ScenarioFile, length: Id): number {
  return lengths[length]?.turns ?? 0;
}

function longestAsked(file: ScenarioFile): Id {
  const lengths = Object.values(file.targets).map(({ length }) => length ?? file.length);
  return lengths.reduce(
    (longest, length) => (turnsOf(file, length) > turnsOf(file, longest) ? length : longest),
    file.length,
  );
}

/** Targets that so many turns can answer, and those that need more. */
function sorted(file: ScenarioFile, turns: number) {
  const targets: Record<Id, Target> = {};
  const notAsked: Record<Id, number> = {};
  for (const [id, target] of Object.entries(file.targets)) {
    const needed = target.length === undefined ? 0 : turnsOf(file, target.length);
    if (needed > turns) notAsked[id] = needed;
    else targets[id] = target;
  }
  return { targets, notAsked };
}

interface Base {
  readonly length: Id;
  readonly game: Game;
}

/** Each lever beside the same scenario without it, at the length that the lever is asked for. */
function loadLevers(
  name: string | null,
  file: ScenarioFile,
  choice: BacktestChoice,
  base: Base,
): Read<Readonly<Record<Id, LeverGames>>> {
  // A game that several levers are set against is one object, so that its runs are played once.
  const plain = new Map([[base.length, base.game]]);
  const levers: Record<Id, LeverGames> = {};
  const problems: Problem[] = [];
  for (const [id, lever] of Object.entries(file.levers)) {
    const length = lever.length ?? choice.length ?? file.length;
    const changed = loadRun(name, { length, variant: lever.variant }, courseOf(choice, lever));
    const without = plain.get(length) ?? gameOrProblems(loadRun(name, { length }, choice));
    if (!changed.ok) problems.push(...changed.problems);
    else if (isProblems(without)) problems.push(...without);
    else {
      plain.set(length, without);
      levers[id] = { lever, without, changed: gameOf(changed.value) };
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: levers };
}

function courseOf(choice: BacktestChoice, { courses = [] }: Lever): CourseChoice {
  const all = choice.course === undefined ? courses : [choice.course, ...courses];
  return { ...choice, course: all.length === 0 ? undefined : all.join(",") };
}

function gameOrProblems(run: Read<LoadedRun>): Game | readonly Problem[] {
  return run.ok ? gameOf(run.value) : run.problems;
}

function isProblems(found: Game | readonly Problem[]): found is readonly Problem[] {
  return Array.isArray(found);
}
