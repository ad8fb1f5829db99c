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
  const room = new Float64Array(sample.runs);
  return Object.fromEntries(names.map((name) => [name, summaryOf(game, name, sample, room)]));
}

/** The values of one measure stand in `room` at a time, in the order of the runs and then in their own. */
function summaryOf(game: Game, name: string, sample: Sample, room: Float64Array): MeasureSummary {
  const timed = isTimed(game, name);
  const values = timed
    ? filledColumn(sample, name, sample.horizon, room)
    : presentColumn(sample, name, room);
  const found = isYesOrNo(game, name) ? shareOfOnes(values) : meanEstimate(values);
  const { quantiles, without, n } = distributionOf(name, sample, timed, room);
  const came = { ...shareEstimate(n - without, n), horizon: sample.horizon };
  return { ...found, level: LEVEL, quantiles, came: timed ? came : null };
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
