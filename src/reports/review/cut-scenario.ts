import type {
  Contingent,
  Formation,
  Id,
  Place,
  PublicContingent,
  PublicPlace,
  Seat,
  Setup,
  View,
  Wing,
} from "../../engine/index.ts";
import type { Scenario, ScenarioFile } from "../../scenarios/index.ts";

/**
 * A scenario as one seat may know it: its own side whole, of others the names that it was told, and
 * nothing of White's. What is left out is empty, so that it can be read like any other.
 *
 * `start` is the seat's view before the first turn, `said` every id that a view or an event of its
 * named.
 */
export function cutScenario(scenario: Scenario, start: View, said: ReadonlySet<Id>): Scenario {
  return {
    ...scenario,
    setup: cutSetup(scenario.setup, start, said),
    file: cutFile(scenario.file),
    // They would tell that something hidden differs.
    hash: "",
    parametersHash: "",
  };
}

function cutSetup(setup: Setup, start: View, said: ReadonlySet<Id>): Setup {
  const { brief } = start;
  const isSaid = (id: Id) => said.has(id);
  const { title, turns, hiddenTurns, clock, parameters, sides, links, neighbours } = brief;
  return {
    id: brief.scenario,
    title,
    turns,
    hiddenTurns,
    clock,
    parameters,
    sides,
    links,
    neighbours,
    seats: each(setup.seats, (seat, one) => (one === brief.seat ? seat : cutSeat(seat))),
    contingents: {
      ...kept(setup.contingents, isSaid, cutContingent),
      ...each(brief.contingents, ownContingent),
    },
    places: each(brief.places, (place, one) => cutPlace(place, start, one)),
    formations: {
      ...kept(setup.formations, isSaid, cutFormation),
      ...each(brief.formations, (own) => ({ ...own, knownTo: [] })),
    },
    wings: { ...kept(setup.wings, isSaid, cutWing), ...brief.wings },
    reinforcements: {},
    pools: each(brief.pools, (pool) => ({ ...pool, seat: brief.seat, release: { always: true } })),
    objectives: brief.objectives,
    scores: kept(setup.scores, (one) => setup.scores[one]?.seats.includes(brief.seat) ?? false),
    tracks: each(brief.tracks, (track, one) => ({
      ...track,
      initial: start.tracks[one] ?? track.minimum,
      visibleTo: [brief.seat],
      moves: [],
      drift: [],
      thresholds: each(track.thresholds, (threshold) => ({ ...threshold, effects: [] })),
    })),
    injects: {},
    weather: {},
    surprise: [],
    idHashes: {},
  };
}

/** What stands in the file and is nobody's secret: the episode, its sources and its record. */
function cutFile(file: ScenarioFile): ScenarioFile {
  return {
    ...file,
    overrides: [],
    seats: {},
    contingents: {},
    formations: {},
    wings: {},
    reinforcements: {},
    pools: {},
    objectives: {},
    scores: {},
    tracks: {},
    injects: {},
    variants: {},
    weather: {},
    surprise: [],
    trainingObjectives: {},
    exercise: null,
    tutorial: null,
    measures: {},
    targets: {},
    reports: {},
    levers: {},
    courses: {},
    historical: {},
  };
}

function cutSeat(seat: Seat): Seat {
  return { ...seat, contingents: [], brief: "" };
}

function cutPlace(place: PublicPlace, start: View, id: Id): Place {
  return {
    ...place,
    stocks: {},
    works: "hasty",
    holder: start.holders[id] ?? null,
    supplies: [],
    depotManDays: start.depots[id] ?? 0,
    rulesOfEngagement: start.rulesOfEngagement[id] ?? "free",
  };
}

function ownContingent({ name, side, commandDelayHours }: PublicContingent): Contingent {
  return { name, side, commandDelayHours, patron: null };
}

function cutContingent({ name, side }: Contingent): Contingent {
  return { name, side, commandDelayHours: 0, patron: null };
}

/** What is known of a formation of another side: that there is one of this name. */
const UNKNOWN_FORMATION = {
  parent: null,
  hq: false,
  echelon: "battalion",
  branch: "",
  sidc: "",
  mobility: "foot",
  class: "",
  men: 0,
  kit: {},
  quality: 1,
  cohesion: 0,
  supplyDays: 0,
  place: null,
  reserve: false,
  detachments: 0,
  knownTo: [],
} as const;

function cutFormation({ name, side, seat, contingent }: Formation): Formation {
  return { name, side, seat, contingent, ...UNKNOWN_FORMATION };
}

/** The same of a wing. */
const UNKNOWN_WING = {
  contingent: null,
  base: null,
  alternate: null,
  aircraft: 0,
  sortiesPerAircraftPerDay: 0,
  serviceability: 0,
  fromHour: 0,
  needsRunway: false,
  missions: [],
  against: [],
  controllers: null,
} as const;

function cutWing({ name, side, seat }: Wing): Wing {
  return { name, side, seat, ...UNKNOWN_WING };
}

function each<T, U>(
  all: Readonly<Record<Id, T>>,
  of: (value: T, id: Id) => U,
): Readonly<Record<Id, U>> {
  return Object.fromEntries(Object.entries(all).map(([id, value]) => [id, of(value, id)]));
}

function kept<T, U = T>(
  all: Readonly<Record<Id, T>>,
  isKept: (id: Id) => boolean,
  of: (value: T) => U = (value) => value as unknown as U,
): Readonly<Record<Id, U>> {
  return Object.fromEntries(
    Object.entries(all)
      .filter(([id]) => isKept(id))
      .map(([id, value]) => [id, of(value)]),
  );
}
