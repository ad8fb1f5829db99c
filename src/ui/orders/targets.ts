import {
  type AirVerb,
  checkOrder,
  enemyMenAt,
  type FormationOrder,
  type Id,
  isAttacking,
  isFormationOrder,
  type Order,
  ownMenAt,
  type Refusal,
  routeFor,
  type Verb,
  type View,
} from "../../engine/player.ts";
import type { Draft } from "../state.ts";
import { refusalOf, sortiesLeft } from "./draft.ts";
import { unitsOf } from "./units.ts";

/** A place, road or formation that an order could name. */
export interface Target {
  readonly to: Id;
  readonly name: string;
  /** Kilometres by road; null when that means nothing. */
  readonly km: number | null;
  /** How much there is to act on, for sorting; 0 when only distance counts. */
  readonly weight: number;
  readonly order: Order;
  readonly refusal: Refusal | null;
}

/** Targets of a verb: the legal ones by distance, then the refused ones. */
export function targetsOf(
  view: View,
  draft: Draft,
  unit: Id,
  verb: Verb | AirVerb,
): { legal: readonly Target[]; refused: readonly Target[] } {
  if (view.brief.wings[unit] !== undefined) return airTargets(view, draft, unit, verb as AirVerb);
  if (verb === "join") return sorted(comrades(view, unit).map((to) => joinTarget(view, unit, to)));
  const all = Object.keys(view.brief.places).map((to) => placeTarget(view, unit, verb as Verb, to));
  return sorted(all);
}

function sorted(all: readonly Target[]) {
  const near = (a: Target, b: Target) =>
    b.weight - a.weight || (a.km ?? 1e6) - (b.km ?? 1e6) || (a.name < b.name ? -1 : 1);
  const legal = all.filter(({ refusal }) => refusal === null).toSorted(near);
  const refused = all.filter(({ refusal }) => refusal !== null).toSorted(near);
  return { legal, refused };
}

/** Formations of the seat in the field where this one stands. */
function comrades(view: View, unit: Id): readonly Id[] {
  const place = view.formations[unit]?.place ?? null;
  return unitsOf(view).filter((id) => id !== unit && view.formations[id]?.place === place);
}

function joinTarget(view: View, unit: Id, to: Id): Target {
  const order: FormationOrder = { unit, verb: "join", to, via: [], count: 0 };
  const name = view.brief.formations[to]?.name ?? to;
  return { to, name, km: null, weight: 0, order, refusal: checkOrder(view, order) };
}

function placeTarget(view: View, unit: Id, verb: Verb, to: Id): Target {
  const order: FormationOrder = { unit, verb, to, via: [], count: 0 };
  const name = view.brief.places[to]?.name ?? to;
  const refusal = checkOrder(view, order);
  return { to, name, km: roadKm(view, order), weight: 0, order, refusal };
}

/** Kilometres of the road an order takes; null when there is none. */
export function roadKm(view: View, order: FormationOrder): number | null {
  const road = roadOf(view, order);
  if (road.length < 2) return null;
  return road.slice(1).reduce((sum, place, at) => sum + kmBetween(view, road[at] as Id, place), 0);
}

function kmBetween(view: View, from: Id, to: Id): number {
  return view.brief.neighbours[from]?.find((one) => one.to === to)?.km ?? 0;
}

/** Places of the road an order takes, where the formation stands first; empty when there is none. */
export function roadOf(view: View, order: FormationOrder): readonly Id[] {
  const from = view.formations[order.unit]?.place ?? null;
  if (from === null || order.to === null) return [];
  const road = routeFor(view, from, order);
  return road === null ? [] : road[0] === from ? road : [from, ...road];
}

function airTargets(view: View, draft: Draft, unit: Id, verb: AirVerb) {
  const sorties = verb === "rebase" ? 0 : Math.max(1, sortiesLeft(view, draft, unit));
  const all = airEnds(view, verb).map((to): Target => {
    const order = { unit, verb, to, sorties };
    const refusal = refusalOf(view, draft, order);
    return {
      to,
      name: targetName(view, verb, to),
      km: null,
      weight: weightOf(view, draft, verb, to),
      order,
      refusal,
    };
  });
  return sorted(all);
}

function airEnds({ brief }: View, verb: AirVerb): readonly Id[] {
  if (verb === "interdict") return Object.keys(brief.links);
  const places = Object.keys(brief.places);
  return verb === "rebase" ? places.filter((id) => brief.places[id]?.airbase) : places;
}

/**
 * How likely a place is meant: first where own formations are told to attack, then where the enemy
 * is reported, or for support where friends have him next door.
 */
function weightOf(view: View, draft: Draft, verb: AirVerb, place: Id): number {
  const isAttacked = draft.orders.some(
    (order) => isFormationOrder(order) && isAttacking(order.verb) && order.to === place,
  );
  const friends = verb === "support" && ownMenAt(view, place) > 0;
  const next = view.brief.neighbours[place] ?? [];
  const threat = friends ? next.reduce((sum, { to }) => sum + enemyMenAt(view, to), 0) : 0;
  return enemyMenAt(view, place) + 10 * threat + (isAttacked ? 100_000 : 0);
}

/** A target in words: a place's name, or the two ends of a road. */
function targetName(view: View, verb: Verb | AirVerb, to: Id): string {
  const link = verb === "interdict" ? view.brief.links[to] : undefined;
  const nameOf = (place: Id) => view.brief.places[place]?.name ?? place;
  return link === undefined ? nameOf(to) : `${nameOf(link.a)} - ${nameOf(link.b)}`;
}
