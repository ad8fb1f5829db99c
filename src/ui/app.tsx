import { Box, Text, useApp, useInput, useWindowSize } from "ink";
import { useCallback, useEffect, useRef, useState } from "react";
import { keyWhenTooSmall } from "./chrome/too-small.ts";
import { useTicks } from "./clock.ts";
import { createDriver, type Driver } from "./driver.ts";
import type { Desk } from "./effects.ts";
import { frame, isTooSmall, type Size } from "./frame.ts";
import { keyOf } from "./ink-key.ts";
import type { Key } from "./key.ts";
import type { Ports, TerminalPort } from "./ports.ts";
import type { Effect, State } from "./state.ts";
import { paint } from "./theme.ts";

interface AppProps {
  readonly ports: Ports;
  readonly desk: Desk;
  readonly start: State;
  /** Done before the first key: a journal to resume. */
  readonly first: Effect | null;
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly terminal: TerminalPort;
}

/** How the screen was left, and with what. */
export interface Left {
  readonly state: State;
  readonly to: "shell" | "lines";
}

/** The whole game as one component: Ink only paints what the core says. */
export function App({ ports, desk, start, first, colour, ascii, terminal }: AppProps) {
  const { columns, rows } = useWindowSize();
  const { state, driver } = useDriver(ports, start, desk);
  const suspend = useSuspension(terminal);
  useTicks(state, driver);
  useInput((input, flags) => {
    for (const key of keyOf(input, flags)) {
      if (key.name === "ctrl-z") suspend();
      else pressIn(driver, { columns, rows }, key);
    }
  });
  useEffect(() => {
    if (first !== null) driver.run(first);
  }, [first, driver]);
  const lines = frame(state, { columns, rows }).map((line) => paint(line, colour, ascii));
  return (
    <Box flexDirection="column" width={columns} height={lines.length}>
      <Text wrap="truncate">{lines.join("\n")}</Text>
    </Box>
  );
}

/** In a window too small to show what a key does, only what is offered there works. */
function pressIn(driver: Driver, size: Size, key: Key): void {
  if (!isTooSmall(size)) return driver.press(key);
  const meant = keyWhenTooSmall(driver.state(), key);
  if (meant === "lines") driver.run({ kind: "lines" });
  else if (meant !== null) driver.press(meant);
}

function useDriver(ports: Ports, start: State, desk: Desk): { state: State; driver: Driver } {
  const { exit } = useApp();
  const [state, setState] = useState(start);
  const [driver] = useState(() => {
    const audience = {
      changed: setState,
      left: (error: Error | null, to: Left["to"]) =>
        error === null ? exit({ state: made.state(), to } satisfies Left) : exit(error),
    };
    const made: Driver = createDriver(start, ports, audience, desk);
    return made;
  });
  return { state, driver };
}

/** Hands the terminal to the shell on Ctrl-Z, and paints anew whenever the program is continued. */
function useSuspension({ suspend, onContinued, onStop }: TerminalPort): () => void {
  const { suspendTerminal } = useApp();
  const isAway = useRef(false);
  const away = useCallback(
    (meanwhile: () => Promise<void>) => {
      if (isAway.current) return;
      isAway.current = true;
      void suspendTerminal(meanwhile).finally(() => {
        isAway.current = false;
      });
    },
    [suspendTerminal],
  );
  useEffect(() => {
    const undoings = [onContinued(() => away(async () => undefined)), onStop(() => away(suspend))];
    return () => undoings.forEach((undo) => undo());
  }, [away, onContinued, onStop, suspend]);
  return () => away(suspend);
}
