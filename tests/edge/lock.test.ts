import { rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { lockFile } from "../../src/edge/lock.ts";
import { emptyDirectory } from "./directory.ts";

const IMPATIENT = { staleMs: 2000, retries: 0, retryMs: 0 };

it("a lock that somebody took away is no longer held", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const file = join(emptyDirectory(), "game.jsonl");
  writeFileSync(file, "");
  const lock = await lockFile(file, IMPATIENT);
  if (!lock.ok) throw new Error(JSON.stringify(lock.problems));
  expect(lock.value.held()).toBe(true);
  rmdirSync(`${file}.lock`);
  vi.advanceTimersByTime(IMPATIENT.staleMs);
  await vi.waitUntil(() => !lock.value.held(), { interval: 5 });
  expect(() => lock.value.release()).not.toThrow();
});

it("a file that is not there cannot be locked", async () => {
  const file = join(emptyDirectory(), "none");
  const lock = await lockFile(file, IMPATIENT);
  expect(lock).toMatchObject({ ok: false, problems: [{ code: "file.missing" }] });
});
