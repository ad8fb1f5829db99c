import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArchive } from "../../src/edge/archive.ts";
import {
  branchAt,
  type CommitLine,
  fold,
  type Journal,
  type Outcome,
  recompute,
} from "../../src/journal/index.ts";
import { newGame, type Picks, type Played, playTurn } from "../journal/play.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { emptyDirectory } from "./directory.ts";

const setup = compileSmall();
const TURNS = 4;

/** A game of four turns, the same for the same picks. */
function played(picks: Picks): Played {
  let game = newGame(setup, { seed: "the old dice" });
  while (game.journal.turn <= TURNS) game = playTurn(setup, game, picks);
  return game;
}

/** A journal played on from where it stands with the same picks as its parent. */
function playedOn(journal: Journal, picks: Picks): Played {
  const { start, turns } = recompute(setup, journal);
  const worlds = [start, ...turns.map(({ world }) => world)];
  let game: Played = { journal, text: "", worlds };
  while (game.journal.turn <= TURNS) game = playTurn(setup, game, picks);
  return game;
}

function commitsOf(journal: Journal): readonly CommitLine[] {
  return fold(journal).committed.map(({ commit }) => commit);
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const anyPicks = fc.array(fc.nat(40), { minLength: 3, maxLength: 9 });
const anyTurn = fc.nat(TURNS);

describe("a branch at any turn of any game", () => {
  it("with the same dice and the same orders comes to the same digests, and verifies", () => {
    fc.assert(
      fc.property(anyPicks, anyTurn, (picks, turn) => {
        const parent = played(picks);
        const { journal } = branchAt(parent.journal, turn, { title: "again", freshSeed: null });
        const child = playedOn(journal, picks);
        expect(commitsOf(child.journal)).toEqual(commitsOf(parent.journal));
        expect(recompute(setup, child.journal).mismatch).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it("with fresh dice keeps the turns it shares and draws others after them, and verifies", () => {
    fc.assert(
      fc.property(anyPicks, fc.nat(TURNS - 1), (picks, turn) => {
        const parent = played(picks);
        const { journal } = branchAt(parent.journal, turn, { title: null, freshSeed: "new" });
        const child = playedOn(journal, picks);
        const [old, young] = [commitsOf(parent.journal), commitsOf(child.journal)];
        expect(young.slice(0, turn)).toEqual(old.slice(0, turn));
        expect(young[turn]?.events).not.toEqual(old[turn]?.events);
        expect(recompute(setup, child.journal).mismatch).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it("changes who plays on, and nothing of what was played", () => {
    fc.assert(
      fc.property(anyPicks, anyTurn, (picks, turn) => {
        const parent = played(picks);
        const players = { "loam-command": "hold" };
        const options = { title: null, freshSeed: null, players };
        const { journal } = branchAt(parent.journal, turn, options);
        expect(journal.header.players).toEqual({ ...parent.journal.header.players, ...players });
        expect(recompute(setup, journal).mismatch).toBeNull();
      }),
      { numRuns: 10 },
    );
  });

  it("lies in a file of its own beside the old one, of which no byte changes", () => {
    const parent = played([1, 4, 2, 8, 5, 7]);
    const directory = emptyDirectory();
    const archive = createArchive(join(directory, "saves"));
    const file = valueOf(archive.branch(parent.text, join(directory, "else", "game.jsonl")));
    const before = readFileSync(file);
    for (let turn = 0; turn <= TURNS; turn++) {
      const { text } = branchAt(parent.journal, turn, { title: null, freshSeed: "new" });
      const branch = valueOf(archive.branch(text, file));
      expect(dirname(branch)).toBe(dirname(file));
      expect(readFileSync(branch, "latin1")).toBe(text);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(archive.list(file)).toHaveLength(TURNS + 2);
    expect(archive.list()).toEqual([]);
    const first = valueOf(archive.branch(parent.text, null));
    expect(dirname(first)).toBe(join(directory, "saves"));
  });
});
