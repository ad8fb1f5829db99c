import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { bytesOf, program, type Program } from "./program.ts";
import { freePort } from "../support/redis-server.ts";
import { ownRedis, type OwnRedis } from "./redis.ts";

const RUNS = 80;
const ASKED = ["run", "two-fords", "--runs", `${RUNS}`, "--seed", "faults", "--quiet"];
const THROUGH = ["--queue", "--chunk", "10", "--progress", "json"];
const OTHER_ENGINE = fileURLToPath(new URL("./other-engine.mjs", import.meta.url));

let whole: Promise<Record<string, string>> | null = null;

/** The bytes of an unbroken experiment in one process, made once. */
const wholeBytes = () =>
  (whole ??= (async () => {
    const directory = newDirectory();
    await program([...ASKED, "--jobs", "1", "--out", directory]).ended;
    return bytesOf(directory);
  })());

const newDirectory = () => join(emptyDirectory(), "out");
const envOf = ({ address }: OwnRedis) => ({ env: { TADMOR_QUEUE: address } });
const worker = (redis: OwnRedis, ...words: readonly string[]): Program =>
  program(["worker", "--concurrency", "1", "--progress", "json", ...words], envOf(redis));
const coordinator = (redis: OwnRedis, ...words: readonly string[]): Program =>
  program([...ASKED, ...THROUGH, ...words], envOf(redis));

/** How often something stands in a text. */
const times = (what: RegExp, text: string): number =>
  text.match(new RegExp(what, "g"))?.length ?? 0;

/** The directory gone on with to its end holds the bytes of an unbroken one. */
async function expectWhole(redis: OwnRedis, directory: string): Promise<void> {
  const { exit, err } = await coordinator(redis, "--resume", directory).ended;
  expect(err).not.toContain("problem");
  expect(exit).toBe(0);
  expect(bytesOf(directory)).toEqual(await wholeBytes());
}

describe("one clear message, exit code 2 and nothing begun", () => {
  it("where no queue answers", async () => {
    const env = { TADMOR_QUEUE: `redis://127.0.0.1:${await freePort()}` };
    for (const words of [[...ASKED, ...THROUGH], ["worker"], ["queue", "status"]]) {
      const { exit, err, out } = await program(words, { env }).ended;
      expect(exit).toBe(2);
      expect(times(/queue\.unreachable/, err)).toBe(1);
      expect(err).toMatch(/no queue at redis:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED\)/);
      expect(out).toBe("");
    }
  });

  it("where the password is wrong, or there is none", async () => {
    const { port } = await ownRedis();
    for (const at of [
      "redis://:wr%2Fong@127.0.0.1",
      "redis://127.0.0.1",
      "redis://no:body@127.0.0.1",
    ]) {
      const env = { TADMOR_QUEUE: `${at}:${port}` };
      const directory = newDirectory();
      const commands = [[...ASKED, ...THROUGH, "--out", directory], ["worker"]];
      for (const words of commands) {
        const { exit, err } = await program(words, { env }).ended;
        expect(exit).toBe(2);
        expect(times(/queue\.password/, err)).toBe(1);
        expect(err).not.toMatch(/wr%2Fong|wr\/ong|body/);
      }
      expect(() => bytesOf(directory)).toThrow("ENOENT");
    }
  });
});

it("a worker of another version refuses on both sides and ends; another plays everything", async () => {
  const redis = await ownRedis();
  const directory = newDirectory();
  const old = program(["worker", "--concurrency", "2"], {
    ...envOf(redis),
    node: ["--import", OTHER_ENGINE],
  });
  await old.said(/^Worker .* engine 0\.0\.9/);
  const asked = coordinator(redis, "--out", directory);
  const { exit, err } = await old.ended;
  expect(exit).toBe(2);
  expect(times(/queue\.engine/, err)).toBe(1);
  expect(err.replaceAll(/\s+/g, " ")).toMatch(
    /its engine is 0\.0\.9 \(\w{8}\), the chunks are of engine 0\.1\.0/,
  );
  const note = await asked.told(({ text }) => /refuses these chunks/.test(`${text}`));
  expect(note["text"]).toMatch(/its engine is 0\.0\.9/);
  const right = worker(redis);
  expect((await asked.ended).exit).toBe(0);
  expect(bytesOf(directory)).toEqual(await wholeBytes());
  right.kill("SIGTERM");
  expect((await right.ended).exit).toBe(0);
});

