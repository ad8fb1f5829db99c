import { type Key, stepOf, wordOf } from "../../key.ts";
import { go, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import { openCommand } from "../command/open.ts";

/** Keys of a text that is read: it scrolls, and ends where it was opened from. */
export function pressPage(state: State, screen: ScreenOf<"page">, key: Key): Step {
  const step = stepOf(key);
  if (step !== null) {
    return go(state, { ...screen, scroll: Math.max(0, Math.min(screen.scroll + step, 400)) });
  }
  if (!["enter", "escape", "q"].includes(wordOf(key))) return stay(state);
  if (screen.page === "exercise") return go(state, { kind: "title", cursor: 4 });
  if (screen.page === "record" || state.game === null)
    return go(state, { kind: "title", cursor: 3 });
  return go(state, openCommand());
}
