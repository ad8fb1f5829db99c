import { legalOrders, type Order, siftOrders } from "../engine/player.ts";
import type { Policy } from "./policy.ts";

/** A whole number from 0 to below `count`, from whatever stream the caller keeps. */
export type Pick = (count: number) => number;

/** Gives a random legal order to about half of the seat's units; for tests and fuzzing. */
export function randomLegal(pick: Pick): Policy {
  return (view) => {
    const byUnit: Record<string, Order[]> = {};
    for (const order of legalOrders(view)) (byUnit[order.unit] ??= []).push(order);
    const chosen = Object.values(byUnit).flatMap((orders) => {
      const order = orders[pick(orders.length)];
      return pick(2) === 0 || order === undefined ? [] : [order];
    });
    return siftOrders(view, chosen).flatMap(({ order, refusal }) =>
      refusal === null ? [order] : [],
    );
  };
}
