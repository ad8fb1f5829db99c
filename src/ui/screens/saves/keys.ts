import { type Key, stepOf, wordOf } from "../../key.ts";
import { ask, go, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import { moved } from "../../text/list.ts";

/** Keys of the list of saved games. */
export function pressSaves(state: State, screen: ScreenOf<"saves">, key: Key): Step {
  const step = stepOf(key);
  if (step !== null) {
    return go(state, { ...screen, cursor: moved(screen.cursor, step, state.saves.length) });
  }
  const word = wordOf(key);
  if (word === "escape" || word === "q") return go(state, { kind: "title", cursor: 0 });
  const chosen = state.saves[screen.cursor];
  if (word !== "enter" || chosen === undefined) return stay(state);
  return ask(state, { kind: "resume", file: chosen.file });
}
