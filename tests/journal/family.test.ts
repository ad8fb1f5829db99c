import { describe, expect, it } from "vitest";
import {
  branchAt,
  familyOf,
  type Journal,
  type SavedGame,
  summarise,
} from "../../src/journal/index.ts";
import { everyLine, headerFields, written } from "./fixtures.ts";

const root = written(everyLine);

function saved(name: string, text: string): SavedGame {
  return { file: `saves/${name}.jsonl`, name, writtenAt: 1, summary: summarise(text) };
}

function branched(journal: Journal, turn: number, title: string) {
  return branchAt(journal, turn, { title, freshSeed: null });
}

const early = branched(root.journal, 1, "early");
const late = branched(root.journal, 3, "late");
const second = branched(late.journal, 2, "second of late");
const another = written(everyLine, { ...headerFields, seed: "another" });
const games = [
  saved("g-4", second.text),
  saved("g-3", late.text),
  saved("g-2", early.text),
  saved("g-1", root.text),
  saved("g-5", another.text),
  saved("g-6", "prose\n"),
];

describe("the tree of a game's branches", () => {
  it.each(games.slice(0, 4).map(({ file }) => file))("is the same from %s", (file) => {
    expect(familyOf(games, file).map(({ name, depth, from }) => [name, depth, from])).toEqual([
      ["g-1", 0, null],
      ["g-2", 1, "saves/g-1.jsonl"],
      ["g-3", 1, "saves/g-1.jsonl"],
      ["g-4", 2, "saves/g-3.jsonl"],
    ]);
  });

  it("begins with a branch whose game is not there", () => {
    const left = games.filter(({ name }) => name !== "g-1");
    expect(familyOf(left, "saves/g-4.jsonl").map(({ name }) => name)).toEqual(["g-3", "g-4"]);
  });

  it("holds no game that shares nothing, and nothing for a file that is no game", () => {
    expect(familyOf(games, "saves/g-5.jsonl").map(({ name }) => name)).toEqual(["g-5"]);
    expect(familyOf(games, "saves/g-6.jsonl")).toEqual([]);
    expect(familyOf(games, "saves/nowhere.jsonl")).toEqual([]);
  });
});
