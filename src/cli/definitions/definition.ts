import type { Exit } from "../exit.ts";
import type { Io } from "../io.ts";

/** What a command does with its operands and flags. */
type Action = (io: Io, operands: readonly string[], flags: never) => Exit | Promise<Exit>;

/** A command of the line: its words, its flags and where its code is. */
export interface Definition {
  readonly name: string;
  readonly does: string;
  readonly operands: string;
  /** Operands at most. */
  readonly most: number;
  /** Flags and what they do. */
  readonly flags: readonly (readonly [string, string])[];
  readonly examples: readonly string[];
  /** Each command is a module of its own, so that none waits for the code of another. */
  readonly load: () => Promise<Action>;
}
