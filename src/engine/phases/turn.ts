import type { Chance } from "../chance/chance.ts";
import type { Ruling } from "../chance/rulings.ts";
import type { HandInject } from "../events/inject.ts";
import type { Event, EventKind, EventOf } from "../events/types.ts";
import type { OrdersBySeat } from "../orders/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Formation, Id, Place, Setup } from "../world/setup.ts";
import type { FormationState, PlaceState, World } from "../world/world.ts";

/** A formation with its state, for phases that go through all of them. */
export interface Unit {
  readonly id: Id;
  readonly side: Id;
  readonly data: Formation;
  readonly state: FormationState;
}

/** A place with its state. */
interface PlaceEntry {
  readonly id: Id;
  readonly data: Place;
  readonly state: PlaceState;
}

/** What a phase reads: the world as it stands, frozen for the phase, and the turn's events so far. */
export interface Turn {
  readonly setup: Setup;
  readonly world: World;
  /** The turn being played, from 1. */
  readonly number: number;
  readonly night: boolean;
  readonly hours: number;
  readonly block: number;
  readonly chance: Chance;
  readonly orders: OrdersBySeat;
  /** What White overrules; ruled draws are in `chance` already. */
  readonly rulings: readonly Ruling[];
  /** Injects put in by hand. */
  readonly injects: readonly HandInject[];
  /** The turn's events so far, and the same by kind. */
  readonly log: readonly Event[];
  readonly byKind: ReadonlyMap<EventKind, readonly Event[]>;
  /** All formations and all places, in id order. */
  readonly units: readonly Unit[];
  readonly places: readonly PlaceEntry[];
  /** The formations by their ids: a Map finds one several times faster than a record does. */
  readonly unitOf: ReadonlyMap<Id, Unit>;
}

/** One step of adjudication: reads, and says what happened. */
export type Phase = (turn: Turn) => readonly Event[];

const NONE: readonly never[] = [];

/** Events of one kind so far this turn. */
export function logged<K extends EventKind>(turn: Turn, kind: K): readonly EventOf<K>[] {
  return (turn.byKind.get(kind) ?? NONE) as readonly EventOf<K>[];
}

/** Puts an event with those of its kind. */
export function file(byKind: Map<EventKind, Event[]>, event: Event): void {
  const alike = byKind.get(event.kind);
  if (alike === undefined) byKind.set(event.kind, [event]);
  else alike.push(event);
}

/** A world with lists of all its formations and places, in id order. */
export function readingOf(setup: Setup, world: World): Reading {
  const units = unitsOf(setup, world);
  return { world, units, places: placesOf(setup, world), unitOf: byId(units) };
}

/** What of a turn is another when the world is. */
export type Reading = Pick<Turn, "world" | "units" | "places" | "unitOf">;

function unitsOf(setup: Setup, world: World): readonly Unit[] {
  return idsOf(setup.formations).map((id): Unit => {
    const data = setup.formations[id] as Formation;
    return { id, side: data.side, data, state: world.formations[id] as FormationState };
  });
}

function placesOf(setup: Setup, world: World): readonly PlaceEntry[] {
  return idsOf(setup.places).map((id): PlaceEntry => {
    return { id, data: setup.places[id] as Place, state: world.places[id] as PlaceState };
  });
}

function byId(units: readonly Unit[]): ReadonlyMap<Id, Unit> {
  const found = new Map<Id, Unit>();
  for (const unit of units) found.set(unit.id, unit);
  return found;
}

/** Active formations by the place they stand at, in id order; only places with any. */
export type Standing = ReadonlyMap<Id, readonly Unit[]>;

/** Who stands where in the world a phase reads; worked out again only when somebody stands elsewhere. */
export function standing({ units }: Turn): Standing {
  const last = standings.get(units);
  if (last !== undefined && units.every((unit, at) => last.where[at] === whereIs(unit)))
    return last.stands;
  const where = units.map(whereIs);
  const stands = standingAt(units, where);
  standings.set(units, { where, stands });
  return stands;
}

interface Stood {
  /** Where each of the units stood, in their order. */
  readonly where: readonly (Id | null)[];
  readonly stands: Standing;
}

const standings = new WeakMap<Turn["units"], Stood>();

function whereIs({ state }: Unit): Id | null {
  return state.status === "active" ? state.place : null;
}

function standingAt(units: readonly Unit[], where: readonly (Id | null)[]): Standing {
  const byPlace = new Map<Id, Unit[]>();
  units.forEach((unit, at) => {
    const place = where[at] as Id | null;
    if (place === null) return;
    const here = byPlace.get(place);
    if (here === undefined) byPlace.set(place, [unit]);
    else here.push(unit);
  });
  return byPlace;
}

/** Active formations at one place. */
export function unitsAt(stands: Standing, place: Id): readonly Unit[] {
  return stands.get(place) ?? NONE;
}

/** The state of a formation that must exist. */
export function stateOf(turn: Turn, id: Id): FormationState {
  return (turn.unitOf.get(id) as Unit).state;
}

/** Side of a formation. */
export function sideOf(turn: Turn, id: Id): Id {
  return (turn.unitOf.get(id) as Unit).side;
}

/** Men at a place of every side but one. */
export function enemyMenAt(stands: Standing, place: Id, side: Id): number {
  let men = 0;
  for (const unit of unitsAt(stands, place)) if (unit.side !== side) men += unit.state.men;
  return men;
}
