import { type Key, stepOf, wordOf } from "../../key.ts";
import { zoomed } from "../../map/zoom.ts";
import type { BranchAsked } from "../../ports.ts";
import {
  ask,
  go,
  noticed,
  type State,
  stay,
  type Step,
  type TimelineMode,
  type TimelineScreen,
} from "../../state.ts";
import { openAsk } from "../ask/open.ts";
import { branchRowsOf, playerIn, playersFor } from "./branch-form.ts";

const BROWSE: TimelineMode = { kind: "browse" };
const LONGEST_NOTE = 2000;
const LONGEST_NAME = 60;

/** Keys of the timeline, by what it is doing. */
export function pressTimeline(state: State, screen: TimelineScreen, key: Key): Step {
  const { mode } = screen;
  switch (mode.kind) {
    case "browse":
      return pressBrowse({ ...state, notice: null }, screen, key);
    case "note":
      return pressNote(state, screen, mode, key);
    case "branch":
      return pressBranch({ ...state, notice: null }, screen, mode, key);
  }
}

/** Opens the past of the game for a seat, or with null the whole truth. */
export function openTimeline(state: State, seat: string | null, turn: number | null = null): Step {
  return ask(state, { kind: "timeline", seat, turn });
}

function pressBrowse(state: State, screen: TimelineScreen, key: Key): Step {
  const word = wordOf(key);
  switch (word) {
    case "left":
    case "up":
    case "h":
      return toTurn(state, screen, screen.turn - 1);
    case "right":
    case "down":
    case "l":
      return toTurn(state, screen, screen.turn + 1);
    case "enter":
      return onward(state, screen);
    case "home":
      return toTurn(state, screen, 0);
    case "end":
      return toTurn(state, screen, screen.past.moments.length - 1);
    case "m":
      return go(state, { ...screen, showMap: !screen.showMap });
    case "z":
    case "Z":
      return go(state, closer(screen, word === "z" ? 1 : -1));
    case "a":
      return go(state, { ...screen, all: !screen.all, scroll: 0 });
    case "r":
    case "tab":
      return go(state, { ...screen, pane: screen.pane === "run" ? "record" : "run", scroll: 0 });
    case "n":
      return beginNote(state, screen, "");
    case "b":
      return beginBranch(state, screen, null);
    case "t":
      return ask(state, { kind: "branches" });
    case "A":
      return openAsk(state);
    case "escape":
    case "q":
      return leave(state, screen);
    default:
      return scrolled(state, screen, stepOf(key));
  }
}

/** Goes to a turn, stopping at the ends. */
export function toTurn(state: State, screen: TimelineScreen, turn: number): Step {
  const last = screen.past.moments.length - 1;
  return go(state, { ...screen, turn: Math.max(0, Math.min(last, turn)), scroll: 0 });
}

function onward(state: State, screen: TimelineScreen): Step {
  const isLast = screen.turn === screen.past.moments.length - 1;
  if (isLast && screen.past.live) return ask(state, { kind: "advance" });
  return toTurn(state, screen, screen.turn + 1);
}

function closer(screen: TimelineScreen, by: 1 | -1): TimelineScreen {
  const centre = screen.sight.centre ?? weightiest(screen);
  return { ...screen, sight: zoomed(screen.sight, by, centre) };
}

/** The place that most was fought over: where a closer look begins. */
function weightiest({ past: { brief } }: TimelineScreen): string | null {
  const places = Object.entries(brief.places);
  const [first] = places.toSorted(([, a], [, b]) => b.depthKm * b.value - a.depthKm * a.value);
  return first?.[0] ?? null;
}

function scrolled(state: State, screen: TimelineScreen, step: number | null): Step {
  if (step === null) return stay(state);
  return go(state, { ...screen, scroll: Math.max(0, Math.min(screen.scroll + step, 400)) });
}

function leave(state: State, { back }: TimelineScreen): Step {
  return back === null ? ask(state, { kind: "close" }) : go(state, back);
}

