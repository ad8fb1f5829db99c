import type { Factor, FactorValues } from "../scenarios/index.ts";

/** What of a factor its grid hangs on. */
export type Ranged = Pick<Factor, "id" | "value" | "low" | "high" | "levels" | "step">;

/** Steps of a range that has no step of its own. */
const FINEST = 100;

/** The last place of a factor's grid; the first is 0. */
export function lastPlace({ low, high, levels, step }: Ranged): number {
  if (levels !== null) return levels.length - 1;
  if (low === high) return 0;
  // A rounding error must not cost the last step.
  return step === null ? FINEST : Math.floor((high - low) / step + 1e-9);
}

/** The value at a place of a factor's grid. */
export function valueAtPlace(factor: Ranged, place: number): number {
  const { low, high, levels, step } = factor;
  if (levels !== null) return levels[place] as number;
  // Without the dust of adding steps: 0.6 and not 0.6000000000000001.
  return Number((low + place * (step ?? (high - low) / FINEST)).toPrecision(12));
}

/** The place whose value is nearest to one. */
export function nearestPlace(factor: Ranged, value: number): number {
  const places = Array.from({ length: lastPlace(factor) + 1 }, (_, at) => at);
  const off = (place: number) => Math.abs(valueAtPlace(factor, place) - value);
  return places.reduce((best, place) => (off(place) < off(best) ? place : best), 0);
}

/** Places, in the order of the factors, as a point. */
export function pointAt(factors: readonly Ranged[], places: readonly number[]): FactorValues {
  return Object.fromEntries(
    factors.map((factor, at) => [factor.id, valueAtPlace(factor, places[at] ?? 0)]),
  );
}

/** What the scenario itself has, on the grid, and then the corners of the ranges; no point twice. */
export function tellingPlaces(factors: readonly Ranged[], most: number): number[][] {
  const own = factors.map((factor) => nearestPlace(factor, factor.value));
  const corners: number[][] = [];
  const count = 2 ** Math.min(factors.length, 20);
  for (let mask = 0; mask < count && corners.length < most; mask++) {
    corners.push(factors.map((factor, at) => ((mask >> at) & 1 ? lastPlace(factor) : 0)));
  }
  const distinct = new Map([own, ...corners].map((places) => [places.join(), places]));
  return [...distinct.values()].slice(0, most);
}
