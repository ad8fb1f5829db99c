import { describe, expect, it } from "vitest";
import { fold, parseJournal, recompute } from "../../src/journal/index.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { type Disk, emptyDisk } from "./disk-ports.ts";
import { type Player, sitDown } from "./player.ts";

const LARGE = { columns: 200, rows: 60 };
const ASSAULT = [":", ..."hammer assault tower", "enter"];
const DIG_IN = [":", ..."hammer dig-in", "enter"];
const SEAL = ["e", "enter"];
const down = (rows: number) => Array.from({ length: rows }, () => "down");
const FIRST = "saves/valley-1.jsonl";
const SECOND = "saves/valley-2.jsonl";

/** A game in which one person plays Flint and has played two turns. */
async function twoTurns(disk: Disk = emptyDisk()): Promise<{ player: Player; disk: Disk }> {
  const player = sitDown(disk.ports);
  await player.press("n", "enter", "enter", ...ASSAULT, ...SEAL, "o", ...SEAL, "o");
  return { player, disk };
}

function screenOf(player: Player) {
  const { screen } = player.driver.state();
  if (screen.kind !== "timeline") throw new Error(`at ${screen.kind}`);
  return screen;
}

function journalOf({ files }: Disk, file: string) {
  const parsed = parseJournal(files.get(file) ?? "");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journal;
}

describe("the timeline of a seat", () => {
  it("opens at the last turn, and is gone through with arrows, Home and End", async () => {
    const { player } = await twoTurns();
    await player.press("t");
    const turns: number[] = [screenOf(player).turn];
    for (const key of ["left", "up", "left", "down", "end", "home", "right"]) {
      await player.press(key);
      turns.push(screenOf(player).turn);
    }
    expect(turns).toEqual([2, 1, 0, 0, 1, 2, 0, 1]);
    expect(player.screen()).toContain("attacked The tower");
    await player.press(":", ..."turn 2", "enter");
    expect(screenOf(player).turn).toBe(2);
    await player.press(":", ..."turn 7", "enter");
    expect(player.screen()).toContain("turns go from 0, the start, to 2");
  });

  it("shows what it knew and no more: no rulings, and of sealed sheets only its own", async () => {
    const { player } = await twoTurns();
    await player.press("t");
    const { past } = screenOf(player);
    expect(past.seat).toBe("flint-command");
    expect(past.moments.every(({ truth, hand }) => truth === null && hand.length === 0)).toBe(true);
    expect(past.moments.map(({ sealed }) => sealed)).toEqual([[], [past.seat], [past.seat]]);
    expect(player.screen(LARGE)).not.toContain("rulings");
  });

  it("leads back to the map with the order sheet as it was", async () => {
    const { player } = await twoTurns();
    await player.press(":", ..."hammer dig-in", "enter", "t", "left", "escape");
    const { screen, game } = player.driver.state();
    expect(screen.kind).toBe("command");
    expect(game?.draft.orders).toHaveLength(1);
  });

  it("keeps a note on the turn it was written on, signed, in the file", async () => {
    const { player, disk } = await twoTurns();
    await player.press("t", "left", "n", ..."why: so slow?", "enter");
    expect(player.screen()).toContain("why: so slow? (Flint command)");
    await player.press(":", ..."note and again", "enter");
    const notes = fold(journalOf(disk, FIRST)).open.notes;
    expect(notes.map(({ turn, text, seat }) => [turn, text, seat])).toEqual([
      [1, "why: so slow?", "flint-command"],
      [1, "and again", "flint-command"],
    ]);
  });

  it("takes no note on the start, and no empty one", async () => {
    const { player, disk } = await twoTurns();
    const before = disk.files.get(FIRST);
    await player.press("t", "home", "n");
    expect(player.screen()).toContain("notes are written on turns");
    await player.press("end", "n", " ", "enter");
    expect(disk.files.get(FIRST)).toBe(before);
  });
});

