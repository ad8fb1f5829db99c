import type { FormationOrder, Order, Refusal, Verb } from "../orders/types.ts";
import type { Posture } from "../world/parameters.ts";
import type { AirMission, Id, RulesOfEngagement, Works } from "../world/setup.ts";

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
  readonly commandFactor: number;
}

/** A side's anti-tank weapons and the enemy's armour, both as strength; the factor stands in the strength already. */
export interface AntiTank {
  readonly weapons: number;
  readonly armour: number;
  readonly factor: number;
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
  readonly reached: number;
  /** Those that reached and count. */
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
  /** Whether all attackers only hold the enemy in place (4.9). */
  readonly holding: boolean;
  /** Men of the same side's assault of the turn before; 0 when there was none (7.2.8). */
  readonly menBefore: number;
  readonly posture: Posture;
  /** Null for a side without such weapons (5.2.1). */
  readonly attackerAntiTank: AntiTank | null;
  readonly defenderAntiTank: AntiTank | null;
  readonly breach: Breach | null;
  readonly factors: readonly Factor[];
  readonly odds: number;
  readonly draw: Draw;
  /** Odds as the draw made them, or as ruled: R* of `model.md` 8.3. */
  readonly outcome: number;
  /** Why White ruled the outcome, whatever was drawn (5.11); null when it did not. */
  readonly ruling: string | null;
  readonly result: Result;
  readonly km: number;
  readonly advanceKm: number;
  readonly depthKm: number;
  /** Surprise as it counted in the odds; 1 when there was none. */
  readonly surprise: number;
  /** Share of the attackers no enemy seat had a report of; null where that did not count (5.4.8). */
  readonly hiddenShare: number | null;
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

/** An inject of White's was read to its audience (2.2); a free one has no id. */
export interface InjectCame {
  readonly kind: "inject-came";
  readonly inject: Id | null;
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

/** Men of a formation went off as one of their own, with their share of its kit (3.4). */
export interface Detached {
  readonly kind: "detached";
  readonly formation: Id;
  readonly child: Id;
  readonly place: Id;
  readonly men: number;
  readonly kit: Kit;
}

/** A formation went into another, which after it stands as said here (3.5). */
export interface Joined {
  readonly kind: "joined";
  readonly formation: Id;
  readonly into: Id;
  readonly place: Id;
  readonly men: number;
  readonly kit: Kit;
  readonly cohesion: number;
  readonly freshness: number;
  readonly supplyDays: number;
  readonly works: Works;
  readonly quietHours: number;
}

/** An order whose turn had come could not be carried out, and why (3.4, 3.5). */
export interface OrderFailed {
  readonly kind: "order-failed";
  readonly formation: Id;
  readonly order: FormationOrder;
  readonly reason: "no-men" | "no-name" | "not-there";
}

/** An air task as flown: `effective` is the sorties by the fold of the factors (6.1–6.3, 6.6). */
export interface SortiesFlown {
  readonly kind: "sorties-flown";
  readonly wing: Id;
  readonly mission: AirMission;
  readonly target: Id;
  readonly sorties: number;
  readonly effective: number;
  readonly factors: readonly Factor[];
  readonly lost: number;
  readonly draw: Draw;
  /** What the crews say they hit, by their effort alone; null when the task hits nothing, and of support (6.9). */
  readonly claims: Claims | null;
}

/** What crews that supported a battle say they hit in it, by their effort alone (6.9). */
export interface SupportClaimed {
  readonly kind: "support-claimed";
  readonly wing: Id;
  readonly place: Id;
  readonly claims: Claims;
}

/** Men and pieces of kit that crews claim to have hit. */
export interface Claims {
  readonly men: number;
  readonly kit: number;
  readonly draws: readonly Draw[];
}

/** A seat set what its aircraft may do at a place (6.10). */
export interface RulesSet {
  readonly kind: "rules-set";
  readonly seat: Id;
  readonly place: Id;
  readonly level: RulesOfEngagement;
}

/** Aircraft of a seat flew where people live; `harm` is the sorties it came to (6.10). */
export interface CiviliansHarmed {
  readonly kind: "civilians-harmed";
  readonly place: Id;
  readonly seat: Id;
  readonly holder: Id | null;
  readonly harm: number;
}

/** Kit lying in a place was destroyed, from the air or by men of its holder (6.8, 11.10). */
export interface KitDestroyed {
  readonly kind: "kit-destroyed";
  readonly place: Id;
  readonly holder: Id | null;
  /** One of the two is null. */
  readonly wing: Id | null;
  readonly formation: Id | null;
  readonly kit: Kit;
  readonly draws: readonly Draw[];
}

/** What aircraft over a link hit of the columns that drove on it (6.5). */
export interface ColumnStruck {
  readonly kind: "column-struck";
  readonly wing: Id;
  readonly link: Id;
  readonly casualties: readonly Casualties[];
  readonly draws: readonly Draw[];
}

/** What a strike hit (6.4). */
export interface AirStruck {
  readonly kind: "air-struck";
  readonly wing: Id;
  readonly place: Id;
  /** How much more a sortie hits of troops who were on the march than of troops at rest, by men. */
  readonly exposed: number;
  readonly casualties: readonly Casualties[];
  readonly draws: readonly Draw[];
}

/** A wing moved to another base, was grounded (6.7), or went where it was sent (6.11). */
export interface WingRebased {
  readonly kind: "wing-rebased";
  readonly wing: Id;
  readonly to: Id | null;
  /** Whether it now flies from another base than at the start. */
  readonly rebased: boolean;
  readonly ordered: boolean;
  readonly readyTurn: number;
}

/** Aircraft brought supply to a place (6.12). */
export interface DepotStocked {
  readonly kind: "depot-stocked";
  readonly place: Id;
  readonly side: Id;
  readonly wing: Id;
  readonly manDays: number;
}

/** Formations that no road feeds lived on the depot of their place (11.11). */
export interface DepotDrawn {
  readonly kind: "depot-drawn";
  readonly place: Id;
  readonly side: Id;
  readonly manDays: number;
}

/** The works of a place were blown up by men of its holder, once a game (11.10). */
export interface Demolished {
  readonly kind: "demolished";
  readonly place: Id;
  readonly formation: Id;
}

/** People were brought out of a place (11.12). */
export interface CiviliansLeft {
  readonly kind: "civilians-left";
  readonly place: Id;
  readonly people: number;
  /** Formations that brought them out. */
  readonly formations: readonly Id[];
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
  /** The order it carries out: an assault, a holding attack, a pursuit, or in a meeting any march. */
  readonly verb: Verb;
}

/** A formation that others relieved in the line did not fight at an assaulted place (3.6). */
export interface Rotated {
  readonly kind: "rotated";
  readonly formation: Id;
  readonly place: Id;
}

/** Formations sent to look at a place saw these of the enemy there, each with the same chance (2.11). */
export interface Scouted {
  readonly kind: "scouted";
  readonly formations: readonly Id[];
  readonly place: Id;
  readonly chance: number;
  readonly seen: readonly Id[];
}

/** A defender that lost too much goes over to delay of itself; `rate` is its side's losses (7.7). */
export interface GaveWay {
  readonly kind: "gave-way";
  readonly formation: Id;
  readonly place: Id;
  readonly rate: number;
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

/** Whether an engaged formation broke: its draw was below the chance, unless White ruled (7.4, 14.2). */
export interface BreakTest {
  readonly chance: number;
  readonly draw: Draw;
  /** White's reason, when White ruled; else null. */
  readonly ruling: string | null;
  readonly broke: boolean;
}

/** Cohesion after the loss of the terms' sum, and the break test of an engaged formation. */
export interface CohesionLost {
  readonly kind: "cohesion-lost";
  readonly formation: Id;
  readonly place: Id;
  readonly cause: "battle" | "contagion" | "patron" | "siege" | "inject" | "threshold";
  readonly terms: readonly Term[];
  readonly cohesion: number;
  readonly test: BreakTest | null;
}

/** A formation broke and ran (7.5). */
export interface FormationBroke {
  readonly kind: "formation-broke";
  readonly formation: Id;
  /** Whose kit it leaves. */
  readonly side: Id;
  readonly place: Id;
  readonly to: Id;
  readonly missing: number;
  readonly stragglers: number;
  /** Whether the enemy was on its heels (4.10), and whether a rearguard covered it (8.7). */
  readonly pursued: boolean;
  readonly rearguard: boolean;
  readonly abandoned: Kit;
  readonly draws: readonly Draw[];
  readonly rallyTurn: number;
}

/** A formation gave way in order (8.2, 8.4, 8.5). */
export interface Retreated {
  readonly kind: "retreated";
  readonly formation: Id;
  readonly side: Id;
  readonly from: Id;
  readonly to: Id;
  readonly ordered: boolean;
  /** Whether a rearguard covered it (8.7). */
  readonly rearguard: boolean;
  readonly abandoned: Kit;
  readonly draws: readonly Draw[];
}

/** A formation laid down its arms, or had no man left (8.3, 8.6). */
export interface Surrendered {
  readonly kind: "surrendered";
  readonly formation: Id;
  readonly side: Id;
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
  /** Whether its own seat sent it home (10.4). */
  readonly released: boolean;
  /** White's reason for deciding it otherwise (14.2), or null. */
  readonly ruling: string | null;
  /** Turn in which it goes; 0 when it stays. */
  readonly leavesTurn: number;
}

/** A contingent that was to leave, or leaving, was kept back for this turn (10.4, 14.2). */
export interface PatronHeld {
  readonly kind: "patron-held";
  readonly contingent: Id;
  /** How often its own seat has held it by now. */
  readonly times: number;
  /** What that costs on a track; null when nothing. */
  readonly price: { readonly track: Id; readonly points: number } | null;
  /** White's reason when it was White who kept it, or null. */
  readonly ruling: string | null;
}

/** A formation went home with its contingent (10.3), or was called away to another front (2.2, 12.3). */
export interface FormationLeft {
  readonly kind: "formation-left";
  readonly formation: Id;
  /** Null when it had not come on to the map. */
  readonly place: Id | null;
  readonly recalled: boolean;
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

/** An off-map pool was set in march; `early` when its seat called it before its release condition held (11.2). */
export interface PoolCalled {
  readonly kind: "pool-called";
  readonly pool: Id;
  readonly early: boolean;
}

/** A broken formation rallied, with stragglers back (11.4). */
export interface Rallied {
  readonly kind: "rallied";
  readonly formation: Id;
  readonly stragglers: number;
  readonly cohesion: number;
}

/** Stragglers of a formation that is lost, or gone, will not rally: they are missing (11.4). */
export interface StragglersMissing {
  readonly kind: "stragglers-missing";
  readonly formation: Id;
  readonly men: number;
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

/** Kit that lay in a place was put into service; the rest of what was found is scrap (11.9). */
export interface KitTaken {
  readonly kind: "kit-taken";
  readonly place: Id;
  readonly formation: Id;
  /** Pieces by kind as they lay there, and those that now serve as they do. */
  readonly found: Kit;
  readonly kit: Kit;
  /** Ammunition found with them, for the depot of the place. */
  readonly manDays: number;
  readonly draws: readonly Draw[];
}

/** A track moved, with what moved it (12.1). */
export interface TrackMoved {
  readonly kind: "track-moved";
  readonly track: Id;
  readonly to: number;
  readonly because: string;
}

/** A track reached one of its thresholds for the first time (12.3). */
export interface ThresholdPassed {
  readonly kind: "threshold-passed";
  readonly track: Id;
  readonly threshold: Id;
  readonly title: string;
}

/** A patron's tolerance was moved, to so much in all on the logit scale (12.3). */
export interface ToleranceShifted {
  readonly kind: "tolerance-shifted";
  readonly contingent: Id;
  readonly shift: number;
}

/** What a wing's sorties are multiplied by from now on (12.3). */
export interface SortiesScaled {
  readonly kind: "sorties-scaled";
  readonly wing: Id;
  readonly factor: number;
}

/** A contingent was given another commander; `turn` is the one in which its battles feel it (5.4.16). */
export interface CommandChanged {
  readonly kind: "command-changed";
  readonly contingent: Id;
  readonly turn: number;
}

/** Supply of a side's formations, as it stands after days were given or taken (12.3). */
export interface SupplyChanged {
  readonly kind: "supply-changed";
  readonly side: Id;
  readonly days: number;
  readonly formations: readonly { readonly formation: Id; readonly supplyDays: number }[];
}

/** An objective was scored by some of the seats whose it is (13.1). */
export interface ObjectiveScored {
  readonly kind: "objective-scored";
  readonly objective: Id;
  readonly seats: readonly Id[];
  readonly points: number;
}

/** The game ended, with the score of each seat, and what of it is for men (13.3, 13.4). */
export interface GameEnded {
  readonly kind: "game-ended";
  readonly scores: Readonly<Record<Id, number>>;
  readonly forMen: readonly { readonly score: Id; readonly seat: Id; readonly points: number }[];
  /** Which turn was the last, where that was hidden; null where it was not. */
  readonly draw: Draw | null;
}

/** Facts, in the past tense. `apply` alone turns them into a changed World. */
export type Event =
  | TurnBegan
  | Reported
  | InjectCame
  | OrderReceived
  | OrderRefused
  | OrderBegan
  | Detached
  | Joined
  | OrderFailed
  | SortiesFlown
  | SupportClaimed
  | AirStruck
  | RulesSet
  | CiviliansHarmed
  | KitDestroyed
  | ColumnStruck
  | WingRebased
  | DepotStocked
  | DepotDrawn
  | Demolished
  | CiviliansLeft
  | Marched
  | Halted
  | Deployed
  | Rotated
  | Scouted
  | PlaceTaken
  | FrontMoved
  | BattleResolved
  | CohesionLost
  | GaveWay
  | FormationBroke
  | Retreated
  | Surrendered
  | PatronWeighed
  | PatronHeld
  | FormationLeft
  | ContingentLeft
  | Arrived
  | PoolCalled
  | Rallied
  | StragglersMissing
  | Refitted
  | KitTaken
  | TrackMoved
  | ThresholdPassed
  | ToleranceShifted
  | SortiesScaled
  | CommandChanged
  | SupplyChanged
  | ObjectiveScored
  | GameEnded;

/** The name of a kind of event. */
export type EventKind = Event["kind"];

/** The event of one kind. */
export type EventOf<K extends EventKind> = Extract<Event, { kind: K }>;
