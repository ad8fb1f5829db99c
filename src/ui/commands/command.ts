import type { State, Step } from "../state.ts";

/** Something that can be done on a screen, by a typed word as well as by a key. */
export interface Command {
  /** What is typed, in small letters without blanks. */
  readonly name: string;
  /** The key that does the same on its screen; null when only the word does. */
  readonly key: string | null;
  /** What it does, in a few words. */
  readonly says: string;
  /** What may follow the word, as help shows it; empty when nothing does. */
  readonly takes?: string;
  /** Does it with the words that followed; left out when its key does the whole of it. */
  readonly run?: (state: State, words: readonly string[]) => Step;
  /** What the words after the name may go on to be. */
  readonly complete?: (state: State, begun: string) => readonly string[];
}

/** A command that is one key. */
export function byKey(name: string, key: string, says: string): Command {
  return { name, key, says };
}
