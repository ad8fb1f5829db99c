import { type Key, wordOf } from "../../key.ts";
import { ask, type State, stay, type Step } from "../../state.ts";

/** Keys when every seat has sealed: adjudicate, or let a seat think again. */
export function pressReady(state: State, key: Key): Step {
  const word = wordOf(key);
  if (word === "enter") return ask(state, { kind: "resolve" });
  if (word === "q" || word === "escape") return stay({ ...state, over: "leave" });
  const seat = state.game?.people[Number(word) - 1];
  if (seat === undefined || state.game === null) return stay(state);
  return ask({ ...state, game: { ...state.game, waiting: [seat] } }, { kind: "sit", seat });
}
