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
  readonly objectives: Readonly<Record<Id, Objective>>;
  /** Surprise of its side's opening assaults; 1 when there is none. */
  readonly surprise: number;
  readonly tracks: Readonly<
    Record<Id, { readonly title: string; readonly minimum: number; readonly maximum: number }>
  >;
}

/** A place without what lies in its depots and how well it was dug in at the start. */
export type PublicPlace = Omit<Place, "stocks" | "works" | "holder" | "supplies">;
/** A formation as its own side knows it: not what the enemy was told of it. */
export type OwnFormation = Omit<Formation, "knownTo">;
/** A contingent without what is private to its patron. */
export type PublicContingent = Omit<Contingent, "patron">;

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
  readonly contingents: Readonly<Record<Id, "present" | "leaving" | "left">>;
  readonly tracks: Readonly<Record<Id, number>>;
}
