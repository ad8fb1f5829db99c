import {
  type AirOrder,
  checkOrder,
  type Condition,
  type FormationOrder,
  type FormationState,
  type Id,
  isAirOrder,
  isFormationOrder,
  isSameOrder,
  isSeatOrder,
  type Order,
  type SeatOrder,
  sortiesOf,
  testOf,
  type View,
  viewSight,
  withRulesSet,
} from "../engine/player.ts";
import type { Policy } from "./policy.ts";

/** A course of action with its orders parsed; `readCoa` of the scenarios room makes it. */
export interface CourseOfAction {
  readonly id: Id;
  readonly seat: Id;
  readonly title: string;
  readonly intent: string;
  readonly rules: readonly { readonly when: Condition; readonly orders: readonly Order[] }[];
}

/**
 * Plays a course of action: rules from the top, and each formation takes the first order that is
 * legal for it, so that later rules are the fallback of earlier ones. It keeps no memory.
 */
export function followCoa(coa: CourseOfAction): Policy {
  const rules = coa.rules.map(({ when, orders }) => ({
    holds: testOf(when),
    marches: orders.filter(isFormationOrder),
    tasks: orders.filter(isAirOrder),
    decisions: orders.filter(isSeatOrder),
  }));
  return (view) => {
    const sight = viewSight(view);
    const settled = new Set<Id>();
    const air: AirOrder[] = [];
    const decided = new Map<Id, SeatOrder>();
    const orders: Order[] = [];
    const isOpen = (order: FormationOrder) => !settled.has(order.unit);
    for (const { holds, marches, tasks, decisions } of rules) {
      if (tasks.length + decisions.length === 0 && !marches.some(isOpen)) continue;
      if (!holds(sight)) continue;
      air.push(...tasks);
      for (const order of decisions) decide(view, order, decided);
      for (const order of marches) {
        if (isOpen(order) && settle(view, order, orders)) settled.add(order.unit);
      }
    }
    const news = [...decided.values()].filter((order) => isNews(view, order));
    return [...orders, ...affordable(news.reduce(withRulesSet, view), air), ...news];
  };
}

/** Whether the order decides what its formation does; it is sent only when that is news. */
function settle(view: View, order: FormationOrder, orders: Order[]): boolean {
  const state = view.formations[order.unit];
  if (state === undefined || state.status !== "active") return false;
  if (isUnderWay(state, order) || isGivingWay(view, state, order)) return true;
  if (checkOrder(view, order) !== null) return false;
  orders.push(order);
  return true;
}

function isUnderWay({ pending, task }: FormationState, order: FormationOrder): boolean {
  return isSameOrder(pending ?? task, order);
}

/** What the seat decides itself: of one contingent, pool or place the first that is legal. */
function decide(view: View, order: SeatOrder, decided: Map<Id, SeatOrder>): void {
  if (!decided.has(order.unit) && checkOrder(view, order) === null) decided.set(order.unit, order);
}

/** Rules of engagement that hold already are no news. */
function isNews({ rulesOfEngagement }: View, { unit, to }: SeatOrder): boolean {
  return to === null || rulesOfEngagement[unit] !== to;
}

/**
 * 7.7: who has gone over to delay of itself, told only to defend, is let be while its place is under
 * attack; the turn after the attack it is told to defend again.
 */
function isGivingWay(
  { fronts, turn }: View,
  state: FormationState,
  order: FormationOrder,
): boolean {
  const { pending, task, place } = state;
  if (order.verb !== "defend" || pending !== null) return false;
  if (task.verb !== "delay" || task.to !== null || place === null) return false;
  return fronts[place]?.assaultedTurn === turn;
}

/** Air tasks in the order of the rules; one that asks more than is left takes what is left. */
function affordable(view: View, tasks: readonly AirOrder[]): Order[] {
  const left: Record<Id, number> = {};
  const orders: Order[] = [];
  for (const task of tasks) {
    if (task.verb === "rebase") {
      // Who changes its base does nothing else in the turn.
      const isBusy = orders.some((one) => one.unit === task.unit);
      if (isBusy || checkOrder(view, task) !== null) continue;
      left[task.unit] = 0;
      orders.push(task);
      continue;
    }
    left[task.unit] ??= sortiesLeft(view, task.unit);
    const order = { ...task, sorties: Math.min(task.sorties, left[task.unit] as number) };
    const isFlown = orders.some((one) => one.unit === order.unit && one.to === order.to);
    if (order.sorties === 0 || isFlown || checkOrder(view, order) !== null) continue;
    left[task.unit] = (left[task.unit] as number) - order.sorties;
    orders.push(order);
  }
  return orders;
}

function sortiesLeft(view: View, wing: Id): number {
  const state = view.wings[wing];
  const data = view.brief.wings[wing];
  return state === undefined || data === undefined
    ? 0
    : sortiesOf(view.brief, data, state, view.turn + 1);
}
