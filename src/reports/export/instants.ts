import type { Clock } from "../../engine/index.ts";

const HOUR_MS = 3_600_000;

/** When a turn began and ended: local date, hour and offset, ISO 8601. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

/** The hours of a turn, from its beginning to that of the next; turn 0 is the one before the first. */
export function spanOf(clock: Clock, turn: number): Span {
  return { start: instantOf(clock, turn), end: instantOf(clock, turn + 1) };
}

/** The calendar alone: the date is taken as written, and its offset put back. */
function instantOf({ start, startHour, turnHours }: Clock, turn: number): string {
  const [year = 0, month = 1, day = 1] = start.slice(0, 10).split("-").map(Number);
  const midnight = Date.UTC(year, month - 1, day);
  const at = new Date(midnight + (startHour + (turn - 1) * turnHours) * HOUR_MS);
  const offset = /[+-]\d{2}:\d{2}$/.exec(start)?.[0] ?? "";
  return `${at.toISOString().slice(0, 19)}${offset}`;
}
