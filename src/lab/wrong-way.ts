import type { Id } from "../engine/index.ts";
import type { Design, FactorValues } from "../scenarios/index.ts";
import { type Estimate, meanAtLevel, shareEstimate } from "./estimates.ts";
import { type PointRuns, valuesOf } from "./responses.ts";

/** A step from one level of a factor to the next, over all settings of the others, seed by seed. */
interface LevelStep {
  readonly from: number;
  readonly to: number;
  /** Pairs of runs, and those that went against the whole effect. */
  readonly pairs: number;
  readonly wrong: number;
  /** What the step does in the mean, with an interval of 99 %; `n` counts seeds. */
  readonly difference: Estimate;
}

/** One seed at two neighbouring levels: a run that went the wrong way. */
export interface WrongPair {
  readonly low: FactorValues;
  readonly high: FactorValues;
  /** From 1. */
  readonly run: number;
}

/** How often more of a factor did worse than less, on the same dice; in this model. */
export interface WrongWay {
  readonly factor: Id;
  readonly measure: Id;
  /** What the factor does to the measure from its lowest level to its highest. */
  readonly direction: "rising" | "falling";
  /** Pairs of runs that were compared. */
  readonly compared: number;
  /** The share of them that went against it; `n` counts seeds. */
  readonly share: Estimate;
  readonly steps: readonly LevelStep[];
  /** Whether no step's mean goes against it with 99 % confidence. */
  readonly isMonotone: boolean;
  /** Every pair that did, by level and then by seed. */
  readonly pairs: readonly WrongPair[];
}

const STEP_LEVEL = 0.99;

/**
 * The wrong-way seeds of a full factorial, for each factor and measure on which it has any effect.
 * Exact monotony of single runs is not to be had of such models (Dewar, Gillogly and Juncosa 1991);
 * that of the means is what is asked for.
 */
export function wrongWays(
  design: Design,
  points: readonly PointRuns[],
  isTimed: (measure: Id) => boolean,
): WrongWay[] {
  if (design.design.kind !== "full-factorial") return [];
  return Object.entries(design.measures).flatMap(([measure, asked]) => {
    const timed = "measure" in asked && isTimed(asked.measure);
    const played = points.map(({ values, sample }) => ({
      values,
      runs: valuesOf(asked, sample, timed),
    }));
    return design.factors.flatMap(({ id }) => wrongWayOf(id, measure, played));
  });
}

interface Played {
  readonly values: FactorValues;
  readonly runs: readonly number[];
}

function wrongWayOf(factor: Id, measure: Id, played: readonly Played[]): WrongWay[] {
  const steps = stepsOf(factor, played);
  const whole = steps.reduce((sum, { differences }) => sum + (meanOf(differences) ?? 0), 0);
  if (whole === 0) return [];
  const sign = Math.sign(whole);
  const told = steps.map(({ from, to, pairs, differences }) => ({
    from,
    to,
    pairs: pairs.length,
    wrong: differences.filter((one) => one * sign < 0).length,
    difference: meanAtLevel(meansBySeed(pairs, differences), STEP_LEVEL),
  }));
  const seeds = new Set(steps.flatMap(({ pairs }) => pairs.map(({ run }) => run))).size;
  const all = told.reduce((sum, one) => sum + one.pairs, 0);
  const wrong = told.reduce((sum, one) => sum + one.wrong, 0);
  return [
    {
      factor,
      measure,
      direction: sign > 0 ? "rising" : "falling",
      compared: all,
      // Pairs of one seed are not independent; as a mean of each seed's pairs varies no more than one
      // case of the same chance does, so many cases as there are seeds never make it too sure.
      share: shareEstimate(all === 0 ? 0 : (wrong / all) * seeds, seeds),
      steps: told,
      isMonotone: told.every(({ difference: { low, high } }) => (sign > 0 ? high >= 0 : low <= 0)),
      pairs: steps.flatMap(({ pairs, differences }) =>
        pairs.filter((_, at) => (differences[at] as number) * sign < 0),
      ),
    },
  ];
}

/** One difference for each seed: pairs on the same dice are no further evidence. */
function meansBySeed(pairs: readonly WrongPair[], differences: readonly number[]): number[] {
  const bySeed = new Map<number, number[]>();
  for (const [at, { run }] of pairs.entries()) {
    bySeed.set(run, [...(bySeed.get(run) ?? []), differences[at] as number]);
  }
  return [...bySeed.values()].map((one) => meanOf(one) ?? 0);
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly pairs: readonly WrongPair[];
  /** Of each pair: the higher level's less the lower's. */
  readonly differences: readonly number[];
}

function stepsOf(factor: Id, played: readonly Played[]): Step[] {
  const levels = [...new Set(played.map(({ values }) => values[factor] as number))].toSorted(
    (a, b) => a - b,
  );
  return levels.slice(1).map((to, at) => {
    const from = levels[at] as number;
    const found = pairsBetween(factor, played, [from, to]);
    return {
      from,
      to,
      pairs: found.map(({ pair }) => pair),
      differences: found.map(({ difference }) => difference),
    };
  });
}

function pairsBetween(
  factor: Id,
  played: readonly Played[],
  [from, to]: readonly [number, number],
): { readonly pair: WrongPair; readonly difference: number }[] {
  return played.flatMap((low) => {
    if (low.values[factor] !== from) return [];
    const high = played.find((one) => isBeside(low.values, one.values, factor, to));
    if (high === undefined) return [];
    return low.runs.flatMap((value, at) => {
      const difference = (high.runs[at] ?? Number.NaN) - value;
      const pair = { low: low.values, high: high.values, run: at + 1 };
      return Number.isNaN(difference) ? [] : [{ pair, difference }];
    });
  });
}

/** Whether a point is another but for one factor, which has the level. */
function isBeside(low: FactorValues, high: FactorValues, factor: Id, level: number): boolean {
  return Object.keys(low).every((id) =>
    id === factor ? high[id] === level : high[id] === low[id],
  );
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}
