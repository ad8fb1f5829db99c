import type { OwnFormation, View } from "../views/types.ts";
import { breachPieces } from "../world/breach.ts";
import { freeChild } from "../world/detachments.ts";
import { placesWithinTwo } from "../world/map.ts";
import type { Id } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";
import { checkPlace, isOwnHeld, nameOf, refuse } from "./refusal.ts";
import { isAttack, isOpen, routeFor } from "./routes.ts";
import { type FormationOrder, isMarching, type Refusal } from "./types.ts";

/** A formation in the field with the view that may be asked about it. */
interface Unit {
  readonly view: View;
  readonly formation: OwnFormation;
  readonly state: FormationState;
  readonly place: Id;
}

/** Why a formation may not be sent to the places its order names, or null. */
export function checkDestination(unit: Unit, order: FormationOrder): Refusal | null {
  const { view, formation, place } = unit;
  if (order.to === null || order.verb === "join") return null;
  for (const named of [order.to, ...order.via]) {
    const unknown = checkPlace(view, named);
    if (unknown !== null) return unknown;
  }
  if (formation.mobility === "static" && isMarching(order.verb)) {
    return refuse("unit.static", `${formation.name} cannot leave its place`);
  }
  if (order.to === place)
    return refuse("place.here", `${formation.name} is already at ${nameOf(view, order.to)}`);
  return null;
}

/** Why a formation in the field may not do what its verb says, or null. */
export function checkVerb(unit: Unit, order: FormationOrder): Refusal | null {
  switch (order.verb) {
    case "move":
    case "withdraw":
      return checkMarch(unit, order);
    case "assault":
    case "fix":
    case "pursue":
      return checkAttack(unit, order) ?? checkBreach(unit, order);
    case "commit":
      return checkCommitment(unit, order);
    case "reserve":
      return unit.state.reserve
        ? refuse("reserve.already", `${unit.formation.name} is a reserve already`)
        : null;
    case "delay":
      return order.to === null ? null : checkMarch(unit, order);
    case "reconnoitre":
      return checkReach(unit, order.to as Id);
    case "rotate":
      return checkRotation(unit, order.unit);
    case "detach":
      return checkDetachment(unit, order);
    case "join":
      return checkJoining(unit, order);
    case "demolish":
      return isOwnHeld(unit.view, unit.place)
        ? null
        : refuse("place.not-held", `${nameOf(unit.view, unit.place)} is not in your hands`);
    case "evacuate":
      return checkEvacuation(unit);
    case "defend":
    case "dig-in":
      return null;
  }
}

/** A march may not end at, nor pass through, a place the seat believes is enemy-held or occupied. */
function checkMarch({ view, place }: Unit, order: FormationOrder): Refusal | null {
  const to = order.to as Id;
  const closed = [...order.via, to].find((stop) => !isOpen(view, stop));
  if (closed !== undefined) {
    return refuse(
      "place.enemy-held",
      `${nameOf(view, closed)} is in enemy hands: assault it instead`,
    );
  }
  return routeFor(view, place, order) === null
    ? refuse("route.none", `no open road leads to ${nameOf(view, to)}`)
    : null;
}

function checkAttack({ view, formation, state, place }: Unit, order: FormationOrder) {
  const to = order.to as Id;
  if (isOpen(view, to) && view.holders[to] === formation.side) {
    return refuse(
      "place.not-enemy",
      `${nameOf(view, to)} is in your own hands: move there instead`,
    );
  }
  if (state.supplyDays <= 0)
    return refuse("supply.out", `${formation.name} is out of supply and cannot attack`);
  return routeFor(view, place, order) === null
    ? refuse("route.none", `no road leads to ${nameOf(view, to)}`)
    : null;
}

/** 3.1: a reserve is committed to a place of its own as on a march, against the enemy as in an assault. */
function checkCommitment(unit: Unit, order: FormationOrder): Refusal | null {
  if (!unit.state.reserve) return refuse("reserve.not", `${unit.formation.name} is not a reserve`);
  if (isAttack(unit.view, order)) return checkAttack(unit, order) ?? checkBreach(unit, order);
  return order.count > 0
    ? refuse("breach.none", `nothing is sent ahead to ${nameOf(unit.view, order.to as Id)}`)
    : checkMarch(unit, order);
}

/** 5.3.1: no more is sent ahead than the formation has, nor than one battle takes. */
function checkBreach({ view, formation, state }: Unit, { count }: FormationOrder): Refusal | null {
  if (count === 0) return null;
  const most = breachPieces(view.brief.parameters, state.kit);
  if (most === 0)
    return refuse("breach.none", `${formation.name} has nothing that can be sent ahead`);
  return count > most
    ? refuse("breach.none", `${formation.name} can send ${most} ahead, ${count} were asked`)
    : null;
}

/** 2.11: a formation scouts no farther than two links away. */
function checkReach({ view, place }: Unit, to: Id): Refusal | null {
  const isNear = placesWithinTwo(view.brief, place).includes(to);
  return isNear ? null : refuse("place.far", `${nameOf(view, to)} is more than two roads away`);
}

/** 3.6: only who leaves at least as many men in the line as it takes out may come out of it. */
function checkRotation({ view, state, place }: Unit, id: Id): Refusal | null {
  let others = 0;
  for (const other in view.formations) {
    const { status, place: at, men } = view.formations[other] as FormationState;
    if (other !== id && status === "active" && at === place) others += men;
  }
  return others >= state.men && others > 0
    ? null
    : refuse("rotate.alone", `too few of your own would be left to hold ${nameOf(view, place)}`);
}

/** 3.4: some men go and some stay, under a name that is free. */
function checkDetachment({ view, formation, state }: Unit, order: FormationOrder) {
  if (formation.detachments === 0)
    return refuse("detach.none", `${formation.name} is not made to be divided`);
  if (freeChild(formation, order.unit, view.formations) === null)
    return refuse("detach.none", `${formation.name} has detached all it can`);
  return order.count < state.men
    ? null
    : refuse("detach.men", `${formation.name} has ${state.men} men and must keep some`);
}

/** 3.5: two formations of one seat, contingent and class, in the field at one place. */
function checkJoining({ view, formation, place }: Unit, order: FormationOrder): Refusal | null {
  const to = order.to as Id;
  const other = view.brief.formations[to];
  const state = view.formations[to];
  if (other === undefined || state === undefined || other.seat !== formation.seat)
    return refuse("join.who", `you command no formation "${to}"`);
  if (to === order.unit) return refuse("join.who", `${formation.name} cannot join itself`);
  if (other.class !== formation.class || other.contingent !== formation.contingent)
    return refuse("join.who", `${other.name} is not of the same class and contingent`);
  return state.status === "active" && state.place === place
    ? null
    : refuse("join.who", `${other.name} is not in the field at ${nameOf(view, place)}`);
}

/** 11.12: civilians are brought out of a place of one's own that has any. */
function checkEvacuation({ view, place }: Unit): Refusal | null {
  if (!isOwnHeld(view, place))
    return refuse("place.not-held", `${nameOf(view, place)} is not in your hands`);
  return (view.civilians[place] ?? 0) === 0
    ? refuse("evacuate.none", `no civilians are left at ${nameOf(view, place)}`)
    : null;
}
