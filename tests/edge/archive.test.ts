import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { createArchive, savesDirectory } from "../../src/edge/archive.ts";
import {
  fold,
  type OpenGame,
  type Outcome,
  startJournal,
  type TurnLine,
} from "../../src/journal/index.ts";
import { aCommit, everyLine, forged, headerFields, written } from "../journal/fixtures.ts";
import { emptyDirectory } from "./directory.ts";

const IMPATIENT = { staleMs: 5000, waitMs: 0, lookMs: 0 };
/** As if seconds had passed while the lock was watched. */
const WATCHFUL = { staleMs: 0, waitMs: 60_000, lookMs: 0 };
const { text } = written(everyLine);
const header = startJournal(headerFields).text;
const sealed: TurnLine = { kind: "orders", turn: 1, seat: "red", orders: ["first defend"] };

function openArchive() {
  const directory = join(emptyDirectory(), "saves");
  return { directory, archive: createArchive(directory, IMPATIENT) };
}

/** The game that must have been opened; closed when the test has finished. */
function gameOf(outcome: Outcome<OpenGame>): OpenGame {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  onTestFinished(() => outcome.value.close());
  return outcome.value;
}

const refusal = (code: string) => ({ ok: false, problems: [{ code }] });

describe("an archive", () => {
  it("keeps games where TADMOR_SAVES says, or in saves/", () => {
    expect(savesDirectory({}, "here")).toBe(join("here", "saves"));
    expect(savesDirectory({ TADMOR_SAVES: "there" }, "here")).toBe("there");
  });

  it("is empty before its directory exists", () => {
    expect(openArchive().archive.list()).toEqual([]);
  });

  it("names games by their scenario and the first number that is free", async () => {
    const { archive, directory } = openArchive();
    const files = [
      gameOf(await archive.create(header)).file,
      gameOf(await archive.create(text)).file,
    ];
    expect(files).toEqual([join(directory, "small-1.jsonl"), join(directory, "small-2.jsonl")]);
  });

  it("lists games newest first, with their turns, and says which cannot be opened", async () => {
    const { archive, directory } = openArchive();
    for (const whole of [header, text]) gameOf(await archive.create(whole)).close();
    writeFileSync(join(directory, "prose.jsonl"), "Once upon a time\n");
    writeFileSync(join(directory, "prose.txt"), "not a game");
    mkdirSync(join(directory, "folder.jsonl"));
    ["small-1", "small-2", "prose", "folder"].forEach((name, age) => {
      utimesSync(join(directory, `${name}.jsonl`), 1000 - age, 1000 - age);
    });
    expect(archive.list()).toMatchObject([
      { name: "small-1", writtenAt: 1_000_000, summary: { ok: true, turns: 0 } },
      { name: "small-2", summary: { ok: true, turns: 3 } },
      { name: "prose", summary: { ok: false, problem: { code: "journal.foreign" } } },
      { name: "folder", summary: { ok: false, problem: { code: "file.directory" } } },
    ]);
  });

  it("refuses to make a game of anything but a journal", async () => {
    const { archive } = openArchive();
    expect(await archive.create("prose\n")).toMatchObject(refusal("journal.foreign"));
  });

  it("reads a game without opening it", async () => {
    const { archive } = openArchive();
    const game = gameOf(await archive.create(text));
    const read = archive.read(game.file);
    expect(read).toMatchObject({ ok: true, value: { dropped: null } });
    expect(read.ok && read.value.journal).toEqual(game.journal());
  });

  it("names the line of a byte that is no character", async () => {
    const { archive } = openArchive();
    const { file } = gameOf(await archive.create(text));
    const bytes = readFileSync(file);
    bytes[header.length + 20] = 0xff;
    writeFileSync(file, bytes);
    expect(archive.read(file)).toMatchObject({ ok: false, problems: [{ line: 2 }] });
  });
});

