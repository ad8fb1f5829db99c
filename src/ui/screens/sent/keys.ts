import { type Key, wordOf } from "../../key.ts";
import { ask, type State, stay, type Step } from "../../state.ts";

/** Keys once the orders of a packet are sealed: change them, or leave. */
export function pressSent(state: State, key: Key): Step {
  const seat = state.game?.people[0];
  switch (wordOf(key)) {
    case "c":
      return seat === undefined ? stay(state) : ask(state, { kind: "sit", seat });
    case "enter":
    case "q":
    case "escape":
      return ask(state, { kind: "leave" });
    default:
      return stay(state);
  }
}
