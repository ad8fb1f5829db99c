import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/program.ts";

/** What a command left behind. */
export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

// Compiled once, and kept for the many processes to come.
const COMPILED = join(tmpdir(), "tadmor-compile-cache");
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs `tadmor` as a process of its own, without a terminal, from the sources as they stand. */
export function tadmor(...args: readonly string[]): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT_BYTES,
    env: { ...process.env, TADMOR_STACK: "", NODE_COMPILE_CACHE: COMPILED },
    input: "",
  });
  if (error !== undefined) throw error;
  return { exit: status, out: stdout, err: stderr };
}

/** The command line that runs `tadmor` from the sources, for a shell. */
export const TADMOR_SHELL = `"${process.execPath}" "${MAIN}"`;

/** Runs `tadmor` in this process, as from a place that is no terminal: no second start to wait for. */
export async function tadmorHere(...args: readonly string[]): Promise<Ran> {
  const said = { out: "", err: "" };
  const io: Io = {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    width: 80,
    interactive: false,
    colour: false,
  };
  return { exit: await run(args, io), ...said };
}
