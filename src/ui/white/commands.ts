import { byKey, type Command } from "../commands/command.ts";
import { ASK_COMMAND } from "../screens/ask/commands.ts";
import { PROJECTOR_COMMAND } from "../screens/projector/keys.ts";
import { ask, noticed, type State, stay, type Step } from "../state.ts";
import { DESK_TABS } from "./desk.ts";

/** What can be typed at White's desk. */
export function deskCommands(): readonly Command[] {
  return [
    byKey("why", "w", "how the chosen event came about"),
    byKey("rule", "r", "rule on the chosen event: replace, re-roll"),
    byKey("inject", "n", "put in an event of your own"),
    byKey("withdraw", "x", "take back what is chosen in White's hand"),
    byKey("show-room", "s", "show the chosen event of the turn before to the room"),
    {
      name: "say",
      key: "S",
      says: "write to the room's screen",
      takes: "TEXT",
      run: say,
    },
    byKey("play", "p", "play the list back, as it truly went"),
    byKey("commit", "c", "commit the turn"),
    byKey("timeline", "t", "the truth so far; notes and branches"),
    ASK_COMMAND,
    {
      name: "show",
      key: "tab",
      says: `open a list: ${DESK_TABS.join(", ")}`,
      takes: "LIST",
      run: show,
      complete: (_, begun) => DESK_TABS.filter((tab) => tab.startsWith(begun.toLowerCase())),
    },
    { ...PROJECTOR_COMMAND, key: null },
    byKey("back", "escape", "get up from the desk"),
  ];
}

function say(state: State, words: readonly string[]): Step {
  const text = words.join(" ");
  if (text === "") return stay(noticed(state, "warn", "write what the room shall read"));
  return ask(state, { kind: "white", act: { kind: "say", text, event: null } });
}

function show(state: State, [word = ""]: readonly string[]): Step {
  const tab = DESK_TABS.find((one) => one === word.toLowerCase());
  if (tab === undefined || state.screen.kind !== "desk")
    return stay(noticed(state, "warn", `lists are ${DESK_TABS.join(", ")}`));
  return stay({ ...state, screen: { ...state.screen, tab } });
}
