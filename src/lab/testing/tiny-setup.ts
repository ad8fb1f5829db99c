import {
  type Contingent,
  type Formation,
  hashId,
  type Id,
  type Link,
  type Neighbour,
  type Parameters,
  type Place,
  type Seat,
  type Setup,
  type Track,
  type Wing,
  withChildren,
} from "../../engine/index.ts";

/** What a test says of a place, a formation and so on; the rest is filled in. */
export interface TinyParts extends Partial<Omit<Setup, "places" | "links" | "formations">> {
  readonly places: Readonly<Record<Id, Partial<Place>>>;
  /** One road a line: `A B KM SURFACE`; its id is `A-B`. */
  readonly roads: readonly string[];
  readonly formations: Readonly<Record<Id, Partial<Formation> & Pick<Formation, "side">>>;
}

/** A Setup of the sides red and blue, each with one seat and one army of the same name. */
export function tinySetupWith(
  parameters: Parameters,
  { places, roads, formations, ...rest }: TinyParts,
): Setup {
  const links = linksOf(roads);
  const sides = Object.fromEntries(["blue", "red"].map((side) => [side, sideNamed(side)]));
  const setup: Omit<Setup, "idHashes"> = {
    id: "tiny",
    title: "A tiny war",
    turns: 6,
    hiddenTurns: 0,
    clock: {
      start: "1950-05-01T06:00:00+00:00",
      startHour: 6,
      turnHours: 12,
      dawnHour: 6,
      duskHour: 18,
    },
    parameters,
    sides,
    seats: { blue: seatOf("blue"), red: seatOf("red"), white: WHITE },
    contingents: { blue: contingentOf("blue"), red: contingentOf("red") },
    places: sorted(places, (one) => placeWith(parameters, one)),
    links,
    formations: sorted(withChildren(sorted(formations, formationOf)), (one) => one),
    wings: {},
    reinforcements: {},
    pools: {},
    objectives: {},
    scores: {},
    tracks: {},
    injects: {},
    weather: { clear: 1 },
    surprise: [],
    neighbours: neighboursOf(Object.keys(places), links),
    ...rest,
  };
  return { ...setup, idHashes: hashesOf(setup) };
}

function sideNamed(side: Id): Setup["sides"][Id] {
  const letter = side === "red" ? "R" : "B";
  return {
    name: side,
    adjective: side,
    letter,
    affiliation: side === "red" ? "hostile" : "friend",
  };
}

/** A commanding seat with the contingents named; by default the one of its side. */
export function seatOf(side: Id, contingents: readonly Id[] = [side]): Seat {
  return { name: side, side, role: "command", contingents, brief: "Win." };
}

const WHITE: Seat = {
  name: "White",
  side: null,
  role: "white",
  contingents: [],
  brief: "Keep the game.",
};

/** A contingent of a side whose orders take effect at once and which nothing makes leave. */
export function contingentOf(side: Id, change: Partial<Contingent> = {}): Contingent {
  return { name: side, side, commandDelayHours: 0, patron: null, ...change };
}

/** A place on flat hard ground that nobody holds. */
export function placeWith({ placeKinds }: Parameters, change: Partial<Place>): Place {
  const kind = placeKinds[change.kind ?? "post"]!;
  return {
    name: "a place",
    label: "PL",
    lat: 0,
    lon: 0,
    kind: "post",
    terrain: "flat-hard",
    depthKm: kind.depthKm,
    frontageMen: 10_000,
    minimumGarrison: 10,
    value: 1,
    holder: null,
    works: "hasty",
    sectorOf: null,
    overlooks: [],
    civilians: 0,
    rulesOfEngagement: "free",
    airbase: false,
    supplies: [],
    stocks: {},
    depotManDays: 0,
    ...change,
  };
}

function formationOf(change: Partial<Formation> & Pick<Formation, "side">): Formation {
  return {
    name: "a formation",
    seat: change.side,
    contingent: change.side,
    parent: null,
    hq: false,
    echelon: "battalion",
    branch: "infantry",
    sidc: "10031000161211000000",
    mobility: "motorised",
    class: "static",
    men: 400,
    kit: {},
    quality: 1,
    cohesion: 80,
    supplyDays: 5,
    place: null,
    reserve: false,
    detachments: 0,
    knownTo: [],
    ...change,
  };
}

/** A wing of a seat that flies from off the map and has nobody to guide it. */
export function wingOf(seat: Id, change: Partial<Wing> = {}): Wing {
  return {
    name: "a wing",
    side: seat,
    seat,
    contingent: seat,
    base: null,
    alternate: null,
    aircraft: 8,
    sortiesPerAircraftPerDay: 2,
    serviceability: 1,
    fromHour: 0,
    needsRunway: true,
    missions: ["destroy", "interdict", "strike", "supply", "support"],
    against: [seat === "red" ? "blue" : "red"],
    controllers: null,
    ...change,
  };
}

/** A track from 0 to 100 that blue sees and nothing moves. */
export function trackOf(change: Partial<Track> = {}): Track {
  return {
    title: "Favour",
    initial: 50,
    minimum: 0,
    maximum: 100,
    visibleTo: ["blue"],
    moves: [],
    drift: [],
    thresholds: {},
    ...change,
  };
}

function linksOf(roads: readonly string[]): Record<Id, Link> {
  const links: Record<Id, Link> = {};
  for (const road of roads) {
    const [a, b, km, surface] = road.split(" ") as [Id, Id, string, Id];
    links[`${a}-${b}`] = { a, b, km: Number(km), surface };
  }
  return sorted(links, (link) => link);
}

function neighboursOf(
  places: readonly Id[],
  links: Readonly<Record<Id, Link>>,
): Setup["neighbours"] {
  const found: Record<Id, Neighbour[]> = Object.fromEntries(
    places.toSorted().map((id) => [id, []]),
  );
  for (const [link, { a, b, km, surface }] of Object.entries(links)) {
    found[a]!.push({ to: b, link, km, surface });
    found[b]!.push({ to: a, link, km, surface });
  }
  for (const list of Object.values(found)) list.sort((a, b) => (a.to < b.to ? -1 : 1));
  return found;
}

function hashesOf(setup: Omit<Setup, "idHashes">): Record<Id, number> {
  const { places, links, formations, wings, contingents, pools, injects, sides, seats } = setup;
  const records = [
    places,
    links,
    formations,
    wings,
    contingents,
    pools,
    injects,
    sides,
    seats,
    setup.parameters.kit,
  ];
  return Object.fromEntries(
    records.flatMap((record) => Object.keys(record)).map((id) => [id, hashId(id)]),
  );
}

function sorted<T, U>(
  record: Readonly<Record<Id, T>>,
  change: (value: T, id: Id) => U,
): Record<Id, U> {
  const ids = Object.keys(record).toSorted();
  return Object.fromEntries(ids.map((id) => [id, change(record[id]!, id)]));
}
