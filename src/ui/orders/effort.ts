import {
  type AirOrder,
  type Id,
  isAirOrder,
  isSortieOrder,
  type View,
} from "../../engine/player.ts";
import type { Draft } from "../state.ts";
import { findOrder, refusalOf, sortiesLeft, withoutOrder, withReplaced } from "./draft.ts";
import { unitsOf, wingsOf } from "./units.ts";

/** What a commander holds in his hand: wings with the tasks they are given, reserves, pools. */
export type Effort =
  | { readonly kind: "wing"; readonly unit: Id }
  | { readonly kind: "task"; readonly unit: Id; readonly order: AirOrder }
  | { readonly kind: "reserve"; readonly unit: Id }
  | { readonly kind: "pool"; readonly unit: Id };

/** Wings each with its tasks below it, then reserves, then pools. */
export function effortsOf(view: View, draft: Draft): readonly Effort[] {
  const air = wingsOf(view).flatMap((unit): Effort[] => [
    { kind: "wing", unit },
    ...tasksOf(draft, unit).map((order): Effort => ({ kind: "task", unit, order })),
  ]);
  const reserves = unitsOf(view).filter((id) => {
    const state = view.formations[id];
    const isSetAside = findOrder(draft, id)?.verb === "reserve";
    return state?.status === "active" && (state.reserve || isSetAside);
  });
  return [
    ...air,
    ...reserves.map((unit): Effort => ({ kind: "reserve", unit })),
    ...Object.keys(view.brief.pools).map((unit): Effort => ({ kind: "pool", unit })),
  ];
}

function tasksOf({ orders }: Draft, wing: Id): readonly AirOrder[] {
  return orders.filter(isAirOrder).filter(({ unit }) => unit === wing);
}

/** The draft with so many sorties more, or fewer, on a task; none at all takes the task away. */
export function withSorties(view: View, draft: Draft, order: AirOrder, by: number): Draft {
  if (!isSortieOrder(order)) return draft;
  const most = sortiesLeft(view, draft, order.unit, order);
  const sorties = Math.max(0, Math.min(most, order.sorties + by));
  if (sorties === 0) return withoutOrder(draft, order);
  const changed = { ...order, sorties };
  return sorties === order.sorties || refusalOf(view, draft, changed) !== null
    ? draft
    : withReplaced(draft, order, changed);
}
