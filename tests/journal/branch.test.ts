import { describe, expect, it } from "vitest";
import { appendLine, branchAt, fold, seedAt } from "../../src/journal/index.ts";
import { aCommit, everyLine, parsed, written } from "./fixtures.ts";

const { journal } = written(everyLine);
const fresh = { title: "What if", freshSeed: "fresh" };
const same = { title: null, freshSeed: null };

describe("a branch", () => {
  it.each([
    [0, 1],
    [1, 6],
    [2, 10],
    [3, 13],
  ])("at turn %i shares %i lines and names the last by its digest", (turn, lines) => {
    const branch = branchAt(journal, turn, fresh);
    expect(branch.journal.entries).toHaveLength(lines);
    expect(branch.journal.header.parent).toEqual({ digest: journal.entries[lines - 1]?.sum, turn });
    expect(branch.journal.turn).toBe(turn + 1);
    expect(fold(branch.journal).committed).toEqual(fold(journal).committed.slice(0, turn));
  });

  it("is a whole journal", () => {
    const branch = branchAt(journal, 2, fresh);
    expect(parsed(branch.text)).toEqual(branch.journal);
  });

  it("goes on with the dice of its parent or with fresh ones", () => {
    const seeds = (options: typeof fresh | typeof same) => {
      const { header } = branchAt(journal, 2, options).journal;
      return [1, 2, 3, 4].map((turn) => seedAt(header, turn));
    };
    expect(seeds(same)).toEqual(["a seed", "a seed", "a seed", "a seed"]);
    expect(seeds(fresh)).toEqual(["a seed", "a seed", "fresh", "fresh"]);
  });

  it("of a branch keeps the dice of the turns it shares", () => {
    const first = branchAt(journal, 1, { title: null, freshSeed: "second" });
    const next = branchAt(first.journal, 1, { title: null, freshSeed: "third" });
    expect([1, 2].map((turn) => seedAt(next.journal.header, turn))).toEqual(["a seed", "third"]);
  });

  it("of a branch keeps the dice of the turns that the branch played", () => {
    const first = branchAt(journal, 1, { title: null, freshSeed: "second" }).journal;
    const longer = appendLine(first, aCommit(2)).journal;
    const next = branchAt(longer, 2, { title: null, freshSeed: "third" }).journal;
    const seeds = [1, 2, 3, 4].map((turn) => seedAt(next.header, turn));
    expect(seeds).toEqual(["a seed", "second", "third", "third"]);
  });

  it.each([-1, 4, 1.5])("cannot begin at turn %d, which was not committed", (turn) => {
    expect(() => branchAt(journal, turn, same)).toThrow(/invariant/);
  });
});
