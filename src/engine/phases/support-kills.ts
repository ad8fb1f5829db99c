import { apportion, settle, sumOf } from "../chance/arithmetic.ts";
import type { Combatant, Draw } from "../events/types.ts";
import { entriesOf } from "../world/ids.ts";
import type { Id } from "../world/setup.ts";
import { type Engagement, sortiesOn } from "./engagement.ts";
import { stateOf, type Turn } from "./turn.ts";

/**
 * 5.9: vehicles that support sorties destroy in a battle, settled by one draw a side and shared out
 * as in 6.4; written into `lost`, of what the fight itself left.
 */
export function supportKills(
  turn: Turn,
  engagement: Engagement,
  attacking: boolean,
  lost: Record<Id, Record<Id, number>>,
): Draw[] {
  const { place, attacker, defender, attackers, defenders } = engagement;
  const effective = sortiesOn(turn, engagement, attacking ? attacker : defender);
  if (effective === 0) return [];
  // The attackers' draw names the place twice: a key never names a side.
  const draw = turn.chance.draw("supportKit", turn.number, place, attacking ? place : "");
  const hit = settle(effective * turn.setup.parameters.air.vehicleKills, draw.u);
  if (hit > 0) spread(turn, hit, attacking ? attackers : defenders, lost);
  return [draw];
}

function spread(
  turn: Turn,
  hit: number,
  side: readonly Combatant[],
  lost: Record<Id, Record<Id, number>>,
): void {
  const kinds = entriesOf(turn.setup.parameters.kit)
    .filter(({ value }) => value.arm === "vehicle" && value.breach === 0)
    .map(({ id }) => id);
  const left = side.map(({ formation }) =>
    kinds.map((kind) => (stateOf(turn, formation).kit[kind] ?? 0) - (lost[formation]?.[kind] ?? 0)),
  );
  const shares = apportion(hit, left.map(sumOf));
  side.forEach(({ formation }, at) => {
    const gone = apportion(shares[at] as number, left[at] as number[]);
    kinds.forEach((kind, index) => {
      const pieces = gone[index] as number;
      if (pieces === 0) return;
      const ofFormation = (lost[formation] ??= {});
      ofFormation[kind] = (ofFormation[kind] ?? 0) + pieces;
    });
  });
}
