import type { Problem } from "../world/problem.ts";
import { RULES_OF_ENGAGEMENT } from "../world/setup.ts";
import {
  AIR_VERBS,
  type AirOrder,
  type AirVerb,
  countOf,
  destinationOf,
  FORMATION_VERBS,
  type FormationOrder,
  isAirOrder,
  isSeatOrder,
  type Order,
  SEAT_VERBS,
  type SeatOrder,
  type SeatVerb,
  isMarching,
  type Verb,
} from "./types.ts";

/** An order, or the one Problem of its line. */
export type ParsedOrder =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly problem: Problem };

/** The order as one line of text; `parseOrder` reads it back to an equal order. */
export function formatOrder(order: Order): string {
  if (isAirOrder(order)) return formatAirOrder(order);
  if (isSeatOrder(order)) {
    const level = order.to === null ? "" : ` ${order.to}`;
    return `${order.unit} ${order.verb}${level}`;
  }
  const { unit, verb, to, via, count } = order;
  const destination = to === null ? "" : `${needsTo(verb) ? " to" : ""} ${to}`;
  const road = via.length > 0 ? ` via ${via.join(" ")}` : "";
  const number = count === 0 ? "" : `${verb === "detach" ? "" : " with"} ${count}`;
  return `${unit} ${verb}${destination}${road}${number}`;
}

function formatAirOrder({ unit, verb, to, sorties }: AirOrder): string {
  return verb === "rebase" ? `${unit} rebase to ${to}` : `${unit} ${verb} ${to} with ${sorties}`;
}

const WITH_TO: readonly Verb[] = ["move", "delay", "withdraw", "commit"];

function needsTo(verb: Verb): boolean {
  return WITH_TO.includes(verb);
}

// "constructor" would be found on every object.
const ID = /^(?!constructor$)[a-z][a-z0-9-]{0,47}$/;
const LONGEST = 600;

/**
 * Reads one order: `UNIT VERB …`. Words are split at blanks; case does not matter. Never throws;
 * a line that is no order gives one Problem with what was expected.
 */
export function parseOrder(text: string): ParsedOrder {
  if (text.length > LONGEST)
    return refuse("order.long", "an order of at most 600 characters", text);
  const words = text.trim().toLowerCase().split(/\s+/);
  const [unit = "", verb = "", ...rest] = words;
  if (!ID.test(unit))
    return refuse("order.unit", "a formation, wing, contingent, pool or place first", unit);
  if (isOneOf(FORMATION_VERBS, verb)) return parseFormationOrder(unit, verb, rest);
  if (isOneOf(AIR_VERBS, verb)) return parseAirOrder(unit, verb, rest);
  if (isOneOf(SEAT_VERBS, verb)) return parseSeatOrder(unit, verb, rest);
  const verbs = [...FORMATION_VERBS, ...AIR_VERBS, ...SEAT_VERBS];
  return refuse("order.verb", `one of ${verbs.join(", ")}`, verb);
}

function isOneOf<T extends string>(words: readonly T[], word: string): word is T {
  return (words as readonly string[]).includes(word);
}

function parseFormationOrder(unit: string, verb: Verb, rest: readonly string[]): ParsedOrder {
  const { words, count } = splitCount(verb, rest);
  if (countOf(verb) === "needed" && count === 0)
    return refuse("order.count", `a number of men after "${verb}"`, rest.join(" "));
  const [to = null, keyword, ...via] = startsWithTo(verb, words) ? words.slice(1) : words;
  const shape = destinationOf(verb);
  if (shape === "none" && words.length > 0)
    return refuse("order.extra", `nothing more after "${verb}"`, words.join(" "));
  if (shape === "needed" && to === null)
    return refuse("order.place", `${namedBy(verb)} after "${verb}"`, "");
  if (to === null) return accept({ unit, verb, to, via: [], count });
  if (!ID.test(to)) return refuse("order.place", `the id of ${namedBy(verb)}`, to);
  if (keyword === undefined) return accept({ unit, verb, to, via: [], count });
  if (keyword !== "via" || via.length === 0 || !isMarching(verb))
    return refuse("order.extra", expectedAfter(verb), [keyword, ...via].join(" "));
  const wrong = via.find((place) => !ID.test(place));
  if (wrong !== undefined) return refuse("order.place", "the id of a place", wrong);
  return accept({ unit, verb, to, via, count } satisfies FormationOrder);
}

