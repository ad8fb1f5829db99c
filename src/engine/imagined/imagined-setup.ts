import { hashId } from "../chance/chance.ts";
import { mapValues } from "../world/copy.ts";
import type { Id } from "../world/id.ts";
import type {
  Contingent,
  Formation,
  Place,
  Pool,
  Seat,
  Setup,
  Track,
  Wing,
} from "../world/setup.ts";
import type { Contact } from "../world/world.ts";
import type { OwnFormation, PublicPlace, PublicPool, View } from "../views/types.ts";
import { averageTroops, type Troops } from "./average-troops.ts";

/**
 * The game as a seat can think it from its view and the public rules: its own side as it stands,
 * each reported enemy as average troops without kit that hold where they were reported, under a
 * seat and a contingent made up for their side. Nobody who was not reported is in it, no patron
 * leaves, nothing arrives, and every place feeds its holder.
 */
export function imaginedSetup(view: View): Setup {
  const { brief } = view;
  return {
    id: brief.scenario,
    title: brief.title,
    turns: brief.turns + brief.hiddenTurns,
    hiddenTurns: 0,
    clock: brief.clock,
    parameters: brief.parameters,
    sides: brief.sides,
    seats: imaginedSeats(view),
    contingents: imaginedContingents(view),
    places: mapValues(brief.places, (place, id) => imaginedPlace(view, id, place)),
    links: brief.links,
    formations: imaginedFormations(view),
    wings: mapValues(brief.wings, (wing) => imaginedWing(view, wing)),
    reinforcements: {},
    pools: mapValues(brief.pools, (pool) => imaginedPool(view, pool)),
    objectives: {},
    scores: {},
    tracks: mapValues(brief.tracks, (track, id) => imaginedTrack(view, id, track)),
    injects: {},
    weather: { [view.weather]: 1 },
    surprise: brief.side === null ? [] : [{ side: brief.side, factor: brief.surprise }],
    neighbours: brief.neighbours,
    idHashes: drawnIds(view),
  };
}

/** Whatever is imagined of chance is asked about these: what is made up has no dice of its own. */
function drawnIds({ brief, contacts }: View): Setup["idHashes"] {
  const { places, links, formations, wings, parameters } = brief;
  const records = [places, links, formations, wings, contacts, parameters.kit];
  const ids = records.flatMap((record) => Object.keys(record));
  return Object.fromEntries(ids.map((id) => [id, hashId(id)]));
}

/** Name of the seat and contingent that is made up for a side. */
function imaginedHand(side: Id): Id {
  return `imagined-${side}`;
}

function enemySides({ brief }: View): readonly Id[] {
  return Object.keys(brief.sides).filter((side) => side !== brief.side);
}

/** Where several sides are the enemy, a report does not say whose men they are: the first is taken. */
function enemyOf(view: View): Id {
  return enemySides(view)[0] ?? "";
}

function imaginedSeats(view: View): Setup["seats"] {
  const { brief } = view;
  const own = Object.values(brief.formations).map(({ seat }) => seat);
  const flying = Object.values(brief.wings).map(({ seat }) => seat);
  const contingentsOf = (seat: Id) =>
    unique(
      Object.values(brief.formations).flatMap((one) => (one.seat === seat ? [one.contingent] : [])),
    );
  const seatOf = (id: Id): Seat => ({
    name: id,
    side: brief.side,
    role: "command",
    contingents: id === brief.seat ? brief.commands : contingentsOf(id),
    brief: "",
  });
  const enemy = enemySides(view).map((side): [Id, Seat] => [
    imaginedHand(side),
    { name: side, side, role: "command", contingents: [imaginedHand(side)], brief: "" },
  ]);
  const all = unique([brief.seat, ...own, ...flying]).map((id): [Id, Seat] => [id, seatOf(id)]);
  return inOrder([...all, ...enemy]);
}

function imaginedContingents(view: View): Setup["contingents"] {
  const own = Object.entries(view.brief.contingents).map(([id, one]): [Id, Contingent] => {
    const { name, side, commandDelayHours } = one;
    return [id, { name, side, commandDelayHours, patron: null }];
  });
  const enemy = enemySides(view).map((side): [Id, Contingent] => {
    return [imaginedHand(side), { name: side, side, commandDelayHours: 0, patron: null }];
  });
  return inOrder([...own, ...enemy]);
}

function imaginedPlace(view: View, id: Id, place: PublicPlace): Place {
  const holder = view.holders[id] ?? null;
  return {
    ...place,
    holder,
    works: "hasty",
    supplies: holder === null ? [] : [holder],
    stocks: {},
    depotManDays: view.depots[id] ?? 0,
    civilians: view.civilians[id] ?? place.civilians,
    rulesOfEngagement: view.rulesOfEngagement[id] ?? "free",
  };
}

function imaginedFormations(view: View): Setup["formations"] {
  const troops = averageTroops(view.brief.parameters);
  const own = Object.entries(view.brief.formations).map(([id, one]): [Id, Formation] => {
    return [id, known(one)];
  });
  const enemy = Object.entries(view.contacts).map(([id, contact]): [Id, Formation] => {
    return [id, reported(enemyOf(view), id, contact, troops)];
  });
  return inOrder([...own, ...enemy]);
}

function known(one: OwnFormation): Formation {
  return { ...one, knownTo: [] };
}

function reported(side: Id, id: Id, { place, men }: Contact, troops: Troops): Formation {
  return {
    name: id,
    side,
    seat: imaginedHand(side),
    contingent: imaginedHand(side),
    parent: null,
    hq: false,
    echelon: "company",
    branch: "",
    sidc: "",
    mobility: "foot",
    class: troops.class,
    men,
    kit: {},
    quality: troops.quality,
    cohesion: troops.cohesion,
    supplyDays: 3,
    place,
    reserve: false,
    detachments: 0,
    knownTo: [],
  };
}

/** A contingent that is another's business is no condition of the wing's full effect. */
function imaginedWing({ brief }: View, wing: Wing): Wing {
  const isKnown = wing.controllers !== null && brief.contingents[wing.controllers] !== undefined;
  return isKnown ? wing : { ...wing, controllers: null };
}

/** A pool comes when it is called, and never by itself. */
function imaginedPool({ brief }: View, pool: PublicPool): Pool {
  const isSeen = pool.price !== null && brief.tracks[pool.price.track] !== undefined;
  return { ...pool, seat: brief.seat, release: { any: [] }, price: isSeen ? pool.price : null };
}

function imaginedTrack(
  view: View,
  id: Id,
  { title, minimum, maximum }: View["brief"]["tracks"][Id],
): Track {
  const initial = view.tracks[id] ?? minimum;
  const visibleTo = [view.brief.seat];
  return { title, initial, minimum, maximum, visibleTo, moves: [], drift: [], thresholds: {} };
}

function unique(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)].toSorted();
}

/** A record in code-unit order, as every setup's are. */
function inOrder<T>(entries: readonly (readonly [Id, T])[]): Readonly<Record<Id, T>> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
