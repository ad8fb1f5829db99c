import type { View } from "../views/types.ts";
import { enemyMenAt } from "../views/sight.ts";
import { sortiesOf } from "../world/air.ts";
import type { Formation, Id } from "../world/setup.ts";
import { checkOrder } from "./legality.ts";
import {
  AIR_VERBS,
  type AirOrder,
  type FormationOrder,
  type Order,
  STAYING_VERBS,
  type Verb,
} from "./types.ts";

/**
 * A finite offer of orders the seat may give, in a fixed order: every verb for every formation of
 * its own, to any place; air tasks with one sortie or all. Each passes `checkOrder`; by `via`
 * there are more that do.
 */
export function legalOrders(view: View): readonly Order[] {
  if (view.over) return [];
  const own = Object.keys(view.brief.formations).filter((id) => isOwn(view, id));
  return [
    ...own.flatMap((id) => legalFor(view, id)),
    ...Object.keys(view.brief.wings).flatMap((id) => legalAir(view, id)),
  ];
}

function isOwn(view: View, id: Id): boolean {
  return (view.brief.formations[id] as Formation).seat === view.brief.seat;
}

const GOING: readonly Verb[] = ["move", "assault", "withdraw", "commit"];

/** The legal orders of one formation. */
function legalFor(view: View, unit: Id): readonly FormationOrder[] {
  const staying = STAYING_VERBS.map((verb): FormationOrder => ({ unit, verb, to: null, via: [] }));
  const places = Object.keys(view.brief.places);
  const going = GOING.flatMap((verb) =>
    places.map((to): FormationOrder => ({ unit, verb, to, via: [] })),
  );
  return [...staying, ...going].filter((order) => checkOrder(view, order) === null);
}

function legalAir(view: View, unit: Id): readonly AirOrder[] {
  const wing = view.brief.wings[unit];
  const state = view.wings[unit];
  if (wing === undefined || state === undefined || wing.seat !== view.brief.seat) return [];
  const all = sortiesOf(view.brief, wing, state, view.turn + 1);
  const counts = all > 1 ? [1, all] : [all];
  const tasks = AIR_VERBS.flatMap((verb) =>
    targetsOf(view, verb).flatMap((to) =>
      counts.map((sorties): AirOrder => ({ unit, verb, to, sorties })),
    ),
  );
  return tasks.filter((order) => order.sorties > 0 && checkOrder(view, order) === null);
}

/** Links to interdict; places where the enemy is reported, or which are under assault. */
function targetsOf(view: View, verb: AirOrder["verb"]): readonly Id[] {
  if (verb === "interdict") return Object.keys(view.brief.links);
  return Object.keys(view.brief.places).filter(
    (place) => enemyMenAt(view, place) > 0 || view.fronts[place] !== undefined,
  );
}
