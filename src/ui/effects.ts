import { type Event, formatOrder, type Id, parseOrder, type View } from "../engine/player.ts";
import type { Outcome, Table } from "../journal/index.ts";
import { type Ports, problemLine } from "./ports.ts";
import {
  type Effect,
  EMPTY_DRAFT,
  type Game,
  noticed,
  type State,
  type StoryScreen,
} from "./state.ts";

/** The one thing that is kept between effects: the table that is sat at. */
export interface Desk {
  table: Table | null;
}

/** Does what the core asked, and gives the state after it; problems become a notice. */
export async function perform(
  state: State,
  effect: Effect,
  ports: Ports,
  desk: Desk,
): Promise<State> {
  switch (effect.kind) {
    case "begin":
      return seated(state, await ports.begin(effect.game), desk);
    case "resume":
      return seated(state, await ports.resume(effect.file), desk);
    case "history":
      return historySeated(state, ports.history(), desk);
    case "close":
      return closed(state, ports, desk);
    case "leave":
      desk.table?.close();
      desk.table = null;
      return state;
    default:
      return desk.table === null ? state : atTable(state, effect, desk.table);
  }
}

type AtTable = Exclude<Effect, { kind: "begin" | "resume" | "history" | "close" | "leave" }>;

function atTable(state: State, effect: AtTable, table: Table): State {
  switch (effect.kind) {
    case "sit":
      return sat(state, table, effect.seat);
    case "seal":
      return sealed(state, table, effect.seat, effect.orders.map(formatOrder));
    case "read":
      return turnTo(withWaiting(state, table, (state.game?.waiting ?? []).slice(1)), table);
    case "resolve":
      return resolved(state, table);
    case "story":
      return storyAt(state, table, effect.turn, "");
    case "advance":
      return advanced(state, table);
  }
}

function failed(state: State, outcome: Extract<Outcome<unknown>, { ok: false }>): State {
  return noticed(state, "bad", problemLine(outcome.problems));
}

function seated(state: State, opened: Outcome<Table>, desk: Desk): State {
  if (!opened.ok) return failed(state, opened);
  const table = opened.value;
  desk.table = table;
  if (table.people().length === 0)
    return storyAt(noticed(state, "good", savedWords(table)), table, table.turn() - 1, "Watching");
  const waiting = table.over() ? [] : table.people().filter((seat) => table.sealed(seat) === null);
  return turnTo(withWaiting(noticed(state, "good", savedWords(table)), table, waiting), table);
}

function savedWords({ file }: Table): string {
  return file === null ? "nothing is saved" : `every sealed order is saved in ${file}`;
}

function historySeated(state: State, opened: Outcome<Table>, desk: Desk): State {
  if (!opened.ok) return failed(state, opened);
  desk.table = opened.value;
  return storyAt(state, opened.value, 0, "History");
}

function closed(state: State, ports: Ports, desk: Desk): State {
  desk.table?.close();
  desk.table = null;
  const saves = ports.savedGames();
  return { ...state, saves, game: null, notice: null, screen: { kind: "title", cursor: 0 } };
}

/** The game as it stands, with nobody looking. */
function snapshot(table: Table, waiting: readonly Id[]): Game {
  return {
    file: table.file,
    names: table.names,
    players: table.players(),
    people: table.people(),
    turn: table.turn(),
    over: table.over(),
    scores: table.scores(),
    waiting,
    view: null,
    told: null,
    draft: EMPTY_DRAFT,
  };
}

function withWaiting(state: State, table: Table, waiting: readonly Id[]): State {
  return { ...state, game: snapshot(table, waiting) };
}

/** The next seat that has something to read or to order; when there is none, the turn. */
function turnTo(state: State, table: Table): State {
  const game = state.game;
  const [seat] = game?.waiting ?? [];
  if (game === null) return state;
  if (seat === undefined) return allSealed(state, game, table);
  if (game.people.length > 1) return { ...state, screen: { kind: "handover", seat } };
  return sat(state, table, seat);
}

function allSealed(state: State, game: Game, table: Table): State {
  if (game.over) return { ...state, screen: { kind: "end" } };
  return game.people.length > 1 ? { ...state, screen: { kind: "ready" } } : resolved(state, table);
}

function sat(state: State, table: Table, seat: Id): State {
  if (state.game === null) return state;
  const view = table.view(seat);
  const told = toldTo(table, seat, view);
  const orders = (table.sealed(seat) ?? []).flatMap((text) => {
    const read = parseOrder(text);
    return read.ok ? [read.order] : [];
  });
  const game = { ...state.game, view, told, draft: { ...EMPTY_DRAFT, orders } };
  if (told === null) return { ...state, game, screen: { kind: "page", page: "brief", scroll: 0 } };
  return { ...state, game, screen: { kind: "report", cursor: 0, all: false } };
}

function toldTo(table: Table, seat: Id, view: View) {
  return view.turn === 0 ? null : { turn: view.turn, events: table.eventsOf(view.turn, seat) };
}

function sealed(state: State, table: Table, seat: Id, orders: readonly string[]): State {
  const done = table.seal(seat, orders);
  if (!done.ok) return failed(state, done);
  const waiting = (state.game?.waiting ?? []).filter((other) => other !== seat);
  return turnTo(withWaiting({ ...state, notice: null }, table, waiting), table);
}

function resolved(state: State, table: Table): State {
  const done = table.resolve();
  if (!done.ok) return failed({ ...state, screen: { kind: "ready" } }, done);
  return turnTo(withWaiting({ ...state, notice: null }, table, table.people()), table);
}

function advanced(state: State, table: Table): State {
  const done = table.resolve();
  return done.ok
    ? storyAt({ ...state, notice: null }, table, done.value.turn, "")
    : failed(state, done);
}

function storyAt(state: State, table: Table, turn: number, title: string): State {
  const before = state.screen.kind === "story" ? state.screen : null;
  const view = table.view(whiteOf(state));
  const screen: StoryScreen = {
    kind: "story",
    title: title === "" ? (before?.title ?? "What truly happened") : title,
    turn,
    truth: table.truth(turn),
    view,
    names: table.names,
    events: allEvents(table, turn, whiteOf(state)),
    turns: table.turn() - 1,
    live: !table.over(),
    showMap: before?.showMap ?? true,
    scroll: 0,
    sight: before?.sight ?? { zoom: 1, centre: null },
  };
  return { ...state, game: state.game === null ? null : snapshot(table, []), screen };
}

function whiteOf({ card }: State): Id {
  return card.seats.find(({ role }) => role === "white")?.id ?? card.seats[0]?.id ?? "";
}

function allEvents(table: Table, turn: number, white: Id): readonly Event[] {
  return turn === 0 ? [] : table.eventsOf(turn, white);
}
