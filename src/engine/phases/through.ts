import type { BattleResolved } from "../events/types.ts";
import { isNightTurn } from "../world/clock.ts";
import type { TerrainRow } from "../world/parameters.ts";
import type { Id, Place, Setup } from "../world/setup.ts";
import { type Ground, groundOf, outcomeOf } from "./outcome.ts";

/** How things stood when a battle was fought: the turn, its weather, and how deep the attack stood before. */
export interface Before {
  readonly turn: number;
  readonly weather: Id;
  readonly advanceKm: number;
}

/** Halvings of the range of draws: closer than any printed figure. */
const HALVINGS = 40;

/**
 * The least draw (0 to 1) with which an assault comes through the depth of its place in its turn
 * (5.7, 8.4); 1 when no draw does. Ground rises with the draw, so that it is found by halving.
 */
export function drawThrough(setup: Setup, battle: BattleResolved, before: Before): number {
  if (battle.link !== null || battle.holding) return 1;
  const ground = groundAt(setup, battle, before);
  const short = battle.depthKm - before.advanceKm;
  const isThrough = (u: number) =>
    groundOf(ground, outcomeOf(setup.parameters, battle.odds, u)) >= short;
  let [low, high] = [0, 1];
  for (let at = 0; at < HALVINGS; at++) {
    const middle = (low + high) / 2;
    if (isThrough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function groundAt(
  { parameters, places, clock }: Setup,
  { place, posture }: BattleResolved,
  { turn, weather }: Before,
): Ground {
  const { terrain } = places[place] as Place;
  return {
    parameters,
    terrain: parameters.terrains[terrain] as TerrainRow,
    posture,
    hours: clock.turnHours,
    night: isNightTurn(clock, turn),
    weather,
  };
}
