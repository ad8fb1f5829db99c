import { type Key, stepOf, wordOf } from "../../key.ts";
import { zoomed } from "../../map/zoom.ts";
import { ask, go, type ScreenOf, type State, stay, type Step } from "../../state.ts";

/** Keys of a game seen whole. */
export function pressStory(state: State, screen: ScreenOf<"story">, key: Key): Step {
  const { turn, turns, live } = screen;
  const word = wordOf(key);
  switch (word) {
    case "left":
    case "h":
      return turn > 0 ? ask(state, { kind: "story", turn: turn - 1 }) : stay(state);
    case "right":
    case "l":
    case "enter":
      if (turn < turns) return ask(state, { kind: "story", turn: turn + 1 });
      return live ? ask(state, { kind: "advance" }) : stay(state);
    case "m":
      return go(state, { ...screen, showMap: !screen.showMap });
    case "z":
    case "Z":
      return go(state, {
        ...screen,
        sight: zoomed(
          screen.sight,
          word === "z" ? 1 : -1,
          screen.sight.centre ?? weightiest(screen),
        ),
      });
    case "escape":
    case "q":
      return state.game?.over === true ? go(state, { kind: "end" }) : ask(state, { kind: "close" });
    default:
      return scrolled(state, screen, stepOf(key));
  }
}

function scrolled(state: State, screen: ScreenOf<"story">, step: number | null): Step {
  if (step === null) return stay(state);
  return go(state, { ...screen, scroll: Math.max(0, Math.min(screen.scroll + step, 400)) });
}

/** The place that most was fought over: where a closer look begins. */
function weightiest({ view }: ScreenOf<"story">): string | null {
  const places = Object.entries(view.brief.places);
  const [first] = places.toSorted(([, a], [, b]) => b.depthKm * b.value - a.depthKm * a.value);
  return first?.[0] ?? null;
}
