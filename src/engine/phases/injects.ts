import { clamp, toThousandth } from "../chance/arithmetic.ts";
import type { Event } from "../events/types.ts";
import { isMet } from "../views/conditions.ts";
import { worldSight } from "../views/sight.ts";
import type { Id } from "../world/setup.ts";
import { type Phase, stateOf, type Turn } from "./turn.ts";

/**
 * 2.2: injects of White's list whose condition is met, and those put in by hand, come once each.
 * Their effects on tracks are settled with the other moves of the turn (12.1).
 */
export const injects: Phase = (turn) => {
  const due = dueInjects(turn);
  const came = due.map((id): Event => {
    const { title, text, audience } = injectOf(turn, id);
    return { kind: "inject-came", inject: id, title, text, audience };
  });
  return [...came, ...callPools(turn, due), ...shakeFormations(turn, due)];
};

function injectOf(turn: Turn, id: Id) {
  return turn.setup.injects[id] as Turn["setup"]["injects"][Id];
}

function dueInjects(turn: Turn): Id[] {
  const sight = worldSight(turn.setup, turn.world, turn.number, null);
  return Object.keys(turn.setup.injects).filter((id) => {
    if (turn.world.injects[id] !== 0) return false;
    const { when } = injectOf(turn, id);
    return turn.injects.includes(id) || (when !== null && isMet(when, sight));
  });
}

function callPools(turn: Turn, due: readonly Id[]): Event[] {
  const pools = new Set<Id>();
  for (const id of due) {
    for (const effect of injectOf(turn, id).effects) {
      if (effect.kind === "release-pool" && turn.world.pools[effect.pool] === 0)
        pools.add(effect.pool);
    }
  }
  return [...pools].toSorted().map((pool) => ({ kind: "pool-called", pool }));
}

function shakeFormations(turn: Turn, due: readonly Id[]): Event[] {
  const points: Record<Id, number> = {};
  for (const id of due) {
    for (const effect of injectOf(turn, id).effects) {
      if (effect.kind !== "cohesion") continue;
      points[effect.formation] = (points[effect.formation] ?? 0) + effect.points;
    }
  }
  return Object.keys(points)
    .toSorted()
    .flatMap((id) => shake(turn, id, points[id] as number));
}

function shake(turn: Turn, formation: Id, points: number): Event[] {
  const state = stateOf(turn, formation);
  if (state.status !== "active" || state.place === null) return [];
  const cohesion = clamp(toThousandth(state.cohesion + points), 0, 100);
  const terms = [{ id: "inject", points: -points, rule: "2.2" }];
  const at = { formation, place: state.place, cause: "inject" as const };
  return [{ kind: "cohesion-lost", ...at, terms, cohesion, test: null }];
}
