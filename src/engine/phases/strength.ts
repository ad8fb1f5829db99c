import { interpolate } from "../chance/arithmetic.ts";
import type { AntiTank, Combatant } from "../events/types.ts";
import type { KitKind, Parameters, TerrainRow } from "../world/parameters.ts";
import { entriesOf } from "../world/ids.ts";
import type { Formation, Id } from "../world/setup.ts";
import { strengthOf } from "../world/strength.ts";
import type { FormationState } from "../world/world.ts";

export { strengthOf };

/** What strength needs of a formation: its state, or what a seat guesses of an enemy's. */
export type Fighter = Pick<FormationState, "men" | "kit" | "cohesion" | "freshness" | "supplyDays">;

/** What of a formation's power hangs on the battle and the turn, not on the formation. */
export interface Circumstance {
  /** What a piece of anti-tank weapons counts for (5.2.1). */
  readonly antiTank: number;
  /** What a change of command leaves of its power (5.4.16). */
  readonly command: number;
}

const PLAIN: Circumstance = { antiTank: 1, command: 1 };

/**
 * 5.2.1: what a side's anti-tank weapons count for: in full up to the strength of the enemy's armour,
 * in part beyond it. All of a side together, so that splitting a formation changes nothing. Null when
 * it has none.
 */
export function antiTankOf(
  parameters: Parameters,
  terrain: TerrainRow,
  side: readonly Pick<Fighter, "kit">[],
  enemy: readonly Pick<Fighter, "kit">[],
): AntiTank | null {
  const weapons = kitStrength(parameters, terrain, side, (row) => row.antiTank);
  if (weapons === 0) return null;
  const armour = kitStrength(parameters, terrain, enemy, isArmour);
  const excess = Math.max(0, weapons - armour);
  const counted = weapons - excess * (1 - parameters.odds.antiTankExcess);
  return { weapons, armour, factor: counted / weapons };
}

function isArmour(row: KitKind): boolean {
  return row.heavy && row.arm === "vehicle";
}

/** Strength of some kinds of kit that a side's formations hold together. */
export function kitStrength(
  parameters: Parameters,
  terrain: TerrainRow,
  side: readonly Pick<Fighter, "kit">[],
  counts: (row: KitKind) => boolean,
): number {
  let sum = 0;
  for (const { id: kind, value: row } of entriesOf(parameters.kit)) {
    if (!counts(row)) continue;
    for (const { kit } of side) sum += (kit[kind] ?? 0) * row.weight * terrain[row.arm];
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
  { antiTank, command }: Circumstance = PLAIN,
): Combatant {
  return {
    formation: id,
    from,
    men: fighter.men,
    strength: strengthOf(parameters, terrain, fighter, antiTank),
    quality: formation.quality,
    cohesionFactor: interpolate(parameters.odds.cohesionCurve, fighter.cohesion),
    freshness: fighter.freshness,
    supplyFactor: supplyFactor(parameters, fighter.supplyDays, from !== null),
    commandFactor: command,
  };
}

/** Power of a combatant before the battle's own factors. */
export function powerOf(one: Combatant): number {
  return (
    one.strength *
    one.quality *
    one.cohesionFactor *
    one.freshness *
    one.supplyFactor *
    one.commandFactor
  );
}
