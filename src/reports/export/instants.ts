import type { Clock } from "../../engine/index.ts";
import { startOf } from "../dates.ts";

/** When a turn began and ended: local date, hour and offset, ISO 8601. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

/** The hours of a turn, from its beginning to that of the next; turn 0 is the one before the first. */
export function spanOf(clock: Clock, turn: number): Span {
  return { start: startOf(clock, turn), end: startOf(clock, turn + 1) };
}
