import { match } from "ts-pattern";
import type { OwnFormation, View } from "../views/types.ts";
import { enemyMenAt } from "../views/sight.ts";
import { sortiesOf } from "../world/air.ts";
import { road, roadVia } from "../world/map.ts";
import type { Id } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";
import {
  type AirOrder,
  type FormationOrder,
  isAirOrder,
  isWellFormed,
  type Order,
  type Refusal,
  type RefusalCode,
} from "./types.ts";

/**
 * The law of orders: null when the seat may give this order, else why not. It asks the view and
 * nothing else, so a refusal can tell a seat nothing it did not know (design law 6).
 */
export function checkOrder(view: View, order: Order): Refusal | null {
  if (view.over) return refuse("game.over", "the game is over");
  if (!isWellFormed(order)) return refuse("order.shape", "no order of the grammar has this form");
  return isAirOrder(order) ? checkAirOrder(view, order) : checkFormationOrder(view, order);
}

function refuse(code: RefusalCode, message: string): Refusal {
  return { code, message };
}

function checkFormationOrder(view: View, order: FormationOrder): Refusal | null {
  const formation = view.brief.formations[order.unit];
  const state = view.formations[order.unit];
  if (formation === undefined || state === undefined) {
    return refuse("unit.unknown", `no formation "${order.unit}" is known`);
  }
  if (formation.seat !== view.brief.seat)
    return refuse("unit.not-yours", `${formation.name}: another seat commands it`);
  if (state.status !== "active" || state.place === null)
    return refuse("unit.not-active", notActive(formation, state));
  if (view.contingents[formation.contingent] !== "present") {
    return refuse("unit.leaving", `${formation.name} is leaving with its contingent`);
  }
  return (
    checkDestination(view, formation, state, order) ?? checkVerb(view, formation, state, order)
  );
}

function nameOf(view: View, place: Id): string {
  return view.brief.places[place]?.name ?? place;
}

function notActive(formation: OwnFormation, state: FormationState): string {
  return match(state.status)
    .with("expected", () => `${formation.name} has not arrived`)
    .with("broken", () => `${formation.name} has broken and not yet rallied`)
    .with("left", () => `${formation.name} has left with its contingent`)
    .with("lost", "active", () => `${formation.name} is lost`)
    .exhaustive();
}

function checkDestination(
  view: View,
  formation: OwnFormation,
  state: FormationState,
  order: FormationOrder,
): Refusal | null {
  if (order.to === null) return null;
  const unknown = [order.to, ...order.via].find((place) => view.brief.places[place] === undefined);
  if (unknown !== undefined) return refuse("place.unknown", `there is no place "${unknown}"`);
  if (formation.mobility === "static" && order.verb !== "delay") {
    return refuse("unit.static", `${formation.name} cannot leave its place`);
  }
  if (order.to === state.place)
    return refuse("place.here", `${formation.name} is already at ${nameOf(view, order.to)}`);
  return null;
}

function checkVerb(
  view: View,
  formation: OwnFormation,
  state: FormationState,
  order: FormationOrder,
): Refusal | null {
  switch (order.verb) {
    case "move":
    case "withdraw":
      return checkMarch(view, state, order);
    case "assault":
      return checkAssault(view, formation, state, order);
    case "commit":
      return state.reserve
        ? checkMarch(view, state, order)
        : refuse("reserve.not", `${formation.name} is not a reserve`);
    case "reserve":
      return state.reserve
        ? refuse("reserve.already", `${formation.name} is a reserve already`)
        : null;
    case "delay":
      return order.to === null ? null : checkMarch(view, state, order);
    case "defend":
    case "dig-in":
      return null;
  }
}

/** A march may not end at, nor pass through, a place the seat believes is enemy-held or occupied. */
function checkMarch(view: View, state: FormationState, order: FormationOrder): Refusal | null {
  const to = order.to as Id;
  const closed = [...order.via, to].find((place) => !isOpen(view, place));
  if (closed !== undefined) {
    return refuse(
      "place.enemy-held",
      `${nameOf(view, closed)} is in enemy hands: assault it instead`,
    );
  }
  return routeFor(view, state.place as Id, order) === null
    ? refuse("route.none", `no open road leads to ${nameOf(view, to)}`)
    : null;
}

function checkAssault(
  view: View,
  formation: OwnFormation,
  state: FormationState,
  order: FormationOrder,
): Refusal | null {
  const to = order.to as Id;
  if (isOpen(view, to) && view.holders[to] === formation.side) {
    return refuse(
      "place.not-enemy",
      `${nameOf(view, to)} is in your own hands: move there instead`,
    );
  }
  if (state.supplyDays <= 0)
    return refuse("supply.out", `${formation.name} is out of supply and cannot attack`);
  return routeFor(view, state.place as Id, order) === null
    ? refuse("route.none", `no road leads to ${nameOf(view, to)}`)
    : null;
}

/** Whether the seat believes it may march through a place: not enemy-held, no enemy reported. */
export function isOpen(view: View, place: Id): boolean {
  const holder = view.holders[place] ?? null;
  return (holder === null || holder === view.brief.side) && enemyMenAt(view, place) === 0;
}

/**
 * The road an order takes from a place, as the seat knows the map: an assault takes the shortest,
 * anything else goes round what the seat believes is enemy-held. Null when there is none.
 */
export function routeFor(view: View, from: Id, order: FormationOrder): readonly Id[] | null {
  if (order.to === null) return [];
  const passable = order.verb === "assault" ? undefined : (place: Id) => isOpen(view, place);
  if (order.via.length === 0) return road(view.brief, from, order.to, passable);
  return roadVia(view.brief, from, [...order.via, order.to], passable);
}

function checkAirOrder(view: View, order: AirOrder): Refusal | null {
  const wing = view.brief.wings[order.unit];
  const state = view.wings[order.unit];
  if (wing === undefined || state === undefined)
    return refuse("unit.unknown", `no wing "${order.unit}" is known`);
  if (wing.seat !== view.brief.seat)
    return refuse("unit.not-yours", `${wing.name}: another seat commands them`);
  if (!wing.missions.includes(order.verb))
    return refuse("air.mission", `${wing.name} does not fly ${order.verb} missions`);
  const available = sortiesOf(view.brief, wing, state, view.turn + 1);
  if (available === 0) return refuse("air.not-ready", `${wing.name} cannot fly in this turn`);
  if (order.sorties > available)
    return refuse(
      "air.sorties",
      `${wing.name} has ${available} sorties, ${order.sorties} were asked`,
    );
  return checkTarget(view, order);
}

function checkTarget(view: View, order: AirOrder): Refusal | null {
  if (order.verb === "interdict") {
    return view.brief.links[order.to] === undefined
      ? refuse("link.unknown", `there is no link "${order.to}"`)
      : null;
  }
  if (view.brief.places[order.to] === undefined)
    return refuse("place.unknown", `there is no place "${order.to}"`);
  if (order.verb === "strike" && enemyMenAt(view, order.to) === 0) {
    return refuse("air.no-target", `no enemy is reported at ${nameOf(view, order.to)}`);
  }
  return null;
}
