import type { Halted } from "../events/types.ts";
import { isAttacking, isMarching, type Verb } from "../orders/types.ts";
import { entriesOf } from "../world/ids.ts";
import { findLink, type RoadMap, roadVia, straightVia } from "../world/map.ts";
import type { Formation, Id, Neighbour } from "../world/setup.ts";
import type { FormationState, Knowledge } from "../world/world.ts";
import { enemyMenAt, logged, sideOf, type Standing, type Turn, type Unit } from "./turn.ts";

/** What a formation will do on the road this turn, judged from the world at its start. */
export interface March {
  readonly id: Id;
  readonly side: Id;
  readonly from: Id;
  /** Places reached, in order. */
  path: Id[];
  /** Hours after the start of the turn's driving at which each place of `path` is reached. */
  hours: number[];
  towards: Id | null;
  kmDone: number;
  /** First defended place on an assault's road, when the formation stands before it. */
  assaults: Id | null;
  /** The place at the far end of a link on which it meets the enemy. */
  meets: Id | null;
  /** The place it would not enter, and why. */
  halt: { readonly before: Id; readonly reason: Halted["reason"] } | null;
  readonly goal: Id;
  readonly verb: Verb;
}

/** The march of a formation this turn; null when its task does not move it. */
export function planMarch(turn: Turn, { id, side, state }: Unit, stands: Standing): March | null {
  const { status, task, place } = state;
  if (
    status !== "active" ||
    place === null ||
    task.to === null ||
    !isMarching(task.verb) ||
    task.to === place
  )
    return null;
  const march: March = {
    id,
    side,
    from: place,
    path: [],
    hours: [],
    towards: null,
    kmDone: 0,
    assaults: null,
    meets: null,
    halt: null,
    goal: task.to,
    verb: task.verb,
  };
  const path = routeOf(turn, state, march);
  if (path === null) march.halt = { before: task.to, reason: "no-road" };
  else drive(turn, state, march, path, stands);
  return march;
}

/**
 * 4.4: an attack goes straight; any other march goes round what its seat believes is the enemy's,
 * so that a detour tells the seat nothing it was not told. Without such a road it goes straight.
 */
function routeOf(turn: Turn, state: FormationState, march: March): readonly Id[] | null {
  const map: RoadMap = turn.setup;
  const stops = [...state.task.via.filter((stop) => !isBehind(state, stop)), march.goal];
  const straight = () => straightVia(map, march.from, stops);
  if (isAttacking(state.task.verb)) return straight();
  const { contacts, holders } = turn.world.knowledge[seatOf(turn, march.id)] as Knowledge;
  const known = new Set(entriesOf(contacts).map(({ value }) => value.place));
  const passable = (place: Id) => {
    const holder = holders[place] ?? null;
    return (holder === null || holder === march.side) && !known.has(place);
  };
  return roadVia(map, march.from, stops, passable) ?? straight();
}

function seatOf(turn: Turn, id: Id): Id {
  return (turn.setup.formations[id] as Formation).seat;
}

/** A waypoint the formation stands on has been passed, and those before it. */
function isBehind({ task: { via }, place }: FormationState, stop: Id): boolean {
  return via.indexOf(stop) <= via.indexOf(place as Id);
}

/** Whether enemies stand at a place. */
function isDefended(place: Id, side: Id, stands: Standing): boolean {
  return enemyMenAt(stands, place, side) > 0;
}

function drive(
  turn: Turn,
  state: FormationState,
  march: March,
  path: readonly Id[],
  stands: Standing,
): void {
  const budget = allowanceHours(turn, state);
  let spent = 0;
  let at = march.from;
  for (const next of path) {
    if (isDefended(next, march.side, stands)) return meetEnemy(march, next);
    const link = findLink(turn.setup, at, next) as Neighbour;
    const speed = speedOn(turn, march.id, link);
    const done = march.path.length === 0 && state.towards === next ? state.kmDone : 0;
    const needed = speed > 0 ? (link.km - done) / speed : Number.MAX_VALUE;
    if (spent + needed > budget) {
      march.towards = next;
      march.kmDone = Math.floor((done + Math.max(0, budget - spent) * speed) * 1000) / 1000;
      return;
    }
    spent += needed;
    march.path.push(next);
    march.hours.push(spent);
    at = next;
    // 4.10: a pursuit looks into nothing on its way.
    if (turn.world.places[next]?.holder !== march.side && march.verb !== "pursue")
      spent += turn.setup.parameters.movement.clearingHours;
  }
}

/** 4: an attack is on whom it meets first; a reserve is committed against its goal alone. */
function meetEnemy(march: March, before: Id): void {
  const isCommitted = march.verb === "commit" && march.goal === before;
  if (isAttacking(march.verb) || isCommitted) march.assaults = before;
  else march.halt = { before, reason: "enemy" };
}

/** 4.1: hours of driving by day or night, less the time to form a column; a pursuit forms none (4.10). */
function allowanceHours(turn: Turn, state: FormationState): number {
  const { dayHours, nightHours, columnHours } = turn.setup.parameters.movement;
  const hours = ((turn.night ? nightHours : dayHours) * turn.hours) / 12;
  const isOff = state.marched || state.task.verb === "pursue";
  return Math.max(0, isOff ? hours : hours - columnHours);
}

/** 4.2: km an hour on a link by surface, light, mobility, weather and enemy interdiction. */
function speedOn(turn: Turn, id: Id, link: Neighbour): number {
  const { parameters, formations } = turn.setup;
  const surface = parameters.surfaces[link.surface];
  const mobility = formations[id]?.mobility;
  if (surface === undefined || mobility === "static") return 0;
  const wheels = turn.night ? surface.nightKmPerHour : surface.dayKmPerHour;
  const speed = mobility === "foot" ? Math.min(wheels, parameters.movement.footKmPerHour) : wheels;
  const weather = parameters.weathers[turn.world.weather]?.advance ?? 1;
  return speed * weather * interdicted(turn, id, link.link);
}

/** 6.5: enemy interdiction cuts movement on a link by so much an effective sortie, up to a cap. */
function interdicted(turn: Turn, id: Id, link: Id): number {
  const { interdictionPerSortie, interdictionCap } = turn.setup.parameters.air;
  let effective = 0;
  for (const flown of logged(turn, "sorties-flown")) {
    const hits = flown.mission === "interdict" && flown.target === link;
    if (hits && turn.setup.wings[flown.wing]?.against.includes(sideOf(turn, id)))
      effective += flown.effective;
  }
  return 1 - Math.min(interdictionCap, effective * interdictionPerSortie);
}
