import type { Event, Id, Setup, View, World } from "../../engine/index.ts";
import { sidcOf } from "./sidc.ts";

/** A formation as it is drawn. */
export interface Member {
  readonly id: Id;
  readonly sidc: string;
  readonly men: number;
  readonly isBroken: boolean;
  /** Turns since it was reported; null for one that is seen as it stands. */
  readonly age: number | null;
}

/** Formations of one side at one place, the most men first. */
export interface Group {
  readonly place: Id;
  readonly side: Id;
  readonly members: readonly Member[];
}

/** An attack of a turn, from one place along the road to another. */
export interface Axis {
  readonly from: Id;
  readonly to: Id;
  readonly side: Id;
  /** To hold the enemy there, asking for no ground. */
  readonly isHolding: boolean;
  /** Whether it gained ground. */
  readonly isGain: boolean;
}

/** Sorties of one side at a place, or over a link, in a turn. */
export interface Flight {
  readonly at: Id;
  readonly side: Id | null;
  readonly sorties: number;
}

/** All that changes on a map from one moment to the next. */
export interface Scene {
  readonly holders: Readonly<Record<Id, Id | null>>;
  readonly groups: readonly Group[];
  readonly axes: readonly Axis[];
  readonly flights: readonly Flight[];
}

/** The scene as it truly was after a turn with these events. */
export function trueScene(setup: Setup, world: World, events: readonly Event[]): Scene {
  const members = Object.entries(world.formations).flatMap(([id, state]) => {
    const { place, men, status } = state;
    if (place === null || (status !== "active" && status !== "broken")) return [];
    return [memberAt(setup, place, { id, men, isBroken: status === "broken", age: null })];
  });
  const holders = Object.entries(world.places).map(([id, { holder }]) => [id, holder] as const);
  return {
    holders: Object.fromEntries(holders),
    groups: grouped(members),
    ...deedsOf(setup, events),
  };
}

/** The scene as a seat knew it: its own side, and of others what was reported, with its age. */
export function seenScene(setup: Setup, view: View, events: readonly Event[]): Scene {
  const own = Object.entries(view.formations).flatMap(([id, { place, men, status }]) => {
    if (place === null || (status !== "active" && status !== "broken")) return [];
    return [memberAt(setup, place, { id, men, isBroken: status === "broken", age: null })];
  });
  const reported = Object.entries(view.contacts).flatMap(([id, { place, men, turn }]) => {
    if (place === null) return [];
    return [memberAt(setup, place, { id, men, isBroken: false, age: view.turn - turn })];
  });
  const groups = grouped([...own, ...reported]);
  return { holders: view.holders, groups, ...deedsOf(setup, events) };
}

interface Standing {
  readonly place: Id;
  readonly side: Id;
  readonly member: Member;
}

function memberAt(setup: Setup, place: Id, known: Omit<Member, "sidc">): Standing {
  const formation = setup.formations[known.id];
  const side = formation?.side ?? "";
  const sidc = sidcOf(formation ?? { sidc: "" }, setup.sides[side]);
  return { place, side, member: { ...known, sidc } };
}

function grouped(all: readonly Standing[]): readonly Group[] {
  const groups = new Map<string, { place: Id; side: Id; members: Member[] }>();
  for (const { place, side, member } of all) {
    const key = JSON.stringify([place, side]);
    const group = groups.get(key) ?? { place, side, members: [] };
    group.members.push(member);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    members: group.members.toSorted((a, b) => b.men - a.men),
  }));
}

function deedsOf(setup: Setup, events: readonly Event[]): Pick<Scene, "axes" | "flights"> {
  return { axes: axesIn(events), flights: flightsIn(setup, events) };
}

const GAINS: readonly string[] = ["limited-gain", "forced-back", "overrun"];

function axesIn(events: readonly Event[]): readonly Axis[] {
  return events.flatMap((event) => {
    if (event.kind !== "battle-resolved") return [];
    const { attackers, attacker: side, place: to, holding: isHolding, result } = event;
    const from = [...new Set(attackers.map((one) => one.from))];
    const isGain = GAINS.includes(result);
    return from.flatMap((one) =>
      one === null || one === to ? [] : [{ from: one, to, side, isHolding, isGain }],
    );
  });
}

function flightsIn(setup: Setup, events: readonly Event[]): readonly Flight[] {
  const flights = new Map<string, Flight>();
  for (const event of events) {
    if (event.kind !== "sorties-flown") continue;
    const side = setup.wings[event.wing]?.side ?? null;
    const key = JSON.stringify([event.target, side]);
    const before = flights.get(key)?.sorties ?? 0;
    flights.set(key, { at: event.target, side, sorties: before + event.sorties });
  }
  return [...flights.values()];
}
