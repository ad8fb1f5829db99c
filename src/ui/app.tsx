import { Box, Text, useApp, useInput, useWindowSize } from "ink";
import { useEffect, useState } from "react";
import { useTicks } from "./clock.ts";
import { createDriver, type Driver } from "./driver.ts";
import { frame } from "./frame.ts";
import { keyOf } from "./ink-key.ts";
import type { Ports } from "./ports.ts";
import type { Effect, State } from "./state.ts";
import { paint } from "./theme.ts";

interface AppProps {
  readonly ports: Ports;
  readonly start: State;
  /** Done before the first key: a journal to resume. */
  readonly first: Effect | null;
  readonly colour: boolean;
}

/** The whole game as one component: Ink only paints what the core says. */
export function App({ ports, start, first, colour }: AppProps) {
  const { columns, rows } = useWindowSize();
  const { state, driver } = useDriver(ports, start);
  useTicks(state, driver);
  useInput((input, flags) => {
    for (const key of keyOf(input, flags)) driver.press(key);
  });
  useEffect(() => {
    if (first !== null) driver.run(first);
  }, [first, driver]);
  const lines = frame(state, { columns, rows }).map((line) => paint(line, colour));
  return (
    <Box flexDirection="column" width={columns} height={lines.length}>
      <Text wrap="truncate">{lines.join("\n")}</Text>
    </Box>
  );
}

function useDriver(ports: Ports, start: State): { state: State; driver: Driver } {
  const { exit } = useApp();
  const [state, setState] = useState(start);
  const [driver] = useState(() =>
    createDriver(start, ports, {
      changed: setState,
      left: (error) => (error === null ? exit() : exit(error)),
    }),
  );
  return { state, driver };
}
