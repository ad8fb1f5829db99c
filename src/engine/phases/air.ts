import { settle } from "../chance/arithmetic.ts";
import type { Event, Factor, OrderReceived, SortiesFlown } from "../events/types.ts";
import { type AirOrder, isAirOrder } from "../orders/types.ts";
import type { Id, Wing } from "../world/setup.ts";
import type { WingState } from "../world/world.ts";
import { strike } from "./strike.ts";
import {
  enemyMenAt,
  logged,
  type Phase,
  type Standing,
  standing,
  type Turn,
  type Unit,
  unitsAt,
} from "./turn.ts";

/** 6: air tasks are flown: effective sorties by weather, light, target, controllers and base. */
export const air: Phase = (turn) => {
  const tasks = logged(turn, "order-received").filter(isTask);
  if (tasks.length === 0) return [];
  const stands = standing(turn);
  const before: Event[] = [];
  for (const { order } of tasks) before.push(...fly(turn, order, stands, before));
  return before;
};

function isTask(event: OrderReceived): event is OrderReceived & { order: AirOrder } {
  return isAirOrder(event.order);
}

function fly(turn: Turn, order: AirOrder, stands: Standing, before: readonly Event[]): Event[] {
  const wing = turn.setup.wings[order.unit] as Wing;
  const factors = factorsOf(turn, wing, order, stands);
  const effective = factors.reduce((product, factor) => product * factor.value, order.sorties);
  const flown = lossesOf(turn, wing, order, effective, factors, stands, before);
  if (order.verb !== "strike" || effective === 0) return [flown];
  const struck = strike(turn, order, effective, stands, before);
  return struck === null ? [flown] : [flown, struck];
}

function factorsOf(turn: Turn, wing: Wing, order: AirOrder, stands: Standing): Factor[] {
  const { parameters, places } = turn.setup;
  const terrain = parameters.terrains[places[order.to]?.terrain ?? ""];
  const exposure =
    order.verb === "interdict" ? parameters.air.movingExposure : (terrain?.airExposure ?? 1);
  return [
    { id: "weather", value: parameters.weathers[turn.world.weather]?.air ?? 1, rule: "6.2" },
    { id: "light", value: turn.night ? parameters.night.air : 1, rule: "6.2" },
    { id: "exposure", value: exposure, rule: "6.2" },
    { id: "controllers", value: controllersOf(turn, wing), rule: "6.3" },
    { id: "base", value: baseFactor(turn, order.unit, stands), rule: "6.1" },
  ];
}

/** 6.3: qualified controllers leave with their contingent. */
function controllersOf(turn: Turn, wing: Wing): number {
  if (wing.controllers === null) return 1;
  const status = turn.world.contingents[wing.controllers]?.status;
  return status === "left" ? turn.setup.parameters.air.noControllers : 1;
}

/** 6.1: 1 on a secure base or off the map, less under fire, 0 when it is lost or evacuated. */
function baseFactor(turn: Turn, id: Id, stands: Standing): number {
  const { base } = turn.world.wings[id] as WingState;
  const { side, base: home } = turn.setup.wings[id] as Wing;
  if (base === null) return home === null ? 1 : 0;
  if (side === null) return 1;
  if (turn.world.places[base]?.holder !== side) return 0;
  return isUnderFire(turn, base, side, stands) ? turn.setup.parameters.air.underFireFactor : 1;
}

function isUnderFire(turn: Turn, base: Id, side: Id, stands: Standing): boolean {
  const { underFireMen, underFireKm } = turn.setup.parameters.air;
  let men = 0;
  for (const link of turn.setup.neighbours[base] ?? []) {
    if (link.km <= underFireKm) men += enemyMenAt(stands, link.to, side);
  }
  return men >= underFireMen;
}

/** 6.6: losses by the anti-aircraft pieces at the target, settled into whole aircraft. */
function lossesOf(
  turn: Turn,
  wing: Wing,
  order: AirOrder,
  effective: number,
  factors: readonly Factor[],
  stands: Standing,
  before: readonly Event[],
): SortiesFlown {
  const { lossPerAirDefence, lossCap } = turn.setup.parameters.air;
  const guns = airDefenceAt(turn, wing, unitsAt(stands, order.to));
  const rate = Math.min(lossCap, lossPerAirDefence * guns);
  const draw = turn.chance.draw("airLoss", turn.number, order.to, order.unit);
  const lost = effective === 0 ? 0 : settle(rate * order.sorties, draw.u);
  const { unit, verb, to, sorties } = order;
  return {
    kind: "sorties-flown",
    wing: unit,
    mission: verb,
    target: to,
    sorties,
    effective,
    factors,
    lost: Math.min(lost, aircraftLeft(turn, unit, before)),
    draw,
  };
}

/** Aircraft of a wing after its earlier tasks of the turn. */
function aircraftLeft(turn: Turn, wing: Id, before: readonly Event[]): number {
  const { aircraft } = turn.world.wings[wing] as WingState;
  return before.reduce((left, event) => {
    return event.kind === "sorties-flown" && event.wing === wing ? left - event.lost : left;
  }, aircraft);
}

function airDefenceAt(turn: Turn, wing: Wing, units: readonly Unit[]): number {
  let guns = 0;
  for (const { side, state } of units) {
    if (!wing.against.includes(side)) continue;
    const { kit } = state;
    for (const kind in kit)
      guns += (kit[kind] as number) * (turn.setup.parameters.kit[kind]?.airDefence ?? 0);
  }
  return guns;
}
