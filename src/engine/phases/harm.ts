import { toThousandth } from "../chance/arithmetic.ts";
import type { CiviliansHarmed, SortiesFlown } from "../events/types.ts";
import type { PlaceState } from "../world/world.ts";
import type { Wing } from "../world/setup.ts";
import { ruleAt } from "./rules-of-engagement.ts";
import type { Turn } from "./turn.ts";

/**
 * 6.10: sorties that hit a place where people live harm them. Restricted rules count once, by what
 * they leave of the harm, and not also by how few of the sorties are effective.
 */
export function harmOf(turn: Turn, flown: SortiesFlown): CiviliansHarmed[] {
  const { wing, target: place, sorties, factors } = flown;
  const { civilians, holder } = turn.world.places[place] as PlaceState;
  if (civilians === 0) return [];
  const { seat } = turn.setup.wings[wing] as Wing;
  const { fullHarm, restrictedHarm } = turn.setup.parameters.civilians;
  const spared = ruleAt(turn, seat, place) === "restricted" ? restrictedHarm : 1;
  const others = factors.filter(({ id }) => id !== "rules");
  const over = others.reduce((product, factor) => product * factor.value, sorties);
  const harm = toThousandth(over * Math.min(1, civilians / fullHarm) * spared);
  return harm === 0 ? [] : [{ kind: "civilians-harmed", place, seat, holder, harm }];
}
