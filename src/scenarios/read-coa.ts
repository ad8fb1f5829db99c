import {
  type Condition,
  type Id,
  type Order,
  type Problem,
  type SeatVerb,
  type Setup,
  isAirOrder,
  isSeatOrder,
  parseOrder,
} from "../engine/index.ts";
import {
  type Known,
  type Reference,
  type Target,
  conditionReferences,
  unknownReferences,
} from "./checks/references.ts";
import { type Json } from "./json.ts";
import { isObject, problemAt } from "./loose.ts";
import { parseKind } from "./kinds.ts";
import { type Path, formatPointer } from "./pointer.ts";
import { type Read, withProblems } from "./read.ts";
import { readBy } from "./schema-problems.ts";
import { type CoaFile, coaSchema } from "./schema/coa.ts";
import { describe, listSome, nearest } from "./text.ts";

/** A course of action: rules from the top, each with orders to give while its condition holds. */
export interface Coa {
  readonly id: Id;
  readonly scenario: Id;
  readonly seat: Id;
  readonly title: string;
  readonly intent: string;
  /** The aim it is made for; null when it is made for any. */
  readonly aim: Id | null;
  readonly rules: readonly CoaRule[];
}

/** One rule of a course of action, its orders parsed. */
interface CoaRule {
  readonly when: Condition;
  readonly orders: readonly Order[];
}

/** Text of a course of action, read against the setup it is for → its rules, or every problem. */
export function readCoa(text: string, setup: Setup): Read<Coa> {
  const json = parseKind(text, "coa");
  if (!json.ok) return json;
  const form = withProblems(readBy(coaSchema, json.value), contentProblems(json.value, setup));
  return form.ok ? { ok: true, value: compileCoa(form.value) } : form;
}

function compileCoa({ id, scenario, seat, title, intent, aim, rules }: CoaFile): Coa {
  return {
    id,
    scenario,
    seat,
    title,
    intent,
    aim: aim ?? null,
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
    ...aimProblem(data, setup),
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

/** 13.2: its aim is one of its own seat's, of a group. */
function aimProblem({ aim, seat }: { [key: string]: Json }, setup: Setup): Problem[] {
  if (typeof aim !== "string" || typeof seat !== "string") return [];
  const isAim = ({ group, seats }: Setup["objectives"][Id]) =>
    group !== null && seats.includes(seat);
  const aims = Object.keys(setup.objectives).filter((id) => isAim(setup.objectives[id]!));
  if (aims.includes(aim)) return [];
  const near = nearest(aim, aims);
  return [
    problemAt(
      ["aim"],
      "coa.aim",
      `found ${describe(aim)}, expected an aim of the seat ${describe(seat)}`,
      near === undefined ? `there are: ${listSome(aims)}` : `did you mean "${near}"?`,
    ),
  ];
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
  if (isAirOrder(order)) {
    return [
      named(order.unit, "wings"),
      named(order.to, order.verb === "interdict" ? "links" : "places"),
    ];
  }
  if (isSeatOrder(order)) return [named(order.unit, DECIDED[order.verb])];
  if (order.verb === "join" && order.to !== null)
    return [named(order.unit, "formations"), named(order.to, "formations")];
  const places = order.to === null ? order.via : [order.to, ...order.via];
  return [named(order.unit, "formations"), ...places.map((place) => named(place, "places"))];
}

/** What an order of a seat is about. */
const DECIDED: Readonly<Record<SeatVerb, Target>> = {
  hold: "contingents",
  release: "contingents",
  call: "pools",
  roe: "places",
};

/** The seat that a unit is commanded by; undefined for places, which everybody may name. */
function ownerOf({ unit, verb }: Order, { formations, wings, pools, seats }: Setup) {
  if (verb === "roe") return undefined;
  if (verb === "call") return pools[unit]?.seat;
  if (verb === "hold" || verb === "release")
    return Object.keys(seats).find((id) => seats[id]?.contingents.includes(unit));
  return (formations[unit] ?? wings[unit])?.seat;
}

function ownerProblems(order: Order, path: Path, { setup, seat }: Context): Problem[] {
  const { unit } = order;
  const owner = ownerOf(order, setup);
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
  const none = {
    lengths: null,
    variants: null,
    measures: null,
    courses: null,
    trainingObjectives: null,
  };
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
