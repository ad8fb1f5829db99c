import type { HistogramData } from "./plot-data.ts";
import { rounded } from "./wording.ts";

/**
 * Values in bins: whole numbers that lie close together each in one of their own, else in about
 * `most` bins of a round width (1, 2 or 5 times a power of ten). Values are finite.
 */
export function binsOf(values: readonly number[], most = 20): HistogramData["bins"] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isWhole = values.every(Number.isInteger);
  if (isWhole && high - low < most) return singles(values, low, high);
  const width = roundAbove((high - low) / most, isWhole ? 1 : 0) || 1;
  const start = Math.floor(low / width);
  const last = Math.floor(high / width);
  const counts = Array.from({ length: last - start + 1 }, () => 0);
  for (const value of values) {
    const at = Math.floor(value / width) - start;
    counts[at] = (counts[at] as number) + 1;
  }
  return counts.map((count, at) => ({
    from: (start + at) * width,
    to: (start + at + 1) * width,
    count,
  }));
}

/** A bin in words; its upper edge belongs to the next. */
export function binText({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? rounded(from) : `${rounded(from)} to below ${rounded(to)}`;
}

function singles(values: readonly number[], low: number, high: number): HistogramData["bins"] {
  return Array.from({ length: high - low + 1 }, (_, at) => {
    const value = low + at;
    return { from: value, to: value, count: values.filter((one) => one === value).length };
  });
}

/** The least round width above a number, and not below `least`. */
function roundAbove(width: number, least: number): number {
  if (width <= 0) return least;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((times) => times * power >= width) ?? 10;
  return Math.max(least, step * power);
}
