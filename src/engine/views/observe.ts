import { type Entry, entriesOf, idsOf } from "../world/ids.ts";
import type { Id, Seat, Setup } from "../world/setup.ts";
import type { Contact, Knowledge, PlaceState, World } from "../world/world.ts";
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
  const own = heldBy(world, side, knowledge);
  return {
    brief,
    turn: world.turn,
    over: world.over,
    weather: world.weather,
    formations: membersOf(world.formations, brief.formations),
    wings: membersOf(world.wings, brief.wings),
    contacts: liveContacts(knowledge.contacts),
    holders: knowledge.holders,
    fronts: frontsOf(world, side, knowledge),
    civilians: atPlaces(own, "civilians"),
    depots: atPlaces(own, "depotManDays"),
    rulesOfEngagement: world.rulesOfEngagement[seat] ?? NONE,
    contingents: standingsOf(world, brief.contingents),
    tracks: pick<number>(world.tracks, brief.tracks),
    aims: pick<Id>(world.aims, brief.aimGroups),
    pools: pick<number>(world.pools, brief.pools),
  };
}

const NONE = {};

function pick<T>(all: Readonly<Record<Id, T>>, keys: Readonly<Record<Id, unknown>>): Record<Id, T> {
  const some: Record<Id, T> = {};
  for (const id in keys) some[id] = all[id] as T;
  return some;
}

type Records<T> = Readonly<Record<Id, T>>;

const members = new WeakMap<Records<object>, Map<Records<unknown>, Records<object>>>();

/**
 * Those of a world's objects that a brief names. Which objects a world's record holds never changes,
 * in either hand, so they are found once a record.
 */
function membersOf<T extends object>(all: Records<T>, named: Records<unknown>): Records<T> {
  let found = members.get(all);
  if (found === undefined) members.set(all, (found = new Map()));
  let some = found.get(named);
  if (some === undefined) found.set(named, (some = { ...pick(all, named) }));
  return some as Records<T>;
}

const lives = new WeakMap<Knowledge["contacts"], Records<Contact>>();

/** Contacts whose place is known; the record is made anew when they are others than the last time. */
function liveContacts(contacts: Knowledge["contacts"]): Records<Contact> {
  const all = entriesOf(contacts);
  const last = lives.get(contacts);
  if (last !== undefined && areLive(all, last)) return last;
  const live: Record<Id, Contact> = {};
  for (const { id, value } of all) if (value.place !== null) live[id] = value;
  // A spread copy is walked several times faster than one grown key by key.
  const made = { ...live };
  lives.set(contacts, made);
  return made;
}

/** Whether a record names the live ones among all, and no other; both are in id order. */
function areLive(all: readonly Entry<Contact>[], record: Records<Contact>): boolean {
  let at = 0;
  const ids = idsOf(record);
  for (const { id, value } of all) {
    if (value.place === null) continue;
    if (ids[at] !== id) return false;
    at++;
  }
  return at === ids.length;
}

/** How far attacks have come at places the side believes it holds, or has attacked: its own front. */
function frontsOf(world: World, side: Id | null, { holders }: Knowledge): View["fronts"] {
  const fronts: Record<Id, Front> = {};
  if (side === null) return fronts;
  for (const { id, value: place } of entriesOf(world.places)) {
    if (place.assaultedTurn === 0) continue;
    if (holders[id] !== side && place.assaultedBy !== side) continue;
    const { advanceKm, firstAssaultTurn, assaultedTurn } = place;
    fronts[id] = { advanceKm, firstAssaultTurn, assaultedTurn };
  }
  return fronts;
}

/** The places that a side believes it holds. */
function heldBy(
  { places }: World,
  side: Id | null,
  { holders }: Knowledge,
): readonly Entry<PlaceState>[] {
  return side === null ? [] : entriesOf(places).filter(({ id }) => holders[id] === side);
}

/** What is in some places. */
function atPlaces(
  places: readonly Entry<PlaceState>[],
  what: "civilians" | "depotManDays",
): Record<Id, number> {
  const found: Record<Id, number> = {};
  for (const { id, value } of places) found[id] = value[what];
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
