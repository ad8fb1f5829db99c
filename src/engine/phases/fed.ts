import type { Id } from "../world/setup.ts";
import { standing, type Turn, unitsAt } from "./turn.ts";

/**
 * Whether a place keeps a side's men in it alive without a road: it is a source of supply, or what
 * lies in its depot, brought by air or laid in before, lasts them the turn in defence (7.2.1, 9.3).
 */
export function isFed(turn: Turn, place: Id, side: Id): boolean {
  if (turn.setup.places[place]?.supplies.includes(side)) return true;
  const at = turn.world.places[place];
  if (at === undefined || at.holder !== side || at.depotManDays === 0) return false;
  let men = 0;
  for (const unit of unitsAt(standing(turn), place)) if (unit.side === side) men += unit.state.men;
  return at.depotManDays >= (men * turn.setup.parameters.supply.defencePerDay * turn.hours) / 24;
}
