import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  freshDraw,
  opensCurtain,
  planFileOf,
  readPlan,
  writePlan,
} from "../../src/edge/table-plan.ts";
import { emptyDirectory } from "./directory.ts";

describe("the plan of a table", () => {
  it("keeps who sits together, and of the pass phrase only a salted hash", async () => {
    const directory = emptyDirectory();
    const journal = join(directory, "game-1.jsonl");
    expect(await writePlan(journal, [["saa", "iran"]], "oasis")).toMatchObject({ ok: true });
    const text = readFileSync(planFileOf(journal), "utf8");
    expect(text).not.toContain("oasis");
    expect(readPlan(journal).cells).toEqual([["saa", "iran"]]);
    expect(await opensCurtain(journal, "oasis")).toBe(true);
    expect(await opensCurtain(journal, "Oasis")).toBe(false);
    expect(await opensCurtain(journal, "")).toBe(false);
  });

  it("hashes one phrase differently in each game", async () => {
    const directory = emptyDirectory();
    const journals = ["a", "b"].map((name) => join(directory, `${name}.jsonl`));
    for (const journal of journals) await writePlan(journal, [], "oasis");
    const [one, other] = journals.map((journal) => readPlan(journal).curtain?.hash);
    expect(one).not.toBe(other);
  });

  it.each(["", "{", '{"format":"other"}', '{"format":"tadmor-plan/1","cells":[1],"curtain":null}'])(
    "is none when its file holds %j: nothing is together, nothing is shut",
    async (text) => {
      const directory = emptyDirectory();
      const journal = join(directory, "game.jsonl");
      writeFileSync(planFileOf(journal), text);
      expect(readPlan(journal)).toMatchObject({ cells: [], curtain: null });
      expect(await opensCurtain(journal, "anything")).toBe(true);
    },
  );

  it("says what kept it from being written", async () => {
    const written = await writePlan("/nowhere/at/all.jsonl", [], "");
    expect(written).toMatchObject({ ok: false, problems: [{ code: "file.missing" }] });
  });
});

describe("a draw that is made again", () => {
  it("lies strictly between 0 and 1, and can be written down", () => {
    for (let times = 0; times < 200; times++) {
      const u = freshDraw();
      expect(u > 0 && u < 1 && String(u).length <= 7).toBe(true);
    }
  });
});
