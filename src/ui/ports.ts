import type { Clock, Id, Problem } from "../engine/player.ts";
import type { HistoricalRecord } from "../reports/record.ts";
import type { Tutorial } from "./tutorial/lesson.ts";
import { type Outcome, PERSON, type SavedGame, type Table } from "../journal/index.ts";
import type { Laboratory } from "./laboratory.ts";

export { PERSON };
export * from "./laboratory.ts";

/** A seat as the set-up screen shows it. */
export interface SeatCard {
  readonly id: Id;
  readonly name: string;
  readonly side: Id | null;
  readonly role: "command" | "white" | "observer";
  /** What whoever sits there reads first. */
  readonly brief: string;
}

/** A course of action that may play a seat; `id` is its name as a player in a journal's header. */
export interface CoaCard {
  readonly id: string;
  readonly seat: Id;
  readonly title: string;
  readonly intent: string;
}

/** Aims of which the seats named choose one in secret before the game (13.2). */
export interface AimGroupCard {
  readonly group: Id;
  readonly seats: readonly Id[];
  readonly aims: readonly { readonly id: Id; readonly title: string }[];
}

/** What an exercise is run by: for White's eyes but for the road to war and what is trained. */
export interface ExerciseCard {
  readonly roadToWar: string;
  readonly controlTimetable: readonly {
    readonly minutes: number;
    readonly who: string;
    readonly what: string;
  }[];
  readonly trainingObjectives: readonly { readonly title: string; readonly text: string }[];
  readonly events: readonly ExerciseEvent[];
  /** What each seat reads first, White's own included. */
  readonly briefs: readonly {
    readonly seat: string;
    readonly role: SeatCard["role"];
    readonly text: string;
  }[];
}

/** One of White's list of events, with what brings it and what it should lead to. */
interface ExerciseEvent {
  readonly title: string;
  readonly text: string;
  readonly trigger: string;
  readonly audience: readonly string[];
  readonly expectedResponse: string;
}

/** What the record says of one turn. */
export interface RecordCard {
  readonly turn: number;
  readonly text: string;
  readonly confidence: string;
  readonly sources: readonly string[];
}

/** The record as it is laid beside a run: who held what, and on what the sources contradict each other. */
export interface HistoryCard {
  readonly record: HistoricalRecord;
  readonly conflicts: readonly {
    readonly question: string;
    /** Turns that it is about; null when it is about the whole. */
    readonly turns: { readonly from: number; readonly to: number } | null;
    readonly positions: readonly { readonly text: string; readonly sources: readonly string[] }[];
  }[];
  /** Titles of the sources by their short names. */
  readonly sources: Readonly<Record<string, string>>;
}

/** A what-if that comes with a scenario. */
interface VariantCard {
  readonly id: Id;
  readonly title: string;
  readonly why: string;
}

/** A scenario that may be begun, as a list shows it. */
export interface ScenarioCover {
  /** By what it is found again: its id, or the path it was given by. */
  readonly key: string;
  readonly title: string;
  /** Whether it teaches the game: it is begun as the tutorial and stands in no other list. */
  readonly teaches: boolean;
  /** Id in a journal's header. */
  readonly id: Id;
  /** Names of its seats. */
  readonly seats: Readonly<Record<Id, string>>;
  /** Null when it says none that can be read. */
  readonly clock: Clock | null;
}

/** Everything of a scenario that may be shown before a game begins. */
export interface ScenarioCard {
  /** Key of its cover. */
  readonly key: string;
  readonly id: Id;
  readonly variants: readonly VariantCard[];
  /** The variant it was read with; null for none. */
  readonly variant: Id | null;
  /** What teaches the game by it; null for a scenario that does not. */
  readonly tutorial: Tutorial | null;
  readonly title: string;
  readonly summary: string;
  /** Local date and hour of turn 1, ISO 8601 with offset. */
  readonly start: string;
  readonly lengths: readonly { readonly id: Id; readonly title: string; readonly turns: number }[];
  readonly defaultLength: Id;
  readonly sides: Readonly<Record<Id, { readonly name: string; readonly letter: string }>>;
  readonly seats: readonly SeatCard[];
  readonly coas: readonly CoaCard[];
  readonly aimGroups: readonly AimGroupCard[];
  /** Null when the scenario has no exercise pack. */
  readonly exercise: ExerciseCard | null;
  /** Course of action that history took, by seat. */
  readonly historical: Readonly<Record<Id, string>>;
  readonly record: readonly RecordCard[];
  readonly history: HistoryCard;
}

/** Players besides `PERSON` and the ids of courses of action, as a journal's header says them. */
export const HOLD = "hold";
/** Name of the policy that gives random legal orders. */
export const RANDOM = "random-legal";

/** How people sit: groups that play their seats at one sitting, and the pass phrase before White. */
interface NewPlan {
  readonly cells: readonly (readonly Id[])[];
  /** Empty when nothing stands before White's seat. */
  readonly phrase: string;
}

