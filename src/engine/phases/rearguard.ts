import type { Id } from "../world/setup.ts";
import { type Standing, unitsAt } from "./turn.ts";

const NOBODY: ReadonlySet<Id> = new Set();

/**
 * 8.7: whether a formation that leaves a place is covered by another of its side there that was told
 * to delay. `broken` are those who break in the same turn and cover nobody.
 */
export function isCovered(
  stands: Standing,
  place: Id,
  side: Id,
  leaving: Id,
  broken: ReadonlySet<Id> = NOBODY,
): boolean {
  return unitsAt(stands, place).some(
    (unit) =>
      unit.side === side &&
      unit.id !== leaving &&
      unit.state.task.verb === "delay" &&
      !broken.has(unit.id),
  );
}
