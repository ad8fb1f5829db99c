import type { Problem } from "../world/problem.ts";
import {
  AIR_VERBS,
  type AirOrder,
  type AirVerb,
  destinationOf,
  FORMATION_VERBS,
  type FormationOrder,
  isAirOrder,
  type Order,
  type Verb,
} from "./types.ts";

/** An order, or the one Problem of its line. */
export type ParsedOrder =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly problem: Problem };

/** The order as one line of text; `parseOrder` reads it back to an equal order. */
export function formatOrder(order: Order): string {
  if (isAirOrder(order)) return `${order.unit} ${order.verb} ${order.to} with ${order.sorties}`;
  const destination = order.to === null ? "" : `${needsTo(order.verb) ? " to" : ""} ${order.to}`;
  const via = order.via.length > 0 ? ` via ${order.via.join(" ")}` : "";
  return `${order.unit} ${order.verb}${destination}${via}`;
}

function needsTo(verb: Verb): boolean {
  return verb !== "assault";
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
  if (!ID.test(unit)) return refuse("order.unit", "a formation or wing first", unit);
  if (isOneOf(FORMATION_VERBS, verb)) return parseFormationOrder(unit, verb, rest);
  if (isOneOf(AIR_VERBS, verb)) return parseAirOrder(unit, verb, rest);
  return refuse("order.verb", `one of ${[...FORMATION_VERBS, ...AIR_VERBS].join(", ")}`, verb);
}

function isOneOf<T extends string>(words: readonly T[], word: string): word is T {
  return (words as readonly string[]).includes(word);
}

function parseFormationOrder(unit: string, verb: Verb, rest: readonly string[]): ParsedOrder {
  const words = startsWithTo(verb, rest) ? rest.slice(1) : rest;
  const [to = null, keyword, ...via] = words;
  const shape = destinationOf(verb);
  if (shape === "none" && rest.length > 0)
    return refuse("order.extra", `nothing after "${verb}"`, rest.join(" "));
  if (shape === "needed" && to === null)
    return refuse("order.place", `a place after "${verb}"`, "");
  if (to === null) return accept({ unit, verb, to, via: [] });
  if (!ID.test(to)) return refuse("order.place", "the id of a place", to);
  if (keyword === undefined) return accept({ unit, verb, to, via: [] });
  if (keyword !== "via" || via.length === 0 || verb === "delay") {
    return refuse("order.extra", '"via" and one or more places', words.slice(1).join(" "));
  }
  const wrong = via.find((place) => !ID.test(place));
  if (wrong !== undefined) return refuse("order.place", "the id of a place", wrong);
  return accept({ unit, verb, to, via } satisfies FormationOrder);
}

/** Whether a leading "to" is the preposition: always where `formatOrder` writes it, else by what follows. */
function startsWithTo(verb: Verb, rest: readonly string[]): boolean {
  return rest[0] === "to" && (needsTo(verb) || (rest.length > 1 && rest[1] !== "via"));
}

function parseAirOrder(unit: string, verb: AirVerb, rest: readonly string[]): ParsedOrder {
  const [to = "", keyword, count = "", ...extra] = rest;
  if (!ID.test(to)) return refuse("order.place", `a place or link after "${verb}"`, to);
  if (keyword !== "with" || !/^[1-9][0-9]{0,3}$/.test(count) || extra.length > 0) {
    return refuse("order.sorties", '"with" and a number of sorties', rest.slice(1).join(" "));
  }
  return accept({ unit, verb, to, sorties: Number(count) } satisfies AirOrder);
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
