import type { Id } from "../engine/player.ts";
import {
  compareCourses,
  familyOf,
  type FamilyMember,
  type Outcome,
  type Table,
} from "../journal/index.ts";
import { type Past, pastOf, peopleIn } from "./past.ts";
import { type Ports, problemLine } from "./ports.ts";
import { noticed, type State, type TimelineScreen, type TravelEffect } from "./state.ts";

/** Looks at the past of the game that is open, writes to it, and lays branches beside each other. */
export function travelled(state: State, effect: TravelEffect, ports: Ports, table: Table): State {
  switch (effect.kind) {
    case "timeline":
      return timelineAt(state, ports, table, effect.seat, effect.turn);
    case "advance":
      return advanced(state, ports, table);
    case "note":
      return noted(state, table, effect.turn, effect.text);
    case "branches":
      return branchesAt(state, ports, table);
    case "compare":
      return comparedAt(state, ports, table, effect);
  }
}

function failed(state: State, { problems }: Extract<Outcome<unknown>, { ok: false }>): State {
  return noticed(state, "bad", problemLine(problems));
}

/** A game that nobody plays, or that is over: it opens on its timeline. */
export function watched(state: State, ports: Ports, table: Table, turn: number): State {
  const back = state.game === null ? null : ({ kind: "end" } as const);
  const before = state.screen;
  const at = timelineAt({ ...state, screen: { kind: "end" } }, ports, table, null, turn);
  if (at.screen.kind === "timeline") return { ...at, screen: { ...at.screen, back } };
  return back === null ? { ...at, screen: before } : at;
}

function timelineAt(
  state: State,
  ports: Ports,
  table: Table,
  seat: Id | null,
  turn: number | null,
): State {
  // Only White's desk asks for the truth of a game that White is in and that is not over.
  const asWhite = table.white() !== null && !table.over();
  if (seat === null && !knowsAll(ports, table, asWhite)) {
    const why = "it shares turns with a game that is still being played: what truly happened";
    return noticed(state, "warn", `${why} is White's until that is over`);
  }
  const past = pastOf(table, seat);
  const last = past.moments.length - 1;
  return { ...state, screen: timelineOf(state, past, Math.min(turn ?? last, last)) };
}

function timelineOf({ screen }: State, past: Past, turn: number): TimelineScreen {
  const fresh = { past, turn, mode: { kind: "browse" }, scroll: 0 } as const;
  if (screen.kind === "timeline") return { ...screen, ...fresh };
  const sight = { zoom: 1, centre: null };
  const looks = { all: false, pane: "run", showMap: true, sight } as const;
  return { kind: "timeline", title: titleOf(past), ...fresh, ...looks, back: screen };
}

function titleOf({ seat, live, file, over }: Past): string {
  if (seat !== null) return "What you knew";
  if (live) return "Watching";
  if (file === null) return "History";
  return over ? "What truly happened" : "The truth so far";
}

/**
 * The truth is for White, and for everybody once a game is over or when nobody plays it; but not
 * while a game that shares its turns is still played by several, who would learn from it.
 */
function knowsAll(ports: Ports, table: Table, asWhite: boolean): boolean {
  if (asWhite) return true;
  if (!table.over() && table.people().length > 0) return false;
  return table.file === null || !isStillPlayed(familyOf(ports.savedGames(table.file), table.file));
}

function isStillPlayed(family: readonly FamilyMember[]): boolean {
  return family.some(({ over, header }) => !over && peopleIn(header.players).length > 1);
}

/** Plays the next turn of a game in which nobody gives orders. */
function advanced(state: State, ports: Ports, table: Table): State {
  const done = table.resolve();
  if (!done.ok) return failed(state, done);
  return timelineAt({ ...state, notice: null }, ports, table, null, done.value.turn);
}

/** A seat signs its own; what is written where the truth is told is signed by White, if it is there. */
function noted(state: State, table: Table, turn: number, text: string): State {
  const { screen } = state;
  if (screen.kind !== "timeline") return state;
  const done = table.note(text, screen.past.seat ?? table.white(), turn);
  if (!done.ok) return failed(state, done);
  const past = pastOf(table, screen.past.seat);
  const mode = { kind: "browse" } as const;
  return noticed({ ...state, screen: { ...screen, past, mode } }, "good", `noted on turn ${turn}`);
}

function branchesAt(state: State, ports: Ports, table: Table): State {
  const { screen } = state;
  if (screen.kind !== "timeline") return state;
  const { file } = table;
  const family = file === null ? [] : familyOf(ports.savedGames(file), file);
  if (family.length === 0)
    return noticed(state, "warn", "this game is in no file: a branch of it begins a tree");
  const cursor = Math.max(
    0,
    family.findIndex((one) => one.file === file),
  );
  return {
    ...state,
    screen: { kind: "branches", family, cursor, marked: null, sure: false, back: screen },
  };
}

type Compare = Extract<TravelEffect, { kind: "compare" }>;

function comparedAt(state: State, ports: Ports, table: Table, { first, second }: Compare): State {
  const { screen } = state;
  if (screen.kind !== "branches") return state;
  const [one, other] = [first, second].map(({ file }) => tableOf(ports, table, file));
  if (one === undefined || other === undefined) return state;
  if (!one.ok || !other.ok)
    return one.ok ? (other.ok ? state : failed(state, other)) : failed(state, one);
  const seat = whoseEyes(ports, screen.back.past, [one.value, other.value]);
  if (seat === undefined) {
    const why = "one of them is still being played: what truly happened there is White's";
    return noticed(state, "warn", why);
  }
  const courses = [one.value, other.value].map((of) => pastOf(of, seat));
  const [left = [], right = []] = courses.map(({ moments }) => moments);
  const comparison = compareCourses(table.names, left, right);
  const turn = comparison.parting?.turn ?? comparison.turns.length - 1;
  const shown = { first, second, seat, comparison, turn, scroll: 0, back: screen };
  return { ...state, notice: null, screen: { kind: "compare", ...shown } };
}

/** The game that is open, or another to look at. */
function tableOf(ports: Ports, table: Table, file: string): Outcome<Table> {
  return file === table.file ? { ok: true, value: table } : ports.look(file);
}

/** Whose knowledge two branches can be compared by: null for the truth, undefined for nobody's. */
function whoseEyes(ports: Ports, past: Past, tables: readonly Table[]): Id | null | undefined {
  if (past.seat !== null) return past.seat;
  const asWhite = !past.over && !past.live;
  if (tables.every((table) => knowsAll(ports, table, asWhite))) return null;
  const open = tables.filter((table) => !knowsAll(ports, table, asWhite));
  const people = new Set(open.flatMap((table) => peopleIn(table.players())));
  return people.size === 1 ? [...people][0] : undefined;
}
