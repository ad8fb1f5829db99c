import { nextSeat } from "../../cells.ts";
import type { Command } from "../../commands/command.ts";
import { type Key, wordOf } from "../../key.ts";
import { ask, go, type ScreenOf, type State, stay, type Step } from "../../state.ts";

type Projector = ScreenOf<"projector">;

/** Puts the room's screen up, from where nobody's secrets are shown. */
export function openProjector(state: State): Step {
  return ask({ ...state, notice: null }, { kind: "project" });
}

/** The room's screen by a word. */
export const PROJECTOR_COMMAND: Command = {
  name: "room",
  key: "p",
  says: "the screen for the whole room: what is public to all",
  run: openProjector,
};

/** Keys of the room's screen: the news scrolls, and any seat sits down by the hand-over. */
export function pressProjector(state: State, screen: Projector, key: Key): Step {
  const { game } = state;
  switch (wordOf(key)) {
    case "up":
    case "k":
      return go(state, {
        ...screen,
        scroll: Math.min(screen.scroll + 1, screen.board.news.length),
      });
    case "down":
    case "j":
      return go(state, { ...screen, scroll: Math.max(0, screen.scroll - 1) });
    case "t":
      return game?.over === true
        ? ask(state, { kind: "timeline", seat: null, turn: 0 })
        : stay(state);
    case "enter":
      return game?.over === true ? nextTurn(state, screen) : down(state);
    case "escape":
    case "p":
      return down(state);
    case "q":
      return stay({ ...state, over: "leave" });
    default:
      return stay(state);
  }
}

/** After the game the room watches it turn by turn; after the last turn from the first again. */
function nextTurn(state: State, { board, replayed }: Projector): Step {
  const turn = (replayed % Math.max(1, board.turn - 1)) + 1;
  return ask(state, { kind: "replay", turn });
}

function down(state: State): Step {
  const { game } = state;
  const seat = game === null ? null : nextSeat(game);
  if (seat !== null) return go(state, { kind: "handover", seat, phrase: "" });
  return go(state, game?.over === true ? { kind: "end" } : { kind: "ready" });
}
