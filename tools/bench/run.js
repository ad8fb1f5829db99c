// npm run bench [-- --only KEY,KEY | --short] [--profile] [--experiment [--size N]] [--screens [--idle S]]
// [--queue [--chunks N]] [--beside [--size N]] [--rows N]
// [--seconds N] [--runs N]: how fast everything is, beside boardgame.io; or where a turn's time goes; or how
// long an experiment takes, and its memory. Nothing passes or fails by a number: they hold for this machine,
// ratios travel. --short does all once that needs no more than npm, and shows only that it can be measured.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { npm } from "../npm.js";
import { bundle } from "./build.js";
import { experimentTable } from "./experiment-table.js";
import { lineTable } from "./line-table.js";
import { GROUPS } from "./lines.js";
import { median } from "./print.js";
import { profileTable } from "./profile-table.js";
import { besideTable } from "./queue/beside-table.js";
import { queuePlan } from "./queue/plan.js";
import { screensTable } from "./screens-table.js";

const here = import.meta.dirname;
const { values: flags } = parseArgs({
  options: {
    only: { type: "string" },
    short: { type: "boolean", default: false },
    profile: { type: "boolean", default: false },
    experiment: { type: "boolean", default: false },
    screens: { type: "boolean", default: false },
    queue: { type: "boolean", default: false },
    beside: { type: "boolean", default: false },
    rows: { type: "string" },
    chunks: { type: "string", default: "400" },
    size: { type: "string", default: "10000" },
    seconds: { type: "string", default: "2" },
    idle: { type: "string", default: "60" },
    runs: { type: "string", default: "5" },
  },
});

/** Lines that need neither another package nor a build. */
const SHORT =
  "plain,plainKept,immer,immerKept,editsPlain,editsImmer,fork,branch,replay,legal,forecast";
if (flags.short) Object.assign(flags, { only: SHORT, seconds: "0.01", runs: "1" });

/** What a child process said that has several lines to tell, by what it was asked. */
const said = new Map();

if (flags.queue) console.log(queuePlan(JSON.parse(child("queue/measure.ts", flags.chunks))));
else if (flags.rows !== undefined) {
  const { seconds, megabytes } = JSON.parse(child("queue/memory.ts", flags.rows));
  console.log(
    `${flags.rows} rows that nobody played, through a queue to Parquet: ${seconds.toFixed(0)} s, the coordinator at most ${megabytes.toFixed(0)} MB.`,
  );
} else if (flags.beside) {
  console.log(besideTable(JSON.parse(child("queue/beside.ts", flags.size, flags.runs))));
} else if (flags.screens) console.log(screensTable(measured("screens.js", flags.idle)));
else if (flags.experiment) console.log(experimentTable([1, 2].map(experimentOn), flags.size));
else if (flags.profile) console.log(await profileOfTurn());
else console.log(await allLines());

async function profileOfTurn() {
  await bundle();
  const [parts, { turn }] = ["parts", "whole"].map((subject) => measured("profile.js", subject));
  const digests = 1e6 / median(measured("digests.js", "a turn's"));
  return profileTable(parts, turn, digests);
}

/** One after the other, each in a process of its own: shared inline caches would spoil all. */
async function allLines() {
  const lines = linesAsked();
  await bundle();
  if (lines.some(({ subject }) => subject === "boardgame")) installOnce();
  child("record.js");
  const runs = Object.fromEntries(lines.map((line) => [line.key, runsOf(line)]));
  if (flags.short) return `${lines.length} lines measured, each too briefly to say how fast.`;
  return lineTable(runs, flags);
}

function linesAsked() {
  const all = GROUPS.flatMap(({ part, lines }) =>
    lines.map(([key, , file, subject]) => ({ key, file, subject, part })),
  );
  const known = all.map(({ key }) => key);
  const keys = flags.only?.split(",") ?? known;
  const unknown = keys.filter((key) => !known.includes(key));
  if (unknown.length === 0) return all.filter(({ key }) => keys.includes(key));
  console.error(`--only: found ${unknown.join(", ")}, expected of: ${known.join(", ")}`);
  process.exit(2);
}

/** The numbers of a line's runs, or why there are none. */
function runsOf({ file, subject, part }) {
  if (part === undefined) return measured(file, subject);
  if (!existsSync(join(here, "../../dist/cli/main.js"))) return "npm run build first";
  if (file === "starts.js") return saidOnce(file, subject)[part];
  if (spawnSync("script", ["--version"]).status !== 0) return "util-linux's script is not here";
  return saidOnce(file, "0")[subject][part];
}

function saidOnce(file, subject) {
  const asked = `${file} ${subject}`;
  if (!said.has(asked)) said.set(asked, measured(file, subject));
  return said.get(asked);
}

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
