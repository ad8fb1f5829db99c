// npm for scripts, whether npm started them or not.
import { spawnSync } from "node:child_process";

/** Runs npm with these words and waits; what `spawnSync` gives. On Windows npm is a batch file. */
export function npm(words, options = {}) {
  const path = process.env.npm_execpath;
  const windows = process.platform === "win32";
  const [file, ...first] = path ? [process.execPath, path] : [windows ? "npm.cmd" : "npm"];
  return spawnSync(file, [...first, ...words], { shell: !path && windows, ...options });
}
