import { hoursAt, isNightTurn } from "../world/clock.ts";
import { entriesOf, idsOf } from "../world/ids.ts";
import type { Formation, Id, Place, Setup } from "../world/setup.ts";
import type { Contact, FormationState, World } from "../world/world.ts";
import type { Sight } from "./conditions.ts";
import type { View } from "./types.ts";

/** Answers conditions from the truth; "own" is the given side, or nobody when it is null. */
export function worldSight(setup: Setup, world: World, turn: number, side: Id | null): Sight {
  let men: MenOfBoth | null = null;
  const both = () => (men ??= sumMen(setup, world, side));
  return {
    turn,
    night: isNightTurn(setup.clock, turn),
    hour: hoursAt(setup.clock, turn),
    holder: (place) => world.places[place]?.holder ?? null,
    value: (place) => setup.places[place]?.value ?? 0,
    parent: (place) => setup.places[place]?.sectorOf ?? place,
    left: (contingent) => world.contingents[contingent]?.status === "left",
    active: (formation) => world.formations[formation]?.status === "active",
    placeOf: (formation) => world.formations[formation]?.place ?? null,
    ownMen: (place) => both().own.get(place) ?? 0,
    enemyMen: (place) => both().enemy.get(place) ?? 0,
    track: (track) => world.tracks[track] ?? 0,
    assaulted: (place) => isFresh(world.places[place]?.assaultedTurn ?? 0, turn),
    // The truth is never old.
    reportAge: (place) => (both().enemy.has(place) ? 0 : Infinity),
    brokenShare: (contingent) => brokenShareOf(setup.formations, world.formations, [contingent]),
  };
}

interface MenOfBoth {
  readonly own: MenByPlace;
  readonly enemy: MenByPlace;
}

function sumMen(setup: Setup, world: World, side: Id | null): MenOfBoth {
  const sums: MenOfBoth = { own: new Map(), enemy: new Map() };
  for (const id of idsOf(setup.formations)) {
    const { status, place, men } = world.formations[id] as FormationState;
    if (status !== "active" || place === null) continue;
    addMen(setup.formations[id]?.side === side ? sums.own : sums.enemy, place, men);
  }
  return sums;
}

/** Answers conditions from what one seat knows. */
export function viewSight(view: View): Sight {
  const turn = view.turn + 1;
  let own: MenByPlace | null = null;
  let enemy: MenByPlace | null = null;
  return {
    turn,
    night: isNightTurn(view.brief.clock, turn),
    hour: hoursAt(view.brief.clock, turn),
    holder: (place) => view.holders[place] ?? null,
    value: (place) => (view.brief.places[place] as Place | undefined)?.value ?? 0,
    parent: (place) => view.brief.places[place]?.sectorOf ?? place,
    left: (contingent) => view.contingents[contingent] === "left",
    active: (formation) => view.formations[formation]?.status === "active",
    placeOf: (formation) => view.formations[formation]?.place ?? null,
    ownMen: (place) => (own ??= sumOwnMen(view.formations)).get(place) ?? 0,
    enemyMen: (place) => (enemy ??= sumReportedMen(view.contacts)).get(place) ?? 0,
    track: (track) => view.tracks[track] ?? 0,
    assaulted: (place) => isFresh(view.fronts[place]?.assaultedTurn ?? 0, turn),
    reportAge: (place) => reportAgeIn(view, place),
    brokenShare: (contingent) =>
      brokenShareOf(view.brief.formations, view.formations, [contingent]),
  };
}

function reportAgeIn({ contacts, turn }: View, place: Id): number {
  let age = Infinity;
  for (const { value } of entriesOf(contacts)) {
    if (value.place === place) age = Math.min(age, turn - value.turn);
  }
  return age;
}

/** Share broken or lost of the formations of some contingents that have come on to the map (10.2.5). */
export function brokenShareOf(
  formations: Formations,
  states: Readonly<Record<Id, FormationState>>,
  contingents: readonly Id[],
): number {
  let all = 0;
  let broken = 0;
  for (const contingent of new Set(contingents)) {
    for (const id of membersOf(formations, contingent)) {
      const { status } = states[id] as FormationState;
      if (status === "expected" || status === "joined") continue;
      all++;
      if (status === "broken" || status === "lost") broken++;
    }
  }
  return all > 0 ? broken / all : 0;
}

type Formations = Readonly<Record<Id, Pick<Formation, "contingent">>>;

const members = new WeakMap<Formations, ReadonlyMap<Id, readonly Id[]>>();

/** Formations of a contingent; worked out once a record of formations. */
function membersOf(formations: Formations, contingent: Id): readonly Id[] {
  let known = members.get(formations);
  if (known === undefined) members.set(formations, (known = groupMembers(formations)));
  return known.get(contingent) ?? [];
}

function groupMembers(formations: Formations): ReadonlyMap<Id, readonly Id[]> {
  const groups = new Map<Id, Id[]>();
  for (const id of idsOf(formations)) {
    const { contingent } = formations[id] as Formation;
    const group = groups.get(contingent);
    if (group === undefined) groups.set(contingent, [id]);
    else group.push(id);
  }
  return groups;
}

function isFresh(assaultedTurn: number, turn: number): boolean {
  return assaultedTurn > 0 && assaultedTurn >= turn - 1;
}

type MenByPlace = Map<Id, number>;

function addMen(men: MenByPlace, place: Id, more: number): void {
  men.set(place, (men.get(place) ?? 0) + more);
}

/** Men of the seat's side at a place. */
export function ownMenAt(view: View, place: Id): number {
  let men = 0;
  for (const { value } of entriesOf(view.formations)) {
    if (value.status === "active" && value.place === place) men += value.men;
  }
  return men;
}

/** Enemy men reported at a place. */
export function enemyMenAt(view: View, place: Id): number {
  let men = 0;
  for (const { value } of entriesOf(view.contacts)) {
    if (value.place === place) men += value.men;
  }
  return men;
}

function sumOwnMen(formations: View["formations"]): MenByPlace {
  const sums: MenByPlace = new Map();
  for (const { value } of entriesOf(formations)) {
    const { status, place, men } = value;
    if (status === "active" && place !== null) addMen(sums, place, men);
  }
  return sums;
}

/** Men reported at each place. */
export function sumReportedMen(contacts: Readonly<Record<Id, Contact>>): MenByPlace {
  const sums: MenByPlace = new Map();
  for (const { value } of entriesOf(contacts)) {
    if (value.place !== null) addMen(sums, value.place, value.men);
  }
  return sums;
}