describe("a branch", () => {
  it("is another game from the turn chosen; the old file keeps every byte", async () => {
    const { player, disk } = await twoTurns();
    const before = disk.files.get(FIRST);
    await player.press("t", "left", "b", ..."what if?", "enter");
    expect(disk.files.get(FIRST)).toBe(before);
    const { game } = player.driver.state();
    expect([game?.file, game?.turn]).toEqual([SECOND, 2]);
    const { header } = journalOf(disk, SECOND);
    expect([header.title, header.parent?.turn, header.reseeds]).toEqual(["what if?", 1, []]);
  });

  it("with the same dice and orders comes to the same; with fresh ones it does not", async () => {
    const { player, disk } = await twoTurns();
    await player.press("t", "left", "b", "enter", "o", ...SEAL);
    await player.press("o", "t", "left", "b", "down", "right", "enter", "o", ...SEAL);
    const digests = [...disk.files.keys()].map((file) =>
      fold(journalOf(disk, file)).committed.map(({ commit }) => commit.digest),
    );
    expect(digests[1]).toEqual(digests[0]);
    expect(digests[2]?.slice(0, 1)).toEqual(digests[0]?.slice(0, 1));
    expect(digests[2]?.[1]).not.toEqual(digests[0]?.[1]);
    for (const file of disk.files.keys())
      expect(recompute(compileSmall(), journalOf(disk, file)).mismatch).toBeNull();
  });

  it("of history is a game that a person can play on", async () => {
    const disk = emptyDisk();
    const player = sitDown(disk.ports);
    await player.press("h", "right", "right", "b", "down", "down", "down", "right", "enter");
    expect(player.driver.state().game?.people).toEqual(["flint-command"]);
    expect(player.driver.state().game?.turn).toBe(3);
    expect(disk.files.size).toBe(1);
  });

  it("lets a seat of a game that is on change the dice, and not who plays", async () => {
    const { player } = await twoTurns();
    await player.press("t", "b");
    const shown = player.screen();
    expect(shown).toContain("Dice");
    expect(shown).not.toContain("a person");
  });

  it("is White's where White is at the table", async () => {
    const disk = emptyDisk();
    const players = {
      "flint-command": "person",
      "loam-command": "hold",
      envoy: "hold",
      white: "person",
    };
    const begin = () =>
      disk.ports.begin({ scenario: "valley", variant: null, length: "short", players, aims: {} });
    const player = sitDown({ ...disk.ports, begin });
    await player.press("n", "enter");
    expect(player.driver.state().game?.white).toBe("white");
    expect(player.driver.state().screen.kind).toBe("handover");
    await player.press("enter", "enter", "t", "b");
    expect(player.screen()).toContain("White branches it");
    expect(disk.files.size).toBe(1);
  });
});

describe("White's desk", () => {
  /** A game of one person and White, in which a turn was ruled on and committed. */
  async function ruled() {
    const disk = emptyDisk();
    const players = {
      "flint-command": "person",
      "loam-command": "hold",
      envoy: "hold",
      white: "person",
    };
    const game = { scenario: "valley", variant: null, length: "short", players, aims: {} };
    const player = sitDown({ ...disk.ports, begin: () => disk.ports.begin(game) });
    await player.press("n", "enter", "enter", "enter", ...ASSAULT, "e", "enter", "enter", "enter");
    expect(player.driver.state().screen.kind).toBe("desk");
    return { player, disk };
  }

  it("opens the truth of a game that is on, and is gone back to", async () => {
    const { player } = await ruled();
    await player.press("t");
    expect([screenOf(player).title, screenOf(player).past.seat]).toEqual([
      "The truth so far",
      null,
    ]);
    await player.press("escape");
    expect(player.driver.state().screen.kind).toBe("desk");
  });

  it("branches, and the branch begins with a hand-over", async () => {
    const { player, disk } = await ruled();
    await player.press("t", "b", ..."again", "enter");
    expect(player.driver.state().screen.kind).toBe("handover");
    expect(journalOf(disk, SECOND).header).toMatchObject({ title: "again", parent: { turn: 0 } });
  });

  it("marks what it ruled, and signs its notes", async () => {
    const { player, disk } = await ruled();
    await player.press("c", "enter");
    const { screen } = player.driver.state();
    expect(screen.kind).toBe("handover");
    const journal = journalOf(disk, FIRST);
    expect(fold(journal).committed).toHaveLength(1);
    await player.press("w", "enter", "t", "n", ..."watch the tower", "enter");
    expect(player.screen(LARGE)).toContain("watch the tower (White)");
    expect(fold(journalOf(disk, FIRST)).open.notes.map(({ seat }) => seat)).toEqual(["white"]);
  });
});

