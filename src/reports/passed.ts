import type { Test } from "../scenarios/index.ts";

/** Whether a run with these measures passes a test; a measure without a value never does. */
export function isPassed(test: Test, valueOf: (measure: string) => number | null): boolean {
  if ("all" in test) return test.all.every((one) => isPassed(one, valueOf));
  if ("any" in test) return test.any.some((one) => isPassed(one, valueOf));
  if ("not" in test) return !isPassed(test.not, valueOf);
  if ("of" in test) {
    return test.of.filter((one) => isPassed(one, valueOf)).length >= test.atLeast;
  }
  if ("never" in test) return valueOf(test.never) === null;
  if ("gap" in test) return isGap(test.gap, valueOf);
  return isWithin(valueOf(test.measure), test.from, test.to);
}

function isGap(
  { from, to, atLeast, atMost }: Extract<Test, { gap: unknown }>["gap"],
  valueOf: (measure: string) => number | null,
): boolean {
  const [first, second] = [valueOf(from), valueOf(to)];
  return first !== null && second !== null && isWithin(second - first, atLeast, atMost);
}

function isWithin(value: number | null, from = -Infinity, to = Infinity): boolean {
  return value !== null && value >= from && value <= to;
}
