// What a chunk costs beside its work, in processor time of each of the three that handle it: worker,
// Redis, coordinator. Arguments: chunks a size. Prints JSON.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Redis } from "ioredis";
import { gameOf, loadRun } from "../../../src/cli/load-run.ts";
import { ownRules } from "../../../src/cli/own-rules.ts";
import { openQueueHands } from "../../../src/edge/queue/coordinate.ts";
import { headLine, lineOf } from "../../../src/edge/results-rows.ts";
import { planOn } from "../../../src/lab/experiment.ts";
import { measureNames, playRuns } from "../../../src/lab/replicate.ts";
import { startRedis } from "../../../tests/support/redis-server.ts";
import { addressOf } from "./rows.ts";

const chunks = Number(process.argv[2] ?? 400);
const SIZES = [1, 10, 25, 50, 100];
const WARM_RUNS = 20;
const TIMED_RUNS = 60;

const directory = mkdtempSync(join(tmpdir(), "tadmor-bench-"));
const server = await startRedis(directory);
const client = new Redis({ port: server.port });
const loaded = loadRun(null, {});
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const game = gameOf(loaded.value);
const rules = ownRules();

try {
  const costs = [];
  // The first is measured twice: what is compiled meanwhile belongs to no chunk.
  for (const size of [10, ...SIZES]) costs.push(await costOf(size));
  console.log(JSON.stringify({ msARun: workOfRun(), costs: costs.slice(1) }));
} finally {
  client.disconnect();
  await server.end("SIGTERM");
  rmSync(directory, { recursive: true, force: true });
}

/** Processor milliseconds of one run. */
function workOfRun(): number {
  playRuns(game, "warm", 1, WARM_RUNS);
  const since = process.cpuUsage();
  playRuns(game, "timed", 1, TIMED_RUNS);
  return msSince(since) / TIMED_RUNS;
}

/** Processor milliseconds of one chunk of so many runs, of each who handles it. */
async function costOf(runs: number) {
  const worker = spawn(
    process.execPath,
    [join(import.meta.dirname, "idle-worker.ts"), `${server.port}`, "4"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: worker.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const redisBefore = await redisMs();
  const started = performance.now();
  const coordinator = await coordinate(runs);
  const seconds = (performance.now() - started) / 1000;
  const redis = ((await redisMs()) - redisBefore) / chunks;
  worker.kill("SIGTERM");
  const [{ value }] = await Promise.all([lines.next(), once(worker, "exit")]);
  const told = JSON.parse(value as string) as { ms: number; chunks: number };
  return { runs, worker: told.ms / told.chunks, redis, coordinator, seconds };
}

/** Hands out, takes, counts and writes as lines all rows; returns its milliseconds a chunk. */
async function coordinate(runs: number): Promise<number> {
  const plan = planOn(`size-${runs}-${performance.now()}`);
  plan.sampleOf(game, runs * chunks);
  const experiment = plan.experiment();
  const table = { seed: "x", alternatives: null, measures: measureNames(game) };
  let bytes = headLine(table).length;
  const address = addressOf(server.port);
  const asked = { address, chunk: runs, patience: 60, rules, say: console.error };
  const hands = await openQueueHands(asked);
  const since = process.cpuUsage();
  const busy = new Set<Promise<void>>();
  for (;;) {
    while (busy.size < hands.most) {
      const stretch = experiment.next(runs);
      if (stretch === null) break;
      const work = hands.play(stretch).then((rows) => {
        busy.delete(work);
        if (rows === null) throw new Error(JSON.stringify(hands.problems()));
        for (const row of experiment.take(stretch, rows)) bytes += lineOf(table, row).length;
      });
      busy.add(work);
    }
    if (busy.size === 0) break;
    await Promise.race(busy);
  }
  const ms = msSince(since) / chunks;
  if (bytes === 0) throw new Error("nothing was written");
  await hands.close();
  return ms;
}

function msSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Redis's own processor time so far. */
async function redisMs(): Promise<number> {
  const info = await client.info("cpu");
  const parts = [...info.matchAll(/^used_cpu_(?:sys|user):([\d.]+)/gm)];
  return parts.reduce((sum, [, seconds]) => sum + 1000 * Number(seconds), 0);
}
