import { render } from "ink";
import { App, type Left } from "./app.tsx";
import type { Desk } from "./effects.ts";
import { talkThrough } from "./plain/run.ts";
import type { GameOptions, Ports } from "./ports.ts";
import { type Effect, type State, startState } from "./state.ts";

export * from "./ports.ts";

/** Where the game goes on: the same state at the same desk. */
interface Stage {
  readonly state: State;
  readonly to: "screen" | "lines" | "shell";
}

/** The longest that a timer waits: some 24 days. */
const LONGEST_INTERVAL_MS = 2 ** 31 - 1;

/**
 * The game until it is left, on the full screen or line by line. Ends with the terminal as it was; a
 * bug in it is thrown only after that.
 */
export async function runGame(ports: Ports, options: GameOptions): Promise<void> {
  const desk: Desk = { table: null };
  const { open, plain } = options;
  let first: Effect | null = open === null ? null : { kind: "resume", file: open };
  const start = startState(ports);
  let stage: Stage = { state: start, to: plain ? "lines" : "screen" };
  // Between lines and screen nobody listens for a moment, and a program nobody keeps alive ends.
  const alive = setInterval(() => undefined, LONGEST_INTERVAL_MS);
  try {
    while (stage.to !== "shell") {
      stage =
        stage.to === "screen"
          ? await onScreen(stage.state, first, ports, desk, options)
          : await inLines(stage.state, first, ports, desk, options);
      first = null;
    }
  } finally {
    clearInterval(alive);
  }
}

async function inLines(
  state: State,
  first: Effect | null,
  ports: Ports,
  desk: Desk,
  options: GameOptions,
): Promise<Stage> {
  const talk = options.talk();
  try {
    return await talkThrough(state, first, ports, desk, talk);
  } finally {
    talk.end();
  }
}

async function onScreen(
  state: State,
  first: Effect | null,
  ports: Ports,
  desk: Desk,
  { stdin, stdout, colour, ascii, terminal }: GameOptions,
): Promise<Stage> {
  // Ink does this only after the first frame: an Enter echoed in between scrolls its top row away.
  if (stdin.isTTY) stdin.setRawMode(true);
  // The alternate screen keeps the cursor's column, and keys typed ahead may have moved it.
  if (stdout.isTTY) stdout.write("\r");
  const parts = { ports, desk, start: state, first, colour, ascii, terminal };
  const app = render(<App {...parts} />, {
    stdin,
    stdout,
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    // Ink draws nothing when CI is set, even in a real terminal.
    interactive: stdout.isTTY,
    maxFps: 60,
  });
  const forget = terminal.onCrash(() => app.unmount());
  try {
    const left = (await app.waitUntilExit()) as Left | undefined;
    return left ?? { state, to: "shell" };
  } finally {
    forget();
  }
}
