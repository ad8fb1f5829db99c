import type { FactorValues } from "../scenarios/index.ts";
import type { PointValues } from "./main-effects.ts";

/** A run that lies far from the others of its point. */
export interface Outlier {
  /** Which point, from 0, and its values. */
  readonly point: number;
  readonly values: FactorValues;
  /** Which run, from 1: the game with the seed `SEED#run` at this point. */
  readonly run: number;
  readonly value: number;
  /** Distance from the point's median in robust standard deviations, with its sign. */
  readonly distance: number;
}

/** Beyond so many robust deviations a run is an outlier (Iglewicz and Hoaglin 1993). */
const FAR = 3.5;
/** A normal standard deviation in median, and in mean, absolute deviations. */
const [BY_MEDIAN, BY_MEAN] = [1.4826, 1.2533];

/** The runs farthest from their point's median, at most so many, farthest first. */
export function outliersOf(points: readonly PointValues[], most: number): Outlier[] {
  const all = points.flatMap(({ values, runs }, point) => {
    const { middle, deviation } = spreadOf(runs);
    return runs.flatMap((value, at) => {
      const distance = (value - middle) / deviation;
      const isFar = Math.abs(distance) > FAR;
      return isFar ? [{ point, values, run: at + 1, value, distance }] : [];
    });
  });
  const far = ({ distance }: Outlier) => Math.abs(distance);
  return all
    .toSorted((a, b) => far(b) - far(a) || a.point - b.point || a.run - b.run)
    .slice(0, most);
}

/** Where more than half of the runs are alike, the mean absolute deviation stands in. */
function spreadOf(runs: readonly number[]): { middle: number; deviation: number } {
  const present = runs.filter((value) => !Number.isNaN(value));
  const middle = median(present);
  const off = present.map((value) => Math.abs(value - middle));
  const byMedian = BY_MEDIAN * median(off);
  const mean = off.reduce((sum, one) => sum + one, 0) / Math.max(1, off.length);
  return { middle, deviation: byMedian > 0 ? byMedian : BY_MEAN * mean };
}

function median(values: readonly number[]): number {
  const rising = values.toSorted((a, b) => a - b);
  const half = rising.length / 2;
  return (
    ((rising[Math.ceil(half) - 1] ?? Number.NaN) + (rising[Math.floor(half)] ?? Number.NaN)) / 2
  );
}
