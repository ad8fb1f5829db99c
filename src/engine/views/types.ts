import type { Parameters } from "../world/parameters.ts";
import type {
  Clock,
  Contingent,
  Formation,
  Id,
  Link,
  Neighbour,
  Objective,
  Place,
  Pool,
  RulesOfEngagement,
  Seat,
  Side,
  Wing,
} from "../world/setup.ts";
import type { Contact, FormationState, WingState } from "../world/world.ts";

/** The unchanging part of what a seat may know: the map, the rules and its own side's forces. */
export interface Brief {
  readonly scenario: Id;
  readonly title: string;
  readonly seat: Id;
  readonly side: Id | null;
  readonly role: Seat["role"];
  readonly text: string;
  readonly turns: number;
  /** The game ends so many turns later at most. */
  readonly hiddenTurns: number;
  readonly clock: Clock;
  readonly parameters: Parameters;
  readonly sides: Readonly<Record<Id, Side>>;
  readonly places: Readonly<Record<Id, PublicPlace>>;
  readonly links: Readonly<Record<Id, Link>>;
  readonly neighbours: Readonly<Record<Id, readonly Neighbour[]>>;
  /** Formations of its side, those of its own contingents marked by `seat`. */
  readonly formations: Readonly<Record<Id, OwnFormation>>;
  readonly wings: Readonly<Record<Id, Wing>>;
  /** Contingents of its side, without what is private to their patron. */
  readonly contingents: Readonly<Record<Id, PublicContingent>>;
  /** Contingents that the seat commands itself. */
  readonly commands: readonly Id[];
  /** Pools that the seat may call. */
  readonly pools: Readonly<Record<Id, PublicPool>>;
  readonly objectives: Readonly<Record<Id, Objective>>;
  /** Surprise of its side's opening assaults; 1 when there is none. */
  readonly surprise: number;
  readonly tracks: Readonly<Record<Id, PublicTrack>>;
  /** Groups of aims that its seats choose from, each the ids of its objectives. */
  readonly aimGroups: Readonly<Record<Id, readonly Id[]>>;
}

/** A place without what lies in its depots and how well it was dug in at the start. */
export type PublicPlace = Omit<
  Place,
  "stocks" | "works" | "holder" | "supplies" | "depotManDays" | "rulesOfEngagement"
>;
/** A formation as its own side knows it: not what the enemy was told of it. */
export type OwnFormation = Omit<Formation, "knownTo">;
/** A contingent without what is private to its patron. */
export interface PublicContingent extends Omit<Contingent, "patron"> {
  /** Whether an outside patron may call it home. */
  readonly isPatron: boolean;
}
/** A pool as its seat knows it: not when it would come without being called. */
export type PublicPool = Omit<Pool, "seat" | "release">;

/** A track as those see it who may: its bounds and its thresholds, not what moves it or follows. */
export interface PublicTrack {
  readonly title: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly thresholds: Readonly<
    Record<
      Id,
      { readonly title: string; readonly atLeast: number | null; readonly atMost: number | null }
    >
  >;
}

/** How far an attack has come into a place, km, and the first and last turn of it. */
export interface Front {
  readonly advanceKm: number;
  readonly firstAssaultTurn: number;
  readonly assaultedTurn: number;
}

/** What one seat may know after a turn. Made anew each turn; plain data. */
export interface View {
  readonly brief: Brief;
  /** Turns completed; orders are for `turn + 1`. */
  readonly turn: number;
  readonly over: boolean;
  readonly weather: Id;
  /** Formations of its side, as they stand. */
  readonly formations: Readonly<Record<Id, FormationState>>;
  readonly wings: Readonly<Record<Id, WingState>>;
  /** Enemy formations it has a live report of. */
  readonly contacts: Readonly<Record<Id, Contact>>;
  readonly holders: Readonly<Record<Id, Id | null>>;
  /** Places it believes its side holds, or that its side has attacked, which have been assaulted. */
  readonly fronts: Readonly<Record<Id, Front>>;
  /** People still in each place that it believes its side holds; in others, the brief says how many began there. */
  readonly civilians: Readonly<Record<Id, number>>;
  /** Man-days of supply in the depots of the same places. */
  readonly depots: Readonly<Record<Id, number>>;
  /** What its own aircraft may do at each place; empty for a seat without any. */
  readonly rulesOfEngagement: Readonly<Record<Id, RulesOfEngagement>>;
  readonly contingents: Readonly<Record<Id, "present" | "leaving" | "left">>;
  readonly tracks: Readonly<Record<Id, number>>;
  /** The chosen aim of each group of the seat's own; of no other's. */
  readonly aims: Readonly<Record<Id, Id>>;
  /** Turn in which each pool of the seat was called; 0 when not. */
  readonly pools: Readonly<Record<Id, number>>;
}
