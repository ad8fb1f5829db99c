// The JavaScript engines a game must give the same bytes on, and how they come on to the machine.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../npm.js";

const here = import.meta.dirname;
const exe = process.platform === "win32" ? ".exe" : "";
const bunArch = { x64: "x64", arm64: "aarch64" }[process.arch];
const bunOs = process.platform === "win32" ? "windows" : process.platform;
const nodeIn = (folder) => join(folder, "bin", `node${exe}`);
const aliased = (major) =>
  nodeIn(join(here, "node_modules", `node${major}-${process.platform}-${process.arch}`));

/** Name → executable. The root's own Node is the one running this script. */
export const ENGINES = {
  "node 22": aliased(22),
  "node 24": process.execPath,
  "node 26": aliased(26),
  bun: join(here, "node_modules/@oven", `bun-${bunOs}-${bunArch}`, "bin", `bun${exe}`),
};

const QUICKJS = join(here, "node_modules/@jitl/quickjs-wasmfile-release-sync");

/** Installs from the lockfile of this folder what is not there yet. */
export function installOnce() {
  if ([...Object.values(ENGINES), QUICKJS].every(existsSync)) return;
  const ci = npm(["ci", "--include=optional"], { cwd: here, stdio: ["ignore", 2, 2] });
  if (ci.status !== 0) console.error("npm ci in tools/engines failed");
}

/**
 * The version an executable says it is. Throws when it is another than its name says: two names on
 * one engine would agree and prove nothing.
 */
export function versionOf(name, file) {
  const { stdout } = spawnSync(file, ["--version"], { encoding: "utf8" });
  const found = stdout?.trim().replace(/^v/, "") ?? "";
  const major = name.split(" ")[1];
  if (major !== undefined && found.split(".")[0] !== major) throw new Error(`found "${found}"`);
  return found;
}

/** The version of the package that QuickJS comes in. */
export function quickJsVersion() {
  return JSON.parse(readFileSync(join(QUICKJS, "package.json"), "utf8")).version;
}