describe("an open game", () => {
  it("is on disk, line by line, as it is played", async () => {
    const game = gameOf(await openArchive().archive.create(header));
    let expected = header;
    for (const [index, line] of everyLine.entries()) {
      expect(game.append(line)).toMatchObject({ ok: true });
      expected = written(everyLine.slice(0, index + 1)).text;
      expect(readFileSync(game.file, "latin1")).toBe(expected);
    }
    expect(expected).toBe(text);
  });

  it("cannot be opened twice, and can again when it is closed", async () => {
    const { archive } = openArchive();
    const game = gameOf(await archive.create(header));
    expect(await archive.open(game.file)).toMatchObject(refusal("archive.locked"));
    game.close();
    expect(gameOf(await archive.open(game.file)).append(sealed)).toMatchObject({ ok: true });
  });

  it("takes no line when it is closed", async () => {
    const game = gameOf(await openArchive().archive.create(header));
    game.close();
    expect(game.append(sealed)).toMatchObject(refusal("archive.closed"));
  });

  it("takes no line when something else wrote to its file", async () => {
    const game = gameOf(await openArchive().archive.create(header));
    appendFileSync(game.file, "x");
    expect(game.append(sealed)).toMatchObject(refusal("archive.changed"));
    expect(readFileSync(game.file, "latin1")).toBe(`${header}x`);
  });

  it("takes no line when its lock was lost", async () => {
    const game = gameOf(await openArchive().archive.create(header));
    rmdirSync(`${game.file}.lock`);
    expect(game.append(sealed)).toMatchObject(refusal("archive.changed"));
  });

  it("takes no line when its directory was removed, and says what to do", async () => {
    const { archive, directory } = openArchive();
    const game = gameOf(await archive.create(header));
    rmSync(directory, { recursive: true });
    const hint = "open the game again";
    expect(game.append(sealed)).toMatchObject({ problems: [{ code: "archive.changed", hint }] });
    expect(await archive.open(game.file)).toMatchObject(refusal("file.missing"));
  });

  it("is not there when its file is missing, altered or of another engine", async () => {
    const { archive, directory } = openArchive();
    mkdirSync(directory);
    const file = (name: string, content: string) => {
      writeFileSync(join(directory, name), content);
      return join(directory, name);
    };
    const other = forged({ ...written([]).journal.header, engine: "0.0.0-other" });
    expect(await archive.open(join(directory, "none"))).toMatchObject(refusal("file.missing"));
    expect(await archive.open(file("a", `${header}{}\n`))).toMatchObject(
      refusal("journal.altered"),
    );
    expect(await archive.open(file("b", other))).toMatchObject(refusal("journal.engine"));
    expect(existsSync(join(directory, "a.lock"))).toBe(false);
  });
});

function cutOf(file: string): string {
  return existsSync(`${file}.cut`) ? readFileSync(`${file}.cut`, "latin1").slice(0, -1) : "";
}

describe("a game whose program was killed", () => {
  it("resumes at any byte with every whole line, and sets the rest aside when it goes on", async () => {
    const { archive } = openArchive();
    const { file, close } = gameOf(await archive.create(header));
    close();
    const longer = written([sealed, aCommit(1)]).text;
    for (let length = header.length; length <= longer.length; length += 7) {
      rmSync(`${file}.cut`, { force: true });
      writeFileSync(file, longer.slice(0, length), "latin1");
      const game = gameOf(await archive.open(file));
      const whole = longer.slice(0, longer.lastIndexOf("\n", length - 1) + 1);
      expect(game.dropped?.bytes ?? 0).toBe(length - whole.length);
      expect(readFileSync(file, "latin1")).toBe(longer.slice(0, length));
      const note: TurnLine = { kind: "note", turn: 1, text: "here again", seat: null };
      expect(game.append(note)).toMatchObject({ ok: true });
      game.close();
      expect(readFileSync(file, "latin1").startsWith(whole)).toBe(true);
      expect(archive.read(file)).toMatchObject({ ok: true, value: { dropped: null } });
      expect(cutOf(file)).toBe(longer.slice(whole.length, length));
    }
  });

  it("has what it was writing set aside byte by byte, whatever that was", async () => {
    const { archive } = openArchive();
    const { file, close } = gameOf(await archive.create(header));
    close();
    const torn = Buffer.from([0xc3, 0xa9, 0x00, 0xff]);
    appendFileSync(file, torn);
    const game = gameOf(await archive.open(file));
    expect(game.dropped).toEqual({ line: 2, bytes: 4 });
    expect(game.append(sealed)).toMatchObject({ ok: true });
    expect(readFileSync(`${file}.cut`).subarray(0, -1).equals(torn)).toBe(true);
  });

  it("has every sealed order, and its lock lasts until it was watched and not renewed", async () => {
    const { archive, directory } = openArchive();
    const { file, close } = gameOf(await archive.create(header));
    close();
    const child = fileURLToPath(new URL("crash-child.ts", import.meta.url));
    const { signal } = spawnSync(process.execPath, [child, directory, file]);
    expect(signal).toBe("SIGKILL");
    expect(await archive.open(file)).toMatchObject(refusal("archive.locked"));
    const game = gameOf(await createArchive(directory, WATCHFUL).open(file));
    expect(fold(game.journal()).open.orders).toEqual({ red: ["first defend"] });
  });
});
