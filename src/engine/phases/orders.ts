import { siftOrders } from "../orders/sift.ts";
import { isFormationOrder, isSameOrder, type Order } from "../orders/types.ts";
import type { Event } from "../events/types.ts";
import { observe } from "../views/observe.ts";
import { turnsFor } from "../world/clock.ts";
import type { Id } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";
import { displacedHours } from "./headquarters.ts";
import { type Phase, stateOf, type Turn } from "./turn.ts";

/** 3.1: each seat's orders are held against the law by its own view; refused ones say why. */
export const receiveOrders: Phase = (turn) =>
  Object.keys(turn.orders)
    .toSorted()
    .flatMap((seat) => receiveFrom(turn, seat));

function receiveFrom(turn: Turn, seat: Id): Event[] {
  const orders = turn.orders[seat] ?? [];
  if (orders.length === 0) return [];
  const view = observe(turn.setup, turn.world, seat);
  return siftOrders(view, orders).flatMap(({ order, refusal }): Event[] => {
    if (refusal !== null) return [{ kind: "order-refused", seat, order, refusal }];
    return isKnown(turn, order) ? [] : receivedOrder(turn, seat, order);
  });
}

/** An order already on its way is not sent again, or it would never arrive. */
function isKnown(turn: Turn, order: Order): boolean {
  if (!isFormationOrder(order)) return false;
  const { pending } = stateOf(turn, order.unit);
  return pending !== null && isSameOrder(pending, order);
}

function receivedOrder(turn: Turn, seat: Id, order: Order): Event[] {
  const takesEffect = turn.number + delayTurns(turn, order);
  const received: Event = { kind: "order-received", seat, order, takesEffect };
  if (!isFormationOrder(order) || takesEffect <= turn.number) return [received];
  return [...arrived(turn, order.unit, stateOf(turn, order.unit)), received];
}

/** 3.3: what arrives in this turn begins, though something else is on its way behind it. */
function arrived(turn: Turn, formation: Id, state: FormationState): Event[] {
  const { status, pending, pendingTurn } = state;
  if (status !== "active" || pending === null || pendingTurn > turn.number) return [];
  if (pending.verb === "detach" || pending.verb === "join") return [];
  return [{ kind: "order-began", formation, order: pending }];
}

/** 3.2, 3.7: the delay of the command path; only formations have one, but for a reserve committed. */
function delayTurns(turn: Turn, order: Order): number {
  if (!isFormationOrder(order) || order.verb === "commit") return 0;
  const contingent = turn.setup.formations[order.unit]?.contingent as Id;
  const hours = turn.setup.contingents[contingent]?.commandDelayHours ?? 0;
  return turnsFor(turn.setup.clock, hours + displacedHours(turn, order.unit));
}

/** 3.3: orders that have come down the command path begin; who is to detach or join does so next. */
export const beginOrders: Phase = (turn) =>
  turn.units.flatMap(({ id, state }) => arrived(turn, id, state));
