import type { Id, Seat, Setup } from "../world/setup.ts";
import type { Contact, FormationState, Knowledge, WingState, World } from "../world/world.ts";
import { briefOf } from "./brief.ts";
import type { Front, View } from "./types.ts";

/**
 * What one seat may know of a world: its own side as it stands, of the enemy only what reports
 * say. The view shares objects with the world and is read before the world next changes.
 */
export function observe(setup: Setup, world: World, seat: Id): View {
  const brief = briefOf(setup, seat);
  // `briefOf` has thrown when there is no such seat.
  const knowledge = world.knowledge[seat] as Knowledge;
  const { side } = setup.seats[seat] as Seat;
  return {
    brief,
    turn: world.turn,
    over: world.over,
    weather: world.weather,
    formations: pick<FormationState>(world.formations, brief.formations),
    wings: pick<WingState>(world.wings, brief.wings),
    contacts: liveContacts(knowledge),
    holders: knowledge.holders,
    fronts: frontsOf(world, side, knowledge),
    civilians: atOwnPlaces(world, side, knowledge, "civilians"),
    depots: atOwnPlaces(world, side, knowledge, "depotManDays"),
    rulesOfEngagement: world.rulesOfEngagement[seat] ?? {},
    contingents: standingsOf(world, brief.contingents),
    tracks: pick<number>(world.tracks, brief.tracks),
    aims: pick<Id>(world.aims, brief.aimGroups),
    pools: pick<number>(world.pools, brief.pools),
  };
}

function pick<T>(all: Readonly<Record<Id, T>>, keys: Readonly<Record<Id, unknown>>): Record<Id, T> {
  const some: Record<Id, T> = {};
  for (const id in keys) some[id] = all[id] as T;
  return some;
}

function liveContacts(knowledge: Knowledge): Record<Id, Contact> {
  const live: Record<Id, Contact> = {};
  for (const id in knowledge.contacts) {
    const contact = knowledge.contacts[id] as Contact;
    if (contact.place !== null) live[id] = contact;
  }
  return live;
}

/** How far attacks have come at places the side believes it holds, or has attacked: its own front. */
function frontsOf(world: World, side: Id | null, { holders }: Knowledge): View["fronts"] {
  const fronts: Record<Id, Front> = {};
  for (const id in world.places) {
    const place = world.places[id];
    if (place === undefined || place.assaultedTurn === 0) continue;
    if (side === null || (holders[id] !== side && place.assaultedBy !== side)) continue;
    const { advanceKm, firstAssaultTurn, assaultedTurn } = place;
    fronts[id] = { advanceKm, firstAssaultTurn, assaultedTurn };
  }
  return fronts;
}

/** What is in the places that a side believes it holds. */
function atOwnPlaces(
  world: World,
  side: Id | null,
  { holders }: Knowledge,
  what: "civilians" | "depotManDays",
): Record<Id, number> {
  const found: Record<Id, number> = {};
  if (side === null) return found;
  for (const id in world.places) {
    if (holders[id] === side) found[id] = world.places[id]?.[what] ?? 0;
  }
  return found;
}

function standingsOf(
  world: World,
  contingents: Readonly<Record<Id, unknown>>,
): View["contingents"] {
  const standings: Record<Id, "present" | "leaving" | "left"> = {};
  for (const id in contingents) standings[id] = world.contingents[id]?.status ?? "left";
  return standings;
}
