import { mkdirSync, rmdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { lockFile } from "../../src/edge/lock.ts";
import { emptyDirectory } from "./directory.ts";

const IMPATIENT = { staleMs: 5000, waitMs: 0, lookMs: 0 };
/** A lock that nobody renews between two looks is dead. */
const WATCHFUL = { staleMs: 0, waitMs: 60_000, lookMs: 0 };

function aFile(): string {
  const file = join(emptyDirectory(), "game.jsonl");
  writeFileSync(file, "");
  return file;
}

async function locked(file: string, patience = IMPATIENT) {
  const lock = await lockFile(file, patience);
  if (!lock.ok) throw new Error(JSON.stringify(lock.problems));
  onTestFinished(() => lock.value.release());
  return lock.value;
}

describe("a lock", () => {
  it("that somebody took away is no longer held", async () => {
    const file = aFile();
    const lock = await locked(file);
    expect(lock.held()).toBe(true);
    rmdirSync(`${file}.lock`);
    expect(lock.held()).toBe(false);
    expect(() => lock.release()).not.toThrow();
  });

  it("that another program has by now is no longer held, though there is one", async () => {
    const file = aFile();
    const first = await locked(file);
    // What a program that slept is taken for.
    const second = await locked(file, WATCHFUL);
    expect([first.held(), second.held()]).toEqual([false, true]);
    first.release();
    expect(second.held()).toBe(true);
  });

  it.each([
    ["a day back", -86_400],
    ["a day ahead", 86_400],
  ])("of a living program is refused after its clock jumped %s", async (_, seconds) => {
    const file = aFile();
    const lock = await locked(file);
    const jumped = Date.now() / 1000 + seconds;
    utimesSync(`${file}.lock`, jumped, jumped);
    expect(await lockFile(file, IMPATIENT)).toMatchObject({
      problems: [{ code: "archive.locked" }],
    });
    expect(lock.held()).toBe(true);
  });

  it("that is seen to be renewed is refused at once, however patient who asks", async () => {
    const file = aFile();
    await locked(file);
    const patience = { staleMs: 60_000, waitMs: 120_000, lookMs: 1 };
    const asked = lockFile(file, patience);
    const renewed = vi.waitUntil(
      () => {
        utimesSync(`${file}.lock`, new Date(), new Date());
        return Promise.race([asked, Promise.resolve(null)]);
      },
      { interval: 5 },
    );
    expect(await renewed).toMatchObject({ ok: false, problems: [{ code: "archive.locked" }] });
  });

  it.each([-86_400, 0, 86_400])(
    "of a dead program is taken over after it was watched, by a clock %i s away as well",
    async (seconds) => {
      const file = aFile();
      mkdirSync(`${file}.lock`);
      const then = Date.now() / 1000 + seconds;
      utimesSync(`${file}.lock`, then, then);
      expect(await lockFile(file, IMPATIENT)).toMatchObject({ ok: false });
      expect((await locked(file, WATCHFUL)).held()).toBe(true);
    },
  );

  it("is not made for a file that is not there", async () => {
    const file = join(emptyDirectory(), "none");
    const lock = await lockFile(file, IMPATIENT);
    expect(lock).toMatchObject({ ok: false, problems: [{ code: "file.missing" }] });
  });
});
