import type { Event } from "../events/types.ts";
import { isMet } from "../views/conditions.ts";
import { worldSight } from "../views/sight.ts";
import { hoursAt, turnsFor } from "../world/clock.ts";
import type { Id, Pool, Reinforcement } from "../world/setup.ts";
import { enemyMenAt, type Phase, sideOf, standing, stateOf, type Turn } from "./turn.ts";

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

/** 11.2: a pool whose release condition is met is set free. */
function called(turn: Turn): Event[] {
  return Object.entries(turn.setup.pools).flatMap(([pool, { release, formations }]): Event[] => {
    if (turn.world.pools[pool] !== 0) return [];
    const sight = worldSight(
      turn.setup,
      turn.world,
      turn.number + 1,
      sideOf(turn, formations[0] as Id),
    );
    return isMet(release, sight) ? [{ kind: "pool-called", pool }] : [];
  });
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
