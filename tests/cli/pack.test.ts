import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GOLDEN_DIRECTORY } from "../support/golden.ts";

const TIMEOUT_MS = 60_000;

/** Paths of the package as `npm pack` would make it, in order; what is built is one line a kind. */
function packedFiles(): readonly string[] {
  // Without scripts: `prepare` would build dist anew under the tests that run beside this one.
  const words = ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline"];
  const { stdout, status } = spawnSync("npm", words, { encoding: "utf8" });
  expect(status).toBe(0);
  const [{ files }] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }];
  return [...new Set(files.map(({ path }) => shown(path)))].toSorted();
}

/**
 * Names of chunks hang on their content, declarations follow the sources one for one, and courses of
 * action, claims and designs have tests of their own.
 */
function shown(path: string): string {
  return path
    .replace(/^dist\/chunks\/.*\.js$/, "dist/chunks/*.js")
    .replace(/^dist\/types\/.*\.d\.ts$/, "dist/types/**/*.d.ts")
    .replace(/^(scenarios\/(?:coas|claims|designs)\/[^/]+)\/.*\.json$/, "$1/*.json");
}

test("the package holds what its golden list says", { timeout: TIMEOUT_MS }, () => {
  const golden = readFileSync(join(GOLDEN_DIRECTORY, "pack.txt"), "utf8");
  expect(`${packedFiles().join("\n")}\n`).toBe(golden);
});
