import { settle, toThousandth } from "../chance/arithmetic.ts";
import type { Event, SortiesFlown } from "../events/types.ts";
import { type AirOrder, isAirOrder, isSortieOrder, type SortieOrder } from "../orders/types.ts";
import { turnsFor } from "../world/clock.ts";
import type { Id, Wing } from "../world/setup.ts";
import type { PlaceState, WingState } from "../world/world.ts";
import { airDefenceOver } from "./air-defence.ts";
import { claimsOf } from "./claims.ts";
import { destroyKit } from "./destruction.ts";
import { harmOf } from "./harm.ts";
import { sortieFactors } from "./sortie-factors.ts";
import { strike } from "./strike.ts";
import { logged, type Phase, type Standing, standing, type Turn } from "./turn.ts";

/** 6: air tasks are flown: effective sorties by weather, light, target, controllers, base and rules. */
export const air: Phase = (turn) => {
  const tasks = logged(turn, "order-received").filter(({ order }) => isAirOrder(order));
  if (tasks.length === 0) return [];
  const stands = standing(turn);
  const before: Event[] = [];
  for (const { order } of tasks) {
    if (isSortieOrder(order)) before.push(...fly(turn, order, stands, before));
    else before.push(rebase(turn, order as AirOrder));
  }
  return before;
};

function fly(turn: Turn, order: SortieOrder, stands: Standing, before: readonly Event[]): Event[] {
  const wing = turn.setup.wings[order.unit] as Wing;
  const factors = sortieFactors(turn, wing, order, stands);
  const effective = factors.reduce((product, factor) => product * factor.value, order.sorties);
  const { unit, verb, to, sorties } = order;
  const task = { wing: unit, mission: verb, target: to, sorties, effective, factors };
  const hits = effective > 0 && (verb === "strike" || verb === "destroy");
  const flown: SortiesFlown = {
    kind: "sorties-flown",
    ...task,
    ...lossesOf(turn, wing, order, effective, stands, before),
    claims: hits ? claimsOf(turn, task) : null,
  };
  if (effective === 0) return [flown];
  const done = doneAt(turn, wing, order, effective, stands, before);
  return [flown, ...done, ...(hits ? harmOf(turn, flown) : [])];
}

function doneAt(
  turn: Turn,
  wing: Wing,
  order: SortieOrder,
  effective: number,
  stands: Standing,
  before: readonly Event[],
): Event[] {
  if (order.verb === "supply") return bring(turn, wing, order, effective);
  const done =
    order.verb === "strike"
      ? strike(turn, order, effective, stands, before)
      : order.verb === "destroy"
        ? destroyKit(turn, order, effective, before)
        : null;
  return done === null ? [] : [done];
}

/** 6.12: supply is flown into a place of the wing's own side, in whole man-days. */
function bring(turn: Turn, { side }: Wing, { unit, to }: SortieOrder, effective: number): Event[] {
  const { holder } = turn.world.places[to] as PlaceState;
  if (side === null || holder !== side) return [];
  // To thousandths first: three sorties at seven tenths bring 840 man-days, whatever the last bit says.
  const manDays = Math.floor(toThousandth(effective * turn.setup.parameters.air.supplyManDays));
  return [{ kind: "depot-stocked", place: to, side, wing: unit, manDays }];
}

/** 6.11: a wing goes where it is sent, and flies again after a time. */
function rebase(turn: Turn, { unit, to }: AirOrder): Event {
  const { rebaseHours } = turn.setup.parameters.air;
  const readyTurn = turn.number + turnsFor(turn.setup.clock, rebaseHours);
  const { base } = turn.setup.wings[unit] as Wing;
  const rebased = to !== base;
  return { kind: "wing-rebased", wing: unit, to, rebased, ordered: true, readyTurn };
}

/** 6.6: losses to the anti-aircraft pieces that a task meets, settled into whole aircraft. */
function lossesOf(
  turn: Turn,
  wing: Wing,
  { unit, verb, to, sorties }: SortieOrder,
  effective: number,
  stands: Standing,
  before: readonly Event[],
): Pick<SortiesFlown, "lost" | "draw"> {
  const { lossPerAirDefence, lossCap } = turn.setup.parameters.air;
  const guns = airDefenceOver(turn, wing, verb, to, stands);
  const rate = Math.min(lossCap, lossPerAirDefence * guns);
  const draw = turn.chance.draw("airLoss", turn.number, to, unit);
  const lost = effective === 0 ? 0 : settle(rate * sorties, draw.u);
  return { lost: Math.min(lost, aircraftLeft(turn, unit, before)), draw };
}

/** Aircraft of a wing after its earlier tasks of the turn. */
function aircraftLeft(turn: Turn, wing: Id, before: readonly Event[]): number {
  const { aircraft } = turn.world.wings[wing] as WingState;
  return before.reduce((left, event) => {
    return event.kind === "sorties-flown" && event.wing === wing ? left - event.lost : left;
  }, aircraft);
}
