import { type Event, invariant, type Setup, startWorld, type World } from "../engine/index.ts";
import { type CommittedTurn, fold } from "./fold.ts";
import type { Journal } from "./journal.ts";
import { partingOf } from "./parting.ts";
import { ordersOf } from "./recompute.ts";
import { type ResolvedTurn, resolveTurn } from "./resolve.ts";

/** What of White's hand a game is played again without. */
export const WITHOUT = ["rulings", "injects", "both"] as const;
export type Without = (typeof WITHOUT)[number];

/** Where two courses of one game first part; null for an event that the other has no more of. */
interface Parting {
  readonly turn: number;
  /** Index among the turn's events. */
  readonly event: number;
  readonly played: Event | null;
  readonly without: Event | null;
}

/** A game played again from the same orders and dice, but without something of White's hand. */
export interface PlayedWithout {
  readonly turns: readonly { readonly turn: number; readonly events: readonly Event[] }[];
  /** Null when what was left out changed nothing. */
  readonly parting: Parting | null;
}

/** Plays a journal that recomputes again without White's rulings, injects by hand, or both. */
export function replayWithout(setup: Setup, journal: Journal, without: Without): PlayedWithout {
  const turns: ResolvedTurn[] = [];
  let parting: Parting | null = null;
  let world: World = startWorld(setup, journal.header.aims);
  for (const played of fold(journal).committed) {
    const asked = { orders: ordersIn(setup, played), ...handLeft(played, without) };
    const again = resolveTurn(setup, journal.header, world, asked);
    parting ??= partedAt(played, again.events);
    turns.push(again);
    world = again.world;
  }
  return { turns, parting };
}

function ordersIn(setup: Setup, played: CommittedTurn) {
  const read = ordersOf(setup, played);
  invariant("orders" in read, "a game was replayed without White's hand that does not recompute");
  return read.orders;
}

function handLeft({ rulings, injects }: CommittedTurn, without: Without) {
  return {
    rulings: without === "injects" ? rulings : [],
    injects: without === "rulings" ? injects : [],
  };
}

function partedAt({ turn, commit }: CommittedTurn, events: readonly Event[]): Parting | null {
  const parting = partingOf(turn, commit.events, events);
  if (parting === null) return null;
  return { turn, event: parting.event, played: parting.first, without: parting.second };
}
