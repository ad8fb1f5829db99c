import { execFileSync } from "node:child_process";

/** Vitest global setup: throws when tmux cannot be run, so that no terminal test is skipped. */
export function setup(): void {
  try {
    execFileSync("tmux", ["-V"], { stdio: "ignore" });
  } catch (cause) {
    throw new Error("the terminal tests need tmux (Debian: apt-get install tmux)", { cause });
  }
}
