import { execFileSync } from "node:child_process";

/** Vitest global setup: throws when Redis cannot be run, so that no test of the queue is skipped. */
export function setup(): void {
  for (const program of ["redis-server", "openssl"]) {
    try {
      const version = program === "openssl" ? "version" : "--version";
      execFileSync(program, [version], { stdio: "ignore" });
    } catch (cause) {
      const message = `the tests of the queue need ${program} (Debian: apt-get install redis-server openssl)`;
      throw new Error(message, { cause });
    }
  }
}
