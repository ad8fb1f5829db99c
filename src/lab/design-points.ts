import type { Design, Factor, FactorValues } from "../scenarios/index.ts";
import { lastPlace, nearestPlace, valueAtPlace } from "./factor-grid.ts";
import { latinHypercube } from "./latin-hypercube.ts";

/** What of a design its points hang on. */
export type PointsAsked = Pick<Design, "design" | "factors">;

/** The points of a design, in its own order: of a full factorial the last factor changes fastest. */
export function pointsOfDesign({ design, factors }: PointsAsked): FactorValues[] {
  if (design.kind === "latin-hypercube") return hypercube(factors, design.points, design.seed);
  return factors.reduce<FactorValues[]>(
    (points, factor) =>
      points.flatMap((point) =>
        levelsIn(factor, design.levels).map((level) => ({ ...point, [factor.id]: level })),
      ),
    [{}],
  );
}

/** The levels of a factor: its own, or so many evenly spaced over its range, on its grid. */
export function levelsIn(factor: Factor, count: number): number[] {
  if (factor.levels !== null) return [...factor.levels];
  const { low, high } = factor;
  const even = Array.from({ length: count }, (_, at) => low + ((high - low) * at) / (count - 1));
  return [...new Set(even.map((value) => onGrid(factor, value)))];
}

/** A value as the factor's grid has it; a factor without a grid takes every value. */
function onGrid(factor: Factor, value: number): number {
  return factor.step === null ? value : valueAtPlace(factor, nearestPlace(factor, value));
}

function hypercube(factors: readonly Factor[], points: number, seed: string): FactorValues[] {
  const columns = latinHypercube(
    points,
    factors.map(({ id }) => id),
    seed,
  );
  return Array.from({ length: points }, (_, point) =>
    Object.fromEntries(
      factors.map((factor) => [factor.id, spread(factor, columns[factor.id]?.[point] as number)]),
    ),
  );
}

/** A number from 0 to below 1 spread over a factor's values, each place of a grid as likely. */
function spread(factor: Factor, share: number): number {
  const { low, high, levels, step } = factor;
  if (levels === null && step === null) return low + (high - low) * share;
  return valueAtPlace(factor, Math.floor(share * (lastPlace(factor) + 1)));
}
