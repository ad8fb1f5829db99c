import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";

/** What a command left behind. */
export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

// Starting a process takes as long as the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

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
