import type { AirVerb, Event, FormationOrder, Id, Order, Verb, View } from "../engine/player.ts";
import type { Comparison, FamilyMember, SavedGame, TableNames, Truth } from "../journal/index.ts";
import type { Sight } from "./map/projection.ts";
import type {
  Asked,
  AskProgress,
  BranchAsked,
  EnemyMind,
  NewGame,
  Ports,
  ScenarioCard,
  ScenarioCover,
} from "./ports.ts";
import type { Coach } from "./tutorial/lesson.ts";
import type { Board } from "./screens/projector/board.ts";
import type { DeskScreen, WhiteAct } from "./white/desk.ts";
import type { Past } from "./past.ts";

/** A turn's facts as somebody may know them; null before the first. */
interface Told {
  readonly turn: number;
  readonly events: readonly Event[];
}

/** The orders of a seat that are not yet sealed, with what undo and redo go back to. */
export interface Draft {
  readonly orders: readonly Order[];
  readonly undo: readonly (readonly Order[])[];
  readonly redo: readonly (readonly Order[])[];
}

/** A sheet that a seat kept under a name, for the turn it was written in. */
export interface KeptPlan {
  readonly name: string;
  readonly seat: Id;
  readonly turn: number;
  readonly orders: readonly Order[];
}

/** The game as the journal has it, and what the seat that is looking knows. */
export interface Game {
  readonly file: string | null;
  /** Whether it is a packet: the journal is elsewhere. */
  readonly isAway: boolean;
  readonly names: TableNames;
  readonly players: Readonly<Record<Id, string>>;
  readonly people: readonly Id[];
  /** Groups that play their seats at one sitting, each in the order in which it goes through them. */
  readonly cells: readonly (readonly Id[])[];
  /** White's seat when a person plays it: then a turn is looked at before it is adjudicated. */
  readonly white: Id | null;
  /** Whether White's seat is behind a pass phrase. */
  readonly curtain: boolean;
  /** Index of the cell that sits; null between two. */
  readonly sitting: number | null;
  /** Sheets of the seats that were sat at since the turn began. */
  readonly drafts: Readonly<Record<Id, Draft>>;
  /** Sheets kept at this sitting, of every seat and turn. */
  readonly plans: readonly KeptPlan[];
  /** The turn that is open. */
  readonly turn: number;
  readonly over: boolean;
  readonly scores: Readonly<Record<Id, number>> | null;
  /** People who have not sealed, or at the end not read their last report, in order. */
  readonly waiting: readonly Id[];
  /** The seat that is looking; null while it is nobody's turn to look. */
  readonly view: View | null;
  /** What that seat was told of the turn before. */
  readonly told: Told | null;
  /** What that seat knew before it. */
  readonly before: View | null;
  readonly draft: Draft;
}

interface TitleScreen {
  readonly kind: "title";
  readonly cursor: number;
}
interface SeatingScreen {
  readonly kind: "seating";
  readonly cursor: number;
  readonly preset: number;
  readonly game: NewGame;
  /** Sides whose seats sit together. */
  readonly together: readonly Id[];
  readonly phrase: string;
  readonly phraseShown: boolean;
}
interface SavesScreen {
  readonly kind: "saves";
  readonly cursor: number;
}
/** A text to read: the record, the exercise pack, the door to White's book and the book, a brief. */
interface PageScreen {
  readonly kind: "page";
  readonly page: "record" | "exercise" | "white-door" | "white" | "brief";
  readonly scroll: number;
  /** Whose brief, before a game is open; left out for that of the seat that is looking. */
  readonly seat?: Id;
  /** Where it was opened; left out where that follows from the page. */
  readonly back?: Screen;
}
/** The turns of a game that were played: what happened, beside the record. */
export interface TimelineScreen {
  readonly kind: "timeline";
  readonly title: string;
  readonly past: Past;
  readonly turn: number;
  readonly mode: TimelineMode;
  readonly all: boolean;
  /** What a narrow window shows of run and record. */
  readonly pane: "run" | "record";
  readonly showMap: boolean;
  readonly scroll: number;
  readonly sight: Sight;
  /** Where it leads back to; null closes the game. */
  readonly back: Screen | null;
}

/** What the timeline is doing: a note or a branch is being written. */
export type TimelineMode =
  | { readonly kind: "browse" }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "branch"; readonly row: number; readonly asked: BranchAsked };

/** The branches of a game as a tree. */
export interface BranchesScreen {
  readonly kind: "branches";
  readonly family: readonly FamilyMember[];
  readonly cursor: number;
  /** File of the branch that another is to be compared with. */
  readonly marked: string | null;
  /** Whether orders that are not sealed may be forgotten. */
  readonly sure: boolean;
  readonly back: TimelineScreen;
}

