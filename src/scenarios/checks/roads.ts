import type { JsonObject } from "../json.ts";
import { idsOf, recordsOf, textsOf } from "../loose.ts";

/** Places joined by roads; a link with an unknown end might lead anywhere, so it joins "?". */
export interface Roads {
  readonly groupOf: ReadonlyMap<string, number>;
  readonly unknown: number | undefined;
}

/** The connected parts of the map; undefined when a link cannot be read at all. */
export function roadsOf(data: JsonObject): Roads | undefined {
  const places = idsOf(data, "places");
  const links = idsOf(data, "links");
  const readable = recordsOf(data, "links").filter(([, link]) => Array.isArray(link["between"]));
  if (places === null || links === null || readable.length < links.length) return undefined;
  const neighbours = neighboursOf(
    places,
    readable.map(([, link]) => textsOf(link["between"])),
  );
  const groupOf = new Map<string, number>();
  let group = 0;
  for (const place of neighbours.keys()) {
    if (!groupOf.has(place)) flood(place, group++, neighbours, groupOf);
  }
  return { groupOf, unknown: groupOf.get("?") };
}

function neighboursOf(places: readonly string[], ends: readonly string[][]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>(places.map((place) => [place, []]));
  for (const pair of ends) {
    const [a, b] = [pair[0], pair[1]].map((end) =>
      end !== undefined && neighbours.has(end) && end !== "?" ? end : "?",
    ) as [string, string];
    if (a === "?" || b === "?") neighbours.set("?", neighbours.get("?") ?? []);
    neighbours.get(a)!.push(b);
    neighbours.get(b)!.push(a);
  }
  return neighbours;
}

function flood(
  start: string,
  group: number,
  neighbours: ReadonlyMap<string, string[]>,
  groupOf: Map<string, number>,
): void {
  const open = [start];
  groupOf.set(start, group);
  while (open.length > 0) {
    for (const next of neighbours.get(open.pop()!)!) {
      if (!groupOf.has(next)) open.push(next);
      groupOf.set(next, group);
    }
  }
}
