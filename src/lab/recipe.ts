import type { Id } from "../engine/index.ts";
import type { PatchOperation } from "../scenarios/index.ts";

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
}
