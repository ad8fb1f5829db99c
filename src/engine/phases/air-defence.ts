import { entriesOf } from "../world/ids.ts";
import type { Id, Neighbour, Wing } from "../world/setup.ts";
import type { AirVerb } from "../orders/types.ts";
import { type Standing, type Turn, type Unit, unitsAt } from "./turn.ts";

/**
 * 6.6: what a task over a place meets of anti-aircraft pieces of those its wing fights: at the place,
 * and for who brings supply to it also at neighbours as near as puts a base under fire (6.1).
 */
export function airDefenceOver(
  turn: Turn,
  wing: Wing,
  verb: AirVerb,
  place: Id,
  stands: Standing,
): number {
  let guns = airDefenceOf(turn, wing, unitsAt(stands, place));
  if (verb !== "supply") return guns;
  for (const { to, km } of turn.setup.neighbours[place] as readonly Neighbour[]) {
    if (km <= turn.setup.parameters.air.underFireKm)
      guns += airDefenceOf(turn, wing, unitsAt(stands, to));
  }
  return guns;
}

function airDefenceOf(turn: Turn, wing: Wing, units: readonly Unit[]): number {
  let guns = 0;
  for (const { side, state } of units) {
    if (!wing.against.includes(side)) continue;
    for (const { id, value } of entriesOf(turn.setup.parameters.kit))
      guns += (state.kit[id] as number) * value.airDefence;
  }
  return guns;
}
