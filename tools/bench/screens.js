// The built game in a pseudo-terminal (util-linux's `script`): the first frame, key to painted frame,
// a forecast, and what idling costs. Prints one JSON document.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [, , seconds = "60"] = process.argv;
const [COLUMNS, ROWS] = [120, 40];
const CODES = { down: "\u001b[B", up: "\u001b[A", tab: "\t" };
const TICKS_PER_SECOND = 100;
const STARTS = 10;
/** What never came by then is not coming. */
const LONGEST_MS = 20_000;
const PROGRAM = join(import.meta.dirname, "../../bin/tadmor.js");

const starts = [];
for (let at = 0; at <= STARTS; at++) starts.push(await firstFrame());
const game = await atTheMap();
const keys = await keyTimes(game, [
  "down",
  "down",
  "z",
  "z",
  "Z",
  "Z",
  "tab",
  "tab",
  "i",
  "?",
  "?",
]);
await game.typed("0");
const forecasts = await forecastTimes(game);
const idle = await idleCost(game, Number(seconds));
await game.end();
// The first start fills the caches: only the warm ones count.
console.log(
  JSON.stringify({ starts: starts.slice(1), keys, forecasts, idle, seconds: Number(seconds) }),
);

/** Milliseconds from the start of the program to its first frame. */
async function firstFrame() {
  const began = performance.now();
  const game = open();
  await game.until("TADMOR");
  const taken = performance.now() - began;
  await game.end();
  return taken;
}

async function atTheMap() {
  const game = open();
  await game.until("TADMOR");
  for (const key of ["n", "\r", "\r"]) await game.typed(key, 400);
  return game;
}

/** Milliseconds from each key to the end of what it made the program write. */
async function keyTimes(game, names) {
  const times = [];
  for (let round = 0; round < 6; round++)
    for (const name of names) times.push(await game.typed(CODES[name] ?? name));
  return times.filter((time) => time !== null);
}

/** The same where every key shows the forecast of another target. */
async function forecastTimes(game) {
  const times = [];
  await game.typed("\r");
  await game.typed("a");
  for (let at = 0; at < 30; at++) times.push(await game.typed(at % 12 < 8 ? CODES.down : CODES.up));
  await game.typed("\u001b", 200);
  await game.typed("\u001b", 200);
  return times.filter((time) => time !== null);
}

/** Seconds of processor time in so many seconds in which nobody presses a key. */
async function idleCost(game, seconds) {
  await wait(500);
  const before = game.cpuSeconds();
  await wait(seconds * 1000);
  return game.cpuSeconds() - before;
}

function open() {
  const saves = mkdtempSync(join(tmpdir(), "tadmor-bench-"));
  const command = `stty cols ${COLUMNS} rows ${ROWS}; exec '${process.execPath}' '${PROGRAM}' play`;
  const child = spawn("script", ["-qfec", command, "/dev/null"], {
    env: { ...process.env, TADMOR_SAVES: saves, TERM: "xterm-256color", NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let text = "";
  const heard = { last: null };
  child.stdout.on("data", (chunk) => {
    text += chunk;
    heard.last = performance.now();
  });
  return {
    async until(words) {
      const began = performance.now();
      while (!text.includes(words)) {
        if (performance.now() - began > LONGEST_MS) throw new Error(`never saw "${words}"`);
        await wait(2);
      }
    },
    /** Presses a key and waits until nothing was written for a while; null when nothing was. */
    async typed(key, quiet = 60) {
      heard.last = null;
      const began = performance.now();
      child.stdin.write(key);
      while (heard.last === null && performance.now() - began < 600) await wait(1);
      while (heard.last !== null && performance.now() - heard.last < quiet) await wait(2);
      return heard.last === null ? null : heard.last - began;
    },
    cpuSeconds: () => cpuOf(nodeUnder(child.pid)),
    /** Leaves as a person does, so that nothing is left running behind `script`. */
    async end() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.write("\u0003");
      await wait(100);
      child.stdin.write("y");
      await Promise.race([ended, wait(3000)]);
      child.kill("SIGKILL");
    },
  };
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The program's own process: `script` and the shell stand between. */
function nodeUnder(root) {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const stat = statOf(pid);
        return stat === null ? [] : [[Number(pid), Number(stat[1])]];
      }),
  );
  let pid = root;
  for (;;) {
    const child = [...parents].find(([, parent]) => parent === pid);
    if (child === undefined) return pid;
    pid = child[0];
  }
}

/** What stands behind the name in /proc/PID/stat; null for a process that has gone. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function cpuOf(pid) {
  const stat = statOf(pid) ?? [];
  return (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) / TICKS_PER_SECOND;
}
