import type { Event } from "../events/types.ts";
import { isSeatOrder } from "../orders/types.ts";
import type { Id, RulesOfEngagement } from "../world/setup.ts";
import { logged, type Phase, type Turn } from "./turn.ts";

/** 6.10: what seats now let their aircraft do at a place holds before the air tasks of the turn. */
export const rulesOfEngagement: Phase = (turn) =>
  logged(turn, "order-received").flatMap(({ seat, order }): Event[] => {
    if (!isSeatOrder(order) || order.verb !== "roe") return [];
    const level = order.to as RulesOfEngagement;
    return [{ kind: "rules-set", seat, place: order.unit, level }];
  });

/** What a seat that has aircraft lets them do at a place. */
export function ruleAt({ world }: Turn, seat: Id, place: Id): RulesOfEngagement {
  return world.rulesOfEngagement[seat]?.[place] as RulesOfEngagement;
}