/** Two branches side by side. */
export interface CompareScreen {
  readonly kind: "compare";
  readonly first: FamilyMember;
  readonly second: FamilyMember;
  /** Whose knowledge of both it is; null for the truth. */
  readonly seat: Id | null;
  readonly comparison: Comparison;
  readonly turn: number;
  readonly scroll: number;
  readonly back: BranchesScreen;
}

/** What a question is about: a seat's moment as it knew it, or for White the truth of one. */
export type AskAbout =
  | { readonly kind: "seat"; readonly view: View; readonly enemy: EnemyMind }
  | {
      readonly kind: "white";
      readonly turn: number;
      readonly brief: View["brief"];
      readonly seats: readonly Id[];
      readonly seat: Id;
      /** Text that the dice come from. */
      readonly seed: string;
    };

/** One of two things a seat may do: a sheet of orders, or for White a player. */
export interface AskPlan {
  readonly name: string;
  /** What is in it, in a few words; empty when the name says it. */
  readonly says: string;
  readonly orders: readonly Order[];
  readonly player: string;
}

/** A question to the laboratory, and what it has found so far. */
export interface AskScreen {
  readonly kind: "ask";
  readonly about: AskAbout;
  readonly plans: readonly AskPlan[];
  /** Indexes of the two that are compared. */
  readonly a: number;
  readonly b: number;
  readonly turns: number;
  readonly runs: number;
  readonly row: number;
  readonly isAsking: boolean;
  /** Null before the first run of a question. */
  readonly progress: AskProgress | null;
  readonly scroll: number;
  readonly back: CommandScreen | TimelineScreen | DeskScreen;
}

interface HandoverScreen {
  readonly kind: "handover";
  /** The first seat of the group that is to sit down, or White's. */
  readonly seat: Id;
  /** What was typed of White's pass phrase. */
  readonly phrase: string;
}
interface ReportScreen {
  readonly kind: "report";
  readonly cursor: number;
  readonly all: boolean;
}
interface WhyScreen {
  readonly kind: "why";
  /** Index into the told events. */
  readonly event: number;
  readonly scroll: number;
  readonly back: ReportScreen | PlaybackScreen;
}
/** What was known at one moment: a seat's view, or with the truth all of it. */
export interface Scenery {
  readonly view: View;
  readonly truth: Truth | null;
}
/** A turn played back step by step, to somebody who may know all that is shown. */
export interface PlaybackScreen {
  readonly kind: "playback";
  readonly title: string;
  readonly turn: number;
  readonly events: readonly Event[];
  readonly before: Scenery;
  readonly after: Scenery;
  /** Steps shown, from 0. */
  readonly step: number;
  readonly playing: boolean;
  /** Where it leads to. */
  readonly to: Screen;
}
/** The screen for the whole room. */
interface ProjectorScreen {
  readonly kind: "projector";
  readonly board: Board;
  /** News that were scrolled past, from the newest. */
  readonly scroll: number;
  /** The turn that was played back to the room last; 0 before the first. */
  readonly replayed: number;
}
interface ReadyScreen {
  readonly kind: "ready";
}
/** The orders of a packet are sealed. */
interface SentScreen {
  readonly kind: "sent";
}
interface EndScreen {
  readonly kind: "end";
}

/** Lists beside the map. */
export const TABS = ["forces", "air", "places", "orders", "seat"] as const;
export type Tab = (typeof TABS)[number];

/** What the right panel of the command screen is doing. */
export type Mode =
  | { readonly kind: "browse" }
  | { readonly kind: "verbs"; readonly unit: Id; readonly cursor: number }
  | {
      readonly kind: "targets";
      readonly unit: Id;
      readonly verb: Verb | AirVerb;
      readonly cursor: number;
      readonly filter: string;
    }
  | {
      readonly kind: "sorties";
      readonly unit: Id;
      readonly verb: AirVerb;
      readonly to: Id;
      readonly count: number;
    }
  | {
      readonly kind: "count";
      readonly unit: Id;
      readonly order: FormationOrder;
    }
  | { readonly kind: "seal" };

/** The screen at which a seat gives its orders. */
export interface CommandScreen {
  readonly kind: "command";
  readonly tab: Tab;
  readonly cursors: Readonly<Record<Tab, number>>;
  readonly sight: Sight;
  readonly mode: Mode;
}

/** The account of the situation, from one of its parts on. */
interface SituationScreen {
  readonly kind: "situation";
  readonly part: number;
  readonly scroll: number;
  readonly back: CommandScreen;
}

/** Any screen, with what it needs and nothing else. */
export type Screen =
  | TitleScreen
  | SeatingScreen
  | SavesScreen
  | PageScreen
  | TimelineScreen
  | BranchesScreen
  | CompareScreen
  | AskScreen
  | HandoverScreen
  | ReportScreen
  | WhyScreen
  | PlaybackScreen
  | DeskScreen
  | ProjectorScreen
  | ReadyScreen
  | EndScreen
  | CommandScreen
  | SituationScreen
  | SentScreen;
