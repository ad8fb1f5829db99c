import type { AirVerb, FormationOrder, Order, Refusal } from "../orders/types.ts";
import type { Posture } from "../world/parameters.ts";
import type { Id, Works } from "../world/setup.ts";

/** Pieces of kit by kind. */
export type Kit = Readonly<Record<Id, number>>;

/** A draw as it was used: its key says what it was for, `u` lies strictly between 0 and 1. */
export interface Draw {
  readonly key: string;
  readonly u: number;
}

/** One factor of a battle's odds; odds are the left fold of the values (`model.md` 8.21). */
export interface Factor {
  readonly id: string;
  readonly value: number;
  /** Paragraph of `docs/RULES.md`. */
  readonly rule: string;
}

/** A number of points with the paragraph it comes from. */
export interface Term {
  readonly id: string;
  readonly points: number;
  readonly rule: string;
}

/** One formation as it went into a battle. */
export interface Combatant {
  readonly formation: Id;
  /** The place it attacks from; null for a defender. */
  readonly from: Id | null;
  readonly men: number;
  /** Infantryman-equivalents after terrain, before quality. */
  readonly strength: number;
  readonly quality: number;
  readonly cohesionFactor: number;
  readonly freshness: number;
  readonly supplyFactor: number;
}

/** One formation's men and kit lost at one time. */
export interface Casualties {
  readonly formation: Id;
  readonly killed: number;
  readonly wounded: number;
  /** Heavy and light kit destroyed, by kind. */
  readonly kit: Kit;
}

/** Kit sent ahead of an assault to break into the defence, and how much of it reached. */
export interface Breach {
  readonly sent: number;
  /** Chance of each to reach: the left fold of the terms, held between two bounds. */
  readonly terms: readonly Factor[];
  readonly chance: number;
  readonly hits: number;
  readonly draw: Draw;
}

/** One side's losses in a battle: the rate is the left fold of the terms plus `added`, held at a cap. */
export interface LossWorking {
  readonly terms: readonly Factor[];
  /** Share of men lost to what broke in and to aircraft. */
  readonly added: number;
  readonly rate: number;
  readonly men: number;
  readonly killed: number;
  readonly draws: readonly Draw[];
}

/** Names of what a battle came to, from worst to best for the attacker (5.6). */
export const RESULTS = ["repulsed", "held", "limited-gain", "forced-back", "overrun"] as const;
export type Result = (typeof RESULTS)[number];

/** Everything that decided a battle, enough to do it again by hand (`model.md` 8.11). */
export interface BattleResolved {
  readonly kind: "battle-resolved";
  /** The place assaulted, or where the defender by name of a meeting stands. */
  readonly place: Id;
  /** The link of a meeting engagement; null for an assault. */
  readonly link: Id | null;
  readonly attacker: Id;
  readonly defender: Id;
  readonly attackers: readonly Combatant[];
  readonly defenders: readonly Combatant[];
  readonly axes: readonly Id[];
  readonly encircled: boolean;
  readonly posture: Posture;
  readonly breach: Breach | null;
  readonly factors: readonly Factor[];
  readonly odds: number;
  readonly draw: Draw;
  /** Odds as the draw made them: R* of `model.md` 8.3. */
  readonly outcome: number;
  readonly result: Result;
  readonly km: number;
  readonly advanceKm: number;
  readonly depthKm: number;
  /** Surprise as it counted in the odds; 1 when there was none. */
  readonly surprise: number;
  /** Effective sorties against each side. */
  readonly sortiesOnAttacker: number;
  readonly sortiesOnDefender: number;
  readonly attackerLosses: LossWorking;
  readonly defenderLosses: LossWorking;
  readonly casualties: readonly Casualties[];
}

/** What one report says of one enemy formation: strength as told, to the nearest ten. */
export interface ContactReport {
  readonly formation: Id;
  readonly place: Id;
  readonly men: number;
  readonly moving: boolean;
}

/** A turn began, with the weather drawn for it (2.1). */
export interface TurnBegan {
  readonly kind: "turn-began";
  readonly turn: number;
  readonly weather: Id;
  readonly night: boolean;
  readonly draw: Draw;
}

