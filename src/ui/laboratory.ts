import type { Id, Order, View } from "../engine/player.ts";
import type { Outcome, Table } from "../journal/index.ts";
import type { AskedAnswer } from "../reports/index.ts";

/** Player of a seat in White's questions: as the game has it, what was sealed first. */
export const AS_PLAYED = "as-played";

/** What reported enemies do in the game that a seat imagines. */
export type EnemyMind = "holds" | "attacks";

/** How far, how often and with which dice a question is played; run r has those of `SEED#r`. */
interface Played {
  readonly turns: number;
  readonly runs: number;
  readonly seed: string;
}

/** Two sheets of orders for the next turn, from what a seat knows and nothing else. */
export interface SeatAsked extends Played {
  readonly kind: "seat";
  readonly view: View;
  readonly plans: readonly [readonly Order[], readonly Order[]];
  readonly enemy: EnemyMind;
}

/** Two ways in which a seat may be played on, from the truth after a turn: for White. */
export interface WhiteAsked extends Played {
  readonly kind: "white";
  /** Turns that were played by then. */
  readonly turn: number;
  readonly seat: Id;
  /** Players as a header says them, or `AS_PLAYED`. */
  readonly plans: readonly [string, string];
}

/** A question to the laboratory. */
export type Asked = SeatAsked | WhiteAsked;

/** How far it has come: what the first pairs of runs say, of so many. */
export interface AskProgress {
  readonly answer: AskedAnswer;
  readonly total: number;
  readonly perSecond: number;
}

/** A question that is being played. */
export interface AskJob {
  /** Ends it at once; nothing more is told. */
  stop(): void;
  /** Ends with the last run; rejected after a bug. */
  readonly done: Promise<void>;
}

/** Plays questions, elsewhere if it can, so that keys are heard meanwhile. */
export interface Laboratory {
  ask(table: Table, asked: Asked, told: (progress: AskProgress) => void): Outcome<AskJob>;
}
