import type { Id } from "../world/id.ts";

/** What a formation can be told to do, one order a formation and turn. */
export const FORMATION_VERBS = [
  "move",
  "assault",
  "defend",
  "dig-in",
  "delay",
  "withdraw",
  "commit",
  "reserve",
] as const;
export type Verb = (typeof FORMATION_VERBS)[number];

/** Verbs that need no place. */
export const STAYING_VERBS: readonly Verb[] = ["defend", "dig-in", "delay", "reserve"];

/** What a wing can be told to do; one task an order, for one turn. */
export const AIR_VERBS = ["support", "interdict", "strike"] as const;
export type AirVerb = (typeof AIR_VERBS)[number];

/** What a seat asks of one formation; it stands until it is changed. */
export interface FormationOrder {
  readonly unit: Id;
  readonly verb: Verb;
  /** Where to; null for verbs that stay. */
  readonly to: Id | null;
  /** Places to pass on the way, in order. */
  readonly via: readonly Id[];
}

/** One air task: sorties of a wing for a place, or for a link when interdicting. */
export interface AirOrder {
  readonly unit: Id;
  readonly verb: AirVerb;
  readonly to: Id;
  readonly sorties: number;
}

/** What a seat asks of one unit. */
export type Order = FormationOrder | AirOrder;

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
  "link.unknown",
  "air.mission",
  "air.sorties",
  "air.not-ready",
  "air.no-target",
  "order.twice",
  "order.shape",
  "game.over",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Whether the verb of a formation takes a destination. */
export function destinationOf(verb: Verb): "none" | "optional" | "needed" {
  if (verb === "delay") return "optional";
  return STAYING_VERBS.includes(verb) ? "none" : "needed";
}

/** Whether an order made as data has the form that text can have. */
export function isWellFormed(order: Order): boolean {
  if (isAirOrder(order)) return Number.isInteger(order.sorties) && order.sorties > 0;
  const shape = destinationOf(order.verb);
  if (shape === "needed") return order.to !== null;
  return order.via.length === 0 && (shape === "optional" || order.to === null);
}

/** Narrows to an air task. */
export function isAirOrder(order: Order): order is AirOrder {
  return "sorties" in order;
}

type Asked = Omit<FormationOrder, "unit">;

/** Whether two orders of one formation ask the same. */
export function isSameOrder(a: Asked, b: Asked): boolean {
  return a.verb === b.verb && a.to === b.to && isSameRoute(a.via, b.via);
}

function isSameRoute(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((place, at) => place === b[at]);
}
