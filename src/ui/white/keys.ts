import { nextSeat } from "../cells.ts";
import { type Key, stepOf, wordOf } from "../key.ts";
import { ask, go, noticed, type PlaybackScreen, type State, stay, type Step } from "../state.ts";
import { openAsk } from "../screens/ask/open.ts";
import { openTimeline } from "../screens/timeline/keys.ts";
import { beatsOf } from "../screens/playback/beats.ts";
import { moved } from "../text/list.ts";
import { choicesFor } from "./choices.ts";
import { DESK_TABS, type DeskMode, type DeskScreen, type DeskTab, type WhiteAct } from "./desk.ts";
import { pressForm } from "./form-keys.ts";
import { newPutting, puttingOf } from "./putting.ts";
import { chosenEvent, eventsOfTab, rowsOfTab } from "./rows.ts";

const BROWSE: DeskMode = { kind: "browse" };

/** Whether keys are letters of a text at White's desk. */
export function isWriting({ mode }: DeskScreen): boolean {
  return ["number", "reason", "write", "put", "say"].includes(mode.kind);
}

/** Keys of White's desk. */
export function pressDesk(state: State, screen: DeskScreen, key: Key): Step {
  const { mode } = screen;
  if (key.name === "escape" && mode.kind !== "browse") return inMode(state, screen, BROWSE);
  switch (mode.kind) {
    case "browse":
      return pressBrowse({ ...state, notice: null }, screen, key);
    case "why":
      return pressWhy(state, screen, mode, key);
    case "commit":
      return wordOf(key) === "enter" ? ask(state, white({ kind: "commit" })) : stay(state);
    default:
      return pressForm(state, screen, mode, key);
  }
}

function white(act: WhiteAct) {
  return { kind: "white" as const, act };
}

function inMode(state: State, screen: DeskScreen, mode: DeskMode): Step {
  return go({ ...state, notice: null }, { ...screen, mode });
}

function pressBrowse(state: State, screen: DeskScreen, key: Key): Step {
  const step = stepOf(key);
  if (step !== null) return go(state, moveCursor(screen, step));
  switch (wordOf(key)) {
    case "tab":
    case "right":
      return toTab(state, screen, 1);
    case "backtab":
    case "left":
      return toTab(state, screen, -1);
    case "enter":
      return openChosen(state, screen);
    case "w":
      return openWhy(state, screen);
    case "r":
      return openRuling(state, screen);
    case "x":
      return withdraw(state, screen);
    case "n":
      return inMode(state, screen, newPutting());
    case "s":
      return sayChosen(state, screen);
    case "S":
      return inMode(state, screen, { kind: "say", text: "" });
    case "p":
      return play(state, screen);
    case "c":
      return openCommit(state, screen);
    case "t":
      return openTimeline(state, null);
    case "A":
      return openAsk(state);
    case "escape":
    case "q":
      return getUp(state);
    default:
      return stay(state);
  }
}

function moveCursor(screen: DeskScreen, step: number): DeskScreen {
  const { tab, cursors } = screen;
  const cursor = Math.max(0, moved(cursors[tab], step, rowsOfTab(screen, tab)));
  return { ...screen, cursors: { ...cursors, [tab]: cursor } };
}

function toTab(state: State, screen: DeskScreen, by: number): Step {
  const at = DESK_TABS.indexOf(screen.tab) + by + DESK_TABS.length;
  return go(state, { ...screen, tab: DESK_TABS[at % DESK_TABS.length] as DeskTab });
}

/** Enter opens what a list is for: the working of an event, or the putting in of an inject. */
function openChosen(state: State, screen: DeskScreen): Step {
  const { tab, cursors, listed } = screen;
  if (tab === "hand") return withdraw(state, screen);
  if (tab !== "injects") return openWhy(state, screen);
  const inject = listed[cursors.injects];
  if (inject === undefined) return stay(state);
  if (inject.came > 0)
    return stay(noticed(state, "warn", `it came in turn ${inject.came}; each comes once`));
  return inMode(state, screen, puttingOf(inject));
}

function openWhy(state: State, screen: DeskScreen): Step {
  const event = chosenEvent(screen);
  if (event === null) return stay(noticed(state, "warn", "there is nothing here to look into"));
  return inMode(state, screen, { kind: "why", event, scroll: 0 });
}

function pressWhy(
  state: State,
  screen: DeskScreen,
  mode: Extract<DeskMode, { kind: "why" }>,
  key: Key,
): Step {
  const step = stepOf(key);
  if (step !== null) {
    const scroll = Math.max(0, Math.min(mode.scroll + step, 400));
    return inMode(state, screen, { ...mode, scroll });
  }
  if (wordOf(key) === "r") return openRuling(state, screen);
  return wordOf(key) === "enter" || wordOf(key) === "q"
    ? inMode(state, screen, BROWSE)
    : stay(state);
}

/** What may be ruled on the event under the cursor of the draft. */
function openRuling(state: State, screen: DeskScreen): Step {
  const event = chosenEvent(screen);
  if (screen.tab !== "turn" || event === null)
    return stay(noticed(state, "warn", "rule on an event of the draft: choose one there"));
  const about = eventsOfTab(screen, "turn")[event];
  const { parameters } = screen.view.brief;
  if (about === undefined || state.game === null) return stay(state);
  if (choicesFor(state.game.names, parameters, about).length === 0)
    return stay(noticed(state, "warn", "nothing was drawn or weighed for this: nothing to rule"));
  return inMode(state, screen, { kind: "choose", event, cursor: 0 });
}

function withdraw(state: State, screen: DeskScreen): Step {
  const line = screen.hand[screen.cursors.hand];
  if (screen.tab !== "hand" || line === undefined)
    return stay(noticed(state, "warn", "choose what to withdraw in the list White's hand"));
  return ask(state, white({ kind: "withdraw", line: line.line }));
}

/** The chosen event of the turn before, on the room's screen. */
function sayChosen(state: State, screen: DeskScreen): Step {
  const event = chosenEvent(screen);
  if (screen.tab !== "before" || event === null)
    return stay(
      noticed(state, "warn", "only what was committed is shown to the room: choose it there"),
    );
  return ask(state, white({ kind: "say", text: "", event }));
}

/** The draft, or the turn before, played back as it truly went. */
function play(state: State, screen: DeskScreen): Step {
  const isBefore = screen.tab === "before";
  const events = isBefore ? screen.played : (screen.draft ?? []);
  if (beatsOf(events).length === 0)
    return stay(noticed(state, "warn", "there is nothing to play back"));
  const turn = isBefore ? screen.turn - 1 : screen.turn;
  const { view, truth, truthBefore } = screen;
  const played: PlaybackScreen = {
    kind: "playback",
    title: isBefore ? `What truly happened in turn ${turn}` : `The draft of turn ${turn}`,
    turn,
    events,
    before: { view: { ...view, turn: turn - 1 }, truth: isBefore ? truthBefore : truth },
    after: { view: { ...view, turn }, truth },
    step: 0,
    playing: true,
    to: screen,
  };
  return go(state, played);
}

function openCommit(state: State, screen: DeskScreen): Step {
  if (screen.draft === null)
    return stay(
      noticed(state, "warn", "not every seat has sealed: there is nothing to commit yet"),
    );
  return inMode(state, screen, { kind: "commit" });
}

/** White gets up; whoever is waited for sits down. */
function getUp(state: State): Step {
  const { game } = state;
  const seat = game === null ? null : nextSeat(game);
  const shown = { ...state, notice: null };
  if (seat === null) return go(shown, { kind: "ready" });
  return go(shown, { kind: "handover", seat, phrase: "" });
}
