import {
  type Id,
  observe,
  type Order,
  type OrdersBySeat,
  type Setup,
  startWorld,
  type World,
} from "../../src/engine/index.ts";
import { formatOrder, legalOrders } from "../../src/engine/player.ts";
import {
  appendLine,
  type HeaderFields,
  type Journal,
  type JournalLine,
  NO_LINE,
  type ResolvedTurn,
  resolveTurn,
  startJournal,
  fold,
  formatLine,
  type TurnLine,
} from "../../src/journal/index.ts";
import { headerFields } from "./fixtures.ts";

/** A game being played: its journal, the file's text, and the world after each turn. */
export interface Played {
  readonly journal: Journal;
  readonly text: string;
  readonly worlds: readonly World[];
}

/** Every number picks one of many; the same numbers pick the same. */
export type Picks = readonly number[];

/** A game of this setup before its first turn; each seat with a side is a person's. */
export function newGame(setup: Setup, fields: Partial<HeaderFields> = {}): Played {
  const players = Object.fromEntries(Object.keys(setup.seats).map((seat) => [seat, "person"]));
  const started = startJournal({ ...headerFields, players, ...fields });
  return { ...started, worlds: [startWorld(setup)] };
}

/** The game with one more line. */
export function withLine(game: Played, line: TurnLine): Played {
  const next = appendLine(game.journal, line);
  return { ...game, journal: next.journal, text: game.text + next.text };
}

/** The game after a turn in which every seat sealed picked orders. */
export function playTurn(setup: Setup, game: Played, picks: Picks): Played {
  const sealed = sealAll(setup, game, picks);
  const { world, commit } = draftOf(setup, sealed, ordersFor(setup, game, picks));
  const after = withLine(sealed, commit);
  return { ...after, worlds: [...game.worlds, world] };
}

/** The open turn as it would be, with the rulings and injects that the journal has for it. */
export function draftOf(setup: Setup, game: Played, orders: OrdersBySeat): ResolvedTurn {
  const { rulings, injects } = fold(game.journal).open;
  const asked = { orders, rulings, injects };
  return resolveTurn(setup, game.journal.header, game.worlds.at(-1) as World, asked);
}

function sealAll(setup: Setup, game: Played, picks: Picks): Played {
  const { turn } = game.journal;
  const orders = Object.entries(ordersFor(setup, game, picks));
  return orders.reduce((sealed, [seat, given]) => {
    return withLine(sealed, { kind: "orders", turn, seat, orders: given.map(formatOrder) });
  }, game);
}

/** For every seat one legal order of each unit that is picked for one. */
export function ordersFor(setup: Setup, game: Played, picks: Picks): OrdersBySeat {
  const world = game.worlds.at(-1) as World;
  const seats = Object.keys(setup.seats).filter((seat) => setup.seats[seat]?.role === "command");
  return Object.fromEntries(seats.map((seat) => [seat, ordersOf(setup, world, seat, picks)]));
}

function ordersOf(setup: Setup, world: World, seat: Id, picks: Picks): readonly Order[] {
  const legal = legalOrders(observe(setup, world, seat));
  const units = [...new Set(legal.map(({ unit }) => unit))];
  return units.flatMap((unit, index) => {
    const choices = legal.filter((order) => order.unit === unit);
    const pick = picks[index % picks.length] ?? 0;
    const chosen = choices[pick % (choices.length + 1)];
    return chosen === undefined ? [] : [chosen];
  });
}

/** The text with its lines changed and every sum made right again, as a forger would. */
export function rewritten(
  journal: Journal,
  change: (line: JournalLine, number: number) => JournalLine,
): string {
  let prev = NO_LINE;
  const lines = journal.entries.map(({ line }, index) => {
    const { text, sum } = formatLine(change(line, index + 1), prev);
    prev = sum;
    return text;
  });
  return `${lines.join("\n")}\n`;
}
