import type { Combatant, Factor, Result } from "../events/types.ts";
import { routeFor } from "../orders/legality.ts";
import { isAirOrder, type Order } from "../orders/types.ts";
import { factorsOf, menIn, oddsOf } from "../phases/odds.ts";
import { chancesOf, lossRate, lossTermsOf } from "../phases/outcome.ts";
import { combatant } from "../phases/strength.ts";
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
  readonly odds: number;
  readonly factors: readonly Factor[];
  readonly chances: Readonly<Record<Result, number>>;
  /** Expected share of men lost at the median draw. */
  readonly attackerLossRate: number;
  readonly defenderLossRate: number;
}

/**
 * Odds of an assault together with the seat's other formations already ordered there; null for an
 * order that attacks nobody the seat knows of. Enemies are taken at their reported men, without
 * kit, with the quality and cohesion of an average class, in hasty works.
 */
export function forecast(view: View, order: Order): Forecast | null {
  if (isAirOrder(order) || order.verb !== "assault") return null;
  const from = view.formations[order.unit]?.place ?? null;
  const route = from === null ? null : routeFor(view, from, order);
  const place = route?.find((stop) => contactsAt(view, stop).length > 0);
  if (place === undefined) return null;
  return forecastAt(view, place, [order.unit, ...joining(view, order.unit, place)]);
}

function contactsAt(view: View, place: Id): [Id, Contact][] {
  return Object.entries(view.contacts).filter(([, contact]) => contact.place === place);
}

/** Own formations already told to assault the place. */
function joining(view: View, unit: Id, place: Id): Id[] {
  return Object.keys(view.formations).filter((id) => {
    const { status, task, pending } = view.formations[id] as FormationState;
    const next = pending ?? task;
    return id !== unit && status === "active" && next.verb === "assault" && next.to === place;
  });
}

function forecastAt(view: View, place: Id, units: readonly Id[]): Forecast {
  const { brief } = view;
  const { parameters } = brief;
  const at = brief.places[place] as PublicPlace;
  const terrain = parameters.terrains[at.terrain] as TerrainRow;
  const attackers = units.map((id) => {
    const state = view.formations[id] as FormationState;
    return combatant(
      parameters,
      terrain,
      id,
      brief.formations[id] as Formation,
      state,
      state.place,
    );
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
    axesFactor: axesGuess(view, attackers),
    surprise: 1,
    breaches: 0,
    heavyShare: 1,
    infantryShare: 1,
    weatherFactor: 1,
    sortiesOnAttacker: 0,
    sortiesOnDefender: 0,
  });
  const odds = oddsOf(factors);
  return {
    place,
    attackerMen: menIn(attackers),
    defenderMen: menIn(defenders),
    odds,
    factors,
    chances: chancesOf(parameters, odds),
    ...lossGuess(view, terrain, odds, menIn(attackers), menIn(defenders)),
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

function axesGuess(view: View, attackers: readonly Combatant[]): number {
  const { axes } = view.brief.parameters.odds;
  const approaches = new Set(attackers.map((one) => one.from)).size;
  return axes[Math.min(approaches, axes.length) - 1] ?? 1;
}

function lossGuess(
  view: View,
  terrain: TerrainRow,
  odds: number,
  attackerMen: number,
  defenderMen: number,
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
