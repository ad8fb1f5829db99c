import type { Key as InkKey } from "ink";
import { type Key, type KeyName, key } from "./key.ts";

const FLAGS: readonly (readonly [keyof InkKey, KeyName])[] = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["return", "enter"],
  ["escape", "escape"],
  ["backspace", "backspace"],
  ["delete", "delete"],
  ["pageUp", "pageup"],
  ["pageDown", "pagedown"],
  ["home", "home"],
  ["end", "end"],
];

/** What Ink says of a key press as the core's keys; a paste is one key a character. */
export function keyOf(input: string, flags: InkKey): readonly Key[] {
  if (flags.tab) return [key(flags.shift ? "backtab" : "tab")];
  const flag = FLAGS.find(([name]) => flags[name] === true);
  if (flag !== undefined) return [key(flag[1])];
  if (flags.ctrl) return ["c", "k", "r", "z"].includes(input) ? [key(`ctrl-${input}`)] : [];
  if (flags.meta) return [];
  return Array.from(input).flatMap(typed);
}

/** Control characters of a paste are no text; a line end is Enter. */
function typed(character: string): readonly Key[] {
  if (character === "\r" || character === "\n") return [key("enter")];
  return character < " " || character === "\u007f" ? [] : [{ name: "character", text: character }];
}
