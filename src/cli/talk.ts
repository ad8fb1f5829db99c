import { createInterface } from "node:readline";
import type { Talk } from "../ui/ports.ts";

const LEAST_PAGE = 10;

/**
 * Lines from standard input to the end of it, and text to standard output, without any control
 * sequence: the terminal's own line editing is what a screen reader knows best. Ctrl-C is the line
 * "quit".
 */
export function processTalk(hasScreen: boolean): Talk & { end(): void } {
  const { stdin, stdout } = process;
  const lines: string[] = [];
  let ended = false;
  let wake = () => undefined as void;
  const heard = (line: string) => {
    lines.push(line);
    wake();
  };
  if (stdin.isTTY) stdin.setRawMode(false);
  // Ink leaves its input so that it would not keep the program alive.
  stdin.ref?.();
  const reader = createInterface({ input: stdin, terminal: false });
  reader.on("line", heard);
  reader.on("close", () => {
    ended = true;
    wake();
  });
  const interrupted = () => {
    stdout.write("\n");
    heard("quit");
  };
  process.on("SIGINT", interrupted);
  const prompt = () => void stdout.write(stdin.isTTY ? "> " : "");
  return {
    pageRows: stdin.isTTY && stdout.isTTY ? Math.max(LEAST_PAGE, stdout.rows - 4) : Infinity,
    columns: stdout.isTTY ? stdout.columns : Infinity,
    hasScreen,
    say: (text) => void stdout.write(text),
    next: async () => {
      prompt();
      if (lines.length === 0 && !ended)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const line = lines.shift() ?? null;
      // Where nobody types, what is read is said, so that the whole can be read afterwards.
      if (line !== null && !stdin.isTTY) stdout.write(`> ${line}\n`);
      return line;
    },
    end: () => {
      process.off("SIGINT", interrupted);
      reader.close();
    },
  };
}
