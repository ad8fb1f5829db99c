import { ENGINE_VERSION } from "../engine/index.ts";
import type { ExperimentHead } from "../reports/index.ts";
import type { LoadedRun } from "./load-run.ts";

/** What an experiment's document begins with: enough to make it again. */
export function documentHead(
  { scenario, coas, aims }: LoadedRun,
  seed: string,
  flags: { readonly length?: string | undefined; readonly variant?: string | undefined },
): object {
  const { setup, hash, parametersHash, file } = scenario;
  return {
    scenario: { id: setup.id, hash },
    seed,
    engine: ENGINE_VERSION,
    parameters: { id: setup.parameters.id, hash: parametersHash },
    length: flags.length ?? file.length,
    variant: flags.variant ?? null,
    turns: setup.turns,
    courses: coas,
    aims,
  };
}

/** The same for a reader; courses of action are named where they are not those of history. */
export function experimentHead(
  { scenario, coas }: LoadedRun,
  seed: string,
  runs: number,
): ExperimentHead {
  const { setup, hash, file } = scenario;
  const others = Object.entries(coas).filter(([seat, coa]) => file.historical[seat] !== coa);
  return {
    title: setup.title,
    scenario: setup.id,
    hash,
    engine: ENGINE_VERSION,
    seed,
    runs,
    turns: setup.turns,
    courses: others.map(([seat, coa]) => `${setup.seats[seat]?.name ?? seat} ${coa}`),
  };
}

/** JSON has no infinity: an end that is open, or a turn beyond the horizon, is null. */
export function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