/** What one seat was told; of contacts and holders only what is news to it. */
export interface Reported {
  readonly kind: "reported";
  readonly seat: Id;
  readonly contacts: readonly ContactReport[];
  readonly holders: readonly { readonly place: Id; readonly holder: Id | null }[];
  readonly forgotten: readonly Id[];
}

/** An inject of White's was read to its audience (2.2). */
export interface InjectCame {
  readonly kind: "inject-came";
  readonly inject: Id;
  readonly title: string;
  readonly text: string;
  readonly audience: readonly Id[];
}

/** An order the law allows, on its way to its unit until `takesEffect`, a turn (3.1, 3.2). */
export interface OrderReceived {
  readonly kind: "order-received";
  readonly seat: Id;
  readonly order: Order;
  readonly takesEffect: number;
}

/** An order the law refuses, with the reason (3.1). */
export interface OrderRefused {
  readonly kind: "order-refused";
  readonly seat: Id;
  readonly order: Order;
  readonly refusal: Refusal;
}

/** A formation began to carry out an order (3.3). */
export interface OrderBegan {
  readonly kind: "order-began";
  readonly formation: Id;
  readonly order: FormationOrder;
}

/** An air task as flown: `effective` is the sorties by the fold of the factors (6.1–6.3, 6.6). */
export interface SortiesFlown {
  readonly kind: "sorties-flown";
  readonly wing: Id;
  readonly mission: AirVerb;
  readonly target: Id;
  readonly sorties: number;
  readonly effective: number;
  readonly factors: readonly Factor[];
  readonly lost: number;
  readonly draw: Draw;
}

/** What a strike hit (6.4). */
export interface AirStruck {
  readonly kind: "air-struck";
  readonly wing: Id;
  readonly place: Id;
  readonly casualties: readonly Casualties[];
  readonly draws: readonly Draw[];
}

/** A wing moved to another base, or was grounded (6.7). */
export interface WingRebased {
  readonly kind: "wing-rebased";
  readonly wing: Id;
  readonly to: Id | null;
  readonly readyTurn: number;
}

/** A march of one turn: places reached in order, then the part of a road still under way. */
export interface Marched {
  readonly kind: "marched";
  readonly formation: Id;
  readonly path: readonly Id[];
  readonly towards: Id | null;
  readonly kmDone: number;
  readonly arrived: boolean;
}

/** A formation stopped short of the next place on its road, and why (4.6–4.8). */
export interface Halted {
  readonly kind: "halted";
  readonly formation: Id;
  readonly at: Id;
  readonly before: Id;
  readonly reason: "enemy" | "no-road" | "disengaging";
}

/** A formation stands ready to attack the next place, or has met the enemy on the link to it. */
export interface Deployed {
  readonly kind: "deployed";
  readonly formation: Id;
  readonly at: Id;
  readonly against: Id;
  readonly meeting: boolean;
}

/** A place changed hands (4.3, 8.4). */
export interface PlaceTaken {
  readonly kind: "place-taken";
  readonly place: Id;
  readonly from: Id | null;
  readonly by: Id;
  readonly how: "walk-in" | "assault";
}

/** An attack's marker in a place fell back without an assault, to so many km (5.10). */
export interface FrontMoved {
  readonly kind: "front-moved";
  readonly place: Id;
  readonly advanceKm: number;
}

/** Cohesion after the loss of the terms' sum, and the break test of an engaged formation. */
export interface CohesionLost {
  readonly kind: "cohesion-lost";
  readonly formation: Id;
  readonly place: Id;
  readonly cause: "battle" | "contagion" | "patron" | "siege" | "inject";
  readonly terms: readonly Term[];
  readonly cohesion: number;
  readonly test: { readonly chance: number; readonly draw: Draw } | null;
}

/** A formation broke and ran (7.5). */
export interface FormationBroke {
  readonly kind: "formation-broke";
  readonly formation: Id;
  readonly place: Id;
  readonly to: Id;
  readonly missing: number;
  readonly stragglers: number;
  readonly abandoned: Kit;
  readonly draws: readonly Draw[];
  readonly rallyTurn: number;
}

