import {
  type Id,
  invariant,
  type Order,
  type OrdersBySeat,
  parseOrder,
  type Setup,
  type World,
} from "../engine/index.ts";
import { fold } from "./fold.ts";
import type { Journal } from "./journal.ts";
import type { HeaderLine } from "./lines.ts";

/** A game at one moment, whole, and what people asked from there on: for White's laboratory. */
export interface Standing {
  readonly header: HeaderLine;
  readonly setup: Setup;
  readonly world: World;
  /** Orders that people sealed, by turn: of the turns played after it, then of the open one. */
  readonly sealed: readonly OrdersBySeat[];
}

/** How a game stood after `turn` turns, which `world` is, with what was sealed since. */
export function standingOf(setup: Setup, journal: Journal, world: World, turn: number): Standing {
  const { committed, open } = fold(journal);
  const sealed = [...committed.slice(turn), open].map(({ orders }) => readSealed(orders));
  return { header: journal.header, setup, world, sealed };
}

/** The orders of sealed lines, whose texts were read when they were written. */
export function readSealed(sealed: Readonly<Record<Id, readonly string[]>>): OrdersBySeat {
  const read = Object.entries(sealed).map(([seat, texts]) => [seat, readOrders(texts)] as const);
  return Object.fromEntries(read);
}

/** Orders from their texts, which were read without a problem before. */
export function readOrders(texts: readonly string[]): readonly Order[] {
  return texts.map(readOrder);
}

function readOrder(text: string): Order {
  const read = parseOrder(text);
  invariant(read.ok, `a sealed order is none: ${text}`);
  return read.order;
}
