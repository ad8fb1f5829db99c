import type { Found } from "../experiment.ts";
import type { LuckTold } from "../luck.ts";
import { rounded } from "../wording.ts";

type Kind = Pick<LuckTold, "isShare">;

/** A result of a game, or a difference of results, in its own unit: "62 in 100", "-3.4". */
export function valueText({ isShare }: Kind, value: number | null): string {
  if (value === null) return "none";
  return isShare ? `${rounded(100 * value, 0)} in 100` : rounded(value);
}

/** The same with its sign. */
export function changeText(kind: Kind, value: number | null): string {
  const text = valueText(kind, value);
  return value !== null && value > 0 && !text.startsWith("0 ") && text !== "0" ? `+${text}` : text;
}

/** An interval of 95 %: "55 to 69". */
export function rangeText({ isShare }: Kind, { low, high }: Found): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "open";
  const text = (value: number) => (isShare ? rounded(100 * value, 0) : rounded(value));
  return `${text(low)} to ${text(high)}`;
}
