import type { Contact, FormationState, Id } from "../../engine/index.ts";
import type { Moment, Reviewed } from "../review/reviewed.ts";

/** What a place is like at one moment, as far as the reader may know; null for what it may not. */
interface KnownPlace {
  readonly holder: Id | null;
  readonly advanceKm: number | null;
  readonly civilians: number | null;
  readonly depotManDays: number | null;
}

/** How things stood at one moment, as far as the reader may know. */
export interface Known {
  readonly formations: Readonly<Record<Id, FormationState>>;
  /** Enemy formations it was told of; none for White, who sees them themselves. */
  readonly contacts: Readonly<Record<Id, Contact>>;
  readonly tracks: Readonly<Record<Id, number>>;
  place(id: Id): KnownPlace;
}

/** The map and the forces as far as the reader may know them: a reviewed game's setup is cut to that. */
export type KnownMap = Reviewed["scenario"]["setup"];

/** A moment of a game that is reviewed: the truth for White, else the view of the reader. */
export function knownAt(reader: Id | null, { world, views }: Moment): Known {
  if (world !== null) {
    const { formations, places, tracks } = world;
    return { formations, contacts: {}, tracks, place: (id) => places[id] ?? NOWHERE };
  }
  const view = views[reader ?? ""];
  if (view === undefined) return { formations: {}, contacts: {}, tracks: {}, place: () => NOWHERE };
  const { formations, contacts, tracks, holders, fronts, civilians, depots } = view;
  const place = (id: Id): KnownPlace => ({
    holder: holders[id] ?? null,
    advanceKm: fronts[id]?.advanceKm ?? null,
    civilians: civilians[id] ?? null,
    depotManDays: depots[id] ?? null,
  });
  return { formations, contacts, tracks, place };
}

const NOWHERE: KnownPlace = { holder: null, advanceKm: null, civilians: null, depotManDays: null };