/** The screen of one name. */
export type ScreenOf<K extends Screen["kind"]> = Extract<Screen, { kind: K }>;

/** How fast a turn is played back; off goes straight to the report. */
export const PACES = ["slow", "normal", "fast", "off"] as const;
export type Pace = (typeof PACES)[number];

/** One line about what has just happened. */
export interface Notice {
  readonly tone: "good" | "warn" | "bad";
  readonly text: string;
}

/** A line that is being typed over a screen; `past` counts back through the lines typed before. */
export interface TypedLine {
  readonly kind: "line";
  readonly text: string;
  readonly past: number;
}

/** The list of what can be done on a screen, searched by typing. */
export interface Palette {
  readonly kind: "palette";
  readonly filter: string;
  readonly cursor: number;
}

/** The keys and words of the screen, from one of its pages on. */
export interface Help {
  readonly kind: "help";
  readonly scroll: number;
}

/** Everything the screen is a function of, besides its size. */
export interface State {
  readonly card: ScenarioCard;
  readonly covers: readonly ScenarioCover[];
  readonly savesDirectory: string;
  readonly saves: readonly SavedGame[];
  readonly screen: Screen;
  readonly game: Game | null;
  /** Laid over the screen. */
  readonly over: "leave" | Help | TypedLine | Palette | null;
  /** The tutorial that is followed; null when none is. */
  readonly coach: Coach | null;
  /** Lines typed before, the newest last. */
  readonly typed: readonly string[];
  /** What the room chose; it holds for every playback. */
  readonly pace: Pace;
  /** What is being done; meanwhile keys wait. */
  readonly busy: Effect["kind"] | null;
  readonly notice: Notice | null;
}

/** What is asked of the past of the game that is open. */
export type TravelEffect =
  /** Opens it for a seat or, with null, for who may know the truth; at the last turn with null. */
  | { readonly kind: "timeline"; readonly seat: Id | null; readonly turn: number | null }
  | { readonly kind: "advance" }
  | { readonly kind: "note"; readonly turn: number; readonly text: string }
  | { readonly kind: "branches" }
  | { readonly kind: "compare"; readonly first: FamilyMember; readonly second: FamilyMember };

/** What the core asks of the world outside. */
export type Effect =
  /** Takes another scenario, or another variant of it, from the list. */
  | { readonly kind: "choose"; readonly scenario: string; readonly variant: Id | null }
  | { readonly kind: "begin"; readonly game: NewGame }
  | { readonly kind: "tutorial" }
  | { readonly kind: "resume"; readonly file: string }
  | { readonly kind: "sit"; readonly seat: Id }
  /** To another seat of the same cell, with nothing between. */
  | { readonly kind: "pass"; readonly seat: Id }
  | { readonly kind: "seal"; readonly seat: Id; readonly orders: readonly Order[] }
  /** The seat has read its last report. */
  | { readonly kind: "read" }
  | { readonly kind: "resolve" }
  | { readonly kind: "history" }
  | { readonly kind: "white"; readonly act: WhiteAct }
  | { readonly kind: "project" }
  /** A turn as it truly went, for the whole room once the game is over. */
  | { readonly kind: "replay"; readonly turn: number }
  | TravelEffect
  /** Asks the laboratory; it answers again and again while the screen of the question is open. */
  | { readonly kind: "ask"; readonly asked: Asked }
  /** Begins a branch at a turn and goes on in it. */
  | { readonly kind: "branch"; readonly turn: number; readonly asked: BranchAsked }
  | { readonly kind: "close" }
  /** The same game on the full screen, or line by line. */
  | { readonly kind: "screen" }
  | { readonly kind: "lines" }
  | { readonly kind: "leave" };

/** What a key comes to. */
export interface Step {
  readonly state: State;
  readonly effect: Effect | null;
}

/** A step that asks nothing. */
export function stay(state: State): Step {
  return { state, effect: null };
}

/** A step to another screen. */
export function go(state: State, screen: Screen): Step {
  return stay({ ...state, screen });
}

/** A step that asks the world outside for something. */
export function ask(state: State, effect: Effect): Step {
  return { state, effect };
}

/** The state with a line about what happened. */
export function noticed(state: State, tone: Notice["tone"], text: string): State {
  return { ...state, notice: { tone, text } };
}

/** A draft without orders. */
export const EMPTY_DRAFT: Draft = { orders: [], undo: [], redo: [] };

/** Help from its first row on. */
export const OPEN_HELP: Help = { kind: "help", scroll: 0 };

/** The state a program starts in. */
export function startState(ports: Ports): State {
  return {
    card: ports.scenario,
    covers: ports.covers,
    savesDirectory: ports.savesDirectory,
    saves: ports.savedGames(),
    screen: { kind: "title", cursor: 0 },
    game: null,
    over: null,
    coach: null,
    typed: [],
    pace: "normal",
    busy: null,
    notice: null,
  };
}
