import type { Event, Ruling } from "../../engine/index.ts";
import type { Outcome, Table } from "../../journal/index.ts";
import { narrate } from "../../reports/index.ts";
import { nextSeat } from "../cells.ts";
import type { Ports } from "../ports.ts";
import { failed, resolved } from "../sitting.ts";
import { noticed, type State } from "../state.ts";
import type { DeskScreen, WhiteAct } from "./desk.ts";
import { saidToRoom, wordsToRoom } from "./say.ts";

/** Does what White asked, and shows the desk as it is after it. */
export async function whiteActed(
  state: State,
  act: WhiteAct,
  ports: Ports,
  table: Table,
): Promise<State> {
  const white = table.white();
  if (white === null || state.game === null) return state;
  switch (act.kind) {
    case "sit":
      return (await ports.opens(table, act.phrase)) ? deskAt(state, table) : shut(state);
    case "rule":
      return after(state, table, table.rule(act.ruling), "ruled; the draft is computed anew");
    case "reroll":
      return rerolled(state, table, act, ports.freshDraw());
    case "inject":
      return injected(state, table, white, act);
    case "withdraw":
      return after(state, table, table.withdraw(act.line), "withdrawn; the draft is as without it");
    case "say":
      return said(state, table, white, act);
    case "commit":
      return resolved(state, table);
  }
}

/** A wrong phrase is told and shows nothing; what was typed is gone. */
function shut(state: State): State {
  const { screen } = state;
  const told = noticed(state, "bad", "that is not White's pass phrase");
  return screen.kind === "handover" ? { ...told, screen: { ...screen, phrase: "" } } : told;
}

function rerolled(
  state: State,
  table: Table,
  { key, reason }: Extract<WhiteAct, { kind: "reroll" }>,
  u: number,
): State {
  const ruling: Ruling = { kind: "draw", key, u, reason };
  return after(state, table, table.rule(ruling), `drawn again: u = ${u}`);
}

/** The reason of an inject has no field of its own: it is White's remark on the turn. */
function injected(
  state: State,
  table: Table,
  white: string,
  { inject, reason }: Extract<WhiteAct, { kind: "inject" }>,
): State {
  const put = table.inject(white, inject);
  if (!put.ok) return failed(state, put);
  const what = "inject" in inject ? inject.inject : inject.title;
  const noted = table.note(`Why "${what}" was put in: ${reason}`, white);
  return after(state, table, noted, "put in; its seats are told when the turn is committed");
}

function said(
  state: State,
  table: Table,
  white: string,
  { text, event }: Extract<WhiteAct, { kind: "say" }>,
): State {
  const { screen } = state;
  if (screen.kind !== "desk") return state;
  const played = event === null ? undefined : screen.played[event];
  const words = played === undefined ? text : narrate(table.names, played);
  const ref = played === undefined ? null : { turn: screen.turn - 1, event: event ?? 0 };
  const noted = table.note(wordsToRoom(words, ref), white);
  return after(state, table, noted, "the room's screen shows it from now on");
}

function after(state: State, table: Table, done: Outcome<null>, words: string): State {
  return done.ok ? noticed(deskAt(state, table), "good", words) : failed(state, done);
}

/** White's desk as things stand; a desk that was open keeps its list and its cursor. */
function deskAt(state: State, table: Table): State {
  const { game } = state;
  const white = table.white();
  if (game === null || white === null || table.over())
    return game?.over === true ? { ...state, screen: { kind: "end" } } : state;
  const open = state.screen.kind === "desk" ? state.screen : null;
  const drafted = nextSeat(game) === null ? table.draft() : null;
  if (drafted?.ok === false) return failed(state, drafted);
  const draft = drafted?.value.events ?? null;
  const turn = table.turn();
  const screen: DeskScreen = {
    kind: "desk",
    turn,
    draft,
    changed: changedIn(open?.draft ?? null, draft),
    hand: table.hand(),
    listed: table.listed(),
    played: turn === 1 ? [] : table.allEvents(turn - 1),
    said: saidToRoom(table.notes(), white).map(({ words }) => words),
    truth: table.truth(turn - 1),
    truthBefore: table.truth(Math.max(0, turn - 2)),
    view: table.view(white),
    tab: open?.tab ?? "turn",
    cursors: open?.cursors ?? { turn: 0, hand: 0, injects: 0, before: 0 },
    mode: { kind: "browse" },
  };
  return { ...state, notice: null, screen };
}

/** Events that were not so in the draft before; none in a first look. */
function changedIn(
  before: readonly Event[] | null,
  now: readonly Event[] | null,
): readonly number[] {
  if (before === null || now === null) return [];
  const known = new Set(before.map((event) => JSON.stringify(event)));
  return now.flatMap((event, at) => (known.has(JSON.stringify(event)) ? [] : [at]));
}
