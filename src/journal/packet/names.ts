import type { Event, View } from "../../engine/index.ts";
import type { TableNames } from "../table-names.ts";

/**
 * The names of what a view or its events speak of, and of the map and rules that are everybody's: a
 * list of all names would tell a seat whom it has not met.
 */
export function mentionedNames(
  names: TableNames,
  view: View,
  events: readonly Event[],
): TableNames {
  const said = new Set<string>();
  collect([view, events], said);
  return {
    sides: names.sides,
    seats: names.seats,
    places: names.places,
    links: names.links,
    parameters: names.parameters,
    contingents: kept(names.contingents, said),
    formations: kept(names.formations, said),
    wings: kept(names.wings, said),
    objectives: kept(names.objectives, said),
    pools: kept(names.pools, said),
    tracks: kept(names.tracks, said),
  };
}

/** Every key and every text of plain data. */
function collect(data: unknown, said: Set<string>): void {
  if (typeof data === "string") said.add(data);
  if (typeof data !== "object" || data === null) return;
  for (const [key, part] of Object.entries(data)) {
    said.add(key);
    collect(part, said);
  }
}

function kept<T>(all: Readonly<Record<string, T>>, said: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => said.has(id)));
}
