import type { Id } from "../../../engine/player.ts";
import type { Table } from "../../../journal/index.ts";
import type { PlaybackScreen, State } from "../../state.ts";

/** A turn as it truly went, for everybody: only when the game is over, and then the next. */
export function roomPlayback(state: State, table: Table, turn: number, white: Id): State {
  if (!table.over() || turn < 1 || turn >= table.turn()) return state;
  const { screen } = state;
  const to = screen.kind === "projector" ? { ...screen, replayed: turn } : screen;
  const played: PlaybackScreen = {
    kind: "playback",
    title: `What truly happened in turn ${turn}`,
    turn,
    events: table.allEvents(turn),
    before: { view: table.view(white, turn - 1), truth: table.truth(turn - 1) },
    after: { view: table.view(white, turn), truth: table.truth(turn) },
    step: 0,
    playing: true,
    to,
  };
  return { ...state, notice: null, screen: played };
}
