import type { Condition } from "../views/conditions.ts";
import type { Effect, Inject } from "../events/inject.ts";
import type { Id } from "./id.ts";
import type { Parameters } from "./parameters.ts";

export type { Id };

/** Sizes of a unit, from small to large. */
export const ECHELONS = [
  "section",
  "platoon",
  "company",
  "battalion",
  "regiment",
  "brigade",
  "division",
] as const;
export type Echelon = (typeof ECHELONS)[number];

/** How a formation moves; a static one does not. */
export const MOBILITIES = ["foot", "motorised", "mechanised", "static"] as const;
export type Mobility = (typeof MOBILITIES)[number];

/** How well a place or a formation is dug in; each step resists more and is given up more slowly. */
export const WORKS = ["hasty", "prepared", "fortified"] as const;
export type Works = (typeof WORKS)[number];

/** What a wing may be tasked to fly. */
export const AIR_MISSIONS = ["support", "interdict", "strike", "destroy", "supply"] as const;
export type AirMission = (typeof AIR_MISSIONS)[number];

/** What a seat lets its aircraft do at a place with civilians in it, from most to least (6.10). */
export const RULES_OF_ENGAGEMENT = ["free", "restricted", "forbidden"] as const;
export type RulesOfEngagement = (typeof RULES_OF_ENGAGEMENT)[number];

/** Who fights whom. */
export interface Side {
  readonly name: string;
  readonly adjective: string;
  /** One letter shown beside a symbol, so that colour is never the only sign of a side. */
  readonly letter: string;
  /** Frame of its counters: friend, hostile or neutral, as in APP-6. */
  readonly affiliation: "friend" | "hostile" | "neutral";
}

/** Who sits at the table; White and observers have no side. */
export interface Seat {
  readonly name: string;
  /** Null for White and for a coalition that acts on its own account. */
  readonly side: Id | null;
  readonly role: "command" | "white" | "observer";
  readonly contingents: readonly Id[];
  readonly brief: string;
}

/** An outside patron: leaves when reported risk reaches its private tolerance (`model.md` 8.7). */
export interface Patron {
  readonly tolerance: number;
  /** Places whose reported loss it counts, weighed by their value. */
  readonly outerLine: readonly Id[];
  /** Places that keep its way out open. */
  readonly exits: readonly Id[];
  /** The place it is there to hold. */
  readonly stake: Id;
  /** Contingents whose breaking it counts. */
  readonly hosts: readonly Id[];
  /** Where its formations go when it leaves; they leave the game from there. */
  readonly home: Id;
  /** What its own seat pays to hold it back for the first time; null when nothing (10.4). */
  readonly hold: Price | null;
}

/** Points that something moves a track by. */
export interface Price {
  readonly track: Id;
  readonly points: number;
}

/** A force under one command authority; its orders take so many hours to arrive. */
export interface Contingent {
  readonly name: string;
  readonly side: Id;
  readonly commandDelayHours: number;
  readonly patron: Patron | null;
}

/** A place of the map: depth in km, frontage and minimum garrison in men, value in points. */
export interface Place {
  readonly name: string;
  /** At most four letters for the map. */
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
  readonly kind: Id;
  readonly terrain: Id;
  readonly depthKm: number;
  readonly frontageMen: number;
  readonly minimumGarrison: number;
  readonly value: number;
  readonly holder: Id | null;
  readonly works: Works;
  readonly sectorOf: Id | null;
  /** Places that lie in sight below it (2.12). */
  readonly overlooks: readonly Id[];
  readonly civilians: number;
  /** What each seat's aircraft may do here until it says otherwise (6.10). */
  readonly rulesOfEngagement: RulesOfEngagement;
  readonly airbase: boolean;
  /** A source of supply for these sides. */
  readonly supplies: readonly Id[];
  /** Kit lying in depots here. */
  readonly stocks: Readonly<Record<Id, number>>;
  /** Supply lying in a depot here, for so many men and days (11.11). */
  readonly depotManDays: number;
}

/** A road between two places, `a` the smaller id. */
export interface Link {
  readonly a: Id;
  readonly b: Id;
  readonly km: number;
  readonly surface: Id;
}

/** A link as seen from one of its ends. */
export interface Neighbour {
  readonly to: Id;
  readonly link: Id;
  readonly km: number;
  readonly surface: Id;
}

/** A unit as it starts: men present, pieces of kit by kind. */
export interface Formation {
  readonly name: string;
  readonly side: Id;
  readonly seat: Id;
  readonly contingent: Id;
  readonly parent: Id | null;
  readonly hq: boolean;
  readonly echelon: Echelon;
  readonly branch: string;
  readonly sidc: string;
  readonly mobility: Mobility;
  readonly class: Id;
  readonly men: number;
  readonly kit: Readonly<Record<Id, number>>;
  readonly quality: number;
  readonly cohesion: number;
  readonly supplyDays: number;
  /** Null when it arrives later. */
  readonly place: Id | null;
  readonly reserve: boolean;
  /** How many formations it can have detached at a time: F-1 to F-k are set aside for them (3.4). */
  readonly detachments: number;
  /** Seats that have a report of it before the first turn. */
  readonly knownTo: readonly Id[];
}

