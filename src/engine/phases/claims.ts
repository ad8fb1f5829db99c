import { lognormalOf } from "../chance/arithmetic.ts";
import type { Claims } from "../events/types.ts";
import type { SortieOrder } from "../orders/types.ts";
import { hitsPlace } from "../world/air.ts";
import type { Turn } from "./turn.ts";

/**
 * 6.9: what the crews say they hit. It comes from the effort and a draw alone, whatever stood there,
 * so that it tells nothing of the enemy; null for tasks that hit nothing at a place.
 */
export function claimsOf(
  turn: Turn,
  { unit, verb, to }: SortieOrder,
  effective: number,
): Claims | null {
  if (effective === 0 || !hitsPlace(verb)) return null;
  const { air, reports } = turn.setup.parameters;
  const told = (expected: number, u: number) =>
    Math.floor(expected * lognormalOf(u, reports.sigma) + 0.5);
  const kit = turn.chance.draw("claimKit", turn.number, to, unit);
  // Kit parked in the open can be counted afterwards.
  if (verb === "destroy")
    return { men: 0, kit: told(effective * air.parkedKills, kit.u), draws: [kit] };
  const men = turn.chance.draw("claimMen", turn.number, to, unit);
  return {
    men: told((effective * air.personnelKills) / air.claims, men.u),
    kit: told((effective * air.vehicleKills) / air.claims, kit.u),
    draws: [men, kit],
  };
}
