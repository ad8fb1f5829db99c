import { isTime } from "../reports/index.ts";
import { type Estimate, LEVEL, meanEstimate, shareEstimate, shareOfOnes } from "./estimates.ts";
import type { Game } from "./replicate.ts";
import { filledColumn, presentColumn, type Sample } from "./sample.ts";
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
  const present = presentColumn(sample, name);
  const timed = isTimed(game, name);
  const values = timed ? filledColumn(sample, name, sample.horizon) : present;
  const came = { ...shareEstimate(present.length, sample.runs), horizon: sample.horizon };
  return {
    ...(isYesOrNo(game, name) ? shareOfOnes(present) : meanEstimate(values)),
    level: LEVEL,
    quantiles: distributionOf(name, sample, timed).quantiles,
    came: timed ? came : null,
  };
}

/** Whether a measure is a turn; those that every scenario has, unasked, are times by their names. */
export function isTimed({ asked }: Pick<Game, "asked">, name: string): boolean {
  const measure = asked[name];
  if (measure !== undefined) return isTime(measure);
  return name.startsWith("entry-") || name.endsWith("-left");
}

/** Whether a measure is 1 or 0. */
export function isYesOrNo({ asked }: Pick<Game, "asked">, name: string): boolean {
  return asked[name]?.kind === "held-at-end";
}
