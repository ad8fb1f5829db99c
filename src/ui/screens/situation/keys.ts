import { type Key, stepOf, wordOf } from "../../key.ts";
import { openBrief } from "../page/brief.ts";
import { go, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import { SECTION_NAMES } from "../../telling/situation/section.ts";
import { openCommand } from "../command/open.ts";

type Situation = ScreenOf<"situation">;

/** Rows that one part may be scrolled by, either way. */
const LONGEST = 400;

/** The account of the situation, over the map as it was left. */
export function openSituation(state: State, part = 0): Step {
  const back = state.screen.kind === "command" ? state.screen : openCommand();
  return go(state, { kind: "situation", part, scroll: 0, back });
}

/** Keys of the account: it scrolls; a digit or ←/→ goes to a part; Esc back to the map. */
export function pressSituation(state: State, screen: Situation, key: Key): Step {
  const word = wordOf(key);
  if (/^[1-9]$/.test(word)) return toPart(state, screen, Number(word) - 1);
  switch (word) {
    case "left":
    case "h":
      return toPart(state, screen, screen.part - 1);
    case "right":
    case "l":
    case "tab":
      return toPart(state, screen, screen.part + 1);
    case "b":
      return openBrief(state);
    case "enter":
    case "escape":
    case "q":
    case "s":
      return go(state, screen.back);
    default:
      return scrolled(state, screen, stepOf(key));
  }
}

function toPart(state: State, screen: Situation, part: number): Step {
  const last = SECTION_NAMES.length - 1;
  return go(state, { ...screen, part: Math.max(0, Math.min(part, last)), scroll: 0 });
}

function scrolled(state: State, screen: Situation, step: number | null): Step {
  if (step === null) return stay(state);
  if (step < -LONGEST) return toPart(state, screen, 0);
  const scroll = Math.max(-LONGEST, Math.min(screen.scroll + step, LONGEST));
  return go(state, { ...screen, scroll });
}
