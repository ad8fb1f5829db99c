import {
  createChance,
  digestOf,
  type Event,
  type HandInject,
  type Id,
  type Order,
  type OrdersBySeat,
  type Ruling,
  type Setup,
  step,
  type World,
  worldDigests,
} from "../engine/index.ts";
import { formatOrder } from "../engine/player.ts";
import { seedAt } from "./journal.ts";
import type { CommitLine, HeaderLine } from "./lines.ts";

/** What one turn is adjudicated from, besides the world before it. */
export interface TurnAsked {
  readonly orders: OrdersBySeat;
  readonly rulings: readonly Ruling[];
  readonly injects: readonly HandInject[];
}

/** A turn as the rules decide it: shown as a draft, or committed by appending `commit`. */
export interface ResolvedTurn {
  readonly turn: number;
  readonly world: World;
  readonly events: readonly Event[];
  readonly commit: CommitLine;
}

/** Plays the turn after `world` with the dice of the game that `header` begins; changes nothing. */
export function resolveTurn(
  setup: Setup,
  header: HeaderLine,
  world: World,
  asked: TurnAsked,
): ResolvedTurn {
  const turn = world.turn + 1;
  const after = step(setup, world, asked, createChance(seedAt(header, turn), setup));
  const digests = worldDigests(after.world);
  const commit: CommitLine = {
    kind: "commit",
    turn,
    orders: orderTexts(asked.orders),
    events: after.events,
    digests,
    digest: digestOf(digests),
  };
  return { turn, world: after.world, events: after.events, commit };
}

/** Orders of each seat in their one text. */
export function orderTexts(orders: OrdersBySeat): Readonly<Record<Id, readonly string[]>> {
  const texts = Object.entries(orders).map(([seat, given]) => [seat, textsOf(given)] as const);
  return Object.fromEntries(texts);
}

function textsOf(orders: readonly Order[]): readonly string[] {
  return orders.map(formatOrder);
}
