import { apportion, toThousandth } from "../chance/arithmetic.ts";
import type { Detached, Event, Joined, Kit, OrderFailed } from "../events/types.ts";
import type { FormationOrder } from "../orders/types.ts";
import { freeChild } from "../world/detachments.ts";
import { type Id, WORKS, type Works } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";
import type { Phase, Turn, Unit } from "./turn.ts";

/** A formation's strength after what others of the same phase have done to it. */
interface Roll {
  readonly men: number;
  readonly kit: Kit;
  readonly cohesion: number;
  readonly freshness: number;
  readonly supplyDays: number;
  readonly works: Works;
  readonly quietHours: number;
}

/** Rolls as they stand in the phase; null for who has joined another. */
type Rolls = Map<Id, Roll | null>;

/** 3.4, 3.5: formations whose order has come detach men or join another, in the order of their ids. */
export const reorganise: Phase = (turn) => {
  const due = turn.units.filter((unit) => isDue(unit, turn.number));
  if (due.length === 0) return [];
  const rolls: Rolls = new Map();
  return due.map((unit) => {
    const order = unit.state.pending as FormationOrder;
    return order.verb === "detach"
      ? detach(turn, unit, order, rolls)
      : join(turn, unit, order, rolls);
  });
};

function isDue({ state }: Unit, turn: number): boolean {
  const { status, pending, pendingTurn } = state;
  if (status !== "active" || pending === null || pendingTurn > turn) return false;
  return pending.verb === "detach" || pending.verb === "join";
}

function rollOf(rolls: Rolls, id: Id, state: FormationState): Roll | null {
  const roll = rolls.get(id);
  return roll === undefined ? state : roll;
}

function failed(order: FormationOrder, reason: OrderFailed["reason"]): OrderFailed {
  return { kind: "order-failed", formation: order.unit, order, reason };
}

/** 3.4: the child takes its share of each kind of kit, and is otherwise as the parent is. */
function detach(turn: Turn, unit: Unit, order: FormationOrder, rolls: Rolls): Event {
  const { id, data, state } = unit;
  const roll = rollOf(rolls, id, state) as Roll;
  if (order.count >= roll.men) return failed(order, "no-men");
  const child = freeChild(data, id, turn.world.formations);
  if (child === null) return failed(order, "no-name");
  const kit = shareOf(roll, order.count);
  rolls.set(id, { ...roll, men: roll.men - order.count, kit: less(roll.kit, kit) });
  return {
    kind: "detached",
    formation: id,
    child,
    place: state.place as Id,
    men: order.count,
    kit,
  } satisfies Detached;
}

function shareOf({ men, kit }: Roll, leaving: number): Kit {
  const share: Record<Id, number> = {};
  for (const kind in kit) {
    const pieces = kit[kind] as number;
    const [taken = 0] = pieces === 0 ? [] : splitByMen(pieces, leaving, men - leaving);
    if (taken > 0) share[kind] = taken;
  }
  return share;
}

/** `apportion` gives nobody more than its weight: weights are made large enough for all pieces. */
function splitByMen(pieces: number, leaving: number, staying: number): number[] {
  return apportion(pieces, [leaving * pieces, staying * pieces]);
}

function less(kit: Kit, taken: Kit): Kit {
  const left: Record<Id, number> = { ...kit };
  for (const kind in taken) left[kind] = (left[kind] ?? 0) - (taken[kind] as number);
  return left;
}

/** 3.5: men and kit go into the other; what is a mean is weighed by men. */
function join(turn: Turn, unit: Unit, order: FormationOrder, rolls: Rolls): Event {
  const { id, state } = unit;
  const into = order.to as Id;
  const other = turn.world.formations[into] as FormationState;
  const from = rollOf(rolls, id, state);
  const to = rollOf(rolls, into, other);
  if (from === null || to === null || other.status !== "active" || other.place !== state.place)
    return failed(order, "not-there");
  const { men, kit } = from;
  const roll = merged(from, to);
  rolls.set(id, null);
  rolls.set(into, roll);
  const { cohesion, freshness, supplyDays, works, quietHours } = roll;
  return {
    kind: "joined",
    formation: id,
    into,
    place: state.place as Id,
    men,
    kit: held(kit),
    cohesion,
    freshness,
    supplyDays,
    works,
    quietHours,
  } satisfies Joined;
}

function merged(from: Roll, to: Roll): Roll {
  const men = from.men + to.men;
  const mean = (a: number, b: number) => toThousandth((a * from.men + b * to.men) / men);
  const kit: Record<Id, number> = { ...to.kit };
  for (const kind in from.kit) kit[kind] = (kit[kind] ?? 0) + (from.kit[kind] as number);
  const lesser = Math.min(WORKS.indexOf(from.works), WORKS.indexOf(to.works));
  return {
    men,
    kit,
    cohesion: mean(from.cohesion, to.cohesion),
    freshness: mean(from.freshness, to.freshness),
    supplyDays: mean(from.supplyDays, to.supplyDays),
    works: WORKS[lesser] as Works,
    quietHours: Math.min(from.quietHours, to.quietHours),
  };
}

/** Only the kinds of which there are any. */
function held(kit: Kit): Kit {
  const some: Record<Id, number> = {};
  for (const kind in kit) if ((kit[kind] as number) > 0) some[kind] = kit[kind] as number;
  return some;
}
