import type { GameOptions } from "../ui/ports.ts";
import type { Io } from "./io.ts";
import { processTalk } from "./talk.ts";
import { guardedTerminal } from "./terminal.ts";

/** What the game is started with on the process's own terminal, guarded from here on. */
export function gameOptions(io: Io, open: string | null, plain: boolean | undefined): GameOptions {
  const { stdin, stdout, argv, env } = process;
  // React paints twice as slowly, and warns, unless it is told that nobody develops it here.
  env["NODE_ENV"] ??= "production";
  return {
    open,
    colour: io.colour,
    plain: plain === true || isToBeRead(env),
    stdin,
    stdout,
    terminal: guardedTerminal(io, argv.slice(2)),
    talk: () => processTalk(io.interactive && env["TERM"] !== "dumb"),
  };
}

/** Whoever reads with ears or fingers, and terminals that can only write lines. */
function isToBeRead({ TERM, INK_SCREEN_READER }: NodeJS.ProcessEnv): boolean {
  return TERM === "dumb" || INK_SCREEN_READER === "true";
}
