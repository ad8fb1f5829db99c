import type { Id } from "../world/setup.ts";
import { logged, type Turn } from "./turn.ts";

/**
 * Whether a place keeps a side's men in it alive without a road: it is a source of supply or has a
 * depot, or aircraft brought supply in this turn (7.2.1, 9.3).
 */
export function isFed(turn: Turn, place: Id, side: Id): boolean {
  if (turn.setup.places[place]?.supplies.includes(side)) return true;
  const at = turn.world.places[place];
  if (at !== undefined && at.holder === side && at.depotManDays > 0) return true;
  return logged(turn, "sorties-flown").some(
    ({ mission, target, wing, effective }) =>
      mission === "supply" &&
      target === place &&
      effective > 0 &&
      turn.setup.wings[wing]?.side === side,
  );
}
