import type { Event, HandInject, Id, Ruling, View, World } from "../../engine/index.ts";
import type { HeaderLine, NoteLine } from "../../journal/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Section } from "../document/block.ts";
import type { LuckTold } from "../luck.ts";

/** How things stood at one moment. */
export interface Moment {
  /** What each seat knew: of every commanding seat for White, of its own alone for a seat. */
  readonly views: Readonly<Record<Id, View>>;
  /** How things truly stood; null in a seat's document. */
  readonly world: World | null;
}

/** One turn of the game that is reviewed, as far as the reader may know it. */
export interface ReviewedTurn extends Moment {
  readonly turn: number;
  /** In the order in which it happened. */
  readonly events: readonly Event[];
  /** Orders by seat, as text; a seat's document has its own alone. */
  readonly orders: Readonly<Record<Id, readonly string[]>>;
  /** White's hand; none in a seat's document. */
  readonly rulings: readonly Ruling[];
  readonly injects: readonly HandInject[];
  /** Remarks; a seat's document has its own alone. */
  readonly notes: readonly NoteLine[];
}

/**
 * A game to be reviewed, as one reader may know it. Everything in a document comes from here, so
 * that the same game gives the same bytes: no clock, no path, no machine.
 */
export interface Reviewed {
  readonly scenario: Scenario;
  /** The seat whose document it is; null for White, who sees everything. */
  readonly reader: Id | null;
  /** The journal's first line; null in a seat's document, for the seed is a secret. */
  readonly header: HeaderLine | null;
  readonly start: Moment;
  readonly turns: readonly ReviewedTurn[];
  /** What the laboratory found of the game's luck; for White alone, where it was asked for. */
  readonly luck?: LuckTold | undefined;
}

/** A section of a review; null where the game, or the reader, has none. */
export type Reviewer = (reviewed: Reviewed) => Section | null;
