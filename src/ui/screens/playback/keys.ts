import { type Key, wordOf } from "../../key.ts";
import {
  ask,
  go,
  PACES,
  type PlaybackScreen,
  noticed,
  type State,
  stay,
  type Step,
} from "../../state.ts";
import { hasWorking } from "../../telling/why.ts";
import { openCommand } from "../command/open.ts";
import { beatsOf } from "./beats.ts";

/** Keys of a playback: it runs by itself until a key holds it. */
export function pressPlayback(state: State, screen: PlaybackScreen, key: Key): Step {
  switch (wordOf(key)) {
    case " ":
      return playedOrPaused(state, screen);
    case "right":
    case "l":
    case "n":
      return stepped(state, screen, 1, false);
    case "left":
    case "h":
      return stepped(state, screen, -1, false);
    case "down":
    case "j":
      return toEvent(state, screen, 1);
    case "up":
    case "k":
      return toEvent(state, screen, -1);
    case "home":
      return stepped(state, screen, -screen.step, false);
    case "end":
      return stepped(state, screen, 1_000_000, false);
    case "s":
      return withPace(state, screen);
    case "w":
      return openWhy(state, screen);
    case "enter":
    case "escape":
      return go(state, screen.to);
    case "o":
      return onward(state, screen);
    case "q":
      return stay({ ...state, over: "leave" });
    default:
      return stay(state);
  }
}

/** So many steps on, or back; at the last it stops. */
export function stepped(state: State, screen: PlaybackScreen, by: number, playing: boolean): Step {
  const last = beatsOf(screen.events).length - 1;
  const step = Math.max(0, Math.min(last, screen.step + by));
  return go({ ...state, notice: null }, { ...screen, step, playing: playing && step < last });
}

/** From the end it begins anew. */
function playedOrPaused(state: State, screen: PlaybackScreen): Step {
  const last = beatsOf(screen.events).length - 1;
  if (screen.playing) return go(state, { ...screen, playing: false });
  return go(state, { ...screen, step: screen.step >= last ? 0 : screen.step, playing: true });
}

/** To the first step of the event before or after. */
function toEvent(state: State, screen: PlaybackScreen, by: 1 | -1): Step {
  const beats = beatsOf(screen.events);
  const here = beats[screen.step]?.event;
  const first = beats.findIndex(({ event }) => event === here);
  if (by === -1) {
    const before = beats[first - 1]?.event;
    const to = beats.findIndex(({ event }) => event === before);
    return stepped(state, screen, Math.max(0, to) - screen.step, false);
  }
  const next = beats.findIndex(({ event }, at) => at > screen.step && event !== here);
  return stepped(state, screen, next < 0 ? 1_000_000 : next - screen.step, false);
}

/** Slow, normal, fast, and off: then the next turn goes straight to the report. */
function withPace(state: State, screen: PlaybackScreen): Step {
  const pace = PACES[(PACES.indexOf(state.pace) + 1) % PACES.length] ?? "normal";
  const says =
    pace === "off"
      ? "speed: off; from the next turn on the report comes at once"
      : `speed: ${pace}`;
  return go(noticed({ ...state, pace }, "good", says), { ...screen, playing: pace !== "off" });
}

/** The working of what is shown; the playback waits behind it. */
function openWhy(state: State, screen: PlaybackScreen): Step {
  const at = beatsOf(screen.events)[screen.step]?.event ?? -1;
  const event = screen.events[at];
  if (event === undefined || !hasWorking(event))
    return stay(noticed(state, "warn", "this has no working; battles and patrons have one"));
  const back = { ...screen, playing: false };
  return go({ ...state, notice: null }, { kind: "why", event: at, scroll: 0, back });
}

/** Past the report: to the orders, or after the last turn to whoever reads next. */
function onward(state: State, screen: PlaybackScreen): Step {
  if (screen.to.kind !== "report") return go(state, screen.to);
  return state.game?.over === true ? ask(state, { kind: "read" }) : go(state, openCommand());
}
