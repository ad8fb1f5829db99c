import type { Problem } from "../../engine/index.ts";
import type { JsonObject } from "../json.ts";
import { isObject, problemAt, recordsOf, textOf, textsOf } from "../loose.ts";
import { describe } from "../text.ts";
import type { Roads } from "./roads.ts";

/** What is wrong with places and links: twins, loops, islands, and heights over themselves. */
export function checkMap(data: JsonObject, roads: Roads | undefined): Problem[] {
  const islands = roads === undefined ? [] : islandProblems(roads);
  return [...twinProblems(data), ...linkProblems(data), ...mirrorProblems(data), ...islands];
}

function twinProblems(data: JsonObject): Problem[] {
  const label = (place: JsonObject) => textOf(place["label"]);
  return [
    ...twins(
      recordsOf(data, "places"),
      label,
      ["label"],
      "place.label-twice",
      "a label of its own",
    ),
    ...twins(
      recordsOf(data, "places"),
      coordinatesOf,
      ["position"],
      "place.position-twice",
      "a position of its own",
    ),
    ...twins(
      recordsOf(data, "sides"),
      (side) => textOf(side["letter"]),
      ["letter"],
      "side.letter-twice",
      "a letter of its own",
    ),
  ].map((found) =>
    problemAt(
      [found.section, found.id, ...found.field],
      found.code,
      `found ${describe(found.key)} as of "${found.first}", expected ${found.expected}`,
      "two symbols could not be told apart",
    ),
  );
}

interface Twin {
  readonly section: string;
  readonly id: string;
  readonly first: string;
  readonly key: string;
  readonly field: readonly string[];
  readonly code: string;
  readonly expected: string;
}

function twins(
  records: readonly [string, JsonObject][],
  keyOf: (record: JsonObject) => string | undefined,
  field: readonly string[],
  code: string,
  expected: string,
): Twin[] {
  const firsts = new Map<string, string>();
  return records.flatMap(([id, record]) => {
    const key = keyOf(record);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, id);
    return first === undefined
      ? []
      : [{ section: `${code.split(".")[0]}s`, id, first, key, field, code, expected }];
  });
}

function coordinatesOf(place: JsonObject): string | undefined {
  const position = place["position"];
  if (!isObject(position) || typeof position["lat"] !== "number") return undefined;
  return `${position["lat"]}, ${String(position["lon"])}`;
}

function linkProblems(data: JsonObject): Problem[] {
  const firsts = new Map<string, string>();
  return recordsOf(data, "links").flatMap(([id, link]) => {
    const [a, b] = textsOf(link["between"]);
    if (a === undefined || b === undefined) return [];
    if (a === b)
      return [
        problemAt(
          ["links", id, "between"],
          "link.loop",
          `found a link from "${a}" to itself, expected two places`,
          "name the other end",
        ),
      ];
    const key = [...[a, b].sort(), String(link["surface"])].join(" ");
    const first = firsts.get(key);
    firsts.set(key, first ?? id);
    return first === undefined
      ? []
      : [
          problemAt(
            ["links", id, "between"],
            "link.twice",
            `found the road of "${first}" again, expected one link of a surface between two places`,
            "remove one of the two",
          ),
        ];
  });
}

/** Every place that is said to overlook itself. */
function mirrorProblems(data: JsonObject): Problem[] {
  return recordsOf(data, "places")
    .filter(([id, place]) => textsOf(place["overlooks"]).includes(id))
    .map(([id]) =>
      problemAt(
        ["places", id, "overlooks"],
        "place.overlooks-itself",
        `found "${id}" among the places it overlooks, expected others`,
        "whoever stands in a place watches it already",
      ),
    );
}

/** Every place outside the largest connected part of the map. */
function islandProblems(roads: Roads): Problem[] {
  const sizes = new Map<number, number>();
  for (const group of roads.groupOf.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const mainland = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
  return [...roads.groupOf]
    .filter(([place, group]) => place !== "?" && group !== mainland && roads.unknown === undefined)
    .map(([place]) =>
      problemAt(
        ["places", place],
        "place.unconnected",
        `found no road from "${place}" to most other places, expected one map`,
        "add a link, or remove the place",
      ),
    );
}
