import { type Key, wordOf } from "../../key.ts";
import { type Step, ask, stay } from "../../state.ts";
import { openAsk } from "../ask/open.ts";
import { type At, BROWSE, inMode } from "./at.ts";

/** Keys of the question before sealing. */
export function pressSeal(at: At, key: Key): Step {
  const { state, game, view } = at;
  switch (wordOf(key)) {
    case "enter":
    case "y":
      return ask(state, { kind: "seal", seat: view.brief.seat, orders: game.draft.orders });
    case "A":
      return openAsk(state);
    case "escape":
    case "n":
    case "q":
      return inMode(at, BROWSE);
    default:
      return stay(state);
  }
}
