import type { Talk } from "../ports.ts";

/** Hears lines, and can listen for one before it is asked for. */
export interface Ears {
  next(): Promise<string | null>;
  /** The next line, which stays to be heard. */
  ahead(): Promise<string | null>;
  /** The line that was listened for is not heard again. */
  forget(): void;
  readonly isTerminal: boolean;
}

/** The ears of somebody who is talked to. */
export function earsOf(talk: Talk): Ears {
  let held: Promise<string | null> | null = null;
  return {
    next: () => {
      const line = held ?? talk.next();
      held = null;
      return line;
    },
    ahead: () => (held ??= talk.next()),
    forget: () => {
      held = null;
    },
    isTerminal: Number.isFinite(talk.pageRows),
  };
}
