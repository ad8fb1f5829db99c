import type { Id } from "../engine/index.ts";
import { answerTarget, type Target } from "./targets.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { partialRankCorrelations } from "./rank-correlation.ts";
import { type Game, playRun, seedOfRun } from "./replicate.ts";
import { columnOf, emptySample, type GrowingSample, type Sample } from "./sample.ts";

/** A number that may move: its prior is flat from low to high. */
interface Factor {
  readonly title: string;
  readonly low: number;
  readonly high: number;
}

/** Factor → value. */
export type Values = Readonly<Record<Id, number>>;

/** What a calibration asks. Odd runs of the seed train, even ones are held out. */
export interface Calibration {
  readonly seed: string;
  readonly points: number;
  /** Runs a point. */
  readonly runs: number;
  /** Share of the points that is accepted: the nearest. */
  readonly acceptedShare: number;
  readonly factors: Readonly<Record<Id, Factor>>;
  readonly targets: Readonly<Record<Id, Target>>;
  readonly gameAt: (values: Values) => Game;
}

/** A point with what its runs gave. */
export interface Tried {
  readonly values: Values;
  readonly sample: Sample;
  /** For each target, how far what was found lies outside what is asked: 0 inside, 1 far away. */
  readonly misses: Readonly<Record<Id, number>>;
  /** Sum of the misses. */
  readonly distance: number;
}

/** The points of a calibration: a latin hypercube over the priors. */
export function pointsOf({ factors, points, seed }: Calibration): Values[] {
  const ids = Object.keys(factors);
  const columns = latinHypercube(points, ids, seed);
  const at = (id: Id, point: number) => {
    const { low, high } = factors[id] as Factor;
    return low + (high - low) * (columns[id]?.[point] as number);
  };
  return Array.from({ length: points }, (_, point) =>
    Object.fromEntries(ids.map((id) => [id, at(id, point)])),
  );
}

/** Plays the training runs of one point. */
export function tryPoint(asked: Calibration, values: Values): Tried {
  const game = asked.gameAt(values);
  const sample = emptySample(game.setup.turns);
  for (let k = 1; k <= asked.runs; k++) playRun(game, seedOfRun(asked.seed, 2 * k - 1), sample);
  const misses = missesOf(asked.targets, sample);
  const distance = Object.values(misses).reduce((sum, miss) => sum + miss, 0);
  return { values, sample, misses, distance };
}

/** How far a sample misses each target. */
function missesOf(targets: Calibration["targets"], sample: Sample): Record<Id, number> {
  return Object.fromEntries(
    Object.entries(targets).map(([id, target]) => [id, missOf(target, sample)]),
  );
}

/**
 * A share misses by its distance; percentiles apart by their distance over the horizon; a median by
 * its distance over the bound that it misses. Each at most 1, and 1 where there is nothing to see.
 */
function missOf(target: Target, sample: Sample): number {
  const { found, atLeast, atMost } = answerTarget(target, sample);
  if (found === null || !Number.isFinite(found)) return 1;
  const short = Math.max(0, atLeast - found, found - atMost);
  const bound = found < atLeast ? atLeast : atMost;
  const scales = { contains: 1, chance: 1, spread: sample.horizon, median: bound };
  return Math.min(1, short === 0 ? 0 : short / scales[target.what.kind]);
}

/** The nearest points, nearest first; of equally near ones those tried first. */
export function accepted(tried: readonly Tried[], share: number): Tried[] {
  const order = tried.map((one, at) => ({ one, at }));
  order.sort((a, b) => a.one.distance - b.one.distance || a.at - b.at);
  return order.slice(0, Math.ceil(tried.length * share)).map(({ one }) => one);
}

/** Held-out runs of some points in turn, as one sample. */
export function heldOut(asked: Calibration, points: readonly Values[], runs: number): Sample {
  const games = points.map((values) => asked.gameAt(values));
  const sample: GrowingSample = emptySample(games[0]?.setup.turns ?? 0);
  for (let k = 1; k <= runs; k++) {
    playRun(games[(k - 1) % games.length] as Game, seedOfRun(asked.seed, 2 * k), sample);
  }
  return sample;
}

/** For each measure, the partial rank correlation of each factor with its mean at the points. */
export function correlationsOf(
  { factors }: Calibration,
  tried: readonly Tried[],
  measures: readonly Id[],
): Readonly<Record<Id, Readonly<Record<Id, number | null>>>> {
  const ids = Object.keys(factors);
  const columns = ids.map((id) => tried.map(({ values }) => values[id] as number));
  return Object.fromEntries(
    measures.map((measure) => {
      const response = tried.map(({ sample }) => meanOf(sample, measure));
      const found = partialRankCorrelations(columns, response);
      return [measure, Object.fromEntries(ids.map((id, at) => [id, found[at] ?? null]))];
    }),
  );
}

/** Mean over runs; one without a value counts as one turn past the horizon. */
function meanOf(sample: Sample, measure: Id): number {
  const column = columnOf(sample, measure).map((value) => value ?? sample.horizon + 1);
  return column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length);
}