/** How people sit at a game; kept beside its journal, and no part of it. */
export interface TablePlan {
  /** Seats that are played at one sitting; a seat in none of them sits by itself. */
  readonly cells: readonly (readonly Id[])[];
  /** Whether White's seat is behind a pass phrase. */
  readonly curtain: boolean;
}

/** A game to begin: what is played, for how long, who plays each seat, and how they sit. */
export interface NewGame {
  /** Left out, each seat sits by itself. */
  readonly plan?: NewPlan;
  /** Key of the scenario's cover. */
  readonly scenario: string;
  readonly variant: Id | null;
  readonly length: Id;
  /** By seat: `PERSON`, `HOLD`, `RANDOM` or the id of a course of action; White's is a person's or absent. */
  readonly players: Readonly<Record<Id, string>>;
  /** The aims that were chosen, by group; one left out is its course of action's, or the first. */
  readonly aims: Readonly<Record<Id, Id>>;
}

/** How a branch goes on from its turn. */
export interface BranchAsked {
  readonly title: string | null;
  /** Whether it draws other dice than the game it comes from. */
  readonly fresh: boolean;
  /** Who plays on, by seat; a seat left out goes on as it was. */
  readonly players: Readonly<Record<Id, string>>;
}

/** What the screens are given of everything impure. Nothing here throws for bad input. */
export interface Ports {
  /** The scenario that the program was started with. */
  readonly scenario: ScenarioCard;
  /** Every scenario that may be begun, that one among them. */
  readonly covers: readonly ScenarioCover[];
  /** Reads a scenario whole, with one of its variants or none. */
  card(key: string, variant: Id | null): Outcome<ScenarioCard>;
  /** Where games are saved, as a person would name it. */
  readonly savesDirectory: string;
  /** Those of the directory, or those beside a file. */
  savedGames(beside?: string): readonly SavedGame[];
  /** Draws a fresh seed, writes the header to a new file and opens it (`openTable`). */
  begin(game: NewGame): Promise<Outcome<Table>>;
  /** Opens a saved game to play on, whatever scenario it was begun with. */
  resume(file: string): Promise<Outcome<Table>>;
  /** How people sit at a game. */
  plan(table: Table): TablePlan;
  /** Whether a pass phrase is the one before White's seat. */
  opens(table: Table, phrase: string): Promise<boolean>;
  /** A number that nobody chose, strictly between 0 and 1: for a draw that is made again. */
  freshDraw(): number;
  /** The historical courses of action to the end, with the printed default seed; nothing is saved. */
  history(key: string, variant: Id | null): Outcome<Table>;
  /** Writes a branch beside the file of its game and returns its own; the game is not touched. */
  branch(table: Table, turn: number, asked: BranchAsked): Outcome<string>;
  /** Plays questions from the middle of a game. */
  readonly laboratory: Laboratory;
  /** A saved game to look at, while another program may be playing it. */
  look(file: string): Outcome<Table>;
}

/** What the shell and the terminal are asked for besides keys and frames. */
export interface TerminalPort {
  /** Stops the program as Ctrl-Z does, and returns when it is continued. */
  suspend(): Promise<void>;
  /** Calls this when the program was stopped and continued by somebody else; gives the undoing. */
  onContinued(repaint: () => void): () => void;
  /** Calls this instead of being stopped by somebody else; gives the undoing. */
  onStop(away: () => void): () => void;
  /** Calls this before the program dies of a bug or a signal; gives the undoing. */
  onCrash(restore: () => void): () => void;
}

/** Somebody who is talked to in lines: what they type, and where it is said. */
export interface Talk {
  /** The next typed line; null at the end. An interrupt is the line "quit". */
  next(): Promise<string | null>;
  say(text: string): void;
  readonly columns: number;
  /** Rows said before Enter is waited for; Infinity where nobody pages. */
  readonly pageRows: number;
  /** Whether there is a full screen to go to. */
  readonly hasScreen: boolean;
}

/** How the game is started. */
export interface GameOptions {
  /** Journal to go on with at once; null starts at the title. */
  readonly open: string | null;
  /** False for `NO_COLOR` and `--no-color`. */
  readonly colour: boolean;
  /** Whether only ASCII may be painted. */
  readonly ascii: boolean;
  /** Line by line from the start, without a screen. */
  readonly plain: boolean;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly terminal: TerminalPort;
  /** Begins to read lines; ended when the full screen takes over. */
  talk(): Talk & { end(): void };
}

/** What a seat is called before a game is open; one of another scenario by its id. */
export function seatName(card: ScenarioCard, seat: Id): string {
  return card.seats.find(({ id }) => id === seat)?.name ?? seat;
}

/** The first of some problems as one line, and how many more there are. */
export function problemLine(problems: readonly Problem[]): string {
  const [first] = problems;
  if (first === undefined) return "something went wrong";
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  return `${first.message}: ${first.hint}${more}`;
}
