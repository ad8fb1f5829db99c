import type { Effect, Event, HandInject, Id, Ruling, View } from "../../engine/index.ts";
import type { HandLine, ListedInject, Truth } from "../../journal/index.ts";

/** White's lists: the open turn, what White did in it, the injects, and the turn before. */
export const DESK_TABS = ["turn", "hand", "injects", "before"] as const;
export type DeskTab = (typeof DESK_TABS)[number];

type Unreasoned<T> = T extends unknown ? Omit<T, "reason"> : never;

/** What White is about to rule, before it says why; a re-roll gets its number when it is done. */
export type Intended =
  | { readonly kind: "ruling"; readonly ruling: Unreasoned<Ruling> }
  | { readonly kind: "reroll"; readonly key: string };

/** An event that White is putting in, before it says why. */
export interface Putting {
  /** One of the list; null for one by hand. */
  readonly inject: Id | null;
  readonly title: string;
  readonly text: string;
  readonly effects: readonly Effect[];
  readonly audience: readonly Id[];
}

/** Number that is asked for: a draw by its key, or the realised odds of a battle. */
export type Asked =
  | { readonly kind: "draw"; readonly key: string; readonly was: number }
  | { readonly kind: "odds"; readonly locus: Id; readonly was: number };

/** What is being done at the desk. */
export type DeskMode =
  | { readonly kind: "browse" }
  | { readonly kind: "why"; readonly event: number; readonly scroll: number }
  | { readonly kind: "choose"; readonly event: number; readonly cursor: number }
  | { readonly kind: "number"; readonly asked: Asked; readonly text: string }
  | { readonly kind: "reason"; readonly intended: Intended; readonly text: string }
  | {
      readonly kind: "write";
      readonly field: "title" | "text" | "effects";
      readonly putting: Putting;
      readonly text: string;
    }
  | { readonly kind: "audience"; readonly putting: Putting; readonly cursor: number }
  | { readonly kind: "put"; readonly putting: Putting; readonly text: string }
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "commit" };

/** White's desk: everything of the open turn, and what White's hand did to it. */
export interface DeskScreen {
  readonly kind: "desk";
  readonly turn: number;
  /** What the open turn would bring; null while somebody has still to seal. */
  readonly draft: readonly Event[] | null;
  /** Indexes of its events that were not in the draft before. */
  readonly changed: readonly number[];
  readonly hand: readonly HandLine[];
  readonly listed: readonly ListedInject[];
  /** What happened in the turn before, all of it. */
  readonly played: readonly Event[];
  /** What was said to the room, the newest last. */
  readonly said: readonly string[];
  readonly truth: Truth;
  /** As things stood before the turn that was played. */
  readonly truthBefore: Truth;
  readonly view: View;
  readonly tab: DeskTab;
  readonly cursors: Readonly<Record<DeskTab, number>>;
  readonly mode: DeskMode;
}

/** What White asks of the table. */
export type WhiteAct =
  | { readonly kind: "sit"; readonly phrase: string }
  | { readonly kind: "rule"; readonly ruling: Ruling }
  | { readonly kind: "reroll"; readonly key: string; readonly reason: string }
  | { readonly kind: "inject"; readonly inject: HandInject; readonly reason: string }
  | { readonly kind: "withdraw"; readonly line: number }
  /** Said to the room, of an event of the turn before or of nothing in the game. */
  | { readonly kind: "say"; readonly text: string; readonly event: number | null }
  | { readonly kind: "commit" };
