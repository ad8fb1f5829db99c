import { match } from "ts-pattern";
import type { OwnFormation, View } from "../views/types.ts";
import type { FormationState } from "../world/world.ts";
import { checkAirOrder } from "./air-law.ts";
import { checkDestination, checkVerb } from "./formation-law.ts";
import { refuse } from "./refusal.ts";
import { checkSeatOrder } from "./seat-law.ts";
import {
  type FormationOrder,
  isAirOrder,
  isSeatOrder,
  isWellFormed,
  type Order,
  type Refusal,
} from "./types.ts";

/**
 * The law of orders: null when the seat may give this order, else why not. It asks the view and
 * nothing else, so a refusal can tell a seat nothing it did not know (design law 6).
 */
export function checkOrder(view: View, order: Order): Refusal | null {
  if (view.over) return refuse("game.over", "the game is over");
  if (!isWellFormed(order)) return refuse("order.shape", "no order of the grammar has this form");
  if (isAirOrder(order)) return checkAirOrder(view, order);
  return isSeatOrder(order) ? checkSeatOrder(view, order) : checkFormationOrder(view, order);
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
  const unit = { view, formation, state, place: state.place };
  return checkDestination(unit, order) ?? checkVerb(unit, order);
}

function notActive(formation: OwnFormation, state: FormationState): string {
  return match(state.status)
    .with("expected", () => `${formation.name} has not arrived`)
    .with("broken", () => `${formation.name} has broken and not yet rallied`)
    .with("left", () => `${formation.name} has left with its contingent`)
    .with("joined", () => `${formation.name} has joined another formation`)
    .with("lost", "active", () => `${formation.name} is lost`)
    .exhaustive();
}
