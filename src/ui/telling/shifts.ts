/** One column of an odds table is a quarter more. */
const COLUMN = 1.25;

/** A factor as column shifts, ln f / ln 1.25; for the eye only, the odds are the product. */
export function shiftsOf(factor: number): number {
  return Math.log(factor) / Math.log(COLUMN);
}

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
