import { LEVEL } from "./estimates.ts";
import { crossing, type Fitted, risingFit } from "./isotonic.ts";
import { percentileInterval, RESAMPLES, resampler } from "./resample.ts";

/** A point of one factor, and what each of its runs said, on seeds that all points share. */
export interface FactorRuns {
  readonly at: number;
  readonly passed: readonly number[];
}

/** What is asked of a factor. */
export interface BreakEvenAsked {
  /** The share of the runs to be reached. */
  readonly share: number;
  /** Whether the points are themselves a sample of the range, to be resampled with the seeds. */
  readonly isSampled: boolean;
  readonly seed: string;
}

/** Where a factor carries a test to a share of the runs. */
export interface BreakEven {
  /** Whether more of the factor passes more often; null where all points pass as often. */
  readonly direction: "rising" | "falling" | null;
  /** The value of the factor; infinite when it lies beyond the range that was tried. */
  readonly found: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Share of the resamples in which it lay within the range. */
  readonly within: number;
  /** The monotone fit, for drawing. */
  readonly fit: readonly Fitted[];
}

/**
 * The break-even of one factor by a monotone fit with straight lines between, and not by a logistic
 * curve: that more men help is what the question assumes, how the help bends is the model's to say,
 * and a wrong curve would give an interval that is narrow about a wrong place. The interval is of a
 * bootstrap over the seeds, jointly at all points so that shared dice stay shared, and over the
 * points too where they are themselves a sample.
 */
export function breakEven(points: readonly FactorRuns[], asked: BreakEvenAsked): BreakEven {
  const direction = trendOf(points) < 0 ? "falling" : "rising";
  const isFlat = new Set(points.map(({ passed }) => mean(passed))).size < 2;
  const seeds = Math.min(...points.map(({ passed }) => passed.length));
  const every = Array.from({ length: seeds }, (_, at) => at);
  const fit = fitOf(points, every, direction);
  const found = crossingOf(fit, asked.share, direction);
  const draw = resampler(`break-even/${asked.seed}`);
  const tried = Array.from({ length: RESAMPLES }, () => {
    const again = asked.isSampled
      ? draw(points.length).map((at) => points[at] as FactorRuns)
      : points;
    return crossingOf(fitOf(again, draw(seeds), direction), asked.share, direction);
  });
  const within = tried.filter(Number.isFinite).length / tried.length;
  const interval = percentileInterval(tried, LEVEL);
  return { direction: isFlat ? null : direction, found, ...interval, level: LEVEL, within, fit };
}

type Direction = NonNullable<BreakEven["direction"]>;

/** The sign of the straight line through the points. */
function trendOf(points: readonly FactorRuns[]): number {
  const shares = points.map(({ passed }) => mean(passed));
  const [middle, level] = [mean(points.map(({ at }) => at)), mean(shares)];
  return points.reduce(
    (sum, { at }, k) => sum + (at - middle) * ((shares[k] as number) - level),
    0,
  );
}

/** A falling relation is fitted as the rising one of what does not pass. */
function fitOf(
  points: readonly FactorRuns[],
  seeds: readonly number[],
  direction: Direction,
): Fitted[] {
  const places = new Map<number, { sum: number; weight: number }>();
  for (const { at, passed } of points) {
    const sum = seeds.reduce((all, seed) => all + (passed[seed] as number), 0);
    const before = places.get(at) ?? { sum: 0, weight: 0 };
    places.set(at, { sum: before.sum + sum, weight: before.weight + seeds.length });
  }
  const rising = [...places].toSorted(([a], [b]) => a - b);
  const share = ({ sum, weight }: { sum: number; weight: number }) =>
    direction === "rising" ? sum / weight : 1 - sum / weight;
  const fit = risingFit(
    rising.map(([at]) => at),
    rising.map(([, one]) => share(one)),
    rising.map(([, one]) => one.weight),
  );
  return direction === "rising" ? fit : fit.map(({ at, value }) => ({ at, value: 1 - value }));
}

function crossingOf(fit: readonly Fitted[], share: number, direction: Direction): number {
  if (direction === "rising") return crossing(fit, share);
  return crossing(
    fit.map(({ at, value }) => ({ at, value: 1 - value })),
    1 - share,
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
