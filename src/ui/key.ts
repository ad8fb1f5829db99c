/** Keys that are no character; a tick is no key either, but time that has passed while something plays. */
export const KEY_NAMES = [
  "up",
  "down",
  "left",
  "right",
  "enter",
  "escape",
  "tab",
  "backtab",
  "backspace",
  "delete",
  "pageup",
  "pagedown",
  "home",
  "end",
  "ctrl-c",
  "ctrl-k",
  "ctrl-r",
  "ctrl-z",
  "tick",
  "character",
] as const;
export type KeyName = (typeof KEY_NAMES)[number];

/** One key press; `text` holds what a character key, or a paste, typed. */
export interface Key {
  readonly name: KeyName;
  readonly text: string;
}

/** A key by name, or characters as typed. */
export function key(pressed: string): Key {
  const isName = (KEY_NAMES as readonly string[]).includes(pressed) && pressed !== "character";
  return isName ? { name: pressed as KeyName, text: "" } : { name: "character", text: pressed };
}

/** The key as a word to match: its name, or its character. */
export function wordOf({ name, text }: Key): string {
  return name === "character" ? text : name;
}

/** Steps of a list that a key asks for; null for a key that moves nothing. */
export function stepOf(pressed: Key, page = 10): number | null {
  switch (wordOf(pressed)) {
    case "up":
    case "k":
      return -1;
    case "down":
    case "j":
      return 1;
    case "pageup":
      return -page;
    case "pagedown":
    case " ":
      return page;
    case "home":
      return -100_000;
    case "end":
      return 100_000;
    default:
      return null;
  }
}
