import { type Key, stepOf, wordOf } from "../../key.ts";
import { go, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import { openCommand } from "../command/open.ts";
import { titleRow } from "../title/keys.ts";

/** Rows that a text may be scrolled by. */
const LONGEST = 2000;

/** Keys of a text that is read: it scrolls, and ends where it was opened from. */
export function pressPage(state: State, screen: ScreenOf<"page">, key: Key): Step {
  const step = stepOf(key);
  if (step !== null) {
    return go(state, { ...screen, scroll: Math.max(0, Math.min(screen.scroll + step, LONGEST)) });
  }
  const word = wordOf(key);
  if (screen.page === "exercise" && word === "w") return go(state, pageOf("white-door"));
  if (screen.page === "white-door" && word === "y") return go(state, pageOf("white"));
  if (!["enter", "escape", "q"].includes(word)) return stay(state);
  if (screen.back !== undefined) return go(state, screen.back);
  if (screen.page === "white" || screen.page === "white-door") return go(state, pageOf("exercise"));
  if (screen.page === "exercise") return go(state, { kind: "title", cursor: titleRow("x") });
  if (screen.page === "record" || state.game === null)
    return go(state, { kind: "title", cursor: titleRow("r") });
  return go(state, openCommand());
}

function pageOf(page: ScreenOf<"page">["page"]): ScreenOf<"page"> {
  return { kind: "page", page, scroll: 0 };
}
