import {
  type AirVerb,
  checkOrder,
  enemyMenAt,
  FORMATION_VERBS,
  type FormationOrder,
  type Id,
  type Order,
  ownMenAt,
  type Refusal,
  routeFor,
  type Verb,
  type View,
} from "../../engine/player.ts";
import type { Draft } from "../state.ts";
import { refusalOf, sortiesLeft } from "./draft.ts";

const STATUS_ORDER = ["active", "broken", "expected", "left", "lost"];

/** Formations under the seat's command: those in the field first, the larger before the smaller. */
export function unitsOf({ brief, formations }: View): readonly Id[] {
  const own = Object.keys(brief.formations).filter(
    (id) => brief.formations[id]?.seat === brief.seat,
  );
  const rank = (id: Id) => STATUS_ORDER.indexOf(formations[id]?.status ?? "lost");
  // By men on paper: the list must not change its order as men fall.
  const menOf = (id: Id) => brief.formations[id]?.men ?? 0;
  return own.toSorted((a, b) => rank(a) - rank(b) || menOf(b) - menOf(a) || (a < b ? -1 : 1));
}

/** Wings under the seat's command. */
export function wingsOf({ brief }: View): readonly Id[] {
  return Object.keys(brief.wings).filter((id) => brief.wings[id]?.seat === brief.seat);
}

/** Places, the weightiest first. */
export function placesOf({ brief }: View): readonly Id[] {
  const valueOf = (id: Id) => brief.places[id]?.value ?? 0;
  return Object.keys(brief.places).toSorted((a, b) => valueOf(b) - valueOf(a));
}

/** One choice of a menu: what it orders, and why it is refused when it is. */
export interface VerbChoice {
  readonly verb: Verb | AirVerb;
  readonly says: string;
  /** Whether a place or road must be chosen next. */
  readonly needsTarget: boolean;
  readonly refusal: string | null;
}

const SAYS: Readonly<Record<Verb | AirVerb, string>> = {
  move: "march to a place",
  assault: "attack a place",
  defend: "hold here",
  "dig-in": "hold here and dig",
  delay: "give ground slowly",
  withdraw: "fall back to a place",
  commit: "send this reserve, now",
  reserve: "stand by as a reserve",
  support: "help friends in battle",
  interdict: "slow marches on a road",
  strike: "kill reported enemies",
};

/** The menu of a formation or a wing, refused choices with their reason. */
export function verbChoices(view: View, unit: Id): readonly VerbChoice[] {
  const wing = view.brief.wings[unit];
  if (wing !== undefined) return wing.missions.map((verb) => airChoice(view, unit, verb));
  return FORMATION_VERBS.map((verb) => formationChoice(view, unit, verb));
}

function airChoice(view: View, unit: Id, verb: AirVerb): VerbChoice {
  const { legal, refused } = airTargets(view, { orders: [], undo: [], redo: [] }, unit, verb);
  const refusal = legal.length > 0 ? null : (refused[0]?.refusal ?? "there is no target");
  return { verb, says: SAYS[verb], needsTarget: true, refusal };
}

function formationChoice(view: View, unit: Id, verb: Verb): VerbChoice {
  const needsTarget = ["move", "assault", "withdraw", "commit"].includes(verb);
  const says = SAYS[verb];
  if (!needsTarget) {
    const refusal = checkOrder(view, { unit, verb, to: null, via: [] })?.message ?? null;
    return { verb, says, needsTarget, refusal };
  }
  const places = Object.keys(view.brief.places);
  const refusals = places.map((to) => checkOrder(view, { unit, verb, to, via: [] }));
  return { verb, says, needsTarget, refusal: commonRefusal(refusals) };
}

/** Null when a place is open; else the reason that most places have, where it stands apart. */
function commonRefusal(refusals: readonly (Refusal | null)[]): string | null {
  const reasons = refusals.filter((one) => one !== null);
  if (reasons.length < refusals.length) return null;
  const counted = reasons
    .filter(({ code }) => code !== "place.here")
    .map((one) => ({ one, alike: reasons.filter(({ code }) => code === one.code).length }));
  return (counted.toSorted((a, b) => b.alike - a.alike)[0]?.one ?? reasons[0])?.message ?? null;
}

/** A place or road that an order could name. */
export interface Target {
  readonly to: Id;
  readonly name: string;
  /** Kilometres by road; null when that means nothing. */
  readonly km: number | null;
  /** How much there is to act on, for sorting; 0 when only distance counts. */
  readonly weight: number;
  readonly order: Order;
  readonly refusal: string | null;
}

/** Targets of a verb: the legal ones by distance, then the refused ones. */
export function targetsOf(
  view: View,
  draft: Draft,
  unit: Id,
  verb: Verb | AirVerb,
): { legal: readonly Target[]; refused: readonly Target[] } {
  if (view.brief.wings[unit] !== undefined) return airTargets(view, draft, unit, verb as AirVerb);
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

function placeTarget(view: View, unit: Id, verb: Verb, to: Id): Target {
  const order: FormationOrder = { unit, verb, to, via: [] };
  const name = view.brief.places[to]?.name ?? to;
  const refusal = checkOrder(view, order)?.message ?? null;
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
  const ids = Object.keys(verb === "interdict" ? view.brief.links : view.brief.places);
  const all = ids.map((to): Target => {
    const order = { unit, verb, to, sorties: Math.max(1, sortiesLeft(view, draft, unit)) };
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

/**
 * How likely a place is meant: first where own formations are told to attack, then where the enemy
 * is reported, or for support where friends have him next door.
 */
function weightOf(view: View, draft: Draft, verb: AirVerb, place: Id): number {
  const isAttacked = draft.orders.some((order) => order.verb === "assault" && order.to === place);
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
