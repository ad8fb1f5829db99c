import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { bytesOf, lastTold, program, type Program } from "./program.ts";
import { ownRedis, type OwnRedis } from "./redis.ts";

// The size that the issue of this test asks for is TADMOR_QUEUE_RUNS=20000.
const RUNS = Number(process.env["TADMOR_QUEUE_RUNS"] ?? 600);
const ASKED = ["run", "two-fords", "--runs", `${RUNS}`, "--seed", "queue", "--quiet"];

/** Waits for the next chunk that a worker takes, and ends the worker while it has it. */
async function killAtWork(worker: Program, { client }: OwnRedis): Promise<string> {
  const { chunk } = await worker.fromNow().told(({ event }) => event === "took");
  worker.kill("SIGKILL");
  const { exit } = await worker.ended;
  expect(exit).toBe(null);
  // The queue still thinks that it is being played, and there are no rows: it was in flight.
  expect(await client.lpos("tadmor:chunks:active", `${chunk}`)).not.toBe(null);
  expect(await client.exists(`tadmor:rows:${chunk}`)).toBe(0);
  return `${chunk}`;
}

test("workers, the coordinator and Redis die at work, and the bytes are those of one process", async () => {
  const [here, there] = [join(emptyDirectory(), "out"), join(emptyDirectory(), "out")];
  const redis = await ownRedis();
  const env = { TADMOR_QUEUE: redis.address };
  const how = ["--queue", "--chunk", "10", "--progress", "json"];
  const work = () =>
    program(["worker", "--concurrency", "1", "--lock", "1", "--progress", "json"], { env });
  const workers = [work(), work(), work(), work()] as const;

  const first = program([...ASKED, ...how, "--out", there], { env });
  await workers[3].told(({ event }) => event === "took");
  first.kill("SIGKILL");
  await first.ended;
  expect(Number(lastTold(first, "progress")["played"])).toBeLessThan(RUNS);
  expect(await redis.client.llen("tadmor:chunks:active")).toBeGreaterThan(0);

  const second = program([...ASKED, ...how, "--resume", there], { env });
  await second.told(({ event }) => event === "progress");
  const lost = [await killAtWork(workers[0], redis), await killAtWork(workers[1], redis)];
  expect(new Set(lost).size).toBe(2);

  await workers[2].fromNow().told(({ event }) => event === "took");
  await redis.kill();
  await second.told(({ text }) => /does not answer/.test(`${text}`));
  await redis.restart();

  const { exit, out } = await second.ended;
  expect(exit).toBe(0);
  expect(lastTold(second, "progress")).toMatchObject({ played: RUNS, total: RUNS, deadLetters: 0 });
  expect(Number(lastTold(second, "progress")["deaths"])).toBeGreaterThanOrEqual(2);

  const alone = await program([...ASKED, "--jobs", "1", "--out", here]).ended;
  expect(out).toBe(alone.out);
  expect(bytesOf(there)).toEqual(bytesOf(here));
});
