import { describe, expect, it } from "vitest";
import { fold, injectLine, type TurnLine } from "../../src/journal/index.ts";
import { aCommit, everyLine, written } from "./fixtures.ts";

const folded = (lines: readonly TurnLine[]) => fold(written(lines).journal);

function ruling(key: string, u: number): TurnLine {
  return { kind: "ruling", turn: 1, ruling: { kind: "draw", key, u, reason: `${u}` } };
}

describe("the turns of a journal", () => {
  it("are those that were committed, each with the number of its line", () => {
    const { committed } = folded(everyLine);
    expect(committed.map(({ turn, line }) => [turn, line])).toEqual([
      [1, 6],
      [2, 10],
      [3, 13],
    ]);
    expect(committed[0]).toMatchObject({ drafted: true, commit: aCommit(1) });
    expect(committed[1]).toMatchObject({ drafted: false, injects: [{ inject: "storm" }] });
  });

  it("leave the sealed orders of the open turn", () => {
    expect(folded(everyLine).open).toMatchObject({
      turn: 4,
      orders: { red: ["first defend", "second move to p4 via p3"] },
      rulings: [],
    });
  });

  it("take the orders that a seat sealed last", () => {
    expect(folded(everyLine).committed[2]?.orders).toEqual({ red: ["first move to p3"] });
  });

  it("take the last ruling on each thing", () => {
    const { open } = folded([ruling("a", 0.1), ruling("b", 0.2), ruling("a", 0.3)]);
    expect(open.rulings).toEqual([
      { kind: "draw", key: "b", u: 0.2, reason: "0.2" },
      { kind: "draw", key: "a", u: 0.3, reason: "0.3" },
    ]);
  });

  it("leave out what White withdrew; the ruling before it stands again", () => {
    const inject = injectLine(1, "white", { inject: "storm" });
    const lines = [ruling("a", 0.1), ruling("a", 0.3), inject] as const;
    const withdrawn = (line: number): TurnLine => ({ kind: "withdrawal", turn: 1, line });
    const { open } = folded([...lines, withdrawn(3)]);
    expect(open.rulings).toEqual([{ kind: "draw", key: "a", u: 0.1, reason: "0.1" }]);
    expect(open.hand.map(({ line }) => line)).toEqual([2, 4]);
    const none = folded([...lines, withdrawn(2), withdrawn(3), withdrawn(4)]).open;
    expect([none.rulings, none.injects, none.hand]).toEqual([[], [], []]);
  });

  it("take an inject of the list once, as it was put in last, and a free one each time", () => {
    const listed = injectLine(1, "white", { inject: "storm" });
    const toRed = injectLine(1, "white", { inject: "storm", audience: ["red"] });
    const news = { title: "News", text: "All quiet.", audience: ["blue"], effects: [] };
    const free = injectLine(1, "white", news);
    expect(folded([listed, free, toRed, free]).open.injects).toEqual([
      news,
      { inject: "storm", audience: ["red"] },
      news,
    ]);
  });

  it("keep the notes written while a turn was open", () => {
    const { committed } = folded(everyLine);
    expect(committed[0]?.notes.map(({ text }) => text)).toEqual(["why so slow, كتيبة?"]);
  });

  it("begin with an empty first turn", () => {
    const open = {
      turn: 1,
      line: 1,
      orders: {},
      hand: [],
      rulings: [],
      injects: [],
      drafted: false,
      notes: [],
    };
    expect(folded([])).toEqual({ committed: [], open });
  });
});
