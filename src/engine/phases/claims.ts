import { lognormalOf } from "../chance/arithmetic.ts";
import type { Claims, SortiesFlown } from "../events/types.ts";
import type { Turn } from "./turn.ts";

/**
 * 6.9: what the crews of a task that hits a place say they hit. It comes from the effort and a draw
 * alone, whatever stood there, so that it tells nothing of the enemy.
 */
export function claimsOf(
  turn: Turn,
  {
    wing,
    mission,
    target,
    effective,
  }: Pick<SortiesFlown, "wing" | "mission" | "target" | "effective">,
): Claims {
  const { air, reports } = turn.setup.parameters;
  const told = (expected: number, u: number) =>
    Math.floor(expected * lognormalOf(u, reports.sigma) + 0.5);
  const kit = turn.chance.draw("claimKit", turn.number, target, wing);
  // Kit parked in the open can be counted afterwards.
  if (mission === "destroy")
    return { men: 0, kit: told(effective * air.parkedKills, kit.u), draws: [kit] };
  const men = turn.chance.draw("claimMen", turn.number, target, wing);
  return {
    men: told((effective * air.personnelKills) / air.claims, men.u),
    kit: told((effective * air.vehicleKills) / air.claims, kit.u),
    draws: [men, kit],
  };
}
