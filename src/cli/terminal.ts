import type { TerminalPort } from "../ui/ports.ts";
import { reportBug } from "./bug.ts";
import type { Exit } from "./exit.ts";
import type { Io } from "./io.ts";

/** Shows the cursor, ends colours and the marking of pastes. */
const CALM = "\u001b[?25h\u001b[0m\u001b[?2004l";
const LEAVE_ALTERNATE = "\u001b[?1049l";

/** How a shell numbers the end by a signal. */
const BY_SIGNAL = { SIGHUP: 129, SIGTERM: 143 } as const;

/** A second is not waited for: without a shell to stop it, a program is not stopped at all. */
const STOP_MILLISECONDS = 300;

/** The process's own terminal, given back whatever the program dies of; `file` is what it goes on with. */
export function guardedTerminal(io: Io, argv: readonly string[]): TerminalPort {
  const restorers = new Set<() => void>();
  const die = (code: number, say: () => void) => {
    restoreTerminal(restorers);
    say();
    process.exit(code);
  };
  const bug = (error: unknown) => {
    let exit: Exit = 70;
    die(exit, () => (exit = reportBug(io, argv, error)));
  };
  process.on("uncaughtException", bug);
  process.on("unhandledRejection", bug);
  for (const [signal, code] of Object.entries(BY_SIGNAL))
    process.on(signal, () =>
      die(code, () => io.err(`tadmor was stopped by ${signal}. Everything sealed is saved.\n`)),
    );
  return {
    suspend,
    onContinued: (repaint) => listening("SIGCONT", repaint),
    onStop: (away) => listening("SIGTSTP", away),
    onCrash: (restore) => {
      restorers.add(restore);
      return () => void restorers.delete(restore);
    },
  };
}

function restoreTerminal(restorers: ReadonlySet<() => void>): void {
  const { stdin, stdout } = process;
  let failed = false;
  for (const restore of restorers) {
    try {
      restore();
    } catch {
      failed = true;
    }
  }
  if (stdout.isTTY) stdout.write(failed ? LEAVE_ALTERNATE + CALM : CALM);
  if (stdin.isTTY) stdin.setRawMode(false);
}

/** Stops all of the job, so that the shell that waits for npm or npx gets its terminal back too. */
async function suspend(): Promise<void> {
  if (process.platform === "win32") return;
  const handlers = process.listeners("SIGTSTP");
  process.removeAllListeners("SIGTSTP");
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, STOP_MILLISECONDS);
    process.once("SIGCONT", () => {
      clearTimeout(timer);
      resolve();
    });
    process.kill(0, "SIGTSTP");
  });
  for (const handler of handlers) process.on("SIGTSTP", handler);
}

function listening(signal: "SIGCONT" | "SIGTSTP", heard: () => void): () => void {
  if (process.platform === "win32") return () => undefined;
  process.on(signal, heard);
  return () => void process.off(signal, heard);
}
