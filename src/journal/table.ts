import {
  type Event,
  eventsFor,
  type HandInject,
  type Id,
  injectProblems,
  invariant,
  isListed,
  observe,
  type Order,
  type OrdersBySeat,
  parseOrder,
  type Problem,
  type Ruling,
  rulingProblems,
  type Seat,
  type Setup,
  type View,
  type World,
} from "../engine/index.ts";
import type { OpenGame, Outcome } from "./archive.ts";
import { type BranchOptions, branchAt } from "./branch.ts";
import { fold, type HandLine, type TurnRecord } from "./fold.ts";
import { injectLine } from "./hand.ts";
import { appendLine, type Journal, lineProblems } from "./journal.ts";
import type { NoteLine, TurnLine } from "./lines.ts";
import { type ListedInject, listedInjects } from "./listed.ts";
import { type Mismatch, recompute } from "./recompute.ts";
import { type ResolvedTurn, resolveTurn } from "./resolve.ts";
import { readSealed, type Standing, standingOf } from "./standing.ts";
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
  /** Whether orders go to a journal elsewhere: a packet, at which nothing is adjudicated. */
  readonly isAway: boolean;
  readonly names: TableNames;
  /** The turn that is open, from 1; one past the last when the game is over. */
  turn(): number;
  over(): boolean;
  /** Seats whose orders a person gives, in order. */
  people(): readonly Id[];
  /** White's seat when a person plays it: then a turn is looked at before it is adjudicated. */
  white(): Id | null;
  /** Who plays each seat, as in the header. */
  players(): Readonly<Record<Id, string>>;
  /** What a seat knows after `turn` turns, now when left out. */
  view(seat: Id, turn?: number): View;
  /** Sealed orders of the open turn; null for a seat that has not sealed. */
  sealed(seat: Id): readonly string[] | null;
  /** Flushes a seat's orders; sealing again replaces them. */
  seal(seat: Id, orders: readonly string[]): Outcome<null>;
  /** What the open turn would bring, all of it: for White, once every person has sealed. */
  draft(): Outcome<{ readonly turn: number; readonly events: readonly Event[] }>;
  /** White overrules a draw or an outcome of the open turn, with a reason. */
  rule(ruling: Ruling): Outcome<null>;
  /** Puts an inject into the open turn by the hand of a seat. */
  inject(by: Id, inject: HandInject): Outcome<null>;
  /** What White ruled and put in for the open turn and did not take back, in order. */
  hand(): readonly HandLine[];
  /** Takes a ruling or an inject of the open turn back, by the number of its line. */
  withdraw(line: number): Outcome<null>;
  /** The scenario's list of injects, for White. */
  listed(): readonly ListedInject[];
  /** Every remark on any turn, in the order in which they were made. */
  notes(): readonly NoteLine[];
  /** A remark on a turn from 1 to the open one, signed by a seat or, with null, by nobody. */
  note(text: string, seat: Id | null, turn?: number): Outcome<null>;
  /** All that was asked in the turns that were played: sealed orders, White's hand, remarks. */
  asked(): readonly TurnRecord[];
  /** What the game, or the branch, was named; null when it was not. */
  readonly title: string | null;
  /** The text of a new journal that shares the first `turn` turns (0: none) and goes its own way. */
  branch(turn: number, options: BranchOptions): string;
  /** Adjudicates the open turn once every person has sealed; shown only after it is on disk. */
  resolve(): Outcome<{ readonly turn: number }>;
  /** What a seat may know of a turn that was played. */
  eventsOf(turn: number, seat: Id): readonly Event[];
  /** Everything that happened in a turn, and how things then stood: for White, and afterwards. */
  truth(turn: number): Truth;
  allEvents(turn: number): readonly Event[];
  /** All of the game after `turn` turns, for White's laboratory; null at a packet, which has none. */
  standing(turn: number): Standing | null;
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

/** What a table is made of: a setup, its journal, who plays without a person, and the worlds it came to. */
export interface Seated {
  readonly setup: Setup;
  readonly book: Book;
  readonly players: Players;
  readonly start: World;
  readonly past: { readonly events: readonly Event[]; readonly world: World }[];
}

/** A table at a game whose worlds are at hand; `openTable` recomputes them first. */
export function tableOf(seated: Seated): Table {
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
    isAway: false,
    names: namesOf(setup),
    turn: () => seated.past.length + 1,
    over: () => now().over,
    people: () => people(setup, book.journal()),
    white: () => personsIn(setup, book.journal(), "white")[0] ?? null,
    players: () => book.journal().header.players,
    view: (seat, turn = seated.past.length) => observe(setup, worldAfter(turn), seat),
    sealed: (seat) => sealedBy(book.journal(), seat),
    seal: (seat, orders) =>
      write(book, { kind: "orders", turn: seated.past.length + 1, seat, orders }),
    draft: () => draft(seated, now()),
    rule: (ruling) => rule(seated, now(), ruling),
    inject: (by, inject) => putIn(seated, now(), by, inject),
    hand: () => fold(book.journal()).open.hand,
    withdraw: (line) => withdraw(seated, now(), line),
    listed: () => listedInjects(setup, now()),
    notes: () => notesIn(book.journal()),
    note: (text, seat, turn = openTurn(now())) => write(book, { kind: "note", turn, text, seat }),
    asked: () => fold(book.journal()).committed,
    title: book.journal().header.title,
    branch: (turn, options) => branchAt(book.journal(), turn, options).text,
    resolve: () => resolve(seated, now()),
    eventsOf: (turn, seat) => eventsFor(setup, eventsIn(turn), seat),
    allEvents: eventsIn,
    truth: (turn) => truthOf(setup, worldAfter(turn)),
    standing: (turn) => standingOf(setup, book.journal(), worldAfter(turn), turn),
    scores: () => scoresIn(eventsIn(seated.past.length)),
    close: () => book.close(),
  };
}

