import { type Key, wordOf } from "../../key.ts";
import { ask, type ScreenOf, type State, stay, type Step } from "../../state.ts";

/** Only Enter turns the screen over: a stray key must not show one seat to another. */
export function pressHandover(state: State, screen: ScreenOf<"handover">, key: Key): Step {
  if (wordOf(key) === "enter") return ask(state, { kind: "sit", seat: screen.seat });
  return wordOf(key) === "q" ? stay({ ...state, over: "leave" }) : stay(state);
}
