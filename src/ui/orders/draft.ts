import {
  type AirOrder,
  checkOrder,
  type Id,
  isAirOrder,
  type Order,
  type Refusal,
  sortiesOf,
  type View,
  withRulesSet,
} from "../../engine/player.ts";
import type { Draft } from "../state.ts";

/** The draft with one more order; it takes the place of another for the same formation or task. */
export function withOrder(draft: Draft, order: Order): Draft {
  const kept = draft.orders.filter((other) => !isReplacedBy(other, order));
  return changed(draft, [...kept, order]);
}

function isReplacedBy(other: Order, order: Order): boolean {
  if (other.unit !== order.unit) return false;
  if (!isAirOrder(order) || !isAirOrder(other)) return true;
  return other.to === order.to || other.verb === "rebase" || order.verb === "rebase";
}

/** The draft without one order. */
export function withoutOrder(draft: Draft, order: Order): Draft {
  return changed(
    draft,
    draft.orders.filter((other) => other !== order),
  );
}

/** The draft with another order in the place of one that it has. */
export function withReplaced(draft: Draft, order: Order, by: Order): Draft {
  return changed(
    draft,
    draft.orders.map((other) => (other === order ? by : other)),
  );
}

/** The draft before its last change; itself when there was none. */
export function undone({ orders, undo, redo }: Draft): Draft {
  const before = undo.at(-1);
  return before === undefined
    ? { orders, undo, redo }
    : { orders: before, undo: undo.slice(0, -1), redo: [...redo, orders] };
}

/** The draft as it was before an undo. */
export function redone({ orders, undo, redo }: Draft): Draft {
  const after = redo.at(-1);
  return after === undefined
    ? { orders, undo, redo }
    : { orders: after, undo: [...undo, orders], redo: redo.slice(0, -1) };
}

function changed({ orders, undo }: Draft, to: readonly Order[]): Draft {
  return { orders: to, undo: [...undo, orders], redo: [] };
}

/** The order that the draft has for a formation. */
export function findOrder({ orders }: Draft, unit: Id): Order | undefined {
  return orders.find((order) => order.unit === unit);
}

/** Sorties of a wing that the draft has not given out; a task to the same end counts as free. */
export function sortiesLeft(view: View, draft: Draft, wing: Id, instead?: AirOrder): number {
  const data = view.brief.wings[wing];
  const state = view.wings[wing];
  if (data === undefined || state === undefined) return 0;
  const all = sortiesOf(view.brief, data, state, view.turn + 1);
  return draft.orders.filter(isAirOrder).reduce((left, order) => {
    const isCounted =
      order.unit === wing && !(instead !== undefined && isReplacedBy(order, instead));
    return isCounted ? left - order.sorties : left;
  }, all);
}

/** Why this order may not join the draft, or null. */
export function refusalOf(view: View, draft: Draft, order: Order): Refusal | null {
  const refusal = checkOrder(draft.orders.reduce(withRulesSet, view), order);
  if (refusal !== null || !isAirOrder(order)) return refusal;
  const left = sortiesLeft(view, draft, order.unit, order);
  if (order.sorties <= left) return null;
  const message = left === 1 ? "only 1 sortie is left" : `only ${left} sorties are left`;
  return { code: "air.sorties", message };
}
