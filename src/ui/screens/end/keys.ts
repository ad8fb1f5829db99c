import { type Key, wordOf } from "../../key.ts";
import { openProjector } from "../projector/keys.ts";
import { ask, type State, stay, type Step } from "../../state.ts";

/** Keys at the end of a game. */
export function pressEnd(state: State, key: Key): Step {
  switch (wordOf(key)) {
    case "enter":
    case "t":
      return ask(state, { kind: "timeline", seat: null, turn: 0 });
    case "p":
      return openProjector(state);
    case "escape":
    case "b":
      return ask(state, { kind: "close" });
    case "q":
      return ask(state, { kind: "leave" });
    default:
      return stay(state);
  }
}
