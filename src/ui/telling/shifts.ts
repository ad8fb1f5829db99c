import { shiftsOf } from "../../reports/index.ts";

/** "+1.3" shifts; "0" when the factor changes nothing. */
export function shiftWords(factor: number): string {
  const shifts = shiftsOf(factor);
  if (Math.abs(shifts) < 0.05) return "0";
  return `${shifts > 0 ? "+" : "−"}${Math.abs(shifts).toFixed(1)}`;
}

/** A factor's name for a person. */
export function factorWords(id: string): string {
  return id === "numbers" ? "men and weapons" : id.replaceAll("-", " ");
}
