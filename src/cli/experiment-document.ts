import { ENGINE_VERSION } from "../engine/index.ts";
import type { ExperimentHead } from "../reports/index.ts";
import { excursionDocument } from "./design-document.ts";
import type { GameFlags, LoadedGame } from "./load-game.ts";
import type { LoadedRun } from "./load-run.ts";

/** What an experiment's document begins with: enough to make it again. */
export function documentHead(
  loaded: LoadedRun | LoadedGame,
  seed: string,
  flags: Pick<GameFlags, "length" | "variant"> = loaded.options,
): object {
  const { scenario, coas, aims } = loaded;
  const { setup, hash, parametersHash, file } = scenario;
  return {
    scenario: { id: setup.id, hash },
    seed,
    engine: ENGINE_VERSION,
    parameters: { id: setup.parameters.id, hash: parametersHash },
    length: flags.length ?? file.length,
    variant: flags.variant ?? null,
    excursion: "excursion" in loaded ? excursionDocument(loaded.excursion) : null,
    turns: setup.turns,
    courses: coas,
    aims,
  };
}

/** The same for a reader; courses of action are named where they are not those of history. */
export function experimentHead(
  loaded: LoadedRun | LoadedGame,
  seed: string,
  runs: number,
): ExperimentHead {
  const { setup, hash, file } = loaded.scenario;
  return {
    title: setup.title,
    scenario: setup.id,
    hash,
    engine: ENGINE_VERSION,
    seed,
    runs,
    turns: setup.turns,
    courses: Object.entries(otherCourses(loaded)).map(
      ([seat, coa]) => `${setup.seats[seat]?.name ?? seat} ${coa}`,
    ),
    changes: "excursion" in loaded ? changesOf(loaded, file.variants) : [],
  };
}

/** The same for what is kept of an experiment: with the digests of what was played. */
export function playedHead(loaded: LoadedRun | LoadedGame, seed: string, runs: number) {
  const { title, turns, engine, scenario, hash } = experimentHead(loaded, seed, runs);
  const { setup, parametersHash } = loaded.scenario;
  return {
    title,
    turns,
    engine,
    seed,
    runs,
    scenario: { id: scenario, hash },
    parameters: { id: setup.parameters.id, hash: parametersHash },
  };
}

function otherCourses({ scenario, coas }: LoadedRun): LoadedRun["coas"] {
  const { historical } = scenario.file;
  return Object.fromEntries(Object.entries(coas).filter(([seat, coa]) => historical[seat] !== coa));
}

/** What is changed in the scenario, a sentence each. */
export function changesOf(
  { options, excursion }: LoadedGame,
  variants: Readonly<Record<string, { readonly title: string }>>,
): string[] {
  const { variant } = options;
  const varied = variant === undefined ? [] : [`Variant: ${variants[variant]?.title ?? variant}.`];
  return excursion === null
    ? varied
    : [...varied, `Excursion: ${excursion.title}. ${excursion.reason}`];
}

/** What one game of an experiment is, in a line: its courses of action and its changes. */
export function gameLine(name: string, loaded: LoadedGame): string {
  const { setup, file } = loaded.scenario;
  const others = Object.entries(otherCourses(loaded)).map(
    ([seat, coa]) => `${setup.seats[seat]?.name ?? seat} plays ${coa}`,
  );
  const courses = others.length === 0 ? "the historical courses of action" : others.join(", ");
  return [`${name}: ${courses}.`, ...changesOf(loaded, file.variants)].join(" ");
}

/** JSON has no infinity: an end that is open, or a turn beyond the horizon, is null. */
export function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
