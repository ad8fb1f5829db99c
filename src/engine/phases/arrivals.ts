import type { Event } from "../events/types.ts";
import { isMet } from "../views/conditions.ts";
import { worldSight } from "../views/sight.ts";
import { hoursAt, turnsFor } from "../world/clock.ts";
import { idsOf } from "../world/ids.ts";
import type { Id, Pool, Reinforcement } from "../world/setup.ts";
import { enemyMenAt, logged, type Phase, sideOf, standing, stateOf, type Turn } from "./turn.ts";

/** 11.1: reinforcements that are due, and pools that were called, enter at their place. */
export const arrivals: Phase = (turn) => {
  const due = [
    ...Object.values(turn.setup.reinforcements).filter((one) => isDue(turn, one)),
    ...Object.entries(turn.setup.pools)
      .filter(([id, pool]) => hasCome(turn, id, pool))
      .map(([, pool]) => pool),
  ];
  return [...called(turn), ...due.flatMap((one) => enter(turn, one.formations, one.at))];
};

function isDue(turn: Turn, { afterHours, when, formations }: Reinforcement): boolean {
  if (hoursAt(turn.setup.clock, turn.number + 1) < afterHours) return false;
  const side = sideOf(turn, formations[0] as Id);
  return isMet(when, worldSight(turn.setup, turn.world, turn.number + 1, side));
}

function hasCome(turn: Turn, id: Id, pool: Pool): boolean {
  const calledTurn = turn.world.pools[id] ?? 0;
  return calledTurn > 0 && turn.number >= calledTurn + turnsFor(turn.setup.clock, pool.delayHours);
}

/** 11.2: a pool is set free by its release condition, or called before it by its seat. */
function called(turn: Turn): Event[] {
  return idsOf(turn.setup.pools).flatMap((pool): Event[] => {
    if (turn.world.pools[pool] !== 0) return [];
    const early = isEarly(turn, pool, turn.number + 1);
    return early && !isAsked(turn, pool) ? [] : [{ kind: "pool-called", pool, early }];
  });
}

/** Whether its seat calls a pool in this turn (3.7). */
export function isAsked(turn: Turn, pool: Id): boolean {
  return logged(turn, "order-received").some(
    ({ order }) => order.verb === "call" && order.unit === pool,
  );
}

/** Whether the release condition of a pool does not hold as of a turn, so that calling it costs. */
export function isEarly(turn: Turn, pool: Id, sightTurn: number): boolean {
  const { release, formations } = turn.setup.pools[pool] as Pool;
  const side = sideOf(turn, formations[0] as Id);
  return !isMet(release, worldSight(turn.setup, turn.world, sightTurn, side));
}

/** 11.3: an entry place in enemy hands holds them up until it is free again. */
function enter(turn: Turn, formations: readonly Id[], place: Id): Event[] {
  const waiting = formations.filter((id) => stateOf(turn, id).status === "expected");
  if (waiting.length === 0) return [];
  const stands = standing(turn);
  return waiting.flatMap((formation): Event[] => {
    const side = sideOf(turn, formation);
    const { contingent } = turn.setup.formations[formation] as { contingent: Id };
    const isOpen =
      turn.world.places[place]?.holder === side && enemyMenAt(stands, place, side) === 0;
    if (!isOpen || turn.world.contingents[contingent]?.status !== "present") return [];
    return [{ kind: "arrived", formation, place }];
  });
}
