import { askedLabel, type AskedRow, type AskedWords } from "../../../reports/index.ts";
import { count } from "../../text/words.ts";

/** The cells of a row: A, B, and B less A, each with its interval. */
export function cellsOf({ measure, a, b, difference }: AskedRow): readonly string[] {
  const places = measure.kind === "place" ? 2 : 1;
  const one = ({ found, low, high }: AskedRow["a"]) => {
    // A hyphen before a minus could not be read.
    const to = low < 0 ? " to " : "-";
    return `${number(found, places)} (${number(low, places)}${to}${number(high, places)})`;
  };
  return [one(a), one(b), one(difference)];
}

/** "Men lost: A 12.1 (10.2 to 14.0), B 8.0 (7.1 to 9.0), B less A −4.1 (…)." */
export function figureWords(words: AskedWords, row: AskedRow): string {
  const [a = "", b = "", difference = ""] = cellsOf(row);
  const label = askedLabel(words, row.measure);
  const what = row.measure.kind === "place" ? `Chance of holding ${label}` : label;
  return `${what}: A ${a}; B ${b}; B less A ${difference}.`;
}

function number(value: number | null, places: number): string {
  if (value === null || !Number.isFinite(value)) return "open";
  const text = Math.abs(value) >= 100 ? signed(value) : value.toFixed(places);
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
}

/** Thousands with a comma, the sign kept. */
function signed(value: number): string {
  return `${value < 0 ? "-" : ""}${count(Math.abs(value))}`;
}
