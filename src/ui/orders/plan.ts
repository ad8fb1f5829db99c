import {
  type FormationOrder,
  type Id,
  isAirOrder,
  isAttacking,
  isFormationOrder,
  type View,
} from "../../engine/player.ts";
import type { Axis } from "../map/axes.ts";
import type { Draft } from "../state.ts";
import { findOrder } from "./draft.ts";
import { roadOf } from "./targets.ts";

/** The roads that the own side attacks along: by new orders, by those on their way, by tasks. */
export function axesOf(view: View, draft: Draft): readonly Axis[] {
  const attacks = Object.entries(view.formations).flatMap(([id, state]): FormationOrder[] => {
    if (state.status !== "active") return [];
    const drafted = findOrder(draft, id);
    const order = drafted ?? state.pending ?? { ...state.task, unit: id };
    return isFormationOrder(order) && isAttacking(order.verb) ? [order] : [];
  });
  return attacks.flatMap((order) => {
    const road = roadOf(view, order);
    return road.length < 2 ? [] : [{ road, look: lookOf(view) }];
  });
}

function lookOf({ brief }: View): Axis["look"] {
  return brief.side === null ? "neutral" : (brief.sides[brief.side]?.affiliation ?? "neutral");
}

/** Sorties of the sheet by the place they fly to; those against a road by one of its ends. */
export function sortiesByPlace({ orders }: Draft): Readonly<Record<Id, number>> {
  const flown: Record<Id, number> = {};
  for (const order of orders.filter(isAirOrder))
    if (order.sorties > 0) flown[order.to] = (flown[order.to] ?? 0) + order.sorties;
  return flown;
}
