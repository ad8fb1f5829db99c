import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createArchive } from "../../src/edge/archive.ts";
import { appendLine, type JournalLine, parseJournal } from "../../src/journal/index.ts";
import { emptyDirectory } from "../edge/directory.ts";
import { rewritten } from "../journal/play.ts";
import { tadmorHere } from "../support/cli.ts";
import { AS_IT_IS, freshPorts, must, savedGame } from "./saved.ts";

function written(text: string): string {
  const file = join(emptyDirectory(), "other.jsonl");
  writeFileSync(file, text);
  return file;
}

/** The journal as a forger leaves it: lines changed, every sum made right again. */
function forged(file: string, change: (line: JournalLine) => JournalLine): string {
  const parsed = parseJournal(readFileSync(file, "latin1"));
  if (!parsed.ok) throw new Error("not a journal");
  return written(rewritten(parsed.journal, change));
}

test("a game as it was played verifies, and its replay has the digests of its journal", async () => {
  const file = await savedGame(2);
  expect(await tadmorHere("verify", file)).toMatchObject({ exit: 0, err: "" });
  expect(JSON.parse((await tadmorHere("verify", "--json", file)).out)).toEqual({
    journals: [{ file, ok: true }],
  });
  const told = JSON.parse((await tadmorHere("replay", "--json", file)).out);
  const commits = readFileSync(file, "latin1")
    .split("\n")
    .filter((line) => line.includes('"kind":"commit"'));
  expect(told.turns.map(({ hash }: { hash: string }) => hash)).toEqual(
    commits.map((line) => JSON.parse(line).digest),
  );
  expect(told).toMatchObject({
    recomputed: true,
    finalHash: told.turns[1].hash,
    scenario: { id: "palmyra-2016" },
    measures: { "t4-held": 1 },
  });
});

test.each([
  [1, "1 turn recomputes to the same digests"],
  [2, "2 turns recompute to the same digests"],
])("verify counts %i as a person does", async (turns, text) => {
  const file = await savedGame(turns);
  expect((await tadmorHere("verify", file)).out).toBe(`${file}: ${text}\n`);
});

test("replay --quiet is the measures alone", async () => {
  const { out } = await tadmorHere("replay", "--quiet", await savedGame(1));
  expect(out).toMatch(/^After turn 1 /);
  expect(out).toContain("Fall of Palmyra city");
  expect(out).not.toContain("Who holds what");
});

test("replay tells a game turn by turn, and play does so without a terminal", async () => {
  const file = await savedGame(2);
  const { exit, out } = await tadmorHere("replay", file);
  expect(exit).toBe(0);
  expect(out).toContain("Turn 2 · 8 December 2016, night");
  expect(out).toContain("After turn 2");
  expect((await tadmorHere("play", file)).out).toBe(out);
  expect((await tadmorHere("replay", file, "--turns", "1")).out).not.toContain("Turn 2 ·");
});

test("an incomplete last line is dropped and reported", async () => {
  const file = await savedGame(1);
  appendFileSync(file, '{"kind":"note","turn":2,"te');
  const verified = await tadmorHere("verify", file);
  expect(verified).toMatchObject({ exit: 3, out: "" });
  expect(verified.err).toContain("journal.cut at /lines/3");
  expect(verified.err.replaceAll(/\s+/g, " ")).toContain(`keeps the piece in ${file}.cut`);
  const { out } = await tadmorHere("verify", "--json", file);
  const dropped = { line: 3, bytes: 27 };
  expect(JSON.parse(out).journals).toMatchObject([{ ok: false, path: "/lines/3", dropped }]);
  const checked = await tadmorHere("check", "--json", file);
  expect(checked.exit).toBe(0);
  expect(JSON.parse(checked.out).files[0].remark).toContain("27 bytes are left out");
});

test("a game cut at a line's end is a shorter one, and what is open in it is told", async () => {
  const file = await savedGame(2);
  const lines = readFileSync(file, "latin1").split("\n").slice(0, -1);
  const cut = (count: number) => written(`${lines.slice(0, count).join("\n")}\n`);
  const shorter = cut(2);
  expect(await tadmorHere("verify", shorter)).toMatchObject({
    exit: 0,
    out: `${shorter}: 1 turn recomputes to the same digests\n`,
  });
  const { journal } = must(createArchive("").read(shorter));
  const orders = appendLine(journal, { kind: "orders", turn: 2, seat: "red", orders: [] });
  appendFileSync(shorter, orders.text);
  expect(await tadmorHere("verify", shorter)).toMatchObject({
    exit: 0,
    out: `${shorter}: 1 turn recomputes to the same digests; turn 2 is open, sealed by red\n`,
  });
  const open = { turn: 2, sealed: ["red"] };
  expect(JSON.parse((await tadmorHere("verify", "--json", shorter)).out)).toEqual({
    journals: [{ file: shorter, ok: true, open }],
  });
});

