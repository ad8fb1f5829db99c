import type { Problem } from "../../engine/index.ts";
import type { JsonObject } from "../json.ts";
import { isObject, problemAt, recordsOf, textOf, textsOf } from "../loose.ts";
import { describe } from "../text.ts";

/** What is wrong with who belongs to whom and who stands where. */
export function checkForces(data: JsonObject): Problem[] {
  return [
    ...cycleProblems(data, "formations", "parent"),
    ...cycleProblems(data, "places", "sectorOf"),
    ...standingProblems(data),
    ...waitingProblems(data),
    ...baseProblems(data),
  ];
}

/** Every record from which following `field` comes back to itself. */
function cycleProblems(data: JsonObject, section: string, field: string): Problem[] {
  const above = new Map(recordsOf(data, section).map(([id, each]) => [id, textOf(each[field])]));
  return cyclicIds(above).map((id) =>
    problemAt(
      [section, id, field],
      `${section.slice(0, -1)}.cycle`,
      `found ${describe(id)} below itself through ${describe(above.get(id))}, expected a chain that ends`,
      "give one of them another parent, or none",
    ),
  );
}

/** Ids on a cycle; each chain is walked once, so that a long one costs no more than its length. */
function cyclicIds(above: ReadonlyMap<string, string | undefined>): string[] {
  const walkOf = new Map<string, number>();
  const cyclic: string[] = [];
  let walk = 0;
  for (const start of above.keys()) {
    const chain = chainFrom(start, above, walkOf, ++walk);
    const closes = chain.length === 0 ? undefined : above.get(chain.at(-1)!);
    if (closes !== undefined && walkOf.get(closes) === walk)
      cyclic.push(...chain.slice(chain.indexOf(closes)));
  }
  return cyclic;
}

function chainFrom(
  start: string,
  above: ReadonlyMap<string, string | undefined>,
  walkOf: Map<string, number>,
  walk: number,
): string[] {
  const chain: string[] = [];
  let at: string | undefined = start;
  while (at !== undefined && above.has(at) && !walkOf.has(at)) {
    walkOf.set(at, walk);
    chain.push(at);
    at = above.get(at);
  }
  return chain;
}

/** Formations that begin the game at a place of the enemy's: he holds it, or was first to stand where nobody does. */
function standingProblems(data: JsonObject): Problem[] {
  const places = new Map(recordsOf(data, "places"));
  const contingents = new Map(recordsOf(data, "contingents"));
  const firstAt = new Map<string, string>();
  return recordsOf(data, "formations").flatMap(([id, formation]) => {
    const place = textOf(formation["place"]);
    const side = textOf(contingents.get(textOf(formation["contingent"]) ?? "")?.["side"]);
    if (place === undefined || side === undefined) return [];
    const holder = textOf(places.get(place)?.["holder"]);
    if (holder === side) return [];
    if (holder !== undefined)
      return [amongEnemies(id, side, `${describe(place)}, which ${describe(holder)} holds`)];
    const first = firstAt.get(place) ?? side;
    firstAt.set(place, first);
    if (first === side) return [];
    return [amongEnemies(id, side, `${describe(place)}, where one of ${describe(first)} stands`)];
  });
}

function amongEnemies(formation: string, side: string, where: string): Problem {
  return problemAt(
    ["formations", formation, "place"],
    "formation.among-enemies",
    `found a formation of ${describe(side)} at ${where}, expected a place of its own side, or of nobody with no enemy in it`,
    "move it, or change the holder",
  );
}

/** Formations off the map that nothing brings in, and those that stand on it and yet are to come. */
function waitingProblems(data: JsonObject): Problem[] {
  const called = new Map<string, readonly (string | number)[]>();
  for (const section of ["reinforcements", "pools"]) {
    for (const [id, arrival] of recordsOf(data, section)) {
      textsOf(arrival["formations"]).forEach((each, index) =>
        called.set(each, [section, id, "formations", index]),
      );
    }
  }
  return recordsOf(data, "formations").flatMap(([id, formation]) => {
    const path = called.get(id);
    const isOff = formation["place"] === null;
    if (isOff === (path !== undefined) || formation["place"] === undefined) return [];
    return path === undefined
      ? [neverComes(id)]
      : [alreadyThere(path, id, textOf(formation["place"]))];
  });
}

function neverComes(id: string): Problem {
  return problemAt(
    ["formations", id, "place"],
    "formation.never-comes",
    `found a formation without a place that no reinforcement and no pool brings, expected one that does`,
    "give it a place, or name it in a reinforcement",
  );
}

function alreadyThere(
  path: readonly (string | number)[],
  id: string,
  place: string | undefined,
): Problem {
  return problemAt(
    path,
    "formation.already-there",
    `found ${describe(id)}, which begins at ${describe(place)}, expected a formation without a place`,
    "set its place to null, or take it out of here",
  );
}

/** Wings whose base or base of refuge has no runway. */
function baseProblems(data: JsonObject): Problem[] {
  const places = new Map(recordsOf(data, "places"));
  return recordsOf(data, "wings").flatMap(([id, wing]) =>
    ["base", "alternate"].flatMap((field) => {
      const place = places.get(textOf(wing[field]) ?? "");
      if (!isObject(place) || place["airbase"] === true) return [];
      return [
        problemAt(
          ["wings", id, field],
          "wing.no-airbase",
          `found ${describe(wing[field])}, which is no airbase, expected a place with "airbase": true`,
          "name another base, or mark the place as an airbase",
        ),
      ];
    }),
  );
}
