import {
  type Event,
  type Id,
  type Order,
  type OrdersBySeat,
  type Problem,
  type Setup,
  type View,
  type World,
  eventsFor,
  invariant,
  observe,
  parseOrder,
} from "../engine/index.ts";
import type { OpenGame, Outcome } from "./archive.ts";
import { fold } from "./fold.ts";
import { type Journal, appendLine } from "./journal.ts";
import type { TurnLine } from "./lines.ts";
import { type Mismatch, recompute } from "./recompute.ts";
import { resolveTurn } from "./resolve.ts";
import { type TableNames, namesOf } from "./table-names.ts";
import { type Truth, truthOf } from "./truth.ts";

/** The file a game is written to, or a journal in memory when it is not saved. */
export interface Book {
  /** Null when nothing is saved. */
  readonly file: string | null;
  journal(): Journal;
  append(line: TurnLine): Outcome<Journal>;
  close(): void;
}

/** Who plays the seats that no person plays: from what the seat knows to its orders. */
export type Players = Readonly<Record<Id, (view: View) => readonly Order[]>>;

/**
 * A game in play: a journal and the worlds it comes to, which stay inside. A seat is given its
 * view and its events; refusals of the file come back as problems.
 */
export interface Table {
  readonly file: string | null;
  readonly names: TableNames;
  /** The turn that is open, from 1; one past the last when the game is over. */
  turn(): number;
  over(): boolean;
  /** Seats that a person plays, in order. */
  people(): readonly Id[];
  /** Who plays each seat, as in the header. */
  players(): Readonly<Record<Id, string>>;
  /** What a seat knows after `turn` turns, now when left out. */
  view(seat: Id, turn?: number): View;
  /** Sealed orders of the open turn; null for a seat that has not sealed. */
  sealed(seat: Id): readonly string[] | null;
  /** Flushes a seat's orders; sealing again replaces them. */
  seal(seat: Id, orders: readonly string[]): Outcome<null>;
  /** Adjudicates the open turn once every person has sealed; shown only after it is on disk. */
  resolve(): Outcome<{ readonly turn: number }>;
  /** What a seat may know of a turn that was played. */
  eventsOf(turn: number, seat: Id): readonly Event[];
  truth(turn: number): Truth;
  /** Scores by seat; null while the game is on. */
  scores(): Readonly<Record<Id, number>> | null;
  close(): void;
}

/** Player of a seat that a person plays, as a journal's header says it. */
export const PERSON = "person";

/** A journal that is kept in memory only. */
export function unsaved(journal: Journal): Book {
  let current = journal;
  return {
    file: null,
    journal: () => current,
    append: (line) => {
      current = appendLine(current, line).journal;
      return { ok: true, value: current };
    },
    close: () => undefined,
  };
}

/** Sits down at a game: recomputes its journal, or says where it does not recompute. */
export function openTable(setup: Setup, book: Book | OpenGame, players: Players): Outcome<Table> {
  const unplayable = missingPlayer(book.journal(), players) ?? unreadableOrder(book.journal());
  if (unplayable !== null) return { ok: false, problems: [unplayable] };
  const { start, turns, mismatch } = recompute(setup, book.journal());
  if (mismatch !== null) return { ok: false, problems: [mismatchProblem(mismatch)] };
  const past = turns.map(({ events, world }) => ({ events, world }));
  return { ok: true, value: tableOf({ setup, book, players, start, past }) };
}

interface Seated {
  readonly setup: Setup;
  readonly book: Book;
  readonly players: Players;
  readonly start: World;
  readonly past: { readonly events: readonly Event[]; readonly world: World }[];
}

function tableOf(seated: Seated): Table {
  const { setup, book } = seated;
  const worldAfter = (turn: number) => {
    const world = turn === 0 ? seated.start : seated.past[turn - 1]?.world;
    invariant(world !== undefined, `turn ${turn} was not played`);
    return world;
  };
  const eventsIn = (turn: number) => seated.past[turn - 1]?.events ?? [];
  const now = () => worldAfter(seated.past.length);
  return {
    file: book.file,
    names: namesOf(setup),
    turn: () => seated.past.length + 1,
    over: () => now().over,
    people: () => people(setup, book.journal()),
    players: () => book.journal().header.players,
    view: (seat, turn = seated.past.length) => observe(setup, worldAfter(turn), seat),
    sealed: (seat) => sealedBy(book.journal(), seat),
    seal: (seat, orders) =>
      write(book, { kind: "orders", turn: seated.past.length + 1, seat, orders }),
    resolve: () => resolve(seated, now()),
    eventsOf: (turn, seat) => eventsFor(setup, eventsIn(turn), seat),
    truth: (turn) => truthOf(setup, worldAfter(turn)),
    scores: () => scoresIn(eventsIn(seated.past.length)),
    close: () => book.close(),
  };
}

