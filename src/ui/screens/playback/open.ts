import type { Game, Pace, PlaybackScreen, Screen, ScreenOf } from "../../state.ts";
import { beatsOf } from "./beats.ts";

/** What a seat sees first of a turn: the playback, or the report when nothing is played. */
export function toldScreen(game: Game, pace: Pace): Screen {
  const report: ScreenOf<"report"> = { kind: "report", cursor: 0, all: false };
  const { told, view, before } = game;
  if (told === null || view === null || before === null || pace === "off") return report;
  const screen: PlaybackScreen = {
    kind: "playback",
    title: `What happened in turn ${told.turn}`,
    turn: told.turn,
    events: told.events,
    before: { view: before, truth: null },
    after: { view, truth: null },
    step: 0,
    playing: true,
    to: report,
  };
  return beatsOf(told.events).length === 0 ? report : screen;
}
