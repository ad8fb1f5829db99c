import { byKey, type Command } from "../../commands/command.ts";
import { key } from "../../key.ts";
import { noticed, type State, stay, type Step } from "../../state.ts";
import { pressBranches } from "./keys.ts";

/** What can be typed at the tree of branches; a number names a row, from 1. */
export function branchesCommands(): readonly Command[] {
  return [
    numbered("open", "enter", "go on in a branch"),
    numbered("mark", "m", "mark a branch to compare another with it"),
    numbered("compare", "c", "lay it beside the marked one, or the one it came from"),
    byKey("back", "escape", "go back"),
  ];
}

function numbered(name: string, pressed: string, says: string): Command {
  return { name, key: pressed, says, run: (state, words) => atRow(state, words, pressed) };
}

function atRow(state: State, [word]: readonly string[], pressed: string): Step {
  const { screen } = state;
  if (screen.kind !== "branches") return stay(state);
  const row = word === undefined ? screen.cursor : Number(word) - 1;
  if (screen.family[row] === undefined)
    return stay(noticed(state, "warn", `branches go from 1 to ${screen.family.length}`));
  return pressBranches(state, { ...screen, cursor: row }, key(pressed));
}
