import type { Id } from "../world/id.ts";
import { AIR_MISSIONS, type AirMission, RULES_OF_ENGAGEMENT } from "../world/setup.ts";

/** What a formation can be told to do, one order a formation and turn. */
export const FORMATION_VERBS = [
  "move",
  "assault",
  "fix",
  "pursue",
  "defend",
  "dig-in",
  "delay",
  "withdraw",
  "commit",
  "reserve",
  "reconnoitre",
  "rotate",
  "detach",
  "join",
  "demolish",
  "evacuate",
] as const;
export type Verb = (typeof FORMATION_VERBS)[number];

/** What follows a verb: a place or formation, places to pass on the way, a number of pieces or men. */
interface Grammar {
  readonly to: "none" | "optional" | "needed";
  readonly via: boolean;
  readonly count: "none" | "optional" | "needed";
}

const ALONE: Grammar = { to: "none", via: false, count: "none" };
const GOING: Grammar = { to: "needed", via: true, count: "none" };
const BREACHING: Grammar = { to: "needed", via: true, count: "optional" };
const NAMING: Grammar = { to: "needed", via: false, count: "none" };

const GRAMMAR: Readonly<Record<Verb, Grammar>> = {
  move: GOING,
  assault: BREACHING,
  fix: GOING,
  pursue: BREACHING,
  defend: ALONE,
  "dig-in": ALONE,
  delay: { to: "optional", via: false, count: "none" },
  withdraw: GOING,
  commit: BREACHING,
  reserve: ALONE,
  reconnoitre: NAMING,
  rotate: ALONE,
  detach: { to: "none", via: false, count: "needed" },
  join: NAMING,
  demolish: ALONE,
  evacuate: ALONE,
};

/** What a wing can be told to do; one task an order, for one turn. */
export const AIR_VERBS = [...AIR_MISSIONS, "rebase"] as const;
export type AirVerb = (typeof AIR_VERBS)[number];

/** What a seat can order itself, of a contingent, a pool or a place (3.7). */
export const SEAT_VERBS = ["hold", "release", "call", "roe"] as const;
export type SeatVerb = (typeof SEAT_VERBS)[number];

/** What a seat asks of one formation; it stands until it is changed. */
export interface FormationOrder {
  readonly unit: Id;
  readonly verb: Verb;
  /** Where to, or the formation to join; null for verbs that stay. */
  readonly to: Id | null;
  /** Places to pass on the way, in order. */
  readonly via: readonly Id[];
  /** Pieces of kit sent ahead, or men detached; 0 for none. */
  readonly count: number;
}

/** One air task: sorties of a wing for a place, or for a link when interdicting; a new base takes none. */
export interface AirOrder {
  readonly unit: Id;
  readonly verb: AirVerb;
  readonly to: Id;
  readonly sorties: number;
}

/** An air task that is flown in sorties. */
export type SortieOrder = AirOrder & { readonly verb: AirMission };

/** What a seat decides of a contingent, a pool or a place; it takes effect at once. */
export interface SeatOrder {
  /** The contingent held or released, the pool called, or the place. */
  readonly unit: Id;
  readonly verb: SeatVerb;
  /** Level of the rules of engagement; null for the other verbs. */
  readonly to: Id | null;
}

/** What a seat asks of one unit, or decides itself. */
export type Order = FormationOrder | AirOrder | SeatOrder;

/** Orders of one turn, by seat. */
export type OrdersBySeat = Readonly<Record<Id, readonly Order[]>>;

/** Why the rules refuse an order: a stable code and a sentence for a person. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** Every code of refusal. */
export const REFUSAL_CODES = [
  "unit.unknown",
  "unit.not-yours",
  "unit.not-active",
  "unit.static",
  "unit.leaving",
  "place.unknown",
  "place.here",
  "place.enemy-held",
  "place.not-enemy",
  "route.none",
  "reserve.not",
  "reserve.already",
  "supply.out",
  "breach.none",
  "place.far",
  "place.not-held",
  "rotate.alone",
  "detach.men",
  "detach.none",
  "join.who",
  "evacuate.none",
  "link.unknown",
  "air.mission",
  "air.sorties",
  "air.not-ready",
  "air.no-target",
  "air.no-base",
  "air.roe",
  "contingent.no-patron",
  "contingent.left",
  "pool.called",
  "roe.no-wings",
  "order.twice",
  "order.shape",
  "game.over",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Whether the verb of a formation takes a place, or the formation to join. */
export function destinationOf(verb: Verb): Grammar["to"] {
  return GRAMMAR[verb].to;
}

/** Whether a number of pieces or men follows. */
export function countOf(verb: Verb): Grammar["count"] {
  return GRAMMAR[verb].count;
}

/** Whether the verb, while it stands, takes its formation along a road, and places on it may be named. */
export function isMarching(verb: Verb): boolean {
  return GRAMMAR[verb].via;
}

const ATTACKING: readonly Verb[] = ["assault", "fix", "pursue"];

/** Whether the verb attacks the first defended place on its road, which it takes straight; a commitment attacks its goal alone. */
export function isAttacking(verb: Verb): boolean {
  return ATTACKING.includes(verb);
}

/** Whether an order made as data has the form that text can have. */
export function isWellFormed(order: Order): boolean {
  if (isAirOrder(order)) return hasAirForm(order);
  if (isSeatOrder(order)) return order.verb === "roe" ? isLevel(order.to) : order.to === null;
  const { to, via, count } = GRAMMAR[order.verb];
  return (
    isGiven(to, order.to !== null) &&
    (via || order.via.length === 0) &&
    isGiven(count, order.count !== 0) &&
    Number.isInteger(order.count) &&
    order.count >= 0
  );
}

function hasAirForm({ verb, sorties }: AirOrder): boolean {
  return Number.isInteger(sorties) && (verb === "rebase" ? sorties === 0 : sorties > 0);
}

function isLevel(to: Id | null): boolean {
  return (RULES_OF_ENGAGEMENT as readonly (Id | null)[]).includes(to);
}

function isGiven(wanted: Grammar["to"], given: boolean): boolean {
  return wanted === "optional" || given === (wanted === "needed");
}

/** Narrows to an air task. */
export function isAirOrder(order: Order): order is AirOrder {
  return "sorties" in order;
}

/** Narrows to an air task that is flown in sorties. */
export function isSortieOrder(order: Order): order is SortieOrder {
  return isAirOrder(order) && order.verb !== "rebase";
}

/** Narrows to what a seat decides itself. */
export function isSeatOrder(order: Order): order is SeatOrder {
  return (SEAT_VERBS as readonly string[]).includes(order.verb);
}

/** Narrows to what is asked of a formation. */
export function isFormationOrder(order: Order): order is FormationOrder {
  return !isAirOrder(order) && !isSeatOrder(order);
}

type Asked = Omit<FormationOrder, "unit">;

/** Whether two orders of one formation ask the same. */
export function isSameOrder(a: Asked, b: Asked): boolean {
  return a.verb === b.verb && a.to === b.to && a.count === b.count && isSameRoute(a.via, b.via);
}

function isSameRoute(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((place, at) => place === b[at]);
}