describe("branches of a game", () => {
  it("are a tree in which any is opened, and the one that is open is gone back to", async () => {
    const { player } = await twoTurns();
    await player.press("t", "left", "b", ..."second", "enter", "o", "t", "t");
    expect(player.screen()).toContain("o  └ valley-2  second  from turn 1, the same dice");
    await player.press("enter");
    expect(screenOf(player).past.file).toBe(SECOND);
    await player.press("t", "up", "enter");
    expect(player.driver.state().game?.file).toBe(FIRST);
  });

  it("are left only when the unsealed orders may be forgotten", async () => {
    const { player } = await twoTurns();
    await player.press("t", "left", "b", "enter", "o", ...DIG_IN, "t", "t", "up", "enter");
    expect(player.screen()).toContain("1 unsealed order would be forgotten");
    expect(player.driver.state().game?.file).toBe(SECOND);
    await player.press("enter");
    expect(player.driver.state().game?.file).toBe(FIRST);
  });

  it("are compared turn by turn from where they part", async () => {
    const { player } = await twoTurns();
    await player.press("t", "left", "b", "enter", "o", ...DIG_IN, ...SEAL, "o", "t", "t", "c");
    const { screen } = player.driver.state();
    if (screen.kind !== "compare") throw new Error(screen.kind);
    expect(screen.comparison.parting?.turn).toBe(2);
    expect([screen.turn, screen.seat]).toEqual([2, "flint-command"]);
    expect(screen.comparison.turns.map(({ same }) => same)).toEqual([true, true, false]);
    expect(player.screen()).toContain("They part in turn 2");
    await player.press("left", "escape", "escape");
    expect(screenOf(player).turn).toBe(2);
  });

  it("with the same dice and orders do not part", async () => {
    const { player } = await twoTurns();
    await player.press("t", "left", "b", "enter", "o", ...SEAL, "o", "t", "t", "c");
    expect(player.screen()).toContain("They tell the same as far as both go.");
  });
});

describe("a game that is over", () => {
  const rest = Array.from({ length: 6 }).flatMap(() => [...SEAL, "o"]);

  it("opens on its timeline, with the truth and every seat's sheets", async () => {
    const disk = emptyDisk();
    const player = sitDown(disk.ports);
    await player.press("n", "enter", "enter", ...rest, "escape", "s", "enter");
    const { past, title } = screenOf(player);
    expect([title, past.seat, past.moments.length]).toEqual(["What truly happened", null, 7]);
    await player.press("escape");
    expect(player.driver.state().screen.kind).toBe("end");
  });

  it("keeps the truth back while several still play a game that shares its turns", async () => {
    const disk = emptyDisk();
    const player = sitDown(disk.ports);
    await player.press("n", "enter", "enter", ...rest, "escape");
    const others = { "flint-command": "person", "loam-command": "person" };
    await player.press("s", "enter");
    const branch = sitDown(disk.ports);
    await branch.press("s", "enter", "right", "b", ...down(4), "right", "enter");
    expect(journalOf(disk, SECOND).header.players).toMatchObject(others);
    await player.press("escape", "enter");
    expect(player.driver.state().screen.kind).toBe("end");
    expect(player.screen()).toContain("still being played");
  });
});
