import alea from "seedrandom/lib/alea.js";

/** How often the laboratory resamples unless told otherwise. */
export const RESAMPLES = 1000;

/** A seeded stream of resamples: each a list of `count` whole numbers below `count`, with replacement. */
export function resampler(seed: string): (count: number) => number[] {
  const stream = alea(`resample/${seed}`);
  return (count) => Array.from({ length: count }, () => Math.floor(stream.double() * count));
}

/** The middle share `level` of values, by their percentiles (Efron 1979); infinite ones may be. */
export function percentileInterval(
  values: readonly number[],
  level: number,
): { readonly low: number; readonly high: number } {
  const rising = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (share: number) => rising[Math.round(share * (rising.length - 1))] ?? Number.NaN;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
