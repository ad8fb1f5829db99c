import { commandsOn } from "../commands/registry.ts";
import type { State } from "../state.ts";
import {
  ANY_WORDS,
  COACH_WORDS,
  HANDOVER_WORDS,
  isLook,
  ORDER_WORDS,
  SEAT_WORDS,
  SEATING_WORDS,
  type Word,
} from "./words.ts";

/** What can be typed on a screen: its words one a row; after a word, that word alone. */
export function helpText(state: State, asked: string): readonly string[] {
  const words = wordsHere(state);
  const one = words.find(({ name }) => name === asked.toLowerCase());
  if (one !== undefined) return [rowOf(one)];
  const { kind } = state.screen;
  return [
    ...(kind === "command" ? ORDER_WORDS : []),
    "Words here:",
    ...words.map(rowOf),
    "Enter alone goes on where the last row says so.",
  ];
}

const OWN_WORDS: Readonly<Record<string, readonly Word[]>> = {
  command: SEAT_WORDS,
  report: SEAT_WORDS,
  seating: SEATING_WORDS,
  handover: HANDOVER_WORDS,
  ready: HANDOVER_WORDS.slice(0, 1),
};

function wordsHere(state: State): readonly Word[] {
  const { kind } = state.screen;
  const own = OWN_WORDS[kind] ?? [];
  const named = new Set([...own, ...ANY_WORDS].map(({ name }) => name));
  const others = commandsOn(state).flatMap(({ name, takes = "", says }) =>
    name === "lines" || named.has(name) || isLook(name) || (kind === "command" && name === "more")
      ? []
      : [{ name, takes, says }],
  );
  return [...own, ...others, ...(state.coach === null ? [] : COACH_WORDS), ...ANY_WORDS];
}

function rowOf({ name, takes, says }: Word): string {
  return `${name}${takes === "" ? "" : ` ${takes}`}: ${says}.`;
}
