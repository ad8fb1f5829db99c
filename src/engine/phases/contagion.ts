import { clamp, toThousandth } from "../chance/arithmetic.ts";
import type { Event, FormationBroke, Surrendered, Term } from "../events/types.ts";
import type { Id } from "../world/setup.ts";
import { classOf } from "./cohesion-terms.ts";
import { logged, type Phase, sideOf, standing, stateOf, type Turn, unitsAt } from "./turn.ts";

/**
 * 9.1: the fall of a neighbouring place shakes those who see it, by the men lost there against
 * their own, to a cap for all neighbours together.
 */
export const contagion: Phase = (turn) => {
  const taken = logged(turn, "place-taken").filter((event) => event.from !== null);
  if (taken.length === 0) return [];
  const stands = standing(turn);
  const extents: Record<Id, number> = {};
  for (const fall of taken) {
    const lost = menLostAt(turn, fall.place, fall.from as Id);
    for (const link of turn.setup.neighbours[fall.place] ?? []) {
      for (const { id, side } of unitsAt(stands, link.to)) {
        if (side === fall.from) extents[id] = (extents[id] ?? 0) + extentOf(turn, id, lost);
      }
    }
  }
  return Object.keys(extents)
    .toSorted()
    .flatMap((id) => shake(turn, id, extents[id] as number));
};

/** Men of a side killed, wounded, gone or captured at a place this turn. */
function menLostAt(turn: Turn, place: Id, side: Id): number {
  const here = (event: FormationBroke | Surrendered) =>
    event.place === place && sideOf(turn, event.formation) === side;
  let lost = 0;
  for (const battle of logged(turn, "battle-resolved")) {
    if (battle.place === place && battle.defender === side) lost += battle.defenderLosses.men;
  }
  for (const broke of logged(turn, "formation-broke")) {
    if (here(broke)) lost += stateOf(turn, broke.formation).men + broke.missing + broke.stragglers;
  }
  for (const event of logged(turn, "surrendered")) if (here(event)) lost += event.captured;
  return lost;
}

function extentOf(turn: Turn, id: Id, lost: number): number {
  const own = stateOf(turn, id).men;
  return lost > 0 ? (turn.setup.parameters.cohesion.contagionPerPlace * lost) / (lost + own) : 0;
}

function shake(turn: Turn, id: Id, extent: number): Event[] {
  const { scale, weights, contagionCap } = turn.setup.parameters.cohesion;
  const points =
    scale * classOf(turn.setup, id).shock * weights.neighbours * Math.min(contagionCap, extent);
  return points > 0
    ? [loseTo(turn, id, "contagion", { id: "neighbours", points, rule: "9.1" })]
    : [];
}

/** Cohesion lost outside battle: no break test follows until the formation next fights. */
export function loseTo(
  turn: Turn,
  formation: Id,
  cause: "contagion" | "patron" | "siege",
  term: Term,
): Event {
  const state = stateOf(turn, formation);
  const cohesion = toThousandth(clamp(state.cohesion - term.points, 0, 100));
  const place = state.place as Id;
  return {
    kind: "cohesion-lost",
    formation,
    place,
    cause,
    terms: [term],
    cohesion,
    test: null,
  };
}
