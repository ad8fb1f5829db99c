import fc from "fast-check";
import {
  type Condition,
  type Id,
  legalOrders,
  type Order,
  siftOrders,
  type View,
} from "../../engine/player.ts";
import { observe, type Setup, startWorld } from "../../engine/index.ts";
import type { CourseOfAction } from "../../policies/course-of-action.ts";

/** Orders that a seat may give together by its view, at most one to a unit; they shrink to none. */
export function legalOrdersIn(view: View): fc.Arbitrary<readonly Order[]> {
  const offers: Record<Id, Order[]> = {};
  for (const order of legalOrders(view)) (offers[order.unit] ??= []).push(order);
  const chosen = Object.values(offers).map((orders) => fc.option(fc.constantFrom(...orders)));
  return fc.tuple(...chosen).map((orders) => {
    const given = orders.filter((order) => order !== null);
    const sifted = siftOrders(view, given);
    return sifted.flatMap(({ order, refusal }) => (refusal === null ? [order] : []));
  });
}

/** Conditions that name what a setup has, as deep as a few brackets; they shrink to "always". */
export function conditionsIn({ places, sides, formations, turns }: Setup): fc.Arbitrary<Condition> {
  const place = fc.constantFrom(...Object.keys(places));
  const side = fc.constantFrom(...Object.keys(sides));
  const turn = fc.integer({ min: 1, max: turns });
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constant<Condition>({ always: true }),
      turn.map((from): Condition => ({ turn: { from } })),
      fc.boolean().map((night): Condition => ({ night })),
      fc.record({ place, by: side }).map((held): Condition => ({ held })),
      place.map((one): Condition => ({ under: { place: one } })),
      fc.constantFrom(...Object.keys(formations)).map((active): Condition => ({ active })),
      fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
      tie("condition").map((not): Condition => ({ not })),
    ),
  }));
  return condition;
}

/** Courses of action of a seat, of orders that are legal for it as the game begins. */
export function coursesOfActionIn(setup: Setup, seat: Id): fc.Arbitrary<CourseOfAction> {
  const offered = legalOrders(observe(setup, startWorld(setup), seat));
  const orders =
    offered.length === 0
      ? fc.constant<readonly Order[]>([])
      : fc.array(fc.constantFrom(...offered), { minLength: 1, maxLength: 4 });
  return fc.record({
    id: fc.constant("random"),
    seat: fc.constant(seat),
    title: fc.constant("Random"),
    intent: fc.constant("Drawn at random"),
    rules: fc.array(fc.record({ when: conditionsIn(setup), orders }), { maxLength: 8 }),
  });
}
