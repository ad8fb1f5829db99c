import { byKey, type Command } from "../../commands/command.ts";
import { TITLE_CHOICES } from "./keys.ts";

const NAMES: Readonly<Record<string, string>> = {
  n: "new",
  s: "saved",
  h: "history",
  r: "record",
  x: "exercise",
};

/** Every choice of the title by a word. */
export function titleCommands(): readonly Command[] {
  return TITLE_CHOICES.flatMap(({ key, says }) => {
    const name = NAMES[key];
    return name === undefined ? [] : [byKey(name, key, says.toLowerCase())];
  });
}
