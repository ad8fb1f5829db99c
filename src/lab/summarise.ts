import { isTime } from "../reports/index.ts";
import { type Estimate, LEVEL, meanEstimate, shareEstimate } from "./estimates.ts";
import type { Game } from "./replicate.ts";
import { columnOf, type Sample } from "./sample.ts";
import { distributionOf, type Distribution } from "./targets.ts";

/** One measure over all runs, in this model. */
export interface MeasureSummary extends Estimate {
  /** Confidence of the interval of the mean. */
  readonly level: number;
  readonly quantiles: Distribution["quantiles"];
  /**
   * Of a measure that is a time: in how many of the runs it came by the horizon, a turn; the mean
   * is then the restricted mean, with the horizon in place of what did not come. Else null.
   */
  readonly came: (Estimate & { readonly horizon: number }) | null;
}

/** Every measure of a sample: the mean with its interval (a share with Wilson's), and percentiles. */
export function summariesOf(game: Game, sample: Sample): Readonly<Record<string, MeasureSummary>> {
  const names = Object.keys(sample.columns);
  return Object.fromEntries(names.map((name) => [name, summaryOf(game, name, sample)]));
}

function summaryOf(game: Game, name: string, sample: Sample): MeasureSummary {
  const column = columnOf(sample, name);
  const present = column.filter((value) => value !== null);
  const timed = isTimed(game, name);
  const values = timed ? column.map((value) => value ?? sample.horizon) : present;
  const came = { ...shareEstimate(present.length, column.length), horizon: sample.horizon };
  return {
    ...(isYesOrNo(game, name) ? shareOfOnes(present) : meanEstimate(values)),
    level: LEVEL,
    quantiles: distributionOf(name, sample, timed).quantiles,
    came: timed ? came : null,
  };
}

function shareOfOnes(values: readonly number[]): Estimate {
  return shareEstimate(values.filter((value) => value === 1).length, values.length);
}

/** Measures that every scenario has, besides those it asks for, are times by their names. */
function isTimed({ asked }: Game, name: string): boolean {
  const measure = asked[name];
  if (measure !== undefined) return isTime(measure);
  return name.startsWith("entry-") || name.endsWith("-left");
}

function isYesOrNo({ asked }: Game, name: string): boolean {
  return asked[name]?.kind === "held-at-end";
}
