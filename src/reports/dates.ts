import { type Clock, partOfDay, turnStart } from "../engine/index.ts";

/** The months, from January. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** When a turn was: "4 May 1938, day". */
export function halfDay(clock: Clock, turn: number): string {
  const [year, month, day] = turnStart(clock, turn).date.split("-").map(Number);
  return `${day} ${MONTHS[(month as number) - 1]} ${year}, ${partOfDay(clock, turn)}`;
}

/** The same in few words, for the head of a column: "4 May, day". */
export function shortHalfDay(clock: Clock, turn: number): string {
  const [, month, day] = turnStart(clock, turn).date.split("-").map(Number);
  return `${day} ${(MONTHS[(month as number) - 1] as string).slice(0, 3)}, ${partOfDay(clock, turn)}`;
}

/** The heading of a turn: "Turn 7 · 4 May 1938, day". */
export function turnHeading(clock: Clock, turn: number): string {
  return `Turn ${turn} · ${halfDay(clock, turn)}`;
}

const HOUR_MS = 3_600_000;

/** Local date, hour and offset at which a turn begins, ISO 8601; turn 0 is the one before the first. */
export function startOf({ start, startHour, turnHours }: Clock, turn: number): string {
  // The calendar alone: the date is taken as written, and its offset put back.
  const midnight = Date.parse(start.slice(0, 10));
  const at = new Date(midnight + (startHour + (turn - 1) * turnHours) * HOUR_MS);
  const offset = /[+-]\d{2}:\d{2}$/.exec(start)?.[0] ?? "";
  return `${at.toISOString().slice(0, 19)}${offset}`;
}
