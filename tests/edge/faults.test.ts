/** Faults that were found by planting one in every write (npm run durability). */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createArchive } from "../../src/edge/archive.ts";
import { type Disk, disk } from "../../src/edge/disk.ts";
import { type OpenGame, startJournal } from "../../src/journal/index.ts";
import { headerFields } from "../journal/fixtures.ts";
import { emptyDirectory } from "./directory.ts";

const header = startJournal(headerFields).text;
const PATIENCE = { staleMs: 5000, waitMs: 0, lookMs: 0 };

/** From now on a call to the disk fails, until the function that is returned is called. */
function failing(call: keyof Disk, code: string): () => void {
  const whole = { ...disk };
  const mend = () => void Object.assign(disk, whole);
  onTestFinished(mend);
  disk[call] = () => {
    throw Object.assign(new Error("planted"), { code });
  };
  return mend;
}

async function begun(directory: string): Promise<OpenGame> {
  const created = await createArchive(directory, PATIENCE).create(header);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  onTestFinished(() => created.value.close());
  return created.value;
}

it("a game that could not be locked when it was begun is not left behind for the next", async () => {
  const directory = emptyDirectory();
  const mend = failing("makeLock", "EIO");
  expect(await createArchive(directory, PATIENCE).create(header)).toMatchObject({ ok: false });
  expect(readdirSync(directory)).toEqual([]);
  mend();
  expect((await begun(directory)).file).toBe(join(directory, "small-1.jsonl"));
});

it("a game that the system says nothing good of on closing is closed, and its lock given back", async () => {
  const game = await begun(emptyDirectory());
  const mend = failing("close", "EIO");
  expect(() => game.close()).not.toThrow();
  mend();
  expect(readdirSync(join(game.file, ".."))).toEqual(["small-1.jsonl"]);
});

it("a line that can neither be written whole nor taken back is set aside before the next", async () => {
  const game = await begun(emptyDirectory());
  const whole = { ...disk };
  onTestFinished(() => void Object.assign(disk, whole));
  failing("truncate", "EIO");
  disk.write = (descriptor, bytes, position) =>
    whole.write(descriptor, bytes.subarray(0, 9), position);
  disk.flush = () => {
    throw Object.assign(new Error("planted"), { code: "ENOSPC" });
  };
  const draft = { kind: "draft", turn: 1 } as const;
  expect(game.append(draft)).toMatchObject({ problems: [{ code: "file.disk-full" }] });
  Object.assign(disk, whole);
  expect(game.append(draft)).toMatchObject({ ok: true });
  const read = createArchive("").read(game.file);
  expect(read).toMatchObject({ ok: true, value: { dropped: null } });
  expect(read.ok && read.value.journal).toEqual(game.journal());
});
