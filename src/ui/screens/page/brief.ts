import { noticed, type Screen, type State, stay, type Step, go } from "../../state.ts";

/** The brief of the seat that is looking, over any of its screens. */
export function openBrief(state: State): Step {
  if ((state.game?.view ?? null) === null)
    return stay(noticed(state, "warn", "no seat is looking: there is no brief to read"));
  const { screen } = state;
  // Read from the map it goes back to the map as it was left.
  return go(state, { kind: "page", page: "brief", scroll: 0, back: behind(screen) });
}

/** A brief read from a brief goes back to where the first was opened. */
function behind(screen: Screen): Screen {
  return screen.kind === "page" && screen.back !== undefined ? screen.back : screen;
}

/** A seat's brief before a game is open, over the set-up. */
export function openSeatBrief(state: State, seat: string): Step {
  return go(state, { kind: "page", page: "brief", scroll: 0, seat, back: state.screen });
}
