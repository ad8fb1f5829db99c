import alea from "seedrandom/lib/alea.js";

/**
 * A latin hypercube (McKay, Beckman and Conover 1979): for each named factor, a number in each of
 * `points` equal parts of 0 to 1, in an order of its own. A factor's numbers hang on the seed, its
 * name and the number of points alone, so that another factor moves none of them.
 */
export function latinHypercube(
  points: number,
  factors: readonly string[],
  seed: string,
): Readonly<Record<string, readonly number[]>> {
  const columns = factors.map((factor) => [factor, columnOf(points, `${seed}/${factor}`)]);
  return Object.fromEntries(columns);
}

function columnOf(points: number, key: string): number[] {
  const stream = alea(`latin-hypercube/${key}`);
  const strata = Array.from({ length: points }, (_, at) => at);
  // Fisher and Yates, from the end.
  for (let at = points - 1; at > 0; at--) {
    const other = Math.floor(stream.double() * (at + 1));
    [strata[at], strata[other]] = [strata[other] as number, strata[at] as number];
  }
  return strata.map((stratum) => (stratum + stream.double()) / points);
}
