import { byKey, type Command } from "../../commands/command.ts";
import { noticed, PACES, type State, stay, type Step } from "../../state.ts";

/** What can be typed while a turn plays back. */
export function playbackCommands(): readonly Command[] {
  return [
    byKey("play", " ", "play on, or pause"),
    byKey("next", "right", "one step forward"),
    byKey("previous", "left", "one step back"),
    byKey("battle", "down", "to what happened next"),
    byKey("battle-before", "up", "to what happened before"),
    byKey("first", "home", "to the beginning"),
    byKey("last", "end", "to the end"),
    {
      name: "speed",
      key: "s",
      says: "how fast it plays: slow, normal, fast, off",
      takes: "SPEED",
      run: setPace,
      complete: (_, begun) => PACES.filter((pace) => pace.startsWith(begun.toLowerCase())),
    },
    byKey("why", "w", "how this result came about"),
    byKey("report", "enter", "the whole report"),
    byKey("orders", "o", "go on to the orders"),
  ];
}

function setPace(state: State, [word = ""]: readonly string[]): Step {
  const pace = PACES.find((one) => one === word.toLowerCase());
  if (pace === undefined) return stay(noticed(state, "warn", `speeds are ${PACES.join(", ")}`));
  return stay(noticed({ ...state, pace }, "good", `speed: ${pace}`));
}
