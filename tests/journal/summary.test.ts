import { describe, expect, it } from "vitest";
import { branchAt, summarise } from "../../src/journal/index.ts";
import { everyLine, written } from "./fixtures.ts";

const { text, journal } = written(everyLine);

describe("the summary of a saved game", () => {
  it("has its header and the turns committed", () => {
    expect(summarise(text)).toMatchObject({ ok: true, header: journal.header, turns: 3 });
  });

  it("has the sums by which a branch names what it shares, and whether the game is over", () => {
    const parents = [0, 1, 2, 3].map((turn) => {
      const { parent } = branchAt(journal, turn, { title: null, freshSeed: null }).journal.header;
      return parent?.digest;
    });
    expect(summarise(text)).toMatchObject({ over: false, sums: parents });
  });

  it("does not count a commit that is incomplete", () => {
    const cut = text.slice(0, text.lastIndexOf('{"kind":"commit"') + 40);
    expect(summarise(cut)).toMatchObject({ ok: true, turns: 2 });
  });

  it.each([
    ["an empty file", "", "no-header"],
    ["a header that was cut", text.slice(0, 50), "no-header"],
    ["prose", "Once upon a time\n", "foreign"],
    ["another format", '{"format":"tadmor-journal/9"}\n', "format"],
  ])("says why %s cannot be opened", (_, of, code) => {
    expect(summarise(of)).toMatchObject({ ok: false, problem: { code: `journal.${code}` } });
  });
});