function people(setup: Setup, { header }: Journal): readonly Id[] {
  return Object.keys(setup.seats).filter((seat) => header.players[seat] === PERSON);
}

function sealedBy(journal: Journal, seat: Id): readonly string[] | null {
  const { orders } = fold(journal).open;
  return Object.hasOwn(orders, seat) ? (orders[seat] as readonly string[]) : null;
}

function write(book: Book, line: TurnLine): Outcome<null> {
  const written = book.append(line);
  return written.ok ? { ok: true, value: null } : written;
}

function resolve(seated: Seated, world: World): Outcome<{ turn: number }> {
  const { setup, book } = seated;
  const journal = book.journal();
  if (world.over) return refuse("table.over", "the game is over");
  const { orders: sealed, rulings, injects } = fold(journal).open;
  const waiting = people(setup, journal).filter((seat) => !Object.hasOwn(sealed, seat));
  if (waiting.length > 0) return refuse("table.waiting", `not yet sealed: ${waiting.join(", ")}`);
  const orders = { ...policyOrders(seated, world), ...readSealed(sealed) };
  const next = resolveTurn(setup, journal.header, world, { orders, rulings, injects });
  const written = write(book, next.commit);
  if (!written.ok) return written;
  seated.past.push({ events: next.events, world: next.world });
  return { ok: true, value: { turn: next.turn } };
}

function policyOrders({ setup, players }: Seated, world: World): OrdersBySeat {
  const given = Object.entries(players).map(
    ([seat, play]) => [seat, play(observe(setup, world, seat))] as const,
  );
  return Object.fromEntries(given);
}

function readSealed(sealed: Readonly<Record<Id, readonly string[]>>): OrdersBySeat {
  const read = Object.entries(sealed).map(([seat, texts]) => [seat, texts.map(readOrder)] as const);
  return Object.fromEntries(read);
}

function readOrder(text: string): Order {
  const read = parseOrder(text);
  invariant(read.ok, `a sealed order is none: ${text}`);
  return read.order;
}

function scoresIn(events: readonly Event[]): Readonly<Record<Id, number>> | null {
  const ended = events.find((event) => event.kind === "game-ended");
  return ended === undefined ? null : ended.scores;
}

function missingPlayer({ header }: Journal, players: Players): Problem | null {
  const seat = Object.keys(header.players).find(
    (id) => header.players[id] !== PERSON && !Object.hasOwn(players, id),
  );
  if (seat === undefined) return null;
  return {
    code: "table.player",
    path: `/players/${seat}`,
    message: `found no "${header.players[seat]}" to play the seat "${seat}"`,
    hint: "put back the course of action the game was begun with",
  };
}

/** Orders of committed turns are read when they are recomputed; those of the open one are not. */
function unreadableOrder(journal: Journal): Problem | null {
  const sealed = Object.entries(fold(journal).open.orders);
  for (const [seat, texts] of sealed) {
    const at = texts.findIndex((text) => !parseOrder(text).ok);
    if (at < 0) continue;
    return {
      code: "table.order",
      path: `/orders/${seat}/${at}`,
      message: `found "${texts[at]}", expected an order`,
      hint: "the line is whole, but no version of this program wrote it",
    };
  }
  return null;
}

function mismatchProblem({ line, turn, path, expected, found }: Mismatch): Problem {
  return {
    code: "journal.mismatch",
    path,
    message: `turn ${turn} (line ${line}) does not recompute: expected ${expected}, found ${found}`,
    hint: "the rules or the scenario changed since it was played: replay it, do not play on",
  };
}

function refuse(code: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, path: "", message, hint: "go on with the open turn" }] };
}
