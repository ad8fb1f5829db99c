import type { Id } from "../engine/index.ts";
import type { Design, Factor } from "../scenarios/index.ts";
import { breakEven, type BreakEven } from "./break-even.ts";
import type { Estimate } from "./estimates.ts";
import { factorialEffect, type PointValues, rankEffects, spreadEffects } from "./main-effects.ts";
import { type Outlier, outliersOf } from "./outliers.ts";
import { type PointResponse, type PointRuns, responseTable, valuesOf } from "./responses.ts";

/** What a sweep says of one of its measures; in this model. */
interface SweptMeasure {
  readonly table: readonly PointResponse[];
  /** Factor → what it does from one end of its range to the other. */
  readonly effects: Readonly<Record<Id, Estimate>>;
  /** Factor → partial rank correlation over the points. */
  readonly ranks: Readonly<Record<Id, Estimate>>;
  /** What every run of every point gave; null where runs differ or one has no value. */
  readonly same: number | null;
  /** The runs farthest from their point's median; none of a test. */
  readonly outliers: readonly Outlier[];
}

/** Everything that a design asks, from the runs of its points. */
export interface Sweep {
  readonly measures: Readonly<Record<Id, SweptMeasure>>;
  readonly breakEvens: readonly (BreakEven & {
    readonly factor: Id;
    readonly measure: Id;
    readonly share: number;
  })[];
}

/** Runs to look at by hand, of each measure. */
const MOST_OUTLIERS = 5;

/**
 * Reads a design's answers off the runs of its points, which may be those of the first points alone;
 * `isTimed` says which measures are times.
 */
export function sweepOf(
  design: Design,
  points: readonly PointRuns[],
  seed: string,
  isTimed: (measure: Id) => boolean,
): Sweep {
  const timed = (id: Id) => {
    const asked = design.measures[id];
    return asked !== undefined && "measure" in asked && isTimed(asked.measure);
  };
  const entries = Object.keys(design.measures).map((id): [Id, SweptMeasure] => [
    id,
    sweptMeasure(design, id, points, timed(id)),
  ]);
  return {
    measures: Object.fromEntries(entries),
    breakEvens: design.breakEven.map(({ factor, measure, share }) => ({
      factor,
      measure,
      share,
      ...breakEven(
        runsOf(design, measure, points, false).map(({ values, runs }) => ({
          at: values[factor] as number,
          passed: runs,
        })),
        { share, seed, isSampled: design.design.kind === "latin-hypercube" },
      ),
    })),
  };
}

function sweptMeasure(
  design: Design,
  id: Id,
  points: readonly PointRuns[],
  isTimed: boolean,
): SweptMeasure {
  const asked = design.measures[id] as Design["measures"][string];
  const table = responseTable(asked, points, isTimed);
  const runs = runsOf(design, id, points, isTimed);
  return {
    table,
    effects: effectsOf(design, table, runs),
    ranks: rankEffects(design.factors, table),
    same: sameOf(runs),
    outliers: "test" in asked ? [] : outliersOf(runs, MOST_OUTLIERS),
  };
}

function sameOf(points: readonly PointValues[]): number | null {
  const [first, ...others] = new Set(points.flatMap(({ runs }) => runs));
  return first === undefined || others.length > 0 || Number.isNaN(first) ? null : first;
}

function runsOf(
  { measures }: Design,
  id: Id,
  points: readonly PointRuns[],
  isTimed: boolean,
): PointValues[] {
  const asked = measures[id] as Design["measures"][string];
  return points.map(({ values, sample }) => ({ values, runs: valuesOf(asked, sample, isTimed) }));
}

/** Runs without a value break the pairs of a factorial; its effects are then those of the table. */
function effectsOf(
  { design, factors }: Design,
  table: readonly PointResponse[],
  runs: readonly PointValues[],
): Readonly<Record<Id, Estimate>> {
  const isWhole = runs.every((point) => !point.runs.some(Number.isNaN));
  if (design.kind === "latin-hypercube" || !isWhole) return spreadEffects(factors, table);
  const effectOf = (factor: Factor): [Id, Estimate] => [factor.id, factorialEffect(factor, runs)];
  return Object.fromEntries(factors.map(effectOf));
}
