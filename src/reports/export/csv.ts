/** A cell: a number or a text; null is empty. */
export type Cell = number | string | null;

/**
 * A table as RFC 4180 has it: CRLF, quotes where they are needed, the names of the columns first. A
 * text that a spreadsheet would run as a formula stands behind an apostrophe.
 */
export function csvText(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

// What spreadsheets read as the beginning of a formula, or skip before one.
const FORMULA = /^[=+\-@\t\r]/;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
