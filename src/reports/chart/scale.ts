/** A straight scale from numbers to pixels, with round numbers to mark on it. */
export interface Scale {
  readonly ticks: readonly number[];
  of(value: number): number;
}

/** A scale over `domain`, or over round numbers that hold 0 and every value when there is none; `from` and `to` are pixels. */
export function scaleOf(
  values: readonly number[],
  domain: readonly [number, number] | undefined,
  [from, to]: readonly [number, number],
  most = 5,
): Scale {
  const [low, high] = domain ?? [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((high - low) / most) || 1;
  const first = domain === undefined ? Math.floor(low / step) : Math.ceil(low / step);
  const last = domain === undefined ? Math.ceil(high / step) : Math.floor(high / step);
  const end = Math.max(first, last, domain === undefined ? first + 1 : first);
  const ticks = Array.from({ length: end - first + 1 }, (_, at) => tidy((first + at) * step));
  const [bottom, top] = domain ?? [ticks[0] as number, ticks.at(-1) as number];
  const span = top - bottom || 1;
  return { ticks, of: (value) => from + ((value - bottom) / span) * (to - from) };
}

/** 1, 2 or 5 times a power of ten, at least so much; 0 for nothing. */
function roundStep(least: number): number {
  if (least <= 0) return 0;
  let power = 1;
  while (power > least) power /= 10;
  while (power * 10 <= least) power *= 10;
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? 10 * power;
}

// 3 times 0.1 is not 0.3.
function tidy(value: number): number {
  return Number(value.toFixed(6));
}
