import { expect, it, onTestFinished, vi } from "vitest";
import { createArchive } from "../../src/edge/archive.ts";
import { disk } from "../../src/edge/disk.ts";
import { startJournal } from "../../src/journal/index.ts";
import { headerFields } from "../journal/fixtures.ts";
import { emptyDirectory } from "./directory.ts";

it("a line is flushed to the disk before it counts as written", async () => {
  const created = await createArchive(emptyDirectory()).create(startJournal(headerFields).text);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  onTestFinished(() => created.value.close());
  const writes = vi.spyOn(disk, "write");
  const flushes = vi.spyOn(disk, "flush");
  onTestFinished(() => void vi.restoreAllMocks());
  created.value.append({ kind: "draft", turn: 1 });
  expect(flushes.mock.calls).toEqual([[writes.mock.calls[0]?.[0]]]);
  const [written] = writes.mock.invocationCallOrder;
  expect(flushes.mock.invocationCallOrder[0]).toBeGreaterThan(written as number);
});

it("a line that finds no room on the disk leaves the game as it was", async () => {
  const created = await createArchive(emptyDirectory()).create(startJournal(headerFields).text);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  const game = created.value;
  onTestFinished(() => game.close());
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  vi.spyOn(disk, "flush").mockImplementationOnce(() => {
    throw full;
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const before = game.journal();
  expect(game.append({ kind: "draft", turn: 1 })).toMatchObject({
    ok: false,
    problems: [{ code: "file.disk-full" }],
  });
  expect(game.journal()).toBe(before);
  expect(game.append({ kind: "draft", turn: 1 })).toMatchObject({ ok: true });
  const read = createArchive(emptyDirectory()).read(game.file);
  expect(read.ok && read.value.journal.entries).toHaveLength(2);
});
