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

/** Whether the seat believes that an order leads to a fight: a reserve is committed against the enemy too. */
export function isAttack(view: View, { verb, to }: FormationOrder): boolean {
  return isAttacking(verb) || (verb === "commit" && to !== null && !isOpen(view, to));
}

/**
 * The road an order takes from a place, as the seat knows the map: an attack goes straight,
 * anything else goes round what the seat believes is enemy-held, or when it is to fight at its goal
 * and there is no such road, straight. Null when there is none; empty for an order that goes nowhere.
 */
export function routeFor(view: View, from: Id, order: FormationOrder): readonly Id[] | null {
  const { verb, to, via } = order;
  if (to === null || !(isMarching(verb) || verb === "delay")) return [];
  const stops = [...via, to];
  const straight = () => straightVia(view.brief, from, stops);
  if (isAttacking(verb)) return straight();
  const round = roadVia(view.brief, from, stops, (place) => isOpen(view, place));
  return round ?? (isAttack(view, order) ? straight() : null);
}
