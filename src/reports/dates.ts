import { type Clock, isNightTurn, turnStart } from "../engine/index.ts";

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

/** When a turn was: "11 December 2016, day". */
export function halfDay(clock: Clock, turn: number): string {
  const [year, month, day] = turnStart(clock, turn).date.split("-").map(Number);
  const light = isNightTurn(clock, turn) ? "night" : "day";
  return `${day} ${MONTHS[(month as number) - 1]} ${year}, ${light}`;
}

/** The same in few words, for the head of a column: "11 Dec, day". */
export function shortHalfDay(clock: Clock, turn: number): string {
  const [, month, day] = turnStart(clock, turn).date.split("-").map(Number);
  const light = isNightTurn(clock, turn) ? "night" : "day";
  return `${day} ${(MONTHS[(month as number) - 1] as string).slice(0, 3)}, ${light}`;
}

/** The heading of a turn: "Turn 7 · 11 December 2016, day". */
export function turnHeading(clock: Clock, turn: number): string {
  return `Turn ${turn} · ${halfDay(clock, turn)}`;
}

/** Local date, hour and offset at which a turn begins, ISO 8601. */
export function startOf(clock: Clock, turn: number): string {
  const { date, hour } = turnStart(clock, turn);
  const offset = /[+-]\d{2}:\d{2}$/.exec(clock.start)?.[0] ?? "";
  return `${date}T${String(hour).padStart(2, "0")}:00:00${offset}`;
}
