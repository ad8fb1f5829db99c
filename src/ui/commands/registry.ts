import { match } from "ts-pattern";
import { askCommands } from "../screens/ask/commands.ts";
import { branchesCommands } from "../screens/branches/commands.ts";
import { commandCommands } from "../screens/command/commands.ts";
import { openBrief } from "../screens/page/brief.ts";
import { playbackCommands } from "../screens/playback/commands.ts";
import { PROJECTOR_COMMAND } from "../screens/projector/keys.ts";
import { timelineCommands } from "../screens/timeline/commands.ts";
import { titleCommands } from "../screens/title/commands.ts";
import { OPEN_HELP, type Screen, type State } from "../state.ts";
import { deskCommands } from "../white/commands.ts";
import { byKey, type Command } from "./command.ts";

/** What can be typed on the screen that is shown, its own commands first. */
export function commandsOn(state: State): readonly Command[] {
  return [...commandsOf(state.screen), ...briefCommands(state), ...GENERAL];
}

/** The map has a word for the brief among its own. */
function briefCommands({ game, screen }: State): readonly Command[] {
  const none = (game?.view ?? null) === null || screen.kind === "command";
  return none ? [] : [BRIEF];
}

const BRIEF: Command = {
  name: "brief",
  key: null,
  says: "your brief, and what you score for",
  run: openBrief,
};

const BACK = byKey("back", "escape", "go back");

function commandsOf(shown: Screen): readonly Command[] {
  return match<Screen, readonly Command[]>(shown)
    .with({ kind: "title" }, () => titleCommands())
    .with({ kind: "seating" }, () => [byKey("begin", "enter", "begin the game"), BACK])
    .with({ kind: "saves" }, () => [byKey("open", "enter", "go on with the chosen game"), BACK])
    .with({ kind: "page" }, () => [BACK])
    .with({ kind: "timeline" }, timelineCommands)
    .with({ kind: "branches" }, branchesCommands)
    .with({ kind: "compare" }, () => [
      byKey("next", "right", "the next turn"),
      byKey("previous", "left", "the turn before"),
      BACK,
    ])
    .with({ kind: "ask" }, askCommands)
    .with({ kind: "handover" }, () => [
      byKey("sit", "enter", "sit down: nobody else looks"),
      byKey("white", "w", "White sits down instead"),
      PROJECTOR_COMMAND,
    ])
    .with({ kind: "report" }, () => [
      byKey("why", "w", "how the chosen result came about"),
      byKey("more", "m", "show everything, or what matters"),
      byKey("orders", "o", "go on to the orders"),
    ])
    .with({ kind: "playback" }, () => playbackCommands())
    .with({ kind: "desk" }, () => deskCommands())
    .with({ kind: "projector" }, () => [BACK])
    .with({ kind: "why" }, () => [
      byKey("next", "right", "the next result"),
      byKey("previous", "left", "the result before"),
      BACK,
    ])
    .with({ kind: "ready" }, () => [
      byKey("adjudicate", "enter", "adjudicate the turn, or White looks"),
      PROJECTOR_COMMAND,
    ])
    .with({ kind: "end" }, () => [
      byKey("look", "enter", "look back at the game"),
      byKey("title", "escape", "go to the title"),
    ])
    .with({ kind: "sent" }, () => [
      byKey("change", "c", "change the orders and seal again"),
      byKey("leave", "enter", "leave"),
    ])
    .with({ kind: "command" }, () => commandCommands())
    .with({ kind: "situation" }, () => [
      byKey("next", "right", "the next part"),
      byKey("previous", "left", "the part before"),
      BACK,
    ])
    .exhaustive();
}

/** What can be typed on every screen. */
export const GENERAL: readonly Command[] = [
  {
    name: "help",
    key: "?",
    says: "the keys and words of this screen",
    run: (state) => ({ state: { ...state, over: OPEN_HELP }, effect: null }),
  },
  {
    name: "lines",
    key: null,
    says: "go on line by line, without the screen",
    run: (state) => ({ state, effect: { kind: "lines" } }),
  },
  {
    name: "quit",
    key: "ctrl-c",
    says: "leave; asked once, nothing sealed is lost",
    run: (state) => ({ state: { ...state, over: "leave" }, effect: null }),
  },
];
