import { type Key, stepOf, wordOf } from "../../key.ts";
import { ask, go, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import { moved } from "../../text/list.ts";
import { openSeating } from "../seating/keys.ts";

/** What can be begun from the title, with the key that does it at once. */
export const TITLE_CHOICES = [
  { key: "n", says: "New game", about: "choose a side and begin: Enter, Enter, Enter" },
  { key: "t", says: "Tutorial", about: "five turns in ten minutes, by doing" },
  { key: "s", says: "Saved games", about: "go on where you left off" },
  { key: "h", says: "Watch history", about: "what each side did then, turn by turn" },
  { key: "r", says: "Read the record", about: "what the sources say happened, turn by turn" },
  { key: "x", says: "The exercise", about: "the road to war, what is trained; White's book" },
  { key: "q", says: "Leave", about: "nothing is lost" },
] as const;

/** Row of the title that a key goes to. */
export function titleRow(choice: (typeof TITLE_CHOICES)[number]["key"]): number {
  return TITLE_CHOICES.findIndex(({ key }) => key === choice);
}

/** Keys of the title screen. */
export function pressTitle(state: State, screen: ScreenOf<"title">, key: Key): Step {
  const step = stepOf(key);
  if (step !== null) {
    return go(state, { ...screen, cursor: moved(screen.cursor, step, TITLE_CHOICES.length) });
  }
  const word = wordOf(key);
  if (word === "right" || word === "tab") return nextScenario(state, 1);
  if (word === "left" || word === "backtab") return nextScenario(state, -1);
  return choose(state, word === "enter" ? TITLE_CHOICES[screen.cursor]?.key : word);
}

function choose(state: State, choice: string | undefined): Step {
  switch (choice) {
    case "n":
      return go(state, openSeating(state));
    case "t":
      return ask(state, { kind: "tutorial" });
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

/** Scenarios that a game is begun with; the tutorial has a line of its own. */
export function coversToPlay({ covers, card }: State): State["covers"] {
  return covers.filter(({ teaches, key }) => !teaches || key === card.key);
}

function nextScenario(state: State, by: number): Step {
  const covers = coversToPlay(state);
  const at = covers.findIndex(({ key }) => key === state.card.key);
  const next = covers[(at + by + covers.length) % covers.length];
  if (next === undefined || next.key === state.card.key) return stay(state);
  return chooseScenario(state, next.key);
}

/** Takes another scenario from the list. */
export function chooseScenario(state: State, scenario: string): Step {
  return ask(state, { kind: "choose", scenario, variant: null });
}
