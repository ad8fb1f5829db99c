import type { Line } from "../reports/index.ts";

/** Where a command writes, and what the place it writes to can show. */
export interface Io {
  /** Standard output: the product. */
  out(text: string): void;
  /** Standard error: problems and talk. */
  err(text: string): void;
  /** Shows a line over the one shown before, on standard error; only where that is a terminal. */
  readonly progress?: ((line: string) => void) | undefined;
  /** Columns of standard output. */
  readonly width: number;
  /** Whether both ends are a terminal, so that a full-screen game can be played. */
  readonly interactive: boolean;
  /** Whether standard output may carry colours. */
  readonly colour: boolean;
}

const PAGE = 80;
const NARROWEST = 40;
const WIDEST = 120;

/** The process's own streams. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  const isTerminal = stdout.isTTY === true;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    ...(stderr.isTTY === true
      ? { progress: (line) => void stderr.write(`\r\u001b[K${line}`) }
      : {}),
    width: isTerminal ? Math.min(WIDEST, Math.max(NARROWEST, stdout.columns || PAGE)) : PAGE,
    interactive: isTerminal && stdin.isTTY === true,
    // https://no-color.org: any value but the empty one.
    colour: isTerminal && !env["NO_COLOR"],
  };
}

const PAINT: Readonly<Record<Line["tone"], string | null>> = {
  title: "\u001b[1m",
  heading: "\u001b[4m",
  plain: null,
};

/** Prints lines of a report, titles and headings set apart where colours may be used. */
export function printLines(io: Io, lines: readonly Line[]): void {
  io.out(lines.map((line) => `${painted(line, io.colour)}\n`).join(""));
}

function painted({ text, tone }: Line, colour: boolean): string {
  const paint = PAINT[tone];
  return colour && paint !== null ? `${paint}${text}\u001b[0m` : text;
}

/** Prints one JSON document. */
export function printJson(io: Io, document: unknown): void {
  io.out(`${JSON.stringify(document, null, 2)}\n`);
}
