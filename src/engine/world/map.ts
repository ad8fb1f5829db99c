import type { Parameters, Surface } from "./parameters.ts";
import type { Id, Neighbour } from "./setup.ts";

/** What finding a road needs; Setup and a seat's Brief both have it. */
export interface RoadMap {
  readonly places: Readonly<Record<Id, unknown>>;
  readonly neighbours: Readonly<Record<Id, readonly Neighbour[]>>;
  readonly parameters: Parameters;
}

/** A map with its places numbered in id order, for walking it fast; made once a map. */
interface Graph {
  readonly surfaces: Parameters["surfaces"];
  readonly ids: readonly Id[];
  readonly numberOf: ReadonlyMap<Id, number>;
  /** By number: the links of the place. */
  readonly links: readonly (readonly Step[])[];
}

/** A link to the place of a number, with hours of driving by day over it. */
interface Step {
  readonly to: number;
  readonly hours: number;
}

const graphs = new WeakMap<RoadMap["neighbours"], Graph>();

function graphOf(map: RoadMap): Graph {
  let graph = graphs.get(map.neighbours);
  if (graph?.surfaces !== map.parameters.surfaces)
    graphs.set(map.neighbours, (graph = makeGraph(map)));
  return graph;
}

function makeGraph({ neighbours, parameters: { surfaces } }: RoadMap): Graph {
  const ids = Object.keys(neighbours).toSorted();
  const numberOf = new Map(ids.map((id, at) => [id, at]));
  const stepTo = ({ to, km, surface }: Neighbour): Step => ({
    to: numberOf.get(to) as number,
    // Where nothing drives there is a road nevertheless: on foot, and taken last.
    hours: km / ((surfaces[surface] as Surface).dayKmPerHour || 1),
  });
  const links = ids.map((id) => (neighbours[id] as readonly Neighbour[]).map(stepTo));
  return { surfaces, ids, numberOf, links };
}

type Passable = (place: Id) => boolean;

/** Next place on the quickest road to one goal, by number; -1 where no road was found. */
type NextHops = readonly number[];

/** What is known of roads to or from one place while a map is walked, by number. */
interface Walk {
  readonly hours: number[];
  readonly next: number[];
  /** Reached, and not yet gone on from. */
  readonly open: number[];
}

function walkFrom({ ids }: Graph, start: number): Walk {
  const hours = ids.map(() => Infinity);
  hours[start] = 0;
  return { hours, next: ids.map(() => -1), open: [start] };
}

/** Next hops towards `goal`, through passable places only, from as far as `from`; from everywhere without one. */
function hopsTowards(graph: Graph, goal: number, passable: Passable, from?: number): NextHops {
  const walk = walkFrom(graph, goal);
  while (walk.open.length > 0) {
    const here = takeNearest(walk);
    if (here === from) break;
    if (here === goal || passable(graph.ids[here] as Id)) goOn(graph, here, walk);
  }
  return walk.next;
}

/** The open place of fewest hours, no longer open; ties go to the smaller id. */
function takeNearest({ open, hours }: Walk): number {
  let best = 0;
  for (let at = 1; at < open.length; at++) {
    const [one, other] = [open[at] as number, open[best] as number];
    const closer = (hours[one] as number) - (hours[other] as number);
    if (closer < 0 || (closer === 0 && one < other)) best = at;
  }
  const nearest = open[best] as number;
  open[best] = open[open.length - 1] as number;
  open.length--;
  return nearest;
}

function goOn(graph: Graph, here: number, { hours, next, open }: Walk): void {
  for (const { to, hours: more } of graph.links[here] as readonly Step[]) {
    const total = (hours[here] as number) + more;
    const known = hours[to] as number;
    const isTie = known === total && here < (next[to] as number);
    if (total >= known && !isTie) continue;
    hours[to] = total;
    next[to] = here;
    if (!open.includes(to)) open.push(to);
  }
}

const hopsOf = new WeakMap<Graph, NextHops[]>();

/** Next hops from every place towards a goal with nothing in the way; found once a map and goal. */
function openHops(graph: Graph, goal: number): NextHops {
  let hops = hopsOf.get(graph);
  if (hops === undefined) hopsOf.set(graph, (hops = []));
  return (hops[goal] ??= hopsTowards(graph, goal, () => true));
}

function follow({ ids }: Graph, next: NextHops, from: number, to: number): Id[] | null {
  const path: Id[] = [];
  for (let at = from; at !== to; ) {
    at = next[at] as number;
    if (at === -1) return null;
    path.push(ids[at] as Id);
  }
  return path;
}

/**
 * The quickest road from a place to another, as the places after the first; null without one.
 * `passable` limits the places between; ties go to the smaller id.
 */
export function road(map: RoadMap, from: Id, to: Id, passable?: Passable): readonly Id[] | null {
  if (from === to) return [];
  const graph = graphOf(map);
  const start = graph.numberOf.get(from);
  const goal = graph.numberOf.get(to);
  if (start === undefined || goal === undefined) return null;
  const shortest = follow(graph, openHops(graph, goal), start, goal);
  if (shortest === null || passable === undefined) return shortest;
  if (shortest.every((place) => place === to || passable(place))) return shortest;
  return follow(graph, hopsTowards(graph, goal, passable, start), start, goal);
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
  const graph = graphOf(map);
  const start = graph.numberOf.get(from);
  if (start === undefined) return null;
  const walk = walkFrom(graph, start);
  while (walk.open.length > 0) {
    const here = takeNearest(walk);
    const place = graph.ids[here] as Id;
    if (here !== start && isWanted(place)) return place;
    if (here === start || passable(place)) goOn(graph, here, walk);
  }
  return null;
}

/** The places that are open themselves and joined to one of `starts`, all of them open, through open places. */
export function joinedTo(map: RoadMap, starts: readonly Id[], isOpen: Passable): ReadonlySet<Id> {
  const { ids, numberOf, links } = graphOf(map);
  const reached = starts.map((id) => numberOf.get(id) as number);
  const isSeen = ids.map(() => false);
  for (const start of reached) isSeen[start] = true;
  // The list is walked as it grows, so this ends when nothing new is reached.
  for (const here of reached) {
    for (const { to } of links[here] as readonly Step[]) {
      if (isSeen[to]) continue;
      isSeen[to] = true;
      if (isOpen(ids[to] as Id)) reached.push(to);
    }
  }
  return new Set(reached.map((at) => ids[at] as Id));
}

/** The places one or two links away, those of one link first. */
export function placesWithinTwo(
  { neighbours }: Pick<RoadMap, "neighbours">,
  from: Id,
): readonly Id[] {
  const near = (at: Id) => (neighbours[at] as readonly Neighbour[]).map(({ to }) => to);
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
