import type { View } from "../views/types.ts";
import type { RulesOfEngagement } from "../world/setup.ts";
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
 * tasks within its sorties and what the seat now lets it do.
 */
export function siftOrders(view: View, orders: readonly Order[]): readonly Sifted[] {
  const accepted: Order[] = [];
  let seen = view;
  return sortedByText(orders).map((order) => {
    const refusal = checkOrder(seen, order) ?? checkAgain(seen, order, accepted);
    if (refusal === null) {
      accepted.push(order);
      seen = withRulesSet(seen, order);
    }
    return { order, refusal };
  });
}

/**
 * The view a seat's other orders of the turn are judged by, once it gives an order: rules of
 * engagement hold for the tasks they are set beside, be they opened or closed (6.10).
 */
export function withRulesSet(view: View, { unit, verb, to }: Order): View {
  if (verb !== "roe") return view;
  const rulesOfEngagement = { ...view.rulesOfEngagement, [unit]: to as RulesOfEngagement };
  return { ...view, rulesOfEngagement };
}

/** By text, but first what tasks hang on: rules of engagement (6.10), and bases to go to (6.11). */
function sortedByText(orders: readonly Order[]): Order[] {
  const texts = orders.map((order) => {
    const isFirst = order.verb === "roe" || order.verb === "rebase";
    return { order, text: `${isFirst ? 0 : 1} ${formatOrder(order)}` };
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
