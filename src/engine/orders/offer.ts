import type { View } from "../views/types.ts";
import { enemyMenAt } from "../views/sight.ts";
import { sortiesOf } from "../world/air.ts";
import { breachPieces } from "../world/breach.ts";
import { placesWithinTwo } from "../world/map.ts";
import { type Formation, type Id, RULES_OF_ENGAGEMENT } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";
import { checkOrder } from "./legality.ts";
import {
  AIR_VERBS,
  type AirOrder,
  countOf,
  FORMATION_VERBS,
  type FormationOrder,
  isMarching,
  type Order,
  type SeatOrder,
  type Verb,
} from "./types.ts";

/**
 * A finite offer of orders the seat may give, in a fixed order: every verb for every formation of
 * its own, to any place, with nothing or all it can send ahead; half of the men to detach; air
 * tasks with one sortie or all; what a seat decides itself. Each passes `checkOrder`; by `via` and
 * other numbers there are more that do.
 */
export function legalOrders(view: View): readonly Order[] {
  if (view.over) return [];
  return [
    ...ownFormations(view).flatMap((id) => legalFor(view, id)),
    ...Object.keys(view.brief.wings).flatMap((id) => legalAir(view, id)),
    ...seatOrders(view).filter((order) => checkOrder(view, order) === null),
  ];
}

function ownFormations(view: View): readonly Id[] {
  const isOwn = (id: Id) => (view.brief.formations[id] as Formation).seat === view.brief.seat;
  return Object.keys(view.brief.formations).filter(isOwn);
}

/** The legal orders of one formation. */
function legalFor(view: View, unit: Id): readonly FormationOrder[] {
  if (view.formations[unit]?.status !== "active") return [];
  return FORMATION_VERBS.flatMap((verb) => offered(view, unit, verb)).filter(
    (order) => checkOrder(view, order) === null,
  );
}

function offered(view: View, unit: Id, verb: Verb): readonly FormationOrder[] {
  const counts = countsOf(view, unit, verb);
  return namedBy(view, unit, verb).flatMap((to) =>
    counts.map((count): FormationOrder => ({ unit, verb, to, via: [], count })),
  );
}

function countsOf(view: View, unit: Id, verb: Verb): readonly number[] {
  const { men, kit } = view.formations[unit] as FormationState;
  if (countOf(verb) === "needed") return [Math.floor(men / 2)];
  const most = countOf(verb) === "optional" ? breachPieces(view.brief.parameters, kit) : 0;
  return most > 0 ? [0, most] : [0];
}

/** What a verb may name: places, formations to join, or nothing; a delay is offered in place. */
function namedBy(view: View, unit: Id, verb: Verb): readonly (Id | null)[] {
  if (verb === "join") return ownFormations(view).filter((id) => id !== unit);
  const place = view.formations[unit]?.place ?? "";
  if (verb === "reconnoitre") return placesWithinTwo(view.brief, place);
  return isMarching(verb) ? Object.keys(view.brief.places) : [null];
}

function legalAir(view: View, unit: Id): readonly AirOrder[] {
  const wing = view.brief.wings[unit];
  const state = view.wings[unit];
  if (wing === undefined || state === undefined || wing.seat !== view.brief.seat) return [];
  const all = sortiesOf(view.brief, wing, state, view.turn + 1);
  const counts = all > 1 ? [1, all] : [all];
  const tasks = AIR_VERBS.flatMap((verb) =>
    targetsOf(view, verb).flatMap((to) =>
      (verb === "rebase" ? [0] : counts).map((sorties): AirOrder => ({ unit, verb, to, sorties })),
    ),
  );
  return tasks.filter((order) => checkOrder(view, order) === null);
}

/** Links to interdict; for support where the enemy is reported or attacks; else any place. */
function targetsOf(view: View, verb: AirOrder["verb"]): readonly Id[] {
  if (verb === "interdict") return Object.keys(view.brief.links);
  const places = Object.keys(view.brief.places);
  if (verb !== "support") return places;
  return places.filter((place) => enemyMenAt(view, place) > 0 || view.fronts[place] !== undefined);
}

function seatOrders({ brief }: View): readonly SeatOrder[] {
  const decided = (ids: readonly Id[], verb: SeatOrder["verb"]) =>
    ids.map((unit): SeatOrder => ({ unit, verb, to: null }));
  const inhabited = Object.keys(brief.places).filter((id) => brief.places[id]?.civilians ?? 0);
  return [
    ...decided(brief.commands, "hold"),
    ...decided(brief.commands, "release"),
    ...decided(Object.keys(brief.pools), "call"),
    ...inhabited.flatMap((unit) =>
      RULES_OF_ENGAGEMENT.map((to): SeatOrder => ({ unit, verb: "roe", to })),
    ),
  ];
}
