import type { Event } from "../events/types.ts";
import { idsOf } from "../world/ids.ts";
import { classOf } from "./cohesion.ts";
import { loseTo } from "./contagion.ts";
import { isEncircled } from "./engagement.ts";
import { logged, type Phase, sideOf, standing, stateOf, type Turn, unitsAt } from "./turn.ts";

/**
 * 9.3: a formation whose exits are all closed loses a part of what an assault on it would cost, once
 * it is out of supply. While its depots last a besieged place can hold for years.
 */
export const siege: Phase = (turn) => {
  const hungry = idsOf(turn.setup.formations).filter((id) => isHungry(turn, id));
  if (hungry.length === 0) return [];
  const stands = standing(turn);
  const fought = new Set(logged(turn, "battle-resolved").map((battle) => battle.place));
  return hungry.flatMap((id): Event[] => {
    const place = stateOf(turn, id).place as string;
    const side = sideOf(turn, id);
    const own = unitsAt(stands, place).filter((unit) => unit.side === side);
    const men = own.reduce((sum, unit) => sum + unit.state.men, 0);
    if (fought.has(place) || !isEncircled(turn, place, side, men, stands)) return [];
    return [
      loseTo(turn, id, "siege", { id: "penetration", points: pointsOf(turn, id), rule: "9.3" }),
    ];
  });
};

function isHungry(turn: Turn, id: string): boolean {
  const { status, supplyDays, place } = stateOf(turn, id);
  return status === "active" && place !== null && supplyDays <= 0;
}

function pointsOf(turn: Turn, id: string): number {
  const { scale, weights, encircledAgain } = turn.setup.parameters.cohesion;
  const each = scale * classOf(turn.setup, id).shock * weights.penetration * encircledAgain;
  return (each * turn.hours) / 12;
}
