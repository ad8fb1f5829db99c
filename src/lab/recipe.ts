import type { HandInject, Id, Ruling } from "../engine/index.ts";
import type { PatchOperation } from "../scenarios/index.ts";

/** A turn as it was adjudicated: orders by seat as text, White's hand, and the seed of its dice. */
export interface AskedTurn {
  readonly orders: Readonly<Record<Id, readonly string[]>>;
  readonly rulings: readonly Ruling[];
  readonly injects: readonly HandInject[];
  readonly seed: string;
}

/**
 * A game as plain data: enough to make it anywhere, without files. Texts are those of the files;
 * they were read without a problem before.
 */
export interface Recipe {
  readonly scenario: string;
  readonly parameters: string;
  readonly length: Id | null;
  readonly variant: Id | null;
  readonly patch: readonly PatchOperation[] | null;
  /** Seat → text of its course of action; a seat that is not here gives no orders. */
  readonly courses: Readonly<Record<Id, string>>;
  /** The aim of each group, where one was chosen. */
  readonly aims: Readonly<Record<Id, Id>>;
  /** Turns that are played at most; the length of the scenario where it is not given. */
  readonly horizon?: number | undefined;
  /** The first turns, as every run has them; each run's own dice begin after them. */
  readonly opening?: readonly AskedTurn[] | undefined;
  /** Seat → its orders turn by turn, as text, given whatever comes; then its course of action. */
  readonly scripts?: Readonly<Record<Id, readonly (readonly string[])[]>> | undefined;
  /** Injects by White's hand, turn by turn, in the turns after the opening. */
  readonly injects?: readonly (readonly HandInject[])[] | undefined;
}
