import type { Event } from "../events/types.ts";
import { encirclementTerm } from "./cohesion-terms.ts";
import { loseTo } from "./contagion.ts";
import { isEncircled } from "./engagement.ts";
import { isFed } from "./fed.ts";
import { logged, type Phase, standing, stateOf, type Turn, type Unit, unitsAt } from "./turn.ts";

/**
 * 9.3: a formation whose exits are all closed, and whose supply is gone, loses what an assault on it
 * would cost in the first turn, then a part of it. While it is fed a besieged place can hold for years.
 */
export const siege: Phase = (turn) => {
  const hungry = turn.units.filter(isHungry);
  if (hungry.length === 0) return [];
  const stands = standing(turn);
  // 4.9: a holding attack on it relieves nobody of the siege.
  const assaults = logged(turn, "battle-resolved").filter((battle) => !battle.holding);
  const fought = new Set(assaults.map((battle) => battle.place));
  return hungry.flatMap(({ id, side, state }): Event[] => {
    const place = state.place as string;
    const own = unitsAt(stands, place).filter((unit) => unit.side === side);
    const men = own.reduce((sum, unit) => sum + unit.state.men, 0);
    if (fought.has(place) || isFed(turn, place, side)) return [];
    if (!isEncircled(turn, place, side, men, stands)) return [];
    return [loseTo(turn, id, "siege", encirclementTerm(turn, id, extentOf(turn, id), "9.3"))];
  });
};

function isHungry({ state: { status, supplyDays, place } }: Unit): boolean {
  return status === "active" && place !== null && supplyDays <= 0;
}

/** In full in its first turn, by the hour afterwards. */
function extentOf(turn: Turn, id: string): number {
  const { encircledTurn } = stateOf(turn, id);
  if (encircledTurn === 0 || encircledTurn !== turn.number - 1) return 1;
  return (turn.setup.parameters.cohesion.encircledAgain * turn.hours) / 12;
}
