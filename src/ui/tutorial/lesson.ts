import type { Id } from "../../engine/player.ts";

/** What completes a step of a tutorial. */
export type StepGoal =
  /** A screen, a page, a menu of the command screen, the help or the typed line is open. */
  | { readonly kind: "opened"; readonly name: string }
  /** The cursor is on a formation, a wing or a place in its list. */
  | { readonly kind: "chosen"; readonly subject: Id }
  /** The order sheet holds such an order; null is any. */
  | {
      readonly kind: "ordered";
      readonly verb: string;
      readonly unit: Id | null;
      readonly to: Id | null;
    }
  | { readonly kind: "undone" }
  | { readonly kind: "typed" }
  /** The turn is open: the one before was sealed and adjudicated. */
  | { readonly kind: "turn"; readonly turn: number }
  /** It is only to be read: the key of the next step completes it. */
  | { readonly kind: "read" };

/** One thing to learn by doing it. */
export interface TutorialStep {
  /** The turn it belongs to; when a later one is open, it is over. */
  readonly turn: number;
  readonly title: string;
  readonly text: string;
  readonly until: StepGoal;
}

/** What teaches the game: the steps of one seat, in order. */
export interface Tutorial {
  readonly seat: Id;
  readonly steps: readonly TutorialStep[];
  /** What to do next, said when all steps are done. */
  readonly next: string;
}

/** A tutorial that is being followed: the step it is at; past the last when all are done. */
export interface Coach {
  readonly tutorial: Tutorial;
  readonly at: number;
}