/** Begins a note on the turn that is shown, or says why none can be written. */
export function beginNote(state: State, screen: TimelineScreen, text: string): Step {
  if (screen.past.file === null) return refused(state, "nothing of it is saved: branch first");
  if (screen.turn === 0) return refused(state, "notes are written on turns: choose one");
  return go(state, { ...screen, mode: { kind: "note", text } });
}

/** Begins the form of a branch at the turn that is shown, or says why there can be none. */
export function beginBranch(state: State, screen: TimelineScreen, title: string | null): Step {
  if (!screen.past.mayBranch) return refused(state, "White is at this game: White branches it");
  const asked = { title, fresh: false, players: {} };
  return go(state, { ...screen, mode: { kind: "branch", row: 0, asked } });
}

function refused(state: State, why: string): Step {
  return stay(noticed(state, "warn", why));
}

type NoteMode = Extract<TimelineMode, { kind: "note" }>;

function pressNote(state: State, screen: TimelineScreen, { text }: NoteMode, key: Key): Step {
  const typing = (next: string) => go(state, { ...screen, mode: { kind: "note", text: next } });
  switch (key.name) {
    case "character":
      return typing((text + key.text).slice(0, LONGEST_NOTE));
    case "backspace":
      return typing(text.slice(0, -1));
    case "enter":
      if (text.trim() === "") return go(state, { ...screen, mode: BROWSE });
      return ask(state, { kind: "note", turn: screen.turn, text: text.trim() });
    case "escape":
      return go(state, { ...screen, mode: BROWSE });
    default:
      return stay(state);
  }
}

type BranchMode = Extract<TimelineMode, { kind: "branch" }>;

function pressBranch(state: State, screen: TimelineScreen, mode: BranchMode, key: Key): Step {
  const rows = branchRowsOf(screen.past);
  const show = (next: Partial<BranchMode>) => go(state, { ...screen, mode: { ...mode, ...next } });
  const isName = rows[mode.row]?.kind === "name";
  switch (key.name) {
    case "up":
    case "backtab":
      return show({ row: Math.max(0, mode.row - 1) });
    case "down":
    case "tab":
      return show({ row: Math.min(rows.length - 1, mode.row + 1) });
    case "left":
    case "right":
      return changeRow(state, screen, mode, key.name === "right" ? 1 : -1);
    case "character":
      return isName
        ? show({ asked: named(mode.asked, (mode.asked.title ?? "") + key.text) })
        : stay(state);
    case "backspace":
      return isName
        ? show({ asked: named(mode.asked, (mode.asked.title ?? "").slice(0, -1)) })
        : stay(state);
    case "enter":
      return ask(state, { kind: "branch", turn: screen.turn, asked: trimmed(mode.asked) });
    case "escape":
      return go(state, { ...screen, mode: BROWSE });
    default:
      return stay(state);
  }
}

/** Changes the row that the form is at to its next value. */
export function changeRow(
  state: State,
  screen: TimelineScreen,
  mode: BranchMode,
  by: 1 | -1 = 1,
): Step {
  return go(state, { ...screen, mode: { ...mode, asked: changed(screen, mode, by) } });
}

function named(asked: BranchAsked, title: string): BranchAsked {
  return { ...asked, title: title === "" ? null : title.slice(0, LONGEST_NAME) };
}

function trimmed(asked: BranchAsked): BranchAsked {
  return named(asked, (asked.title ?? "").trim());
}

function changed({ past }: TimelineScreen, { row, asked }: BranchMode, by: 1 | -1): BranchAsked {
  const at = branchRowsOf(past)[row];
  if (at?.kind === "dice") return { ...asked, fresh: !asked.fresh };
  if (at?.kind !== "seat") return asked;
  const choices = playersFor(past, at.seat);
  const now = choices.indexOf(playerIn(past, asked, at.seat));
  const next = choices[(now + by + choices.length) % choices.length] ?? choices[0] ?? "";
  return { ...asked, players: { ...asked.players, [at.seat]: next } };
}