/** Aircraft of one kind and base. */
export interface Wing {
  readonly name: string;
  readonly side: Id | null;
  readonly seat: Id;
  readonly contingent: Id | null;
  readonly base: Id | null;
  /** Where it goes when its base is lost or under direct fire; null when it has nowhere. */
  readonly alternate: Id | null;
  readonly aircraft: number;
  readonly sortiesPerAircraftPerDay: number;
  readonly serviceability: number;
  readonly fromHour: number;
  /** Helicopters do not: they fly on from a base that is assaulted (6.1, 6.7). */
  readonly needsRunway: boolean;
  readonly missions: readonly AirMission[];
  /** Sides this wing may strike. */
  readonly against: readonly Id[];
  /** Its forward controllers: this contingent must be in the field for full effect. */
  readonly controllers: Id | null;
}

/** Formations that come after so many hours from the start, once a condition holds. */
export interface Reinforcement {
  readonly title: string;
  readonly formations: readonly Id[];
  readonly at: Id;
  readonly afterHours: number;
  readonly when: Condition;
}

/** Formations held off the map; called, they come after a delay; called early, at a price (11.2). */
export interface Pool {
  readonly title: string;
  readonly seat: Id;
  readonly formations: readonly Id[];
  readonly at: Id;
  readonly delayHours: number;
  readonly release: Condition;
  readonly price: Price | null;
}

/** What scores points for some seats, and when. */
export interface Objective {
  readonly title: string;
  readonly seats: readonly Id[];
  readonly visibleTo: readonly Id[];
  readonly when: Condition;
  readonly scored: "end" | "first" | "each-turn";
  readonly points: number;
  /** Objectives of one group exclude each other: a hidden aim is chosen at set-up. */
  readonly group: Id | null;
}

/** Points by which one kind of event moves a track; null matches any. */
export interface TrackMove {
  readonly event: string;
  readonly place: Id | null;
  readonly side: Id | null;
  readonly contingent: Id | null;
  readonly points: number;
}

/** Points by which a track drifts in each turn in which a condition holds (12.4). */
export interface Drift {
  readonly when: Condition;
  readonly points: number;
}

/** A value of a track that, once reached, has effects, once a game (12.3). */
export interface Threshold {
  readonly title: string;
  /** At or above this, or at or below; one of the two is null. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly effects: readonly Effect[];
}

/** A strategic quantity moved by events, within bounds. */
export interface Track {
  readonly title: string;
  readonly initial: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly visibleTo: readonly Id[];
  readonly moves: readonly TrackMove[];
  readonly drift: readonly Drift[];
  readonly thresholds: Readonly<Record<Id, Threshold>>;
}

/** Points that each of some seats has at the end for what became of men (13.4). */
export type Score =
  /** For the share of its formations' power that is left. */
  | {
      readonly kind: "residual-power";
      readonly title: string;
      readonly seats: readonly Id[];
      readonly points: number;
    }
  /** Against it, for each man killed of these contingents. */
  | {
      readonly kind: "own-dead";
      readonly title: string;
      readonly seats: readonly Id[];
      readonly contingents: readonly Id[];
      readonly pointsEach: number;
    };

/** Surprise of the opening assaults of one side, fading by a third each day (`model.md` 8.2). */
export interface Surprise {
  readonly side: Id;
  readonly factor: number;
}

/** When the game begins and how long its turns are, in hours. */
export interface Clock {
  /** Local date and hour of turn 1, ISO 8601 with offset. */
  readonly start: string;
  readonly startHour: number;
  readonly turnHours: number;
  readonly dawnHour: number;
  readonly duskHour: number;
}

/** Chance of each weather in a half-day, from the scenario. */
export type WeatherOdds = Readonly<Record<Id, number>>;

/** A scenario that passed every check, with its parameters: everything that never changes in a game. */
export interface Setup {
  readonly id: Id;
  readonly title: string;
  readonly turns: number;
  /** The game ends so many turns later at most; which, only White knows (13.3). */
  readonly hiddenTurns: number;
  readonly clock: Clock;
  readonly parameters: Parameters;
  readonly sides: Readonly<Record<Id, Side>>;
  readonly seats: Readonly<Record<Id, Seat>>;
  readonly contingents: Readonly<Record<Id, Contingent>>;
  readonly places: Readonly<Record<Id, Place>>;
  readonly links: Readonly<Record<Id, Link>>;
  readonly formations: Readonly<Record<Id, Formation>>;
  readonly wings: Readonly<Record<Id, Wing>>;
  readonly reinforcements: Readonly<Record<Id, Reinforcement>>;
  readonly pools: Readonly<Record<Id, Pool>>;
  readonly objectives: Readonly<Record<Id, Objective>>;
  readonly scores: Readonly<Record<Id, Score>>;
  readonly tracks: Readonly<Record<Id, Track>>;
  readonly injects: Readonly<Record<Id, Inject>>;
  readonly weather: WeatherOdds;
  readonly surprise: readonly Surprise[];
  /** Links of each place, in id order of the neighbour. Derived from `links`. */
  readonly neighbours: Readonly<Record<Id, readonly Neighbour[]>>;
  /** 32-bit hash of every id that chance may be asked about; no two alike. */
  readonly idHashes: Readonly<Record<Id, number>>;
}