function people(setup: Setup, journal: Journal): readonly Id[] {
  return personsIn(setup, journal, "command");
}

/** White's person gives no orders: nobody waits for it to seal. */
function personsIn({ seats }: Setup, { header }: Journal, role: Seat["role"]): readonly Id[] {
  return Object.keys(seats).filter(
    (seat) => seats[seat]?.role === role && header.players[seat] === PERSON,
  );
}

function sealedBy(journal: Journal, seat: Id): readonly string[] | null {
  const { orders } = fold(journal).open;
  return Object.hasOwn(orders, seat) ? (orders[seat] as readonly string[]) : null;
}

/** What is not of the form of its line never reaches the file. */
function write(book: Book, line: TurnLine): Outcome<null> {
  const problems = lineProblems(book.journal(), line);
  if (problems.length > 0) return { ok: false, problems };
  const written = book.append(line);
  return written.ok ? { ok: true, value: null } : written;
}

/** After the last turn remarks go to it: no turn is open any more. */
function openTurn({ turn, over }: World): number {
  return over ? turn : turn + 1;
}

function rule({ setup, book }: Seated, world: World, ruling: Ruling): Outcome<null> {
  if (world.over) return refuse("table.over", "the game is over");
  const problems = rulingProblems(setup, ruling);
  if (problems.length > 0) return { ok: false, problems };
  return write(book, { kind: "ruling", turn: openTurn(world), ruling });
}

function putIn({ setup, book }: Seated, world: World, by: Id, inject: HandInject): Outcome<null> {
  if (world.over) return refuse("table.over", "the game is over");
  const problems = injectProblems(setup, inject);
  if (problems.length > 0) return { ok: false, problems };
  if (isListed(inject) && (world.injects[inject.inject] ?? 0) > 0) {
    return refuse("table.inject", `"${inject.inject}" has come already; each comes once`);
  }
  return write(book, injectLine(openTurn(world), by, inject));
}

/** The line stays where it is, and counts no more. */
function withdraw({ book }: Seated, world: World, line: number): Outcome<null> {
  if (world.over) return refuse("table.over", "the game is over");
  const stands = fold(book.journal()).open.hand.some((one) => one.line === line);
  if (!stands) return refuse("table.withdraw", `line ${line} holds nothing that can be withdrawn`);
  return write(book, { kind: "withdrawal", turn: openTurn(world), line });
}

function notesIn({ entries }: Journal): readonly NoteLine[] {
  return entries.flatMap(({ line }) => (line.kind === "note" ? [line] : []));
}

/** White looks once for all; what is ruled after it shows in the next look. */
function draft(
  seated: Seated,
  world: World,
): Outcome<{ readonly turn: number; readonly events: readonly Event[] }> {
  const next = adjudicate(seated, world);
  if (!next.ok) return next;
  const { turn, events } = next.value;
  const { book } = seated;
  const noted = fold(book.journal()).open.drafted ? null : write(book, { kind: "draft", turn });
  return noted?.ok === false ? noted : { ok: true, value: { turn, events } };
}

function resolve(seated: Seated, world: World): Outcome<{ turn: number }> {
  const next = adjudicate(seated, world);
  if (!next.ok) return next;
  const written = write(seated.book, next.value.commit);
  if (!written.ok) return written;
  seated.past.push({ events: next.value.events, world: next.value.world });
  return { ok: true, value: { turn: next.value.turn } };
}

/** The open turn as its orders, rulings and injects decide it; nothing is written. */
function adjudicate(seated: Seated, world: World): Outcome<ResolvedTurn> {
  const { setup, book } = seated;
  const journal = book.journal();
  if (world.over) return refuse("table.over", "the game is over");
  const { orders: sealed, rulings, injects } = fold(journal).open;
  const waiting = people(setup, journal).filter((seat) => !Object.hasOwn(sealed, seat));
  if (waiting.length > 0) return refuse("table.waiting", `not yet sealed: ${waiting.join(", ")}`);
  const orders = { ...policyOrders(seated, world), ...readSealed(sealed) };
  const asked = { orders, rulings, injects };
  return { ok: true, value: resolveTurn(setup, journal.header, world, asked) };
}

function policyOrders({ setup, players }: Seated, world: World): OrdersBySeat {
  const given = Object.entries(players).map(
    ([seat, play]) => [seat, play(observe(setup, world, seat))] as const,
  );
  return Object.fromEntries(given);
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
