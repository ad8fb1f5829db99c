import type { Event } from "../engine/index.ts";
import { firstDifference } from "./difference.ts";

/** Where two courses first part; null for an event that the other has no more of. */
export interface Parting {
  readonly turn: number;
  /** Index among the turn's events. */
  readonly event: number;
  readonly first: Event | null;
  readonly second: Event | null;
}

/** The first event in which two tellings of one turn differ; null when there is none. */
export function partingOf(
  turn: number,
  first: readonly Event[],
  second: readonly Event[],
): Parting | null {
  const longest = Math.max(first.length, second.length);
  for (let event = 0; event < longest; event++) {
    const [one, other] = [first[event] ?? null, second[event] ?? null];
    if (firstDifference(one, other, "") !== null) return { turn, event, first: one, second: other };
  }
  return null;
}
