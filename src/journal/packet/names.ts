import { type Event, mentionedIn, type View } from "../../engine/index.ts";
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
  const said = mentionedIn([view], events);
  const { contingents, formations, wings, objectives, pools, tracks } = view.brief;
  return {
    sides: names.sides,
    seats: names.seats,
    places: names.places,
    links: names.links,
    parameters: names.parameters,
    contingents: kept(names.contingents, contingents, said),
    formations: kept(names.formations, formations, said),
    wings: kept(names.wings, wings, said),
    objectives: kept(names.objectives, objectives, said),
    pools: kept(names.pools, pools, said),
    tracks: kept(names.tracks, tracks, said),
  };
}

/** What is in the seat's brief, and what it was told of besides. */
function kept<T>(
  all: Readonly<Record<string, T>>,
  own: object,
  said: ReadonlySet<string>,
): Record<string, T> {
  const isKept = (id: string) => Object.hasOwn(own, id) || said.has(id);
  return Object.fromEntries(Object.entries(all).filter(([id]) => isKept(id)));
}
