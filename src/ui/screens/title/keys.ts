import { type Key, stepOf, wordOf } from "../../key.ts";
import { ask, go, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import { moved } from "../../text/list.ts";
import { openSeating } from "../seating/keys.ts";

/** What can be begun from the title, with the key that does it at once. */
export const TITLE_CHOICES = [
  { key: "n", says: "New game", about: "choose a side and begin" },
  { key: "s", says: "Saved games", about: "go on where you left off" },
  { key: "h", says: "Watch history", about: "what each side did then, turn by turn" },
  { key: "r", says: "Read the record", about: "what the sources say happened, turn by turn" },
  { key: "x", says: "The exercise", about: "the road to war, what is trained; White's book" },
  { key: "q", says: "Quit", about: "" },
] as const;

/** Keys of the title screen. */
export function pressTitle(state: State, screen: ScreenOf<"title">, key: Key): Step {
  const step = stepOf(key);
  if (step !== null) {
    return go(state, { ...screen, cursor: moved(screen.cursor, step, TITLE_CHOICES.length) });
  }
  const word = wordOf(key);
  return choose(state, word === "enter" ? TITLE_CHOICES[screen.cursor]?.key : word);
}

function choose(state: State, choice: string | undefined): Step {
  switch (choice) {
    case "n":
      return go(state, openSeating(state));
    case "s":
      return go(state, { kind: "saves", cursor: 0 });
    case "h":
      return ask(state, { kind: "history" });
    case "r":
      return go(state, { kind: "page", page: "record", scroll: 0 });
    case "x":
      return go(state, { kind: "page", page: "exercise", scroll: 0 });
    case "q":
      return ask(state, { kind: "leave" });
    default:
      return stay(state);
  }
}
