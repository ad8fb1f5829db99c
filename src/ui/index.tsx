import { render } from "ink";
import { App } from "./app.tsx";
import type { GameOptions, Ports } from "./ports.ts";
import { type Effect, startState } from "./state.ts";

export * from "./ports.ts";

/**
 * The full-screen game, until it is left. Ends with the terminal as it was; a bug in it is thrown
 * only after that.
 */
export async function runGame(ports: Ports, options: GameOptions): Promise<void> {
  const { stdin, stdout, open, colour } = options;
  const first: Effect | null = open === null ? null : { kind: "resume", file: open };
  const start = startState(ports.scenario, ports.savesDirectory, ports.savedGames());
  // Ink does this only after the first frame: an Enter echoed in between scrolls its top row away.
  if (stdin.isTTY) stdin.setRawMode(true);
  // The alternate screen keeps the cursor's column, and keys typed ahead may have moved it.
  if (stdout.isTTY) stdout.write("\r");
  const app = render(<App ports={ports} start={start} first={first} colour={colour} />, {
    stdin,
    stdout,
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    // Ink draws nothing when CI is set, even in a real terminal.
    interactive: stdout.isTTY,
    maxFps: 60,
  });
  await app.waitUntilExit();
}
