import type { Event } from "../events/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Id } from "../world/setup.ts";
import type { PlaceState } from "../world/world.ts";
import { logged, type Phase, type Turn, type Unit } from "./turn.ts";

/**
 * 11.10: whoever was told to demolish, and was left in peace in a place of its own side, destroys
 * what lies there and blows up the works; then it defends. The first by id does it for all.
 */
export const demolition: Phase = (turn) => {
  const told = turn.units.filter(({ state }) => isTold(state));
  if (told.length === 0) return [];
  const fought = fightersOf(turn);
  const done = new Set<Id>();
  return told.flatMap((unit) => demolish(turn, unit, fought, done));
};

function isTold({ status, task, place }: Unit["state"]): boolean {
  return status === "active" && task.verb === "demolish" && place !== null;
}

function fightersOf(turn: Turn): ReadonlySet<Id> {
  const battles = logged(turn, "battle-resolved");
  const all = battles.flatMap(({ attackers, defenders }) => [...attackers, ...defenders]);
  return new Set(all.map(({ formation }) => formation));
}

function demolish(
  turn: Turn,
  { id, side, state }: Unit,
  fought: ReadonlySet<Id>,
  done: Set<Id>,
): Event[] {
  const place = state.place as Id;
  const { holder, stocks, demolishedTurn } = turn.world.places[place] as PlaceState;
  if (holder !== side || fought.has(id)) return [];
  const kit: Record<Id, number> = {};
  if (!done.has(place)) for (const kind of idsOf(stocks)) addLying(kit, kind, stocks[kind] ?? 0);
  const isFirst = demolishedTurn === 0 && !done.has(place);
  done.add(place);
  const events: Event[] = [];
  // What was blown up before, and holds nothing, is found so: the order is done all the same.
  if (Object.keys(kit).length > 0 || !isFirst)
    events.push({
      kind: "kit-destroyed",
      place,
      holder,
      wing: null,
      formation: id,
      kit,
      draws: [],
    });
  if (isFirst) events.push({ kind: "demolished", place, formation: id });
  return events;
}

function addLying(kit: Record<Id, number>, kind: Id, pieces: number): void {
  if (pieces > 0) kit[kind] = pieces;
}
