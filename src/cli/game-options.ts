import type { GameOptions } from "../ui/ports.ts";
import type { Io } from "./io.ts";
import { processTalk } from "./talk.ts";
import { guardedTerminal } from "./terminal.ts";

/** Flags that say how the game is shown. */
export interface PaintFlags {
  readonly plain?: boolean | undefined;
  readonly ascii?: boolean | undefined;
}

/** What the game is started with on the process's own terminal, guarded from here on. */
export function gameOptions(
  io: Io,
  open: string | null,
  { plain, ascii }: PaintFlags,
): GameOptions {
  const { stdin, stdout, argv, env } = process;
  // React paints twice as slowly, and warns, unless it is told that nobody develops it here.
  env["NODE_ENV"] ??= "production";
  return {
    open,
    colour: io.colour,
    plain: plain === true || isToBeRead(env),
    ascii: ascii === true || isAsciiTerminal(env),
    stdin,
    stdout,
    terminal: guardedTerminal(io, argv.slice(2)),
    talk: () => processTalk(io.interactive && env["TERM"] !== "dumb"),
  };
}

/** Terminals whose font has no braille and few signs beyond ASCII. */
const OLD_TERMINALS: readonly string[] = ["linux", "dumb", "vt100", "vt220"];

/** An old terminal, or one whose locale says that it is not UTF-8. */
function isAsciiTerminal({ TERM = "", LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || "";
  return OLD_TERMINALS.includes(TERM) || (locale !== "" && !/utf-?8/i.test(locale));
}

/** Whoever reads with ears or fingers, and terminals that can only write lines. */
function isToBeRead({ TERM, INK_SCREEN_READER }: NodeJS.ProcessEnv): boolean {
  return TERM === "dumb" || INK_SCREEN_READER === "true";
}
