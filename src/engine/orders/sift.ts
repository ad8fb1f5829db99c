import type { View } from "../views/types.ts";
import { checkOrder } from "./legality.ts";
import { formatOrder } from "./text.ts";
import { isAirOrder, type Order, type Refusal } from "./types.ts";

/** An order with its refusal, or null when it is allowed. */
export interface Sifted {
  readonly order: Order;
  readonly refusal: Refusal | null;
}

/**
 * One seat's orders of a turn, each with its refusal or null, in an order of their own, so that the
 * order of the list decides nothing: one order a formation, contingent, pool or place, a wing's
 * tasks within its sorties.
 */
export function siftOrders(view: View, orders: readonly Order[]): readonly Sifted[] {
  const accepted: Order[] = [];
  return sortedByText(orders).map((order) => {
    const refusal = checkOrder(view, order) ?? checkAgain(view, order, accepted);
    if (refusal === null) accepted.push(order);
    return { order, refusal };
  });
}

/** By text, those to rebase first: a wing that goes to another base flies nothing (6.11). */
function sortedByText(orders: readonly Order[]): Order[] {
  const texts = orders.map((order) => {
    return { order, text: `${order.verb === "rebase" ? 0 : 1} ${formatOrder(order)}` };
  });
  const sorted = texts.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return sorted.map(({ order }) => order);
}

function checkAgain(view: View, order: Order, accepted: readonly Order[]): Refusal | null {
  const earlier = accepted.filter((other) => other.unit === order.unit);
  if (earlier.length === 0) return null;
  const tasks = earlier.filter(isAirOrder);
  if (!isAirOrder(order) || order.verb === "rebase" || tasks.some(({ verb }) => verb === "rebase"))
    return { code: "order.twice", message: `${order.unit} has an order already` };
  if (tasks.some((other) => other.to === order.to)) {
    return { code: "order.twice", message: `${order.unit} has a task there already` };
  }
  const flown = tasks.reduce((sum, other) => sum + other.sorties, 0);
  return checkOrder(view, { ...order, sorties: flown + order.sorties });
}