function namedBy(verb: Verb): string {
  return verb === "join" ? "a formation" : "a place";
}

function expectedAfter(verb: Verb): string {
  if (!isMarching(verb)) return "nothing more";
  const road = '"via" and one or more places';
  return countOf(verb) === "none" ? road : `${road}, or "with" and a number`;
}

const COUNT = /^[1-9][0-9]{0,4}$/;

/** A number at the end, after "with" but for men detached: no id begins with a digit. */
function splitCount(verb: Verb, rest: readonly string[]) {
  const last = rest.at(-1) ?? "";
  const number = COUNT.test(last) ? Number(last) : 0;
  if (number > 0 && countOf(verb) === "needed") return { words: rest.slice(0, -1), count: number };
  if (number > 0 && countOf(verb) === "optional" && rest.at(-2) === "with")
    return { words: rest.slice(0, -2), count: number };
  return { words: rest, count: 0 };
}

/** Whether a leading "to" is the preposition: always where `formatOrder` writes it, else by what follows. */
function startsWithTo(verb: Verb, rest: readonly string[]): boolean {
  return rest[0] === "to" && (needsTo(verb) || (rest.length > 1 && rest[1] !== "via"));
}

function parseAirOrder(unit: string, verb: AirVerb, rest: readonly string[]): ParsedOrder {
  if (verb === "rebase") return parseRebase(unit, rest);
  const [to = "", keyword, count = "", ...extra] = rest;
  if (!ID.test(to)) return refuse("order.place", `a place or link after "${verb}"`, to);
  if (keyword !== "with" || !/^[1-9][0-9]{0,3}$/.test(count) || extra.length > 0) {
    return refuse("order.sorties", '"with" and a number of sorties', rest.slice(1).join(" "));
  }
  return accept({ unit, verb, to, sorties: Number(count) } satisfies AirOrder);
}

function parseRebase(unit: string, rest: readonly string[]): ParsedOrder {
  const [to = "", ...extra] = rest[0] === "to" && rest.length > 1 ? rest.slice(1) : rest;
  if (!ID.test(to)) return refuse("order.place", 'a place after "rebase"', to);
  if (extra.length > 0) return refuse("order.extra", "nothing more", extra.join(" "));
  return accept({ unit, verb: "rebase", to, sorties: 0 } satisfies AirOrder);
}

function parseSeatOrder(unit: string, verb: SeatVerb, rest: readonly string[]): ParsedOrder {
  if (verb !== "roe") {
    if (rest.length > 0)
      return refuse("order.extra", `nothing more after "${verb}"`, rest.join(" "));
    return accept({ unit, verb, to: null } satisfies SeatOrder);
  }
  const [level = "", ...extra] = rest;
  if (!isOneOf(RULES_OF_ENGAGEMENT, level))
    return refuse("order.level", `one of ${RULES_OF_ENGAGEMENT.join(", ")}`, level);
  if (extra.length > 0) return refuse("order.extra", "nothing more", extra.join(" "));
  return accept({ unit, verb, to: level } satisfies SeatOrder);
}

function accept(order: Order): ParsedOrder {
  return { ok: true, order };
}

function refuse(code: string, expected: string, found: string): ParsedOrder {
  const shown = found === "" ? "nothing" : `"${printable(found)}"`;
  const hint =
    "for example: UNIT move to PLACE, UNIT assault PLACE via PLACE, WING support PLACE with 4";
  return {
    ok: false,
    problem: { code, path: "", message: `expected ${expected}, found ${shown}`, hint },
  };
}

/** Typed text may hold anything; what is shown again holds no control characters. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 60);
}
