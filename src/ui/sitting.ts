import { type Id, parseOrder, type View } from "../engine/player.ts";
import type { Outcome, Table } from "../journal/index.ts";
import { cellOf, cellsOf, isShared, nextSeat } from "./cells.ts";
import { problemLine, type TablePlan } from "./ports.ts";
import { boardOf } from "./screens/projector/board.ts";
import { openCommand } from "./screens/command/open.ts";
import { toldScreen } from "./screens/playback/open.ts";
import { type Draft, EMPTY_DRAFT, type Game, noticed, type State } from "./state.ts";

/** The state with the problems of what could not be done. */
export function failed(state: State, outcome: Extract<Outcome<unknown>, { ok: false }>): State {
  return noticed(state, "bad", problemLine(outcome.problems));
}

/** A game as it is sat down at: nobody looks yet, and who has not sealed is waited for. */
export function seatAt(table: Table, { cells, curtain }: TablePlan): Game {
  const people = table.people();
  const waiting = table.over()
    ? []
    : people.filter((seat) => table.isAway || table.sealed(seat) === null);
  const kept = { cells: cellsOf(people, cells), curtain, sitting: null, drafts: {}, plans: [] };
  return { ...asItStands(table), ...kept, waiting };
}

/** The game as it stands now, with nobody looking. */
function snapshot(game: Game, table: Table, waiting: readonly Id[]): Game {
  const { cells, curtain, sitting, drafts, plans } = game;
  return { ...asItStands(table), cells, curtain, sitting, drafts, plans, waiting };
}

function asItStands(table: Table) {
  return {
    file: table.file,
    isAway: table.isAway,
    names: table.names,
    players: table.players(),
    people: table.people(),
    white: table.white(),
    turn: table.turn(),
    over: table.over(),
    scores: table.scores(),
    view: null,
    told: null,
    before: null,
    draft: EMPTY_DRAFT,
  };
}

/** The next seat that has something to read or to order; when there is none, the turn. */
export function turnTo(state: State, table: Table): State {
  const { game } = state;
  if (game === null) return state;
  const seat = nextSeat(game);
  if (seat === null) return allSealed(state, game, table);
  const isHere = game.sitting !== null && game.sitting === cellOf(game, seat);
  if (isShared(game) && !isHere) return handedOver(state, game, seat);
  return sat(state, table, seat);
}

/** Nothing of the group that got up is left to look at, nor what it typed. */
function handedOver(state: State, game: Game, seat: Id): State {
  const nobody = { sitting: null, view: null, told: null, before: null };
  const between = { ...game, ...nobody, draft: EMPTY_DRAFT };
  return {
    ...state,
    game: between,
    typed: [],
    screen: { kind: "handover", seat, phrase: "" },
  };
}

function allSealed(state: State, game: Game, table: Table): State {
  const between = { ...state, typed: [], game: { ...game, sitting: null } };
  if (game.over) return { ...between, screen: { kind: "end" } };
  if (game.isAway) return { ...between, screen: { kind: "sent" } };
  return isShared(game) ? { ...between, screen: { kind: "ready" } } : resolved(state, table);
}

/** A seat sits down: to its brief, or to what it was told of the turn before. */
export function sat(state: State, table: Table, seat: Id): State {
  const game = atSeat(state, table, seat);
  if (game === null) return state;
  if (game.told === null)
    return { ...state, game, screen: { kind: "page", page: "brief", scroll: 0 } };
  return { ...state, game, screen: toldScreen(game, state.pace) };
}

/** The screen goes on to another seat of the cell; one that was sat at before is at its orders. */
export function passed(state: State, table: Table, seat: Id): State {
  const { game } = state;
  if (game === null || cellOf(game, seat) !== game.sitting) return state;
  if (!Object.hasOwn(game.drafts, seat) || game.over) return sat(state, table, seat);
  return { ...state, game: atSeat(state, table, seat), screen: openCommand() };
}

function atSeat({ game }: State, table: Table, seat: Id): Game | null {
  if (game === null) return null;
  const view = table.view(seat);
  const drafts = keptDrafts(game);
  const draft = drafts[seat] ?? sealedDraft(table, seat);
  const sitting = cellOf(game, seat);
  const before = view.turn === 0 ? null : table.view(seat, view.turn - 1);
  return { ...game, sitting, view, told: toldTo(table, seat, view), before, drafts, draft };
}

/** The sheets of all seats, that of the seat that gets up among them. */
function keptDrafts({ view, drafts, draft }: Game): Game["drafts"] {
  return view === null ? drafts : { ...drafts, [view.brief.seat]: draft };
}

function sealedDraft(table: Table, seat: Id): Draft {
  const orders = (table.sealed(seat) ?? []).flatMap((text) => {
    const read = parseOrder(text);
    return read.ok ? [read.order] : [];
  });
  return { ...EMPTY_DRAFT, orders };
}

function toldTo(table: Table, seat: Id, view: View) {
  return view.turn === 0 ? null : { turn: view.turn, events: table.eventsOf(view.turn, seat) };
}

/** A seat's orders are on disk, and the next seat's turn comes. */
export function sealed(state: State, table: Table, seat: Id, orders: readonly string[]): State {
  const { game } = state;
  const done = table.seal(seat, orders);
  if (!done.ok || game === null) return done.ok ? state : failed(state, done);
  const waiting = game.waiting.filter((other) => other !== seat);
  const kept = { ...game, drafts: keptDrafts(game) };
  return turnTo({ ...state, notice: null, game: snapshot(kept, table, waiting) }, table);
}

/** A seat has read its last report. */
export function read(state: State, table: Table): State {
  const { game } = state;
  if (game === null) return state;
  const waiting = game.waiting.filter((seat) => seat !== game.view?.brief.seat);
  return turnTo({ ...state, game: snapshot(game, table, waiting) }, table);
}

/** The turn is adjudicated and committed; then every person has something to read. */
export function resolved(state: State, table: Table): State {
  const done = table.resolve();
  const { game } = state;
  if (!done.ok || game === null)
    return done.ok ? state : failed({ ...state, screen: { kind: "ready" } }, done);
  const fresh = snapshot({ ...game, drafts: {} }, table, table.people());
  return turnTo({ ...state, notice: null, game: fresh }, table);
}

/** The room's screen: whoever sat is up, and sits down again by the hand-over. */
export function projected(state: State, table: Table, white: Id): State {
  const { game } = state;
  if (game === null) return state;
  const nobody = { sitting: null, view: null, told: null, before: null, draft: EMPTY_DRAFT };
  const between = { ...game, ...nobody, drafts: keptDrafts(game) };
  const screen = {
    kind: "projector" as const,
    board: boardOf(table, white),
    scroll: 0,
    replayed: 0,
  };
  return { ...state, game: between, typed: [], screen };
}
