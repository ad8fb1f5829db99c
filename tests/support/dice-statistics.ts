/** Statistics of draws that should be independent and even between 0 and 1. */

/** χ² of 20 equal classes: 19 degrees of freedom. */
export function chiSquare(draws: readonly number[]): number {
  const counts = Array.from({ length: 20 }, () => 0);
  for (const u of draws) counts[Math.floor(u * 20)]!++;
  const expected = draws.length / 20;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The .999 quantile of χ² with 19 degrees of freedom. */
export const CHI_SQUARE_999 = 43.8;

/** Pearson's correlation of pairs; its standard error is 1/√n when there is none. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = a.reduce((sum, one, at) => sum + (one - meanA) * (b[at]! - meanB), 0);
  const spread = (all: readonly number[], middle: number) =>
    all.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  return product / Math.sqrt(spread(a, meanA) * spread(b, meanB));
}
