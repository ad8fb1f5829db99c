import {
  checkOrder,
  enemyMenAt,
  type FormationOrder,
  type Id,
  isAttacking,
  type Order,
  type View,
} from "../engine/player.ts";
import type { Policy } from "./policy.ts";

/**
 * Attacks: every formation assaults the nearest place, by the roads between, that its seat believes
 * to be the enemy's; who attacks already goes on. Nobody is held back.
 */
export const press: Policy = (view) => {
  const nearest = new Map<Id, readonly Id[]>();
  return Object.keys(view.brief.formations).flatMap((unit): Order[] => {
    const place = freeAt(view, unit);
    if (place === null) return [];
    // What is near is the same for all at one place.
    const near = nearest.get(place) ?? byRoad(view, place).filter((to) => isTarget(view, to));
    nearest.set(place, near);
    const order = (to: Id): FormationOrder => ({ unit, verb: "assault", to, via: [], count: 0 });
    const to = near.find((one) => checkOrder(view, order(one)) === null);
    return to === undefined ? [] : [order(to)];
  });
};

/** Where a formation stands that does not attack yet; null for any other. */
function freeAt({ formations }: View, unit: Id): Id | null {
  const state = formations[unit];
  if (state === undefined || state.status !== "active") return null;
  return isAttacking((state.pending ?? state.task).verb) ? null : state.place;
}

function isTarget(view: View, place: Id): boolean {
  const holder = view.holders[place] ?? null;
  return (holder !== null && holder !== view.brief.side) || enemyMenAt(view, place) > 0;
}

/** Every place that roads lead to, the fewest of them first. */
function byRoad({ brief }: View, from: Id): readonly Id[] {
  const found = [from];
  for (let at = 0; at < found.length; at++) {
    for (const { to } of brief.neighbours[found[at] as Id] ?? []) {
      if (!found.includes(to)) found.push(to);
    }
  }
  return found;
}
