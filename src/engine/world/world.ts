import type { FormationOrder, Verb } from "../orders/types.ts";
import type { Id, RulesOfEngagement, Works } from "./setup.ts";

/**
 * Where a formation is in its life. `expected` waits off the map, `broken` has run and may rally,
 * `left` went home with its patron, `lost` surrendered or has no man left, `joined` went into another.
 */
export const STATUSES = ["expected", "active", "broken", "left", "lost", "joined"] as const;
export type Status = (typeof STATUSES)[number];

/** Standing order of a formation. */
export interface Task {
  readonly verb: Verb;
  readonly to: Id | null;
  readonly via: readonly Id[];
  /** Pieces of kit sent ahead; 0 for none. */
  readonly count: number;
}

/** A formation as it stands. Men are whole and conserved over the six counts. */
export interface FormationState {
  status: Status;
  /** Last place reached; kept (as the last known) when no longer active. Null while expected or joined. */
  place: Id | null;
  /** The place it is under way to and the kilometres done, when a march ended between places. */
  towards: Id | null;
  kmDone: number;
  men: number;
  killed: number;
  wounded: number;
  stragglers: number;
  missing: number;
  captured: number;
  kit: Record<Id, number>;
  /** 0 to 100. */
  cohesion: number;
  /** 0.5 spent, 1 fresh. */
  freshness: number;
  supplyDays: number;
  works: Works;
  /** Hours since it last fought. */
  quietHours: number;
  marched: boolean;
  reserve: boolean;
  task: Task;
  /** An order on its way down the command path, and the turn in which it takes effect. */
  pending: FormationOrder | null;
  pendingTurn: number;
  /** Last turn in which encirclement cost it cohesion; 0 when none. */
  encircledTurn: number;
  /** Turn in which a broken formation rallies; 0 when none. */
  rallyTurn: number;
}

/** A place as it stands. */
export interface PlaceState {
  holder: Id | null;
  /** How far the side that attacks has come into it, km; 0 to its depth. */
  advanceKm: number;
  /** Kit lying here, abandoned or in depots. */
  stocks: Record<Id, number>;
  /** What of it each side abandoned; the rest lay in depots and was of who held the place at the start. */
  abandoned: Readonly<Record<Id, Record<Id, number>>>;
  /** Turn in which kit was last abandoned here; 0 when never. */
  abandonedTurn: number;
  /** People who have not been brought out. */
  civilians: number;
  /** Whole man-days of supply in the depot. */
  depotManDays: number;
  /** Turn in which its works were blown up; 0 when never. */
  demolishedTurn: number;
  /** Turn in which it last changed hands; 0 when never. */
  takenTurn: number;
  /** First and last turn in which it was assaulted; 0 when never. */
  firstAssaultTurn: number;
  assaultedTurn: number;
  /** Side of that assault, and its men. */
  assaultedBy: Id | null;
  assaultMen: number;
}

/** Whether a contingent stays. */
export interface ContingentState {
  status: "present" | "leaving" | "left";
  /** Turn in which its formations go; 0 while it stays. */
  leavesTurn: number;
  /** How often its own seat has held it back (10.4). */
  held: number;
  /** By how much effects have moved its patron's tolerance, on the logit scale (12.3). */
  toleranceShift: number;
  /** Turn whose battles feel the last change of its command; 0 when none (5.4.16). */
  commandTurn: number;
}

/** A wing as it stands. */
export interface WingState {
  aircraft: number;
  base: Id | null;
  rebased: boolean;
  /** First turn in which it may fly. */
  readyTurn: number;
  /** What effects have left of its sorties; 1 at the start (12.3). */
  factor: number;
}

/** What a seat has been told of one enemy formation. */
export interface Contact {
  place: Id | null;
  men: number;
  /** Turn of the report; 0 when it never had one. */
  turn: number;
  moving: boolean;
}

/** What one seat has been told. */
export interface Knowledge {
  contacts: Readonly<Record<Id, Contact>>;
  /** Who the seat believes holds each place. */
  holders: Record<Id, Id | null>;
}

/** Points that one seat has scored by an objective. */
export interface ObjectiveState {
  scored: number;
  /** Turn of the first score; 0 when none. */
  turn: number;
}

/** Everything that changes, at one moment. Plain JSON; records never gain or lose keys. */
export interface World {
  /** Turns completed. */
  turn: number;
  weather: Id;
  over: boolean;
  // Which objects a record holds never changes, only what is in them: lists of them may be kept.
  formations: Readonly<Record<Id, FormationState>>;
  places: Readonly<Record<Id, PlaceState>>;
  contingents: Readonly<Record<Id, ContingentState>>;
  wings: Readonly<Record<Id, WingState>>;
  /** What each seat with aircraft lets them do at each place (6.10). */
  rulesOfEngagement: Readonly<Record<Id, Record<Id, RulesOfEngagement>>>;
  knowledge: Readonly<Record<Id, Knowledge>>;
  tracks: Record<Id, number>;
  /** By objective and seat. */
  objectives: Readonly<Record<Id, Readonly<Record<Id, ObjectiveState>>>>;
  /** Turn in which each pool was called; 0 when not. */
  pools: Record<Id, number>;
  /** Turn in which each inject came; 0 when not. */
  injects: Record<Id, number>;
  /** The aim of each group that was chosen at set-up (13.2). */
  aims: Record<Id, Id>;
  /** Turn in which each threshold of each track was reached; 0 when not. */
  thresholds: Readonly<Record<Id, Record<Id, number>>>;
}
