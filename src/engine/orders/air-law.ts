import { enemyMenAt } from "../views/sight.ts";
import type { View } from "../views/types.ts";
import { hitsPlace, sortiesOf } from "../world/air.ts";
import type { Wing } from "../world/setup.ts";
import type { WingState } from "../world/world.ts";
import { checkPlace, isOwnHeld, nameOf, refuse } from "./refusal.ts";
import { type AirOrder, isSortieOrder, type Refusal, type SortieOrder } from "./types.ts";

/** Why a wing may not be given a task, or null. */
export function checkAirOrder(view: View, order: AirOrder): Refusal | null {
  const wing = view.brief.wings[order.unit];
  const state = view.wings[order.unit];
  if (wing === undefined || state === undefined)
    return refuse("unit.unknown", `no wing "${order.unit}" is known`);
  if (wing.seat !== view.brief.seat)
    return refuse("unit.not-yours", `${wing.name}: another seat commands them`);
  if (!isSortieOrder(order)) return checkRebase(view, order, wing, state);
  if (!wing.missions.includes(order.verb))
    return refuse("air.mission", `${wing.name} does not fly ${order.verb} missions`);
  const available = sortiesOf(view.brief, wing, state, view.turn + 1);
  if (available === 0) return refuse("air.not-ready", `${wing.name} cannot fly in this turn`);
  if (order.sorties > available)
    return refuse(
      "air.sorties",
      `${wing.name} has ${available} sorties, ${order.sorties} were asked`,
    );
  return checkTarget(view, order, wing);
}

/** 6.11: a wing may go to another airbase of its own side, unless it is still on its way to one. */
function checkRebase(view: View, { to }: AirOrder, wing: Wing, state: WingState): Refusal | null {
  const unknown = checkPlace(view, to);
  if (unknown !== null) return unknown;
  // 6.7: who was grounded with its base stays so; who flies from off the map has no base to change.
  if (state.base === null) return refuse("air.no-base", `${wing.name} has no base on the map`);
  if (!view.brief.places[to]?.airbase)
    return refuse("air.no-base", `${nameOf(view, to)} has no airbase`);
  if (!isOwnHeld(view, to))
    return refuse("place.not-held", `${nameOf(view, to)} is not in your hands`);
  if (state.base === to)
    return refuse("place.here", `${wing.name} is based at ${nameOf(view, to)} already`);
  return state.readyTurn > view.turn + 1
    ? refuse("air.not-ready", `${wing.name} is still changing its base`)
    : null;
}

function checkTarget(view: View, { verb, to }: SortieOrder, wing: Wing): Refusal | null {
  if (verb === "interdict") {
    return view.brief.links[to] === undefined
      ? refuse("link.unknown", `there is no link "${to}"`)
      : null;
  }
  const unknown = checkPlace(view, to);
  if (unknown !== null) return unknown;
  if (hitsPlace(verb) && view.rulesOfEngagement[to] === "forbidden")
    return refuse("air.roe", `your rules of engagement forbid it at ${nameOf(view, to)}`);
  if (verb === "supply" && !isOwnHeld(view, to))
    return refuse("place.not-held", `${nameOf(view, to)} is not in your hands`);
  if (verb === "strike" && enemyMenAt(view, to) === 0)
    return refuse("air.no-target", `no enemy is reported at ${nameOf(view, to)}`);
  if (verb === "destroy" && !isHostile(view, wing, to) && enemyMenAt(view, to) === 0)
    return refuse("air.no-target", `${nameOf(view, to)} is not in enemy hands`);
  return null;
}

/** 6.8: kit is destroyed where an enemy of the wing is believed to hold the place. */
function isHostile(view: View, wing: Wing, place: string): boolean {
  const holder = view.holders[place] ?? null;
  return holder !== null && wing.against.includes(holder);
}
