import { type Key, stepOf, wordOf } from "../../key.ts";
import { type CompareScreen, go, type State, stay, type Step } from "../../state.ts";
import { moved } from "../../text/list.ts";

/** Keys of two branches side by side. */
export function pressCompare(state: State, screen: CompareScreen, key: Key): Step {
  const to = (step: number) =>
    go(state, {
      ...screen,
      turn: moved(screen.turn, step, screen.comparison.turns.length),
      scroll: 0,
    });
  switch (wordOf(key)) {
    case "left":
    case "up":
    case "h":
      return to(-1);
    case "right":
    case "down":
    case "l":
    case "enter":
      return to(1);
    case "home":
      return to(-1000);
    case "end":
      return to(1000);
    case "escape":
    case "q":
      return go(state, screen.back);
    default:
      return scrolled(state, screen, stepOf(key));
  }
}

function scrolled(state: State, screen: CompareScreen, step: number | null): Step {
  if (step === null) return stay(state);
  return go(state, { ...screen, scroll: Math.max(0, Math.min(screen.scroll + step, 200)) });
}
