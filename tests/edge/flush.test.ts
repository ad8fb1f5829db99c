import { fsyncSync, writeSync } from "node:fs";
import { expect, it, onTestFinished, vi } from "vitest";
import { createArchive } from "../../src/edge/archive.ts";
import { startJournal } from "../../src/journal/index.ts";
import { headerFields } from "../journal/fixtures.ts";
import { emptyDirectory } from "./directory.ts";

vi.mock("node:fs", { spy: true });

it("a line is flushed to the disk before it counts as written", async () => {
  const created = await createArchive(emptyDirectory()).create(startJournal(headerFields).text);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  onTestFinished(() => created.value.close());
  vi.mocked(fsyncSync).mockClear();
  vi.mocked(writeSync).mockClear();
  created.value.append({ kind: "draft", turn: 1 });
  const [written] = vi.mocked(writeSync).mock.calls;
  expect(vi.mocked(fsyncSync).mock.calls).toEqual([[written?.[0]]]);
  const [writes] = vi.mocked(writeSync).mock.invocationCallOrder;
  const [flushes] = vi.mocked(fsyncSync).mock.invocationCallOrder;
  expect(flushes).toBeGreaterThan(writes as number);
});

it("a line that finds no room on the disk leaves the game as it was", async () => {
  const created = await createArchive(emptyDirectory()).create(startJournal(headerFields).text);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  const game = created.value;
  onTestFinished(() => game.close());
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  vi.mocked(fsyncSync).mockImplementationOnce(() => {
    throw full;
  });
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
