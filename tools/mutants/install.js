import { existsSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../npm.js";

const here = import.meta.dirname;

/** Installs from the lockfile of this folder, unless that was done before. */
export function installOnce() {
  if (existsSync(join(here, "node_modules/@stryker-mutator/core"))) return;
  const { status } = npm(["ci"], { cwd: here, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("npm ci in tools/mutants failed");
}
