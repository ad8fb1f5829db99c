import { type Event, formatOrder, type Id } from "../engine/player.ts";
import type { Outcome, Table } from "../journal/index.ts";
import type { Ports } from "./ports.ts";
import {
  failed,
  passed,
  projected,
  read,
  resolved,
  sat,
  sealed,
  seatAt,
  snapshot,
  turnTo,
} from "./sitting.ts";
import { carded, chosen, coached, taught } from "./starting.ts";
import { type Effect, noticed, type State, type StoryScreen } from "./state.ts";
import { followed } from "./tutorial/follow.ts";
import { whiteActed } from "./white/acts.ts";

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
  return followed(state, await performed(state, effect, ports, desk));
}

async function performed(state: State, effect: Effect, ports: Ports, desk: Desk): Promise<State> {
  switch (effect.kind) {
    case "choose":
      return chosen(state, ports.card(effect.scenario, effect.variant));
    case "tutorial": {
      const begun = await taught(state, ports);
      return "opened" in begun ? seated(begun.state, begun.opened, ports, desk) : begun;
    }
    case "begin":
      return seated(state, await ports.begin(effect.game), ports, desk);
    case "resume":
      return seated(state, await ports.resume(effect.file), ports, desk);
    case "history":
      return historySeated(state, ports.history(state.card.key, state.card.variant), desk);
    case "close":
      return closed(state, ports, desk);
    case "white":
      return desk.table === null ? state : whiteActed(state, effect.act, ports, desk.table);
    case "leave":
      desk.table?.close();
      desk.table = null;
      return state;
    case "screen":
    case "lines":
      return state;
    default:
      return desk.table === null ? state : atTable(state, effect, desk.table);
  }
}

type AtTable = Exclude<
  Effect,
  {
    kind:
      | "white"
      | "choose"
      | "tutorial"
      | "begin"
      | "resume"
      | "history"
      | "close"
      | "screen"
      | "lines"
      | "leave";
  }
>;

function atTable(state: State, effect: AtTable, table: Table): State {
  switch (effect.kind) {
    case "sit":
      return sat(state, table, effect.seat);
    case "seal":
      return sealed(state, table, effect.seat, effect.orders.map(formatOrder));
    case "pass":
      return passed(state, table, effect.seat);
    case "project":
      return projected(state, table, whiteOf(state));
    case "read":
      return read(state, table);
    case "resolve":
      return resolved(state, table);
    case "story":
      return storyAt(state, table, effect.turn, "");
    case "advance":
      return advanced(state, table);
  }
}

function seated(before: State, opened: Outcome<Table>, ports: Ports, desk: Desk): State {
  if (!opened.ok) return failed(before, opened);
  const table = opened.value;
  desk.table = table;
  const state = coached(carded(before, table, ports), table);
  if (table.people().length === 0 && table.white() === null)
    return storyAt(noticed(state, "good", savedWords(table)), table, table.turn() - 1, "Watching");
  const told = noticed(state, "good", savedWords(table));
  return turnTo({ ...told, typed: [], game: seatAt(table, ports.plan(table)) }, table);
}

function savedWords({ file, isAway }: Table): string {
  if (isAway) return `sealed orders go to ${file}`;
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
  // Whoever was taught goes on with the scenario that the program was started with.
  const card = state.card.tutorial === null ? state.card : ports.scenario;
  const screen = { kind: "title", cursor: 0 } as const;
  return { ...state, card, saves, game: null, coach: null, notice: null, screen };
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
  return { ...state, game: state.game === null ? null : snapshot(state.game, table, []), screen };
}

function whiteOf({ card }: State): Id {
  return card.seats.find(({ role }) => role === "white")?.id ?? card.seats[0]?.id ?? "";
}

function allEvents(table: Table, turn: number, white: Id): readonly Event[] {
  return turn === 0 ? [] : table.eventsOf(turn, white);
}