describe("a chunk that nobody can play", () => {
  it("is a dead letter with its reason, stops no other, and is played when it is mended", async () => {
    const redis = await ownRedis();
    const directory = newDirectory();
    expect((await program(["queue", "pause"], envOf(redis)).ended).exit).toBe(0);
    const asked = coordinator(redis, "--out", directory);
    const [id] = await vi.waitFor(async () => {
      const waiting = await redis.client.lrange("tadmor:chunks:paused", 0, -1);
      expect(waiting).toHaveLength(RUNS / 10);
      return waiting.toReversed().slice(2);
    }, WAIT);
    const key = `tadmor:chunks:${id}`;
    const data = (await redis.client.hget(key, "data"))!;
    await redis.client.hset(key, "data", data.replace("faults", "broken"));
    expect((await program(["queue", "resume"], envOf(redis)).ended).exit).toBe(0);
    const helper = worker(redis);
    const { exit, err } = await asked.ended;
    expect(exit).toBe(2);
    expect(times(/queue\.dead-letter/, err)).toBe(1);
    expect(err.replaceAll(/\s+/g, " ")).toContain("found a chunk whose digest is not its id");
    expect(err).toContain(`Stopped after 20 of ${RUNS} runs`);

    // A worker's card is as of its last beat: it may still tell of the last chunk.
    const status = await vi.waitFor(async () => {
      const { out } = await program(["queue", "status", "--json"], envOf(redis)).ended;
      const told = JSON.parse(out);
      expect(told.workers).toMatchObject([{ concurrency: 1, busy: 0 }]);
      return told;
    }, WAIT);
    expect(status).toMatchObject({ waiting: 0, active: 0, held: RUNS / 10 - 3, isPaused: false });
    expect(status.deadLetters).toMatchObject([{ chunk: id, attempts: 1, deaths: 0 }]);

    await expectWhole(redis, directory);
    expect(helper.lines.filter((line) => line.includes('"played"'))).toHaveLength(RUNS / 10);
  });

  it("is told with the hash that was found, where the scenario in the queue is another", async () => {
    const redis = await ownRedis();
    const directory = newDirectory();
    const asked = coordinator(redis, "--out", directory);
    const key = await vi.waitFor(async () => {
      const keys = await redis.client.keys("tadmor:text:*");
      const texts = await Promise.all(keys.map((one) => redis.client.get(one)));
      const at = texts.findIndex((text) => text?.includes('"tadmor-scenario/1"'));
      expect(at).toBeGreaterThanOrEqual(0);
      return keys[at]!;
    }, WAIT);
    const text = (await redis.client.get(key))!;
    await redis.client.set(key, text.replace('"turns"', '"turn"'));
    const helper = worker(redis);
    const { exit, err, out } = await asked.ended;
    expect([exit, out]).toEqual([2, ""]);
    expect(err.replaceAll(/\s+/g, " ")).toMatch(
      /the scenario in the queue is not the one it was made of: found the hash \w{12}, expected \w{12}/,
    );
    await helper.told(({ event, why }) => event === "failed" && /the scenario/.test(`${why}`));

    await expectWhole(redis, directory);
  });
});

it("a full Redis is told once on each side, and what was counted is gone on with", async () => {
  const redis = await ownRedis("--maxmemory-policy", "noeviction");
  const directory = newDirectory();
  const asked = coordinator(redis, "--out", directory);
  const helper = worker(redis, "--lock", "1");
  await helper.told(({ event }) => event === "played");
  await helper.told(({ event }) => event === "took");
  await redis.client.config("SET", "maxmemory", "1");
  const [ended, left] = [await asked.ended, await helper.ended];
  for (const { exit, err } of [ended, left]) {
    expect(exit).toBe(2);
    expect(times(/queue\.full/, err)).toBe(1);
  }
  await redis.client.config("SET", "maxmemory", "0");
  worker(redis, "--lock", "1");
  await expectWhole(redis, directory);
});

it("SIGTERM lets a worker end what it has, and its rows count", async () => {
  const redis = await ownRedis();
  const asked = coordinator(redis, "--out", newDirectory());
  const leaving = worker(redis);
  const { chunk } = await leaving.told(({ event }) => event === "took");
  leaving.kill("SIGTERM");
  expect((await leaving.ended).exit).toBe(0);
  const events = leaving.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.findLast(({ event }) => event === "played")).toMatchObject({ chunk });
  expect(await redis.client.llen("tadmor:chunks:active")).toBe(0);
  worker(redis, "--idle", "1");
  expect((await asked.ended).exit).toBe(0);
});

it("cancel takes out what waits and ends the coordinator", async () => {
  const redis = await ownRedis();
  const asked = coordinator(redis);
  await asked.told(({ text }) => `${text}`.startsWith("No worker is at the queue"));
  const { out } = await program(["queue", "cancel"], envOf(redis)).ended;
  expect(out).toBe(`Cancelled: ${RUNS / 10} chunks taken out.\n`);
  const { exit, err } = await asked.ended;
  expect(exit).toBe(2);
  expect(err).toContain("queue.cancelled");
  expect(await redis.client.keys("tadmor:rows:*")).toEqual([]);
});

/** Another program is waited for as long as the machine is busy. */
const WAIT = { timeout: 120_000, interval: 20 };
