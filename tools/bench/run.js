// npm run bench [-- --profile] [--experiment [--size N]] [--screens] [--seconds N] [--runs N]: how many
// campaigns a second, and beside boardgame.io; or how long an experiment takes, and its memory. Nothing passes or fails by it: numbers hold for this machine, ratios travel.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { npm } from "../npm.js";
import { bundle } from "./build.js";
import { experimentTable, profileTable, rateTable, screensTable } from "./table.js";

const here = import.meta.dirname;
const { values: flags } = parseArgs({
  options: {
    profile: { type: "boolean", default: false },
    experiment: { type: "boolean", default: false },
    screens: { type: "boolean", default: false },
    size: { type: "string", default: "10000" },
    seconds: { type: "string", default: "2" },
    idle: { type: "string", default: "60" },
    runs: { type: "string", default: "5" },
  },
});

/** Key → what a child process measures; the keys are those of the table. */
const MEASURED = {
  plain: ["campaigns.js", "plain"],
  immer: ["campaigns.js", "immer"],
  editsPlain: ["edits.js", "plain"],
  editsImmer: ["edits.js", "immer"],
  boardgame: ["edits.js", "boardgame"],
};

if (!flags.experiment && !flags.screens) await bundle();
if (flags.screens) console.log(screensTable(JSON.parse(child("screens.js", flags.idle))));
else if (flags.experiment) console.log(experimentTable([1, 2].map(experimentOn), flags.size));
else if (flags.profile) console.log(profileTable(measured("profile.js", "plain")));
else console.log(rateTable(ratesOfAll(), flags));

function ratesOfAll() {
  installOnce();
  child("record.js");
  const entries = Object.entries(MEASURED);
  return Object.fromEntries(entries.map(([key, args]) => [key, measured(...args)]));
}

/** One after the other, each in a process of its own: shared inline caches would spoil all. */
function measured(file, subject) {
  console.error(`measuring ${file.replace(".js", "")}: ${subject}`);
  return JSON.parse(child(file, subject, flags.seconds, flags.runs));
}

/** An experiment on so many workers, in the program as it was built last. */
function experimentOn(jobs) {
  console.error(`measuring ${flags.size} runs with --jobs ${jobs}`);
  return JSON.parse(child("experiment.js", `${jobs}`, flags.size).trimEnd().split("\n").at(-1));
}

function child(file, ...args) {
  const { status, stdout, error } = spawnSync(process.execPath, [join(here, file), ...args], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw error ?? new Error(`${file} ${args[0] ?? ""} ended with ${status}`);
  return stdout;
}

function installOnce() {
  if (existsSync(join(here, "node_modules/boardgame.io"))) return;
  const ci = npm(["ci"], { cwd: here, stdio: ["ignore", 2, 2] });
  if (ci.status !== 0) throw new Error("npm ci in tools/bench failed, so nothing to compare with");
}
