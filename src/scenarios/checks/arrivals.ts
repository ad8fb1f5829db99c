import type { Problem } from "../../engine/index.ts";
import type { JsonObject } from "../json.ts";
import { isObject, numberOf, problemAt, recordsOf, textOf } from "../loose.ts";
import { describe } from "../text.ts";
import type { Roads } from "./roads.ts";

/** Reinforcements and pools that can never come: no road in, or later than the longest length. */
export function checkArrivals(data: JsonObject, roads: Roads | undefined): Problem[] {
  const longest = longestHours(data);
  return [
    ...arrivalsOf(data, "reinforcements", "afterHours"),
    ...arrivalsOf(data, "pools", "delayHours"),
  ].flatMap((arrival) => [
    ...entryProblems(data, arrival, roads),
    ...timeProblems(arrival, longest),
  ]);
}

interface Arrival {
  readonly path: readonly string[];
  readonly kind: "reinforcement" | "pool";
  readonly field: "afterHours" | "delayHours";
  readonly at: string | undefined;
  readonly hours: number | undefined;
}

function arrivalsOf(
  data: JsonObject,
  section: "reinforcements" | "pools",
  field: Arrival["field"],
): Arrival[] {
  const kind = section === "pools" ? "pool" : "reinforcement";
  return recordsOf(data, section).map(([id, arrival]) => ({
    path: [section, id],
    kind,
    field,
    at: textOf(arrival["at"]),
    hours: numberOf(arrival[field]),
  }));
}

function entryProblems(
  data: JsonObject,
  { path, kind, at }: Arrival,
  roads: Roads | undefined,
): Problem[] {
  if (roads === undefined || at === undefined || !leadsNowhere(data, at, roads)) return [];
  return [
    problemAt(
      [...path, "at"],
      `${kind}.unreachable`,
      `found the entry ${describe(at)} without a road to any other place of value, expected a way into the game`,
      "link the entry to the map, or choose another",
    ),
  ];
}

function leadsNowhere(data: JsonObject, at: string, roads: Roads): boolean {
  const group = roads.groupOf.get(at);
  if (group === undefined || group === roads.unknown) return false;
  return !recordsOf(data, "places").some(
    ([id, place]) =>
      id !== at && roads.groupOf.get(id) === group && (numberOf(place["value"]) ?? 1) > 0,
  );
}

function timeProblems(
  { path, kind, field, hours }: Arrival,
  longest: number | undefined,
): Problem[] {
  if (hours === undefined || longest === undefined || hours < longest) return [];
  return [
    problemAt(
      [...path, field],
      `${kind}.too-late`,
      `found an arrival after ${hours} h, expected one before the longest length ends (${longest} h)`,
      "let it come sooner, or add a longer length",
    ),
  ];
}

function longestHours(data: JsonObject): number | undefined {
  const clock = data["clock"];
  const turnHours = isObject(clock) ? numberOf(clock["turnHours"]) : undefined;
  const turns = recordsOf(data, "lengths").map(([, length]) => numberOf(length["turns"]));
  if (turnHours === undefined || turnHours <= 0 || turns.length === 0 || turns.includes(undefined))
    return undefined;
  return Math.max(...(turns as number[])) * turnHours;
}
