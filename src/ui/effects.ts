import { formatOrder, type Id } from "../engine/player.ts";
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
  turnTo,
} from "./sitting.ts";
import { roomPlayback } from "./screens/projector/playback.ts";
import { carded, chosen, coached, taught } from "./starting.ts";
import { type Effect, noticed, type State } from "./state.ts";
import { travelled, watched } from "./travel.ts";
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
      return historySeated(state, ports.history(state.card.key, state.card.variant), ports, desk);
    case "close":
      return closed(state, ports, desk);
    case "white":
      return desk.table === null ? state : whiteActed(state, effect.act, ports, desk.table);
    case "leave":
      desk.table?.close();
      desk.table = null;
      return state;
    // Whoever runs the core asks: an answer comes again and again.
    case "ask":
    case "screen":
    case "lines":
      return state;
    case "branch":
      return inBranch(state, effect, ports, desk);
    case "timeline":
    case "advance":
    case "note":
    case "branches":
    case "compare":
      return desk.table === null ? state : travelled(state, effect, ports, desk.table);
    default:
      return desk.table === null ? state : atTable(state, effect, desk.table);
  }
}

type AtTable = Extract<
  Effect,
  { kind: "sit" | "seal" | "pass" | "read" | "resolve" | "project" | "replay" }
>;

/** The branch is played on; the game it came from is closed as it stands. */
async function inBranch(
  state: State,
  { turn, asked }: Extract<Effect, { kind: "branch" }>,
  ports: Ports,
  desk: Desk,
): Promise<State> {
  if (desk.table === null) return state;
  const file = ports.branch(desk.table, turn, asked);
  if (!file.ok) return failed(state, file);
  return seated(state, await ports.resume(file.value), ports, desk);
}

function atTable(state: State, effect: AtTable, table: Table): State {
  switch (effect.kind) {
    case "sit":
      return sat(state, table, effect.seat);
    case "seal":
      return sealed(state, table, effect.seat, effect.orders.map(formatOrder));
    case "pass":
      return passed(state, table, effect.seat);
    case "replay":
      return roomPlayback(state, table, effect.turn, whiteOf(state));
    case "project":
      return projected(state, table, whiteOf(state));
    case "read":
      return read(state, table);
    case "resolve":
      return resolved(state, table);
  }
}

function seated(before: State, opened: Outcome<Table>, ports: Ports, desk: Desk): State {
  if (!opened.ok) return failed(before, opened);
  const table = opened.value;
  desk.table?.close();
  desk.table = table;
  const state = coached(carded(before, table, ports), table);
  const told = noticed(state, "good", savedWords(table));
  const isWatched = table.people().length === 0 && table.white() === null;
  if (!table.over() && !isWatched)
    return turnTo({ ...told, typed: [], game: seatAt(table, ports.plan(table)) }, table);
  const game = isWatched ? null : seatAt(table, ports.plan(table));
  const turn = table.over() ? 0 : table.turn() - 1;
  return watched({ ...told, typed: [], game }, ports, table, turn);
}

function savedWords({ file, isAway }: Table): string {
  if (isAway) return `sealed orders go to ${file}`;
  return file === null ? "nothing is saved" : `every sealed order is saved in ${file}`;
}

function historySeated(state: State, opened: Outcome<Table>, ports: Ports, desk: Desk): State {
  if (!opened.ok) return failed(state, opened);
  desk.table = opened.value;
  return watched(state, ports, opened.value, 0);
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

function whiteOf({ card }: State): Id {
  return card.seats.find(({ role }) => role === "white")?.id ?? card.seats[0]?.id ?? "";
}
