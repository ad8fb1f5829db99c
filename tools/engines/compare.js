// npm run check:engines [-- --all]: the same commands, and the same saved games recomputed, on every
// JavaScript engine, compared byte for byte; and whole games beside tests/golden/corpus.json.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ENGINES, installOnce, quickJsVersion, versionOf } from "./engines.js";

const here = import.meta.dirname;
const root = join(here, "../..");
const size = process.argv.includes("--all") ? "all" : "some";

/** The commands compared: arguments of bin/tadmor.js. */
const COMMANDS = [["history", "--seed", "1", "--json"]];
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024;

const out = join(root, "node_modules/.cache/tadmor-engines");
const [bundle, whole, openings] = ["recompute.js", "whole.jsonl", "openings.jsonl"].map((name) =>
  join(out, name),
);
const onEngines = (args) => Object.entries(ENGINES).map(([name, file]) => ({ name, file, args }));
const inQuickJs = (games) => ({
  name: "quickjs",
  version: quickJsVersion(),
  file: process.execPath,
  args: [join(here, "recompute-quickjs.js"), bundle, games],
});

installOnce();
await makeGames();
const recomputing = (games) => onEngines([join(here, "recompute-here.js"), bundle, games]);
const isSame = [
  ...COMMANDS.map((args) =>
    compare(`tadmor ${args.join(" ")}`, onEngines([join(root, "bin/tadmor.js"), ...args])),
  ),
  compare("openings of saved games", [...recomputing(openings), inQuickJs(openings)]),
  // Slow in an interpreter: all of them only where somebody waits for it.
  compare(
    "whole saved games",
    [...recomputing(whole), ...(size === "all" ? [inQuickJs(whole)] : [])],
    isGolden,
  ),
].every(Boolean);
process.exitCode = isSame ? 0 : 1;

/** Plays the corpus and bundles what recomputes it. */
async function makeGames() {
  mkdirSync(out, { recursive: true });
  const played = spawnSync(
    process.execPath,
    [join(root, "tools/corpus.ts"), whole, openings, size],
    {
      stdio: ["ignore", 2, 2],
    },
  );
  if (played.status !== 0) throw new Error("tools/corpus.ts failed");
  await build({
    entryPoints: [join(here, "recompute.ts")],
    outfile: bundle,
    bundle: true,
    format: "iife",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
}

/** Runs one thing on every engine, prints a line an engine, and says whether all agree. */
function compare(title, engines, isExpected = () => true) {
  console.log(title);
  const ran = engines.map(run);
  const digests = new Set(ran.map(({ digest }) => digest));
  if (digests.has(undefined)) return false;
  if (digests.size > 1) console.log(`${digests.size} different outputs`);
  return digests.size === 1 && isExpected(ran[0].stdout);
}

function run({ name, file, args, ...rest }) {
  const label = `  ${name.padEnd(8)}`;
  try {
    const version = rest.version ?? versionOf(name, file);
    const { status, stdout, stderr, error } = spawnSync(file, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: MOST_OUTPUT_BYTES,
    });
    if (error) throw error;
    if (status !== 0 || stdout.length === 0) {
      throw new Error(`exit ${status}: ${String(stderr).trim().slice(-500) || "no output"}`);
    }
    const digest = createHash("sha256").update(stdout).digest("hex");
    const lines = String(stdout).trimEnd().split("\n").length;
    console.log(`${label} ${version.padEnd(9)} ${digest} ${stdout.length} bytes, lines: ${lines}`);
    return { name, digest, stdout: String(stdout) };
  } catch (error) {
    console.log(`${label} FAILED ${error.message}`);
    return { name, digest: undefined };
  }
}

/** Whether every game has the chain of digests that was committed. */
function isGolden(stdout) {
  const { games } = JSON.parse(readFileSync(join(root, "tests/golden/corpus.json"), "utf8"));
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const other = lines.filter(({ name, chain }) => games[name] !== chain);
  for (const { name } of other) console.log(`  ${name} is not what tests/golden/corpus.json says`);
  const turns = lines.reduce((sum, one) => sum + one.turns, 0);
  console.log(
    `  ${lines.length - other.length} of ${lines.length} games, ${turns} turns, as committed`,
  );
  return other.length === 0;
}