/** A formation gave way in order (8.2, 8.4, 8.5). */
export interface Retreated {
  readonly kind: "retreated";
  readonly formation: Id;
  readonly from: Id;
  readonly to: Id;
  readonly ordered: boolean;
  readonly abandoned: Kit;
  readonly draws: readonly Draw[];
}

/** A formation laid down its arms, or had no man left (8.3, 8.6). */
export interface Surrendered {
  readonly kind: "surrendered";
  readonly formation: Id;
  readonly place: Id;
  readonly captured: number;
  readonly abandoned: Kit;
}

/** A patron weighed reported risk against its tolerance, both 0 to 1 (10.1, 10.2). */
export interface PatronWeighed {
  readonly kind: "patron-weighed";
  readonly contingent: Id;
  readonly terms: readonly Term[];
  readonly risk: number;
  readonly tolerance: number;
  readonly draw: Draw;
  /** Turn in which it goes; 0 when it stays. */
  readonly leavesTurn: number;
}

/** A formation went home with its contingent (10.3). */
export interface FormationLeft {
  readonly kind: "formation-left";
  readonly formation: Id;
  readonly place: Id;
}

/** A contingent left the campaign (10.3). */
export interface ContingentLeft {
  readonly kind: "contingent-left";
  readonly contingent: Id;
}

/** A formation came onto the map (11.1). */
export interface Arrived {
  readonly kind: "arrived";
  readonly formation: Id;
  readonly place: Id;
}

/** An off-map pool was set in march (11.2). */
export interface PoolCalled {
  readonly kind: "pool-called";
  readonly pool: Id;
}

/** A broken formation rallied, with stragglers back (11.4). */
export interface Rallied {
  readonly kind: "rallied";
  readonly formation: Id;
  readonly stragglers: number;
  readonly cohesion: number;
}

/** Supply, rest and digging of one formation at the end of a turn, as they stand after it. */
export interface Upkeep {
  readonly formation: Id;
  readonly supplyDays: number;
  readonly freshness: number;
  readonly cohesion: number;
  readonly quietHours: number;
  readonly works: Works;
  /** Whether it counts as having been on the march in this turn. */
  readonly marched: boolean;
}

/** Upkeep of all formations at the end of a turn (11.5–11.8). */
export interface Refitted {
  readonly kind: "refitted";
  readonly formations: readonly Upkeep[];
}

/** Captured kit was put into service; the rest of it is scrap (11.9). */
export interface KitTaken {
  readonly kind: "kit-taken";
  readonly place: Id;
  readonly formation: Id;
  readonly kit: Kit;
  readonly draws: readonly Draw[];
}

/** A track moved, with what moved it (12.1). */
export interface TrackMoved {
  readonly kind: "track-moved";
  readonly track: Id;
  readonly to: number;
  readonly because: string;
}

/** An objective was scored (13.1). */
export interface ObjectiveScored {
  readonly kind: "objective-scored";
  readonly objective: Id;
  readonly points: number;
}

/** The game ended, with the score of each seat (13.3). */
export interface GameEnded {
  readonly kind: "game-ended";
  readonly scores: Readonly<Record<Id, number>>;
}

/** Facts, in the past tense. `apply` alone turns them into a changed World. */
export type Event =
  | TurnBegan
  | Reported
  | InjectCame
  | OrderReceived
  | OrderRefused
  | OrderBegan
  | SortiesFlown
  | AirStruck
  | WingRebased
  | Marched
  | Halted
  | Deployed
  | PlaceTaken
  | FrontMoved
  | BattleResolved
  | CohesionLost
  | FormationBroke
  | Retreated
  | Surrendered
  | PatronWeighed
  | FormationLeft
  | ContingentLeft
  | Arrived
  | PoolCalled
  | Rallied
  | Refitted
  | KitTaken
  | TrackMoved
  | ObjectiveScored
  | GameEnded;

/** The name of a kind of event. */
export type EventKind = Event["kind"];

/** The event of one kind. */
export type EventOf<K extends EventKind> = Extract<Event, { kind: K }>;
