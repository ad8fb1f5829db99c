import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Table } from "../../src/journal/index.ts";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";
import { AS_IT_IS, freshPorts, must } from "./saved.ts";

const PLACE = "silos";

/** One turn by the historical courses, in which White does something or nothing; its file. */
async function playedTurn(white: (table: Table) => void): Promise<string> {
  const ports = freshPorts();
  const players = ports.scenario.historical;
  const table = must(await ports.begin({ length: "offensive", players, aims: {}, ...AS_IT_IS }));
  white(table);
  must(table.resolve());
  table.close();
  const kept = join(emptyDirectory(), "game.jsonl");
  copyFileSync(table.file as string, kept);
  return kept;
}

/** White rules a battle and puts in an inject of its own. */
const ruledGame = () =>
  playedTurn((table) => {
    const reason = "the silos were mined";
    must(table.rule({ kind: "battle", locus: PLACE, outcome: 0.1, reason }));
    const effects = [{ kind: "track", track: "other-fronts", points: -7 }] as const;
    const inject = { title: "A rumour", text: "Mosul is lost.", audience: ["red"], effects };
    must(table.inject("white", inject));
  });

const flat = (text: string) => text.replaceAll(/\s+/g, " ");

test("replay tells White's rulings and injects with the turn they were made in", async () => {
  const { exit, out } = await tadmorHere("replay", await ruledGame());
  expect(exit).toBe(0);
  expect(out).toContain("White's hand, and notes");
  expect(flat(out)).toContain("shall come to R* = 0.1. the silos were mined");
  expect(flat(out)).toContain("Inject by hand, to Islamic State, Palmyra front: A rumour");
  expect(out).not.toContain("Without White's");
});

test.each([
  ["rulings", "rulings"],
  ["injects", "injects by hand"],
  ["both", "rulings and injects by hand"],
])("replay --without %s says where the two part and what differs", async (what, words) => {
  const { exit, out } = await tadmorHere("replay", await ruledGame(), "--without", what);
  expect(exit).toBe(0);
  expect(out).toContain(`Without White's ${words}`);
  expect(out).toContain("From turn 1 on it goes another way:");
  expect(flat(out)).toMatch(/As played: .+ Without: .+ Measures that differ played without/);
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("without its rulings the battle comes to what was drawn; without its injects it stays ruled", async () => {
  const file = await ruledGame();
  const parting = async (what: string) =>
    JSON.parse((await tadmorHere("replay", "--json", file, "--without", what)).out).without.parting;
  const ruled = await parting("rulings");
  expect(ruled.played).toMatchObject({ kind: "battle-resolved", place: PLACE, outcome: 0.1 });
  expect(ruled.without).toMatchObject({ place: PLACE, ruling: null });
  expect(ruled.without.draw).toEqual(ruled.played.draw);
  expect((await parting("injects")).played).toMatchObject({
    kind: "inject-came",
    title: "A rumour",
  });
  expect((await parting("both")).turn).toBe(1);
});

test("what White did not do cannot be left out: nothing differs", async () => {
  const untouched = await playedTurn(() => undefined);
  const { out } = await tadmorHere("replay", untouched, "--without", "both", "--quiet");
  expect(out).toContain("It would have gone the same way.");
  expect(out).toContain("No measure differs.");
});

test("a word that is none of White's is refused with those there are", async () => {
  const { exit, err } = await tadmorHere("replay", "any.jsonl", "--without", "orders");
  expect(exit).toBe(2);
  expect(err).toContain("expected one of rulings, injects, both");
});
