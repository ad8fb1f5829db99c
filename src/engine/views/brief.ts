import { aimGroupsOf, ownersOf } from "../world/aims.ts";
import { mapValues } from "../world/copy.ts";
import { invariant } from "../world/invariant.ts";
import type {
  Contingent,
  Formation,
  Id,
  Place,
  Pool,
  Setup,
  Threshold,
  Track,
  Wing,
} from "../world/setup.ts";
import type {
  Brief,
  OwnFormation,
  PublicContingent,
  PublicPlace,
  PublicPool,
  PublicTrack,
} from "./types.ts";

const briefs = new WeakMap<Setup, Record<Id, Brief>>();

/** The unchanging part of a seat's knowledge; made once a setup and seat. */
export function briefOf(setup: Setup, seat: Id): Brief {
  let bySeat = briefs.get(setup);
  if (bySeat === undefined) briefs.set(setup, (bySeat = {}));
  return (bySeat[seat] ??= makeBrief(setup, seat));
}

function makeBrief(setup: Setup, id: Id): Brief {
  const seat = setup.seats[id];
  invariant(seat !== undefined, `there is no seat "${id}"`);
  const { side } = seat;
  return {
    scenario: setup.id,
    title: setup.title,
    seat: id,
    side,
    role: seat.role,
    text: seat.brief,
    turns: setup.turns,
    hiddenTurns: setup.hiddenTurns,
    clock: setup.clock,
    parameters: setup.parameters,
    sides: setup.sides,
    places: mapValues(setup.places, publicPlace),
    links: setup.links,
    neighbours: setup.neighbours,
    formations: mapValues(
      filter(setup.formations, (formation) => formation.side === side),
      ownFormation,
    ),
    wings: filter(setup.wings, (wing) => wing.seat === id || isAllied(wing, side)),
    contingents: mapValues(
      filter(setup.contingents, (one) => one.side === side),
      publicContingent,
    ),
    commands: seat.contingents,
    pools: mapValues(
      filter(setup.pools, (pool) => pool.seat === id),
      publicPool,
    ),
    objectives: filter(setup.objectives, (objective) => objective.visibleTo.includes(id)),
    surprise: setup.surprise.find((one) => one.side === side)?.factor ?? 1,
    tracks: mapValues(
      filter(setup.tracks, (track) => track.visibleTo.includes(id)),
      publicTrack,
    ),
    aimGroups: ownGroups(setup, id),
  };
}

function publicTrack({ title, minimum, maximum, thresholds }: Track): PublicTrack {
  return { title, minimum, maximum, thresholds: mapValues(thresholds, publicThreshold) };
}

function publicThreshold({ title, atLeast, atMost }: Threshold) {
  return { title, atLeast, atMost };
}

/** 13.2: White sees every choice, a seat those among its own aims. */
function ownGroups(setup: Setup, seat: Id): Record<Id, readonly Id[]> {
  const isWhite = setup.seats[seat]?.role === "white";
  const groups = Object.entries(aimGroupsOf(setup));
  return Object.fromEntries(
    groups.filter(([group]) => isWhite || ownersOf(setup, group).includes(seat)),
  );
}

function isAllied(wing: Wing, side: Id | null): boolean {
  return side !== null && wing.side === side;
}

function publicPlace(place: Place): PublicPlace {
  const {
    stocks: _,
    works: __,
    holder: ___,
    supplies: ____,
    depotManDays: _____,
    rulesOfEngagement: ______,
    ...known
  } = place;
  return known;
}

function ownFormation(formation: Formation): OwnFormation {
  const { knownTo: _, ...own } = formation;
  return own;
}

function publicContingent(contingent: Contingent): PublicContingent {
  const { name, side, commandDelayHours, patron } = contingent;
  return { name, side, commandDelayHours, isPatron: patron !== null };
}

function publicPool(pool: Pool): PublicPool {
  const { seat: _, release: __, ...known } = pool;
  return known;
}

function filter<T>(all: Readonly<Record<Id, T>>, keep: (value: T) => boolean): Record<Id, T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => keep(value)));
}
