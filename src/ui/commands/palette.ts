import { type Key, stepOf } from "../key.ts";
import { type Palette, type State, stay, type Step } from "../state.ts";
import { listOf, moved } from "../text/list.ts";
import { fit, type Line, line, tone } from "../text/span.ts";
import type { Command } from "./command.ts";
import { EMPTY_LINE, type PressScreen, runCommand } from "./line.ts";
import { commandsOn } from "./registry.ts";

/** The palette as it opens. */
export const OPEN_PALETTE: Palette = { kind: "palette", filter: "", cursor: 0 };

/** Commands whose name or words hold what was typed. */
function foundCommands(state: State, { filter }: Palette): readonly Command[] {
  const asked = filter.trim().toLowerCase();
  return commandsOn(state).filter(
    ({ name, says }) => name.includes(asked) || says.toLowerCase().includes(asked),
  );
}

/** Keys of the palette: letters search it, Enter does what is chosen. */
export function pressPalette(state: State, at: Palette, key: Key, press: PressScreen): Step {
  const found = foundCommands(state, at);
  const show = (next: Partial<Palette>) => stay({ ...state, over: { ...at, ...next } });
  if (key.name === "character")
    return show({ filter: (at.filter + key.text).slice(0, 40), cursor: 0 });
  const step = stepOf(key);
  if (step !== null) return show({ cursor: moved(at.cursor, step, found.length) });
  switch (key.name) {
    case "backspace":
      return show({ filter: at.filter.slice(0, -1), cursor: 0 });
    case "enter":
      return chosen(state, found[at.cursor], press);
    default:
      return stay({ ...state, over: null });
  }
}

/** One that wants more words is begun on the typed line. */
function chosen(state: State, command: Command | undefined, press: PressScreen): Step {
  if (command === undefined) return stay(state);
  if (command.takes !== undefined)
    return stay({ ...state, over: { ...EMPTY_LINE, text: `${command.name} ` } });
  return runCommand({ ...state, over: null, notice: null }, command, [], press);
}

/** What can be done here, each with its word and its key. */
export function paletteLines(state: State, at: Palette, columns: number, rows: number): Line[] {
  const found = foundCommands(state, at);
  const shown = found.map((command) => rowOf(command, columns));
  return [
    line(tone("title", " What can be done here"), tone("dim", "   type to search")),
    line(tone("key", " › "), at.filter, tone("cursor", " ")),
    line(),
    ...(shown.length > 0
      ? listOf(shown, at.cursor, rows - 3)
      : [line(tone("dim", "  nothing here is called so"))]),
  ];
}

function rowOf({ name, takes = "", key, says }: Command, columns: number): Line {
  const word = takes === "" ? name : `${name} ${takes}`;
  return fit(
    line(
      " ",
      tone("strong", word.padEnd(24)),
      tone("key", keyWords(key).padEnd(8)),
      tone("plain", says),
    ),
    columns - 2,
  );
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  " ": "Space",
  escape: "Esc",
  enter: "Enter",
  left: "←",
  right: "→",
  tab: "Tab",
  "ctrl-c": "Ctrl-C",
};

/** A key as a person would name it; nothing for what has none. */
export function keyWords(key: string | null): string {
  return key === null ? "" : (KEY_WORDS[key] ?? key);
}