test("an altered line is refused with its number, exit 3", async () => {
  const file = await savedGame(1);
  writeFileSync(file, readFileSync(file, "latin1").replace('"turn":1', '"turn":2'));
  for (const command of ["verify", "replay", "check"]) {
    const { exit, out, err } = await tadmorHere(command, file);
    expect({ command, exit, out }).toEqual({ command, exit: 3, out: "" });
    expect(err).toContain("journal.altered at /lines/2");
  }
});

test("a forged journal does not recompute: exit 3, the turn and the first differing path", async () => {
  const file = await savedGame(2);
  const path = forged(file, (line) => {
    if (line.kind !== "commit" || line.turn !== 2) return line;
    return { ...line, digests: { ...line.digests, "/places/palmyra": "0".repeat(64) } };
  });
  const { exit, out } = await tadmorHere("verify", "--json", path);
  expect(exit).toBe(3);
  expect(JSON.parse(out).journals[0]).toMatchObject({
    file: path,
    ok: false,
    turn: 2,
    path: "/places/palmyra",
    expected: "0".repeat(64),
    found: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const told = await tadmorHere("replay", path);
  expect(told.exit).toBe(3);
  expect(told.out).toContain("Turn 1 ·");
  expect(told.err).toContain("/places/palmyra");
});

test("a game of another engine is told from its events and not verified", async () => {
  const file = await savedGame(1);
  const path = forged(file, (line) =>
    line.kind === "header" ? { ...line, engine: "9.9.9" } : line,
  );
  const told = await tadmorHere("replay", path);
  expect(told.exit).toBe(0);
  expect(told.out).toContain("Turn 1 ·");
  expect(told.err).toContain("played with engine 9.9.9");
  const verified = await tadmorHere("verify", path);
  expect(verified.exit).toBe(3);
  expect(verified.err).toContain("played with engine 9.9.9");
});

test("events that this version cannot tell are no bug", async () => {
  const file = await savedGame(1);
  const path = forged(file, (line) => {
    if (line.kind === "header") return { ...line, engine: "9.9.9" };
    return line.kind === "commit"
      ? { ...line, events: [{ kind: "battle-resolved" }] as never }
      : line;
  });
  const { exit, out } = await tadmorHere("replay", path);
  expect(exit).toBe(0);
  expect(out).toContain("Turn 1: its events are of a kind this version cannot tell.");
});

test("a game whose scenario changed since is told from its events, exit 3", async () => {
  const file = await savedGame(1);
  const path = forged(file, (line) => {
    if (line.kind !== "header") return line;
    return { ...line, scenario: { ...line.scenario, hash: "0".repeat(64) } };
  });
  const told = await tadmorHere("replay", path);
  expect(told.exit).toBe(3);
  expect(told.out).toContain("Turn 1 ·");
  expect(told.err).toContain("changed since the game began");
  expect((await tadmorHere("verify", path)).exit).toBe(3);
});

test.each([
  ["a foreign file", "to whom it may concern\n", "journal.foreign"],
  ["a newer journal", '{"kind":"header","format":"tadmor-journal/9"}\n', "journal.format"],
  ["an empty file", "", "journal.empty"],
  ["a file that ends in its header", '{"kind":"header",', "journal.no-header"],
])("%s is refused with one problem, exit 2", async (_, text, code) => {
  const file = written(text);
  for (const command of ["verify", "replay", "check"]) {
    const { exit, out, err } = await tadmorHere(command, file);
    expect({ command, exit, out }).toEqual({ command, exit: 2, out: "" });
    expect(err).toContain(code);
    expect(err).toContain("1 problem\n");
  }
});

test("several journals: each is told, and the worst decides", async () => {
  const file = await savedGame(1);
  const { exit, out } = await tadmorHere("verify", "--json", file, written("no journal\n"));
  expect(exit).toBe(2);
  expect(JSON.parse(out).journals.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, false]);
});

test("a game is begun, left and taken up again where it was", async () => {
  const ports = freshPorts();
  const players = {
    ...ports.scenario.historical,
    red: "random-legal",
    saa: "hold",
    russia: "person",
  };
  const table = must(await ports.begin({ length: "siege", players, aims: {}, ...AS_IT_IS }));
  expect(table.people()).toEqual(["russia"]);
  expect(table.resolve()).toMatchObject({ ok: false });
  must(table.seal("russia", []));
  must(table.resolve());
  table.close();
  const again = must(await ports.resume(table.file as string));
  expect(again.turn()).toBe(2);
  expect(again.players()).toEqual(players);
  again.close();
});

test("a player nobody knows is a problem, and leaves no file locked", async () => {
  const ports = freshPorts();
  const begun = await ports.begin({
    length: "offensive",
    players: { red: "napoleon" },
    aims: {},
    ...AS_IT_IS,
  });
  expect(begun).toMatchObject({ ok: false });
  expect(ports.savedGames()).toEqual([]);
});

test("the history of the title screen is the run that history prints", async () => {
  const table = must(freshPorts().history("palmyra-2016", null));
  expect(table.over()).toBe(true);
  const { out } = await tadmorHere("history", "--json");
  const { holders } = JSON.parse(out);
  expect(table.truth(table.turn() - 1).holders).toEqual(holders);
});
