import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DRIVER = fileURLToPath(new URL("../../tools/browser", import.meta.url));
const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The Chromium that is installed; null when there is none. */
export function findChromium(): string | null {
  return NAMES.find((name) => spawnSync(name, ["--version"]).status === 0) ?? null;
}

/** Vitest global setup: throws when Chromium cannot be run, so that no browser test is skipped. */
export function setup(): void {
  if (findChromium() === null)
    throw new Error("the browser tests need Chromium (Debian: apt-get install chromium)");
  if (existsSync(`${DRIVER}/node_modules/playwright-core`)) return;
  // The driver is no part of the root's packages, so that a newcomer's install is quiet and short.
  const npm = process.env["npm_execpath"];
  const [command = "", ...words] = npm === undefined ? ["npm"] : [process.execPath, npm];
  execFileSync(command, [...words, "ci"], { cwd: DRIVER, stdio: ["ignore", "ignore", "inherit"] });
}
