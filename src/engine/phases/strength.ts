import { interpolate } from "../chance/arithmetic.ts";
import type { Combatant } from "../events/types.ts";
import type { Parameters, TerrainRow } from "../world/parameters.ts";
import { entriesOf } from "../world/ids.ts";
import type { Formation, Id } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";

/** What strength needs of a formation: its state, or what a seat guesses of an enemy's. */
export type Fighter = Pick<FormationState, "men" | "kit" | "cohesion" | "freshness" | "supplyDays">;

/** 5.2: infantryman-equivalents on a terrain: men, and each piece of kit at its weight. */
export function strengthOf(parameters: Parameters, terrain: TerrainRow, fighter: Fighter): number {
  let sum = fighter.men * terrain.infantry;
  for (const { id: kind, value: row } of entriesOf(parameters.kit)) {
    const pieces = fighter.kit[kind] ?? 0;
    if (pieces > 0) sum += pieces * row.weight * terrain[row.arm];
  }
  return sum;
}

/** 5.3: what supply leaves of a formation's power, attacking or defending. */
export function supplyFactor(
  parameters: Parameters,
  supplyDays: number,
  attacking: boolean,
): number {
  const { lowDays, lowAttack, lowDefence, out } = parameters.supply;
  if (supplyDays <= 0) return out;
  if (supplyDays >= lowDays) return 1;
  return attacking ? lowAttack : lowDefence;
}

/** One formation as it goes into a battle; `from` is its approach, null for a defender. */
export function combatant(
  parameters: Parameters,
  terrain: TerrainRow,
  id: Id,
  formation: Pick<Formation, "quality">,
  fighter: Fighter,
  from: Id | null,
): Combatant {
  return {
    formation: id,
    from,
    men: fighter.men,
    strength: strengthOf(parameters, terrain, fighter),
    quality: formation.quality,
    cohesionFactor: interpolate(parameters.odds.cohesionCurve, fighter.cohesion),
    freshness: fighter.freshness,
    supplyFactor: supplyFactor(parameters, fighter.supplyDays, from !== null),
  };
}

/** Power of a combatant before the battle's own factors. */
export function powerOf(one: Combatant): number {
  return one.strength * one.quality * one.cohesionFactor * one.freshness * one.supplyFactor;
}
