import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A line of JSON that the program printed. */
export type Told = Readonly<Record<string, unknown>> & { readonly event?: unknown };

/** The program at work: a process of its own. */
export interface Program {
  /** Standard error so far, line by line. */
  readonly lines: readonly string[];
  /** Settled at the next line of JSON that is so, from where the last question ended. */
  told(is: (told: Told) => boolean): Promise<Told>;
  /** The same for any line. */
  said(what: RegExp): Promise<string>;
  /** Asks only of what is said from now on. */
  fromNow(): Program;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<{
    readonly exit: number | null;
    readonly out: string;
    readonly err: string;
  }>;
}

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const COMPILED = join(tmpdir(), "tadmor-compile-cache");

/** What a process may be given beside its words. */
interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  /** Words for Node itself. */
  readonly node?: readonly string[];
}

/** Starts `tadmor` from the sources; it is gone when the test has finished. */
export function program(words: readonly string[], { env, node = [] }: Setting = {}): Program {
  const child = spawn(process.execPath, [...node, MAIN, ...words], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  let [out, at, isOver] = ["", 0, false];
  let wake = (): void => undefined;
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const reader = createInterface({ input: child.stderr });
  reader.on("line", (line) => {
    lines.push(line);
    wake();
  });
  const ended = Promise.all([once(child, "close"), once(reader, "close")]).then(() => {
    isOver = true;
    wake();
    return { exit: child.exitCode, out, err: lines.join("\n") };
  });
  const next = async (isIt: (line: string) => boolean): Promise<string> => {
    for (;;) {
      while (at < lines.length) {
        const line = lines[at++]!;
        if (isIt(line)) return line;
      }
      if (isOver) throw new Error(`${words[0]} ended before it said so:\n${lines.join("\n")}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const self: Program = {
    lines,
    told: async (is) => toldIn(await next((line) => is(toldIn(line)))),
    said: (what) => next((line) => what.test(line)),
    fromNow: () => {
      at = lines.length;
      return self;
    },
    kill: (signal) => void child.kill(signal),
    ended,
  };
  return self;
}

/** The last line of JSON that is so. */
export function lastTold({ lines }: Pick<Program, "lines">, event: string): Told {
  const told = lines.map(toldIn).findLast((one) => one.event === event);
  if (told === undefined) throw new Error(`no line of ${event} in:\n${lines.join("\n")}`);
  return told;
}

function toldIn(line: string): Told {
  return line.startsWith("{") ? (JSON.parse(line) as Told) : {};
}

/** Every file below a directory with its bytes. */
export function bytesOf(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).toSorted();
  const whole = files.filter((name) => statSync(join(directory, name)).isFile());
  return Object.fromEntries(
    whole.map((name) => [name, readFileSync(join(directory, name)).toString("base64")]),
  );
}
