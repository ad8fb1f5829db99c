import { LEVEL } from "./estimates.ts";
import { equilibriumOf } from "./equilibrium.ts";
import type { SolveLinear } from "./linear-program.ts";
import { meanPayoffs, type RunPayoffs, valueOfKnowing } from "./matrix-game.ts";
import { percentileInterval, RESAMPLES, resampler } from "./resample.ts";

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How far the runs support an equilibrium. */
export interface MatrixBootstrap {
  readonly level: number;
  readonly resamples: number;
  readonly value: Interval;
  /** How often each course of action is in the mix at all, and between which weights. */
  readonly red: readonly SupportedChoice[];
  readonly blue: readonly SupportedChoice[];
  readonly knowing: { readonly red: Interval; readonly blue: Interval };
}

/** One course of action over the resamples. */
interface SupportedChoice {
  readonly support: number;
  readonly weight: Interval;
}

/**
 * Resamples the seeds jointly over all cells, so that dice that cells share stay shared, and solves
 * each matrix anew; intervals are percentiles (Efron 1979).
 */
export function bootstrapMatrix(
  runs: RunPayoffs,
  solve: SolveLinear,
  seed: string,
  resamples = RESAMPLES,
): MatrixBootstrap {
  const draw = resampler(`matrix/${seed}`);
  const count = runs[0]?.[0]?.length ?? 0;
  const solved = Array.from({ length: resamples }, () => {
    const payoffs = meanPayoffs(runs, draw(count));
    const equilibrium = equilibriumOf(payoffs, solve);
    return { ...equilibrium, knowing: valueOfKnowing(payoffs, equilibrium) };
  });
  const interval = (values: readonly number[]) => percentileInterval(values, LEVEL);
  return {
    level: LEVEL,
    resamples,
    value: interval(solved.map(({ value }) => value)),
    red: supportOf(solved.map(({ redMix }) => redMix)),
    blue: supportOf(solved.map(({ blueMix }) => blueMix)),
    knowing: {
      red: interval(solved.map(({ knowing }) => knowing.red)),
      blue: interval(solved.map(({ knowing }) => knowing.blue)),
    },
  };
}

function supportOf(mixes: readonly (readonly number[])[]): SupportedChoice[] {
  return (mixes[0] ?? []).map((_, at) => {
    const weights = mixes.map((mix) => mix[at] as number);
    const support = weights.filter((weight) => weight > 0).length / weights.length;
    return { support, weight: percentileInterval(weights, LEVEL) };
  });
}
