import { type Key, key } from "../key.ts";
import { noticed, type State, stay, type Step, type TypedLine } from "../state.ts";
import type { Command } from "./command.ts";
import { orderLine } from "./orders.ts";
import { commandsOn } from "./registry.ts";
import { completedLine } from "./complete.ts";

/** Longest line that can be typed. */
const LONGEST = 400;
/** Lines that are kept to go back to. */
const REMEMBERED = 100;

/** What a key of a screen does, as the core has it: commands that are one key press it. */
export type PressScreen = (state: State, key: Key) => Step;

/** An empty line, over any screen. */
export const EMPTY_LINE: TypedLine = { kind: "line", text: "", past: 0 };

/** Keys of the typed line: it completes with Tab and goes back through what was typed with the arrows. */
export function pressLine(state: State, at: TypedLine, pressed: Key, press: PressScreen): Step {
  switch (pressed.name) {
    case "escape":
      return stay({ ...state, over: null });
    case "backspace":
      return at.text === "" ? stay({ ...state, over: null }) : typing(state, at.text.slice(0, -1));
    case "character":
      return typing(state, (at.text + pressed.text).slice(0, LONGEST));
    case "up":
      return recalled(state, at, 1);
    case "down":
      return recalled(state, at, -1);
    case "tab":
      return completedLine(state, at.text);
    case "enter":
      return runLine(remembering(state, at.text.trim()), at.text.trim(), press);
    default:
      return stay(state);
  }
}

function typing(state: State, text: string): Step {
  return stay({ ...state, notice: null, over: { kind: "line", text, past: 0 } });
}

/** The line so many before, or the one after; past the newest, an empty one. */
function recalled(state: State, { past }: TypedLine, by: number): Step {
  const next = Math.max(0, Math.min(state.typed.length, past + by));
  const text = next === 0 ? "" : (state.typed.at(-next) ?? "");
  return stay({ ...state, over: { kind: "line", text, past: next } });
}

function remembering(state: State, text: string): State {
  if (text === "" || state.typed.at(-1) === text) return state;
  return { ...state, typed: [...state.typed, text].slice(-REMEMBERED) };
}

/** Does what was typed: a command of the screen, or an order in the journal's grammar. */
function runLine(state: State, text: string, press: PressScreen): Step {
  const closed: State = { ...state, over: null, notice: null };
  if (text === "") return stay(closed);
  const [name = "", ...words] = text.split(/\s+/);
  const command = commandsOn(closed).find((one) => one.name === name.toLowerCase());
  if (command !== undefined) return runCommand(closed, command, words, press);
  const ordered = orderLine(closed, text);
  if (ordered !== null) return ordered.ok ? ordered.step : refused(state, text, ordered.why);
  return refused(state, text, `there is no "${name}" here; Tab shows what can be typed`);
}

/** Does a command, by its key when it has no other way. */
export function runCommand(
  state: State,
  { key: pressed, run }: Command,
  words: readonly string[],
  press: PressScreen,
): Step {
  if (run !== undefined) return run(state, words);
  return pressed === null ? stay(state) : press(browsing(state), key(pressed));
}

/** Keys mean what they mean in the lists, whatever menu was open. */
function browsing(state: State): State {
  const { screen } = state;
  if (screen.kind !== "command") return state;
  return { ...state, screen: { ...screen, mode: { kind: "browse" } } };
}

/** The line stays to be mended. */
function refused(state: State, text: string, why: string): Step {
  return stay({ ...noticed(state, "warn", why), over: { kind: "line", text, past: 0 } });
}
