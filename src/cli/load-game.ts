import type { Problem } from "../engine/index.ts";
import type { Read } from "../scenarios/index.ts";
import type { CourseChoice } from "./courses.ts";
import {
  type ExcursionFlags,
  excursionAsked,
  type NamedExcursion,
  ofExcursion,
} from "./excursions.ts";
import { type LoadedRun, loadRun } from "./load-run.ts";

/** What of a scenario is played, by whom, and with what changed. */
export interface GameFlags extends CourseChoice, ExcursionFlags {
  readonly length?: string | undefined;
  readonly variant?: string | undefined;
}

/** A scenario with its courses of action, and what was changed in it. */
export interface LoadedGame extends LoadedRun {
  readonly excursion: NamedExcursion | null;
}

/** Reads a scenario, its courses of action and its excursion; or every problem. */
export function loadGame(name: string | null, flags: GameFlags): Read<LoadedGame> {
  const excursion = excursionAsked(flags);
  if (!excursion.ok) return withOthers(name, flags, excursion.problems);
  return loadGameWith(name, flags, excursion.value);
}

/** The same with an excursion that was read already. */
export function loadGameWith(
  name: string | null,
  flags: Omit<GameFlags, "excursion" | "set">,
  excursion: NamedExcursion | null,
): Read<LoadedGame> {
  const { length, variant } = flags;
  const run = loadRun(name, { length, variant, patch: excursion?.patch }, flags);
  if (!run.ok) return { ok: false, problems: ofExcursion(run.problems, excursion) };
  return { ok: true, value: { ...run.value, excursion } };
}

/** An excursion that cannot be read does not keep the rest from being told. */
function withOthers(
  name: string | null,
  flags: GameFlags,
  problems: readonly Problem[],
): Read<never> {
  const run = loadGameWith(name, flags, null);
  return { ok: false, problems: [...problems, ...(run.ok ? [] : run.problems)] };
}
