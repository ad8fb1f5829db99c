import { type Key, wordOf } from "../../key.ts";
import { ask, go, type State, stay, type Step } from "../../state.ts";
import { callWhite } from "../handover/keys.ts";
import { openProjector } from "../projector/keys.ts";

/** Keys when every seat has sealed: White looks, or the turn is adjudicated, or a seat thinks again. */
export function pressReady(state: State, key: Key): Step {
  const word = wordOf(key);
  if (word === "enter") return goOn(state);
  if (word === "p") return openProjector(state);
  if (word === "q" || word === "escape") return stay({ ...state, over: "leave" });
  return thinkAgain(state, Number(word));
}

function goOn(state: State): Step {
  return (state.game?.white ?? null) === null ? ask(state, { kind: "resolve" }) : callWhite(state);
}

/** A seat is waited for once more; its group sits down by way of the hand-over screen. */
function thinkAgain(state: State, number: number): Step {
  const { game } = state;
  const seat = game?.people[number - 1];
  if (seat === undefined || game === null) return stay(state);
  const again = { ...state, game: { ...game, waiting: [seat] } };
  return go(again, { kind: "handover", seat, phrase: "" });
}
