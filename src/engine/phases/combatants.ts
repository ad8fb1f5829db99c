import type { AntiTank, Combatant } from "../events/types.ts";
import type { TerrainRow } from "../world/parameters.ts";
import type { Formation, Id } from "../world/setup.ts";
import { antiTankOf, combatant } from "./strength.ts";
import { stateOf, type Turn } from "./turn.ts";

/** A formation that goes into a battle; `from` is its approach, null for a defender. */
interface Entrant {
  readonly formation: Id;
  readonly from: Id | null;
}

/** Both sides of a battle as they go into it. */
export interface Sides {
  readonly attackers: readonly Combatant[];
  readonly defenders: readonly Combatant[];
  readonly attackerAntiTank: AntiTank | null;
  readonly defenderAntiTank: AntiTank | null;
}

/** 5.2: both sides on the ground they fight on, each side's anti-tank weapons held to the other's armour. */
export function sidesOf(
  turn: Turn,
  terrain: TerrainRow,
  attackers: readonly Entrant[],
  defenders: readonly Entrant[],
): Sides {
  const states = (side: readonly Entrant[]) => side.map((one) => stateOf(turn, one.formation));
  const [attack, defence] = [states(attackers), states(defenders)];
  const { parameters } = turn.setup;
  const attackerAntiTank = antiTankOf(parameters, terrain, attack, defence);
  const defenderAntiTank = antiTankOf(parameters, terrain, defence, attack);
  const enter = (side: readonly Entrant[], antiTank: AntiTank | null) =>
    side.map((one) => combatantOf(turn, terrain, one, antiTank?.factor ?? 1));
  return {
    attackers: enter(attackers, attackerAntiTank),
    defenders: enter(defenders, defenderAntiTank),
    attackerAntiTank,
    defenderAntiTank,
  };
}

function combatantOf(
  turn: Turn,
  terrain: TerrainRow,
  { formation: id, from }: Entrant,
  antiTank: number,
): Combatant {
  const formation = turn.setup.formations[id] as Formation;
  const state = stateOf(turn, id);
  const circumstance = { antiTank, command: commandFactor(turn, formation.contingent) };
  return combatant(turn.setup.parameters, terrain, id, formation, state, from, circumstance);
}

/** 5.4.16: what a change of command in this turn leaves of a contingent's power. */
function commandFactor(turn: Turn, contingent: Id): number {
  const changed = turn.world.contingents[contingent]?.commandTurn === turn.number;
  return changed ? turn.setup.parameters.command.changed : 1;
}
