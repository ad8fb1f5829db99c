// Runs the same commands on every JavaScript engine and compares what they print, byte for byte.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");

/** The commands compared: arguments of bin/tadmor.js. */
const COMMANDS = [["history", "--seed", "1", "--json"]];

const exe = process.platform === "win32" ? ".exe" : "";
const bunArch = { x64: "x64", arm64: "aarch64" }[process.arch];
const bunOs = process.platform === "win32" ? "windows" : process.platform;
const nodeIn = (folder) => join(folder, "bin", `node${exe}`);
const aliased = (major) =>
  nodeIn(join(here, "node_modules", `node${major}-${process.platform}-${process.arch}`));

/** Name → executable. The root's own Node is the one running this script. */
const ENGINES = {
  "node 22": aliased(22),
  "node 24": process.execPath,
  "node 26": aliased(26),
  bun: join(here, "node_modules/@oven", `bun-${bunOs}-${bunArch}`, "bin", `bun${exe}`),
};

const FEWEST_ENGINES = 4;
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024;

installOnce();
process.exitCode = COMMANDS.map(compare).every(Boolean) ? 0 : 1;

function installOnce() {
  if (Object.values(ENGINES).every(existsSync)) return;
  const npm = process.env.npm_execpath;
  const [file, ...args] = npm ? [process.execPath, npm] : [`npm${exe && ".cmd"}`];
  const ci = spawnSync(file, [...args, "ci", "--include=optional"], {
    cwd: here,
    stdio: ["ignore", 2, 2],
    shell: !npm && exe !== "",
  });
  if (ci.status !== 0) console.error("npm ci in tools/engines failed");
}

/** Runs one command on every engine, prints one line an engine, and says whether all agree. */
function compare(command) {
  console.log(`tadmor ${command.join(" ")}`);
  const runs = Object.entries(ENGINES).map(([name, file]) => run(name, file, command));
  const ran = runs.filter(({ digest }) => digest !== undefined);
  const digests = new Set(ran.map(({ digest }) => digest));
  if (ran.length < FEWEST_ENGINES)
    console.log(`only ${ran.length} of ${FEWEST_ENGINES} engines ran`);
  if (digests.size > 1) console.log(`${digests.size} different outputs`);
  return ran.length >= FEWEST_ENGINES && digests.size === 1;
}

function run(name, file, command) {
  const label = `  ${name.padEnd(8)}`;
  const version = spawnSync(file, ["--version"], { encoding: "utf8" });
  const { status, stdout, stderr, error } = spawnSync(
    file,
    [join(root, "bin/tadmor.js"), ...command],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: MOST_OUTPUT_BYTES,
    },
  );
  const found = version.stdout?.trim().replace(/^v/, "") ?? "";
  if (error || status !== 0 || stdout.length === 0 || !isExpected(name, found)) {
    const why = error?.message ?? (String(stderr).trim().slice(-500) || `${stdout.length} bytes`);
    console.log(`${label} FAILED ${found} (exit ${status}): ${why}`);
    return { name };
  }
  const digest = createHash("sha256").update(stdout).digest("hex");
  console.log(`${label} ${found.padEnd(9)} ${digest} ${stdout.length} bytes`);
  return { name, digest };
}

/** Two names on one engine would agree and prove nothing. */
function isExpected(name, version) {
  const major = name.split(" ")[1];
  return major === undefined || version.split(".")[0] === major;
}
