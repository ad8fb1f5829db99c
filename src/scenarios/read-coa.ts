import {
  type Condition,
  type Id,
  type Order,
  type Problem,
  type Setup,
  parseOrder,
} from "../engine/index.ts";
import {
  type Known,
  type Reference,
  type Target,
  conditionReferences,
  unknownReferences,
} from "./checks/references.ts";
import { type Json, parseJson } from "./json.ts";
import { isObject, problemAt } from "./loose.ts";
import { type Path, formatPointer } from "./pointer.ts";
import { type Read, withProblems } from "./read.ts";
import { readBy } from "./schema-problems.ts";
import { type CoaFile, coaSchema } from "./schema/coa.ts";
import { describe, listSome } from "./text.ts";

/** A course of action: rules from the top, each with orders to give while its condition holds. */
export interface Coa {
  readonly id: Id;
  readonly scenario: Id;
  readonly seat: Id;
  readonly title: string;
  readonly intent: string;
  readonly rules: readonly CoaRule[];
}

/** One rule of a course of action, its orders parsed. */
interface CoaRule {
  readonly when: Condition;
  readonly orders: readonly Order[];
}

/** Text of a course of action, read against the setup it is for → its rules, or every problem. */
export function readCoa(text: string, setup: Setup): Read<Coa> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const form = withProblems(readBy(coaSchema, json.value), contentProblems(json.value, setup));
  return form.ok ? { ok: true, value: compileCoa(form.value) } : form;
}

function compileCoa({ id, scenario, seat, title, intent, rules }: CoaFile): Coa {
  return {
    id,
    scenario,
    seat,
    title,
    intent,
    rules: rules.map(({ when, orders }) => ({ when, orders: orders.flatMap(orderOf) })),
  };
}

function orderOf(text: string): Order[] {
  const parsed = parseOrder(text);
  return parsed.ok ? [parsed.order] : [];
}

function contentProblems(data: Json, setup: Setup): Problem[] {
  if (!isObject(data)) return [];
  const rules = Array.isArray(data["rules"]) ? data["rules"] : [];
  const known = knownIn(setup);
  return [
    ...headProblems(data, setup),
    ...rules.flatMap((rule, index) =>
      ruleProblems(rule, ["rules", index], { setup, known, seat: data["seat"] }),
    ),
  ];
}

function headProblems({ scenario, seat }: { [key: string]: Json }, setup: Setup): Problem[] {
  const problems: Problem[] = [];
  if (typeof scenario === "string" && scenario !== setup.id) {
    problems.push(
      problemAt(
        ["scenario"],
        "coa.other-scenario",
        `found ${describe(scenario)}, expected ${describe(setup.id)}`,
        "read it with the scenario it was written for",
      ),
    );
  }
  if (typeof seat === "string" && setup.seats[seat]?.role !== "command") {
    const seats = Object.keys(setup.seats).filter((id) => setup.seats[id]!.role === "command");
    problems.push(
      problemAt(
        ["seat"],
        "coa.seat",
        `found ${describe(seat)}, expected a seat that commands`,
        `there are: ${listSome(seats)}`,
      ),
    );
  }
  return problems;
}

interface Context {
  readonly setup: Setup;
  readonly known: Known;
  readonly seat: Json | undefined;
}

function ruleProblems(rule: Json, path: Path, context: Context): Problem[] {
  if (!isObject(rule)) return [];
  const conditions = conditionReferences(rule["when"] ?? null, [...path, "when"]);
  const orders = Array.isArray(rule["orders"]) ? rule["orders"] : [];
  return [
    ...unknownReferences(conditions, context.known),
    ...orders.flatMap((order, index) => orderProblems(order, [...path, "orders", index], context)),
  ];
}

function orderProblems(order: Json, path: Path, context: Context): Problem[] {
  if (typeof order !== "string") return [];
  const parsed = parseOrder(order);
  if (!parsed.ok) return [{ ...parsed.problem, path: formatPointer(path) }];
  return [
    ...unknownReferences(referencesOf(parsed.order, path), context.known),
    ...ownerProblems(parsed.order, path, context),
  ];
}

function referencesOf(order: Order, path: Path): Reference[] {
  const named = (id: Id, target: Target): Reference => ({ path, id, target });
  if ("sorties" in order) {
    return [
      named(order.unit, "wings"),
      named(order.to, order.verb === "interdict" ? "links" : "places"),
    ];
  }
  const places = order.to === null ? order.via : [order.to, ...order.via];
  return [named(order.unit, "formations"), ...places.map((place) => named(place, "places"))];
}

function ownerProblems({ unit }: Order, path: Path, { setup, seat }: Context): Problem[] {
  const owner = (setup.formations[unit] ?? setup.wings[unit])?.seat;
  if (owner === undefined || owner === seat) return [];
  return [
    problemAt(
      path,
      "coa.not-its-unit",
      `found an order for ${describe(unit)}, which ${describe(owner)} commands, expected a unit of ${describe(seat)}`,
      "move the order to that seat's course of action",
    ),
  ];
}

/** What a course of action may name; the sections of the parameters play no part in it. */
function knownIn(setup: Setup): Known {
  const none = { lengths: null, trainingObjectives: null };
  const ids = (record: object) => Object.keys(record);
  return {
    ...none,
    sides: ids(setup.sides),
    seats: ids(setup.seats),
    contingents: ids(setup.contingents),
    places: ids(setup.places),
    links: ids(setup.links),
    formations: ids(setup.formations),
    wings: ids(setup.wings),
    pools: ids(setup.pools),
    tracks: ids(setup.tracks),
    "parameters/classes": null,
    "parameters/kit": null,
    "parameters/terrains": null,
    "parameters/placeKinds": null,
    "parameters/surfaces": null,
    "parameters/weathers": null,
  };
}
