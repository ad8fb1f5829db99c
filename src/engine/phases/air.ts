import { apportion, settle } from "../chance/arithmetic.ts";
import type {
  AirStruck,
  Casualties,
  Draw,
  Event,
  Factor,
  OrderReceived,
  SortiesFlown,
} from "../events/types.ts";
import { type AirOrder, isAirOrder } from "../orders/types.ts";
import type { Id, Wing } from "../world/setup.ts";
import type { FormationState, WingState } from "../world/world.ts";
import { enemyMenOf, logged, type Phase, sideOf, standing, stateOf, type Turn } from "./turn.ts";

type Standing = Readonly<Record<Id, Id[]>>;

/** 6: air tasks are flown: effective sorties by weather, light, target, controllers and base. */
export const air: Phase = (turn) => {
  const tasks = logged(turn, "order-received").filter(isTask);
  if (tasks.length === 0) return [];
  const stands = standing(turn);
  return tasks.flatMap(({ order }) => fly(turn, order, stands));
};

function isTask(event: OrderReceived): event is OrderReceived & { order: AirOrder } {
  return isAirOrder(event.order);
}

function fly(turn: Turn, order: AirOrder, stands: Standing): Event[] {
  const wing = turn.setup.wings[order.unit] as Wing;
  const factors = factorsOf(turn, wing, order, stands);
  const effective = factors.reduce((product, factor) => product * factor.value, order.sorties);
  const flown = lossesOf(turn, wing, order, effective, factors, stands);
  if (order.verb !== "strike" || effective === 0) return [flown];
  const struck = strike(turn, wing, order, effective, stands);
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
export function baseFactor(turn: Turn, id: Id, stands: Standing): number {
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
    if (link.km <= underFireKm) men += enemyMenOf(turn, stands[link.to], side);
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
): SortiesFlown {
  const { lossPerAirDefence, lossCap } = turn.setup.parameters.air;
  const guns = airDefenceAt(turn, wing, stands[order.to]);
  const rate = Math.min(lossCap, lossPerAirDefence * guns);
  const draw = turn.chance.draw("airLoss", turn.number, order.to, order.unit);
  const { aircraft } = turn.world.wings[order.unit] as WingState;
  const lost = effective === 0 ? 0 : Math.min(aircraft, settle(rate * order.sorties, draw.u));
  const { unit, verb, to, sorties } = order;
  return {
    kind: "sorties-flown",
    wing: unit,
    mission: verb,
    target: to,
    sorties,
    effective,
    factors,
    lost,
    draw,
  };
}

function airDefenceAt(turn: Turn, wing: Wing, ids: readonly Id[] | undefined): number {
  let guns = 0;
  for (const id of ids ?? []) {
    if (!wing.against.includes(sideOf(turn, id))) continue;
    const { kit } = stateOf(turn, id);
    for (const kind in kit)
      guns += (kit[kind] as number) * (turn.setup.parameters.kit[kind]?.airDefence ?? 0);
  }
  return guns;
}

/** 6.4: a strike kills men and vehicles at a place by effective sorties, settled once each. */
function strike(
  turn: Turn,
  wing: Wing,
  order: AirOrder,
  effective: number,
  stands: Standing,
): AirStruck | null {
  const targets = (stands[order.to] ?? []).filter((id) => wing.against.includes(sideOf(turn, id)));
  if (targets.length === 0) return null;
  const { personnelKills, vehicleKills } = turn.setup.parameters.air;
  const men = turn.chance.draw("strikeMen", turn.number, order.to, order.unit);
  const kit = turn.chance.draw("strikeKit", turn.number, order.to, order.unit);
  const states = targets.map((id) => stateOf(turn, id));
  const hit = apportion(
    settle(effective * personnelKills, men.u),
    states.map((state) => state.men),
  );
  const vehicles = apportion(
    settle(effective * vehicleKills, kit.u),
    states.map((state) => vehiclesOf(turn, state)),
  );
  const casualties = targets.map((id, at) =>
    struckAt(turn, id, states[at] as FormationState, hit[at] as number, vehicles[at] as number),
  );
  return {
    kind: "air-struck",
    wing: order.unit,
    place: order.to,
    casualties,
    draws: [men, kit] satisfies Draw[],
  };
}

function vehicleKinds(turn: Turn, state: FormationState): Id[] {
  return Object.keys(state.kit).filter(
    (kind) => turn.setup.parameters.kit[kind]?.arm === "vehicle",
  );
}

function vehiclesOf(turn: Turn, state: FormationState): number {
  return vehicleKinds(turn, state).reduce((sum, kind) => sum + (state.kit[kind] as number), 0);
}

function struckAt(
  turn: Turn,
  formation: Id,
  state: FormationState,
  men: number,
  vehicles: number,
): Casualties {
  const killed = Math.floor(men * turn.setup.parameters.losses.killedShare + 0.5);
  const kinds = vehicleKinds(turn, state);
  const lost = apportion(
    vehicles,
    kinds.map((kind) => state.kit[kind] as number),
  );
  const kit = Object.fromEntries(
    kinds.map((kind, at) => [kind, lost[at] as number]).filter(([, pieces]) => pieces !== 0),
  );
  return { formation, killed, wounded: men - killed, kit };
}
