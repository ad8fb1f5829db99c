import type { Parameters } from "./parameters.ts";
import type { Id, Neighbour } from "./setup.ts";

/** What finding a road needs; Setup and a seat's Brief both have it. */
export interface RoadMap {
  readonly places: Readonly<Record<Id, unknown>>;
  readonly neighbours: Readonly<Record<Id, readonly Neighbour[]>>;
  readonly parameters: Parameters;
}

/** Next place on the quickest road from the first id to the second; absent without a road. */
type NextHops = Readonly<Record<Id, Readonly<Record<Id, Id>>>>;

const hopsOf = new WeakMap<RoadMap["neighbours"], NextHops>();

/** Hours of driving by day over one link. */
function dayHours(map: RoadMap, link: Neighbour): number {
  return link.km / (map.parameters.surfaces[link.surface]?.dayKmPerHour || 1);
}

type Passable = (place: Id) => boolean;

/** Next hops from every place towards `goal`, through passable places only. */
function hopsTowards(map: RoadMap, goal: Id, passable: Passable): Record<Id, Id> {
  const hours: Record<Id, number> = { [goal]: 0 };
  const next: Record<Id, Id> = {};
  const open = new Set<Id>([goal]);
  while (open.size > 0) {
    const here = nearestOf(open, hours);
    open.delete(here);
    if (here !== goal && !passable(here)) continue;
    for (const link of map.neighbours[here] ?? []) relax(map, here, link, hours, next, open);
  }
  return next;
}

function nearestOf(open: ReadonlySet<Id>, hours: Readonly<Record<Id, number>>): Id {
  let best: Id = "";
  for (const id of open) {
    const closer = (hours[id] as number) - (best === "" ? Infinity : (hours[best] as number));
    if (closer < 0 || (closer === 0 && id < best)) best = id;
  }
  return best;
}

function relax(
  map: RoadMap,
  here: Id,
  link: Neighbour,
  hours: Record<Id, number>,
  next: Record<Id, Id>,
  open: Set<Id>,
): void {
  const total = (hours[here] as number) + dayHours(map, link);
  const known = hours[link.to];
  const tie = known === total && here < (next[link.to] ?? "");
  if (known !== undefined && total >= known && !tie) return;
  hours[link.to] = total;
  next[link.to] = here;
  open.add(link.to);
}

function allHops(map: RoadMap): NextHops {
  let hops = hopsOf.get(map.neighbours);
  if (hops === undefined) {
    const goals = Object.keys(map.neighbours);
    hops = Object.fromEntries(goals.map((goal) => [goal, hopsTowards(map, goal, () => true)]));
    hopsOf.set(map.neighbours, hops);
  }
  return hops;
}

function follow(next: Readonly<Record<Id, Id>> | undefined, from: Id, to: Id): Id[] | null {
  const path: Id[] = [];
  for (let at: Id | undefined = from; at !== to; ) {
    at = next?.[at];
    if (at === undefined) return null;
    path.push(at);
  }
  return path;
}

/**
 * The quickest road from a place to another, as the places after the first; null without one.
 * `passable` limits the places between; ties go to the smaller id.
 */
export function road(map: RoadMap, from: Id, to: Id, passable?: Passable): readonly Id[] | null {
  const shortest = follow(allHops(map)[to], from, to);
  if (shortest === null || passable === undefined) return shortest;
  if (shortest.every((place) => place === to || passable(place))) return shortest;
  return follow(hopsTowards(map, to, passable), from, to);
}

/** The quickest road through the given places in order; null when one leg has none. */
export function roadVia(
  map: RoadMap,
  from: Id,
  stops: readonly Id[],
  passable?: Passable,
): readonly Id[] | null {
  return legsThrough(from, stops, (at, stop) => road(map, at, stop, passable));
}

/**
 * The road of an attack through the given places in order (4.4): from each to a neighbour along
 * their own link, whatever road may be quicker; null when one leg has none.
 */
export function straightVia(map: RoadMap, from: Id, stops: readonly Id[]): readonly Id[] | null {
  return legsThrough(from, stops, (at, stop) =>
    findLink(map, at, stop) === undefined ? road(map, at, stop) : [stop],
  );
}

function legsThrough(
  from: Id,
  stops: readonly Id[],
  legOf: (at: Id, stop: Id) => readonly Id[] | null,
): readonly Id[] | null {
  const path: Id[] = [];
  let at = from;
  for (const stop of stops) {
    const leg = at === stop ? [] : legOf(at, stop);
    if (leg === null) return null;
    path.push(...leg);
    at = stop;
  }
  return path;
}

/**
 * The nearest place by hours of road that is wanted, other than the first, passing only through
 * passable places; ties go to the smaller id. Null when there is none.
 */
export function nearestPlace(
  map: RoadMap,
  from: Id,
  isWanted: Passable,
  passable: Passable,
): Id | null {
  const hours: Record<Id, number> = { [from]: 0 };
  const open = new Set<Id>([from]);
  while (open.size > 0) {
    const here = nearestOf(open, hours);
    open.delete(here);
    if (here !== from && isWanted(here)) return here;
    if (here !== from && !passable(here)) continue;
    for (const link of map.neighbours[here] ?? []) relax(map, here, link, hours, {}, open);
  }
  return null;
}

/** The places one or two links away, those of one link first. */
export function placesWithinTwo(
  { neighbours }: Pick<RoadMap, "neighbours">,
  from: Id,
): readonly Id[] {
  const near = (at: Id) => (neighbours[at] ?? []).map(({ to }) => to);
  const next = near(from);
  const all = new Set([...next, ...next.flatMap(near)]);
  all.delete(from);
  return [...all];
}

/** The link from a place to a neighbour; undefined when they are not joined. */
export function findLink(map: RoadMap, from: Id, to: Id): Neighbour | undefined {
  return map.neighbours[from]?.find((link) => link.to === to);
}

/** Cosine of a latitude in degrees by Bhaskara's formula: the engine calls no trigonometry. */
function cosineOf(latitude: number): number {
  const square = latitude * latitude;
  return (32400 - 4 * square) / (32400 + square);
}

/** Where a place lies, in degrees. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** Whether two approaches to a place come from directions at least 90 degrees apart. */
export function areOpposed(places: Readonly<Record<Id, Position>>, at: Id, a: Id, b: Id): boolean {
  const here = places[at] as Position;
  const [first, second] = [places[a] as Position, places[b] as Position];
  const scale = cosineOf(here.lat);
  const east = (first.lon - here.lon) * (second.lon - here.lon) * scale * scale;
  const north = (first.lat - here.lat) * (second.lat - here.lat);
  return east + north <= 0;
}
