// Two workers at a queue beside two worker threads, by turns: runs a second of each. Arguments: runs of
// an experiment, experiments of each kind. Prints JSON. The program is the built one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startRedis } from "../../../tests/support/redis-server.ts";

const [runs = "1000", times = "5"] = process.argv.slice(2);
const MAIN = join(import.meta.dirname, "../../../dist/cli/main.js");
const directory = mkdtempSync(join(tmpdir(), "tadmor-bench-"));
const server = await startRedis(directory);
const QUEUE = ["--queue", `redis://127.0.0.1:${server.port}`];

try {
  const [threads, queue]: [number[], number[]] = [[], []];
  for (let at = 0; at < Number(times); at++) {
    threads.push(await rateOf(at, ["--jobs", "2"]));
    queue.push(await withWorkers(() => rateOf(at, QUEUE)));
  }
  console.log(JSON.stringify({ runs: Number(runs), threads, queue }));
} finally {
  await server.end("SIGTERM");
  rmSync(directory, { recursive: true, force: true });
}

/** Runs a second of one experiment, by its own last word. */
async function rateOf(at: number, words: readonly string[]): Promise<number> {
  const seed = `beside-${at}-${words[0]}`;
  const asked = ["run", "--runs", runs, "--seed", seed, "--quiet", "--progress", "json", ...words];
  const child = spawn(process.execPath, [MAIN, ...asked], { stdio: ["ignore", "ignore", "pipe"] });
  let rate = Number.NaN;
  for await (const line of createInterface({ input: child.stderr })) {
    const told = line.startsWith("{") ? (JSON.parse(line) as { perSecond?: number }) : {};
    rate = told.perSecond ?? rate;
  }
  return rate;
}

/** While two workers are at the queue, each with one thread; they are there before it begins. */
async function withWorkers<T>(act: () => Promise<T>): Promise<T> {
  const workers = [1, 2].map(() =>
    spawn(process.execPath, [MAIN, "worker", "--concurrency", "1", ...QUEUE], {
      stdio: ["ignore", "ignore", "pipe"],
    }),
  );
  await Promise.all(workers.map(({ stderr }) => once(createInterface({ input: stderr }), "line")));
  try {
    return await act();
  } finally {
    for (const worker of workers) worker.kill("SIGTERM");
    await Promise.all(workers.map((worker) => once(worker, "exit")));
  }
}
