import { type Entry, entriesOf, recordOf } from "../world/ids.ts";
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
  const { civilians, depots } = storesOf(heldBy(world, side, knowledge), knowledge);
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
    civilians,
    depots,
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
  const live = entriesOf(contacts).filter(({ value }) => value.place !== null);
  let last = lives.get(contacts);
  if (last === undefined || !areSame(live, entriesOf(last)))
    lives.set(contacts, (last = recordOf(live)));
  return last;
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
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
  if (side === null) return [];
  // In id order, as all records are: the holders in step.
  const believed = Object.values(holders);
  return entriesOf(places).filter((_, at) => believed[at] === side);
}

/** What is in the places that a side believes it holds. */
interface Stores {
  readonly places: readonly Entry<PlaceState>[];
  readonly people: readonly number[];
  readonly manDays: readonly number[];
  readonly civilians: Records<number>;
  readonly depots: Records<number>;
}

const stores = new WeakMap<Knowledge["holders"], Stores>();

/** What is in some places; its records are made anew when anything in them is other than the last time. */
function storesOf(places: readonly Entry<PlaceState>[], { holders }: Knowledge): Stores {
  const last = stores.get(holders);
  if (last !== undefined && areStored(places, last)) return last;
  const people = places.map(({ value }) => value.civilians);
  const manDays = places.map(({ value }) => value.depotManDays);
  const civilians = countsAt(places, people);
  const made = { places, people, manDays, civilians, depots: countsAt(places, manDays) };
  stores.set(holders, made);
  return made;
}

function areStored(places: readonly Entry<PlaceState>[], last: Stores): boolean {
  const isAsBefore = ({ value }: Entry<PlaceState>, at: number) =>
    value.civilians === last.people[at] && value.depotManDays === last.manDays[at];
  return areSame(places, last.places) && places.every(isAsBefore);
}

function countsAt(places: readonly Entry<unknown>[], counts: readonly number[]): Records<number> {
  const record: Record<Id, number> = {};
  places.forEach(({ id }, at) => {
    record[id] = counts[at] as number;
  });
  return record;
}

function standingsOf(
  world: World,
  contingents: Readonly<Record<Id, unknown>>,
): View["contingents"] {
  const standings: Record<Id, "present" | "leaving" | "left"> = {};
  for (const id in contingents) standings[id] = world.contingents[id]?.status ?? "left";
  return standings;
}
