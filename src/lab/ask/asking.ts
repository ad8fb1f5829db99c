import type { Id, Order, Setup, View, World } from "../../engine/index.ts";
import type { CourseOfAction } from "../../policies/course-of-action.ts";

/** What a seat does from a moment on: orders that are known, a list a turn, and who plays it after them. */
export interface Conduct {
  readonly given: readonly (readonly Order[])[];
  /** Null for nobody: all go on with their tasks. */
  readonly after: CourseOfAction | "random-legal" | null;
}

/** How often, how far and with which dice a question is played. */
interface Played {
  readonly turns: number;
  readonly runs: number;
  /** Run r of both plans is played with the dice of `SEED#r`. */
  readonly seed: string;
}

/** Two sheets of orders, from what one seat knows and nothing else. */
export interface ImaginedAsking extends Played {
  readonly kind: "imagined";
  readonly view: View;
  readonly plans: readonly [readonly Order[], readonly Order[]];
  /** What reported enemies do. */
  readonly enemy: "holds" | "attacks";
}

/** Two ways in which one seat may go on, from the truth of a moment. */
export interface TrueAsking extends Played {
  readonly kind: "true";
  readonly setup: Setup;
  readonly world: World;
  readonly seat: Id;
  readonly plans: readonly [Conduct, Conduct];
  /** What every other seat does; one that is not here does nothing. */
  readonly others: Readonly<Record<Id, Conduct>>;
}

/** A question to the laboratory from the middle of a game: plain data, so that any thread can play it. */
export type Asking = ImaginedAsking | TrueAsking;
