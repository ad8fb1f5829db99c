import type { Combatant, Factor, Result } from "../events/types.ts";
import { routeFor } from "../orders/routes.ts";
import {
  type FormationOrder,
  isAttacking,
  isFormationOrder,
  type Order,
  type Verb,
} from "../orders/types.ts";
import { axesFactor, factorsOf, menIn, oddsOf } from "../phases/odds.ts";
import { chancesOf, lossRate, lossTermsOf } from "../phases/outcome.ts";
import { antiTankOf, combatant } from "../phases/strength.ts";
import { surpriseAt } from "../phases/surprise.ts";
import { isNightTurn } from "../world/clock.ts";
import type { TerrainRow, TroopClass } from "../world/parameters.ts";
import type { Formation, Id } from "../world/setup.ts";
import type { Contact, FormationState } from "../world/world.ts";
import type { PublicPlace, View } from "./types.ts";

/** What a seat can expect of an assault from its own knowledge alone. */
export interface Forecast {
  /** The first place on the road where an enemy is reported. */
  readonly place: Id;
  readonly attackerMen: number;
  readonly defenderMen: number;
  /** Whether all that attack only hold the enemy in place, and take no ground (4.9). */
  readonly holding: boolean;
  readonly odds: number;
  readonly factors: readonly Factor[];
  readonly chances: Readonly<Record<Result, number>>;
  /** Expected share of men lost at the median draw. */
  readonly attackerLossRate: number;
  readonly defenderLossRate: number;
}

/**
 * Odds of an assault together with the side's other formations already ordered there; null for an
 * order that attacks nobody the seat knows of. Enemies are taken at their reported men, without
 * kit (so that own anti-tank weapons count as excess), with the quality and cohesion of an average
 * class, in hasty works. Of surprise the scenario's is counted, and not what the enemy may not have
 * seen; air, and what is sent ahead, are left out.
 */
export function forecast(view: View, order: Order): Forecast | null {
  if (!isFormationOrder(order) || !isAttacking(order.verb)) return null;
  const own = targetOf(view, order);
  if (own === null) return null;
  const joining = otherAssaults(view, order.unit).flatMap((other) => targetOf(view, other) ?? []);
  return forecastAt(view, own.place, [own, ...joining.filter((one) => one.place === own.place)]);
}

/** A formation's assault: the first place on its road with an enemy, and the place before it. */
interface Approach {
  readonly unit: Id;
  readonly verb: Verb;
  readonly place: Id;
  readonly from: Id;
}

function targetOf(view: View, order: FormationOrder): Approach | null {
  const start = view.formations[order.unit]?.place ?? null;
  const route = start === null ? null : routeFor(view, start, order);
  const at = route?.findIndex((stop) => contactsAt(view, stop).length > 0) ?? -1;
  if (start === null || route === null || at < 0) return null;
  return {
    unit: order.unit,
    verb: order.verb,
    place: route[at] as Id,
    from: route[at - 1] ?? start,
  };
}

function contactsAt(view: View, place: Id): [Id, Contact][] {
  return Object.entries(view.contacts).filter(([, contact]) => contact.place === place);
}

/** Assaults that the side's other formations have been told to make. */
function otherAssaults(view: View, unit: Id): FormationOrder[] {
  return Object.keys(view.formations).flatMap((id) => {
    const { status, task, pending } = view.formations[id] as FormationState;
    const next = pending ?? { ...task, unit: id };
    return id !== unit && status === "active" && isAttacking(next.verb) ? [next] : [];
  });
}

function forecastAt(view: View, place: Id, assaults: readonly Approach[]): Forecast {
  const { brief } = view;
  const { parameters } = brief;
  const at = brief.places[place] as PublicPlace;
  const terrain = parameters.terrains[at.terrain] as TerrainRow;
  const states = assaults.map(({ unit }) => view.formations[unit] as FormationState);
  const antiTank = antiTankOf(parameters, terrain, states, [])?.factor ?? 1;
  const attackers = assaults.map(({ unit, from }, at) => {
    const formation = brief.formations[unit] as Formation;
    const state = states[at] as FormationState;
    const circumstance = { antiTank, command: 1 };
    return combatant(parameters, terrain, unit, formation, state, from, circumstance);
  });
  const defenders = contactsAt(view, place).map(([id, contact]) =>
    guess(view, terrain, id, contact),
  );
  const factors = factorsOf(parameters, {
    attackers,
    defenders,
    terrain,
    posture: "hasty",
    frontageMen: at.frontageMen,
    builtUp: parameters.placeKinds[at.kind]?.builtUp ?? false,
    axesFactor: axesFactor(parameters, brief.places, place, approachesOf(attackers), false),
    surprise: surpriseAt(brief, brief.surprise, beganAt(view, place), view.turn + 1),
    breaches: 0,
    heavyShare: 1,
    infantryShare: 1,
    weatherFactor: parameters.weathers[view.weather]?.attack ?? 1,
    sortiesOnAttacker: 0,
    sortiesOnDefender: 0,
  });
  const odds = oddsOf(factors);
  const holding = assaults.every(({ verb }) => verb === "fix");
  return {
    place,
    attackerMen: menIn(attackers),
    defenderMen: menIn(defenders),
    holding,
    odds,
    factors,
    chances: chancesOf(parameters, odds),
    ...lossGuess(view, terrain, odds, menIn(attackers), menIn(defenders), holding),
  };
}

function guess(view: View, terrain: TerrainRow, id: Id, contact: Contact): Combatant {
  const classes = Object.values(view.brief.parameters.classes);
  const mean = (of: (one: TroopClass) => number) =>
    classes.reduce((sum, one) => sum + of(one), 0) / classes.length;
  const fighter = {
    men: contact.men,
    kit: {},
    cohesion: mean((one) => one.cohesion),
    freshness: 1,
    supplyDays: 3,
  };
  return combatant(
    view.brief.parameters,
    terrain,
    id,
    { quality: mean((one) => one.quality) },
    fighter,
    null,
  );
}

/** Turn in which the assault on a place began, or would. */
function beganAt(view: View, place: Id): number {
  return view.fronts[place]?.firstAssaultTurn ?? view.turn + 1;
}

function approachesOf(attackers: readonly Combatant[]): readonly Id[] {
  return [...new Set(attackers.map((one) => one.from as Id))].toSorted();
}

function lossGuess(
  view: View,
  terrain: TerrainRow,
  odds: number,
  attackerMen: number,
  defenderMen: number,
  holding: boolean,
) {
  const { parameters, clock } = view.brief;
  const night = isNightTurn(clock, view.turn + 1);
  const rate = (attacking: boolean) => {
    const men = attacking ? attackerMen : defenderMen;
    const shared = {
      parameters,
      terrain,
      posture: "hasty" as const,
      hours: clock.turnHours,
      night,
      surprise: 1,
      holding,
      noise: 0.5,
    };
    return lossRate(
      parameters,
      lossTermsOf({ ...shared, attacking, men, odds: attacking ? odds : 1 / odds }),
      0,
    );
  };
  return { attackerLossRate: rate(true), defenderLossRate: rate(false) };
}
