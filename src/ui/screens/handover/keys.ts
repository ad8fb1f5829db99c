import { nextSeat } from "../../cells.ts";
import { type Key, wordOf } from "../../key.ts";
import { openProjector } from "../projector/keys.ts";
import { ask, type Game, go, type ScreenOf, type State, stay, type Step } from "../../state.ts";

type Handover = ScreenOf<"handover">;

/** Longest pass phrase that can be typed. */
export const LONGEST_PHRASE = 80;

/** Whether keys are letters of White's pass phrase. */
export function isAtCurtain(game: Game | null, { seat }: Handover): boolean {
  return game !== null && game.curtain && seat === game.white;
}

/** Only Enter turns the screen over: a stray key must not show one seat to another. */
export function pressHandover(state: State, screen: Handover, key: Key): Step {
  if (wordOf(key) === "enter") return sitDown(state, screen);
  if (wordOf(key) === "escape") return away(state, screen);
  if (isAtCurtain(state.game, screen)) return pressPhrase(state, screen, key);
  switch (wordOf(key)) {
    case "w":
      return callWhite(state);
    case "p":
      return openProjector(state);
    case "q":
      return stay({ ...state, over: "leave" });
    default:
      return stay(state);
  }
}

function sitDown(state: State, { seat, phrase }: Handover): Step {
  if (seat === state.game?.white)
    return ask(state, { kind: "white", act: { kind: "sit", phrase } });
  return ask(state, { kind: "sit", seat });
}

/** The screen that asks White to sit down, from any at which nobody sits. */
export function callWhite(state: State): Step {
  const white = state.game?.white ?? null;
  return white === null ? stay(state) : go(state, { kind: "handover", seat: white, phrase: "" });
}

/** From White's back to whoever is waited for. */
function away(state: State, { seat }: Handover): Step {
  const { game } = state;
  if (game === null || seat !== game.white) return stay(state);
  const next = nextSeat(game);
  const shown = { ...state, notice: null };
  if (next === null) return go(shown, game.over ? { kind: "end" } : { kind: "ready" });
  return go(shown, { kind: "handover", seat: next, phrase: "" });
}

function pressPhrase(state: State, screen: Handover, key: Key): Step {
  const { phrase } = screen;
  const typed = { ...state, notice: null };
  if (key.name === "backspace") return go(typed, { ...screen, phrase: phrase.slice(0, -1) });
  if (key.name !== "character") return stay(state);
  return go(typed, { ...screen, phrase: (phrase + key.text).slice(0, LONGEST_PHRASE) });
}
