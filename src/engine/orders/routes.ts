import type { View } from "../views/types.ts";
import { enemyMenAt } from "../views/sight.ts";
import { roadVia, straightVia } from "../world/map.ts";
import type { Id } from "../world/setup.ts";
import { type FormationOrder, isAttacking, isMarching } from "./types.ts";

/** Whether the seat believes it may march through a place: not enemy-held, no enemy reported. */
export function isOpen(view: View, place: Id): boolean {
  const holder = view.holders[place] ?? null;
  return (holder === null || holder === view.brief.side) && enemyMenAt(view, place) === 0;
}

/**
 * The road an order takes from a place, as the seat knows the map: an attack goes straight,
 * anything else goes round what the seat believes is enemy-held. Null when there is none; empty for
 * an order that goes nowhere.
 */
export function routeFor(view: View, from: Id, order: FormationOrder): readonly Id[] | null {
  const { verb, to, via } = order;
  if (to === null || !(isMarching(verb) || verb === "delay")) return [];
  const stops = [...via, to];
  if (isAttacking(verb)) return straightVia(view.brief, from, stops);
  return roadVia(view.brief, from, stops, (place) => isOpen(view, place));
}
