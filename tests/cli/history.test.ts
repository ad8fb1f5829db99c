import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { TADMOR_SHELL, tadmor, tadmorHere } from "../support/cli.ts";

const WIDEST = 80;
const SCREEN_ROWS = 24;

test("history --json gives the same bytes twice, in whatever process", async () => {
  const first = tadmor("history", "--seed", "1", "--json");
  const second = await tadmorHere("history", "--seed", "1", "--json");
  expect(first).toEqual(second);
  expect(first.exit).toBe(0);
  expect(first.err).toBe("");
});

test("history --json has the keys other programs rely on", async () => {
  const { out } = await tadmorHere("history", "--json", "--turns", "2");
  const run = JSON.parse(out);
  expect(run.scenario).toEqual({
    id: "palmyra-2016",
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(run.seed).toBe("1");
  expect(
    run.turns.map(({ turn, start }: { turn: number; start: string }) => [turn, start]),
  ).toEqual([
    [1, "2016-12-08T06:00:00+02:00"],
    [2, "2016-12-08T18:00:00+02:00"],
  ]);
  const kinds = run.turns[0].events.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toContain("battle-resolved");
  expect(run.turns[1].hash).toBe(run.finalHash);
  expect(run.measures).toMatchObject({ "fall-of-palmyra": null, "t4-held": 1 });
});

test("history --json holds no path of the machine it ran on", async () => {
  const { out } = await tadmorHere("history", "--json", "--turns", "1");
  expect(out).not.toContain(process.cwd());
});

test("history prints turns, the record with its sources, and where they part, in 80 columns", async () => {
  const { exit, out } = await tadmorHere("history", "--turns", "3");
  expect(exit).toBe(0);
  expect(out).toContain("Turn 3 · 9 December 2016, day");
  expect(out).toContain("The run departs from the record");
  expect(out).toMatch(/Both: government → ISIS \[SO1, AXR; high\]/);
  expect(out.split("\n").filter((line) => line.length > WIDEST)).toEqual([]);
});

test("history --why prints a working that keeps to 80 columns", async () => {
  const { out } = await tadmorHere("history", "--turns", "2", "--why");
  expect(out).toContain("Odds, attacker over defender");
  expect(out.split("\n").filter((line) => line.length > WIDEST)).toEqual([]);
});

test("history --quiet is the measures alone, in one screen", async () => {
  const { out } = await tadmorHere("history", "--quiet", "--turns", "2");
  expect(out).not.toContain("Turn 2 ·");
  expect(out).toContain("Fall of Palmyra city");
  expect(out.split("\n").length).toBeLessThan(SCREEN_ROWS);
});

test("history sets no figure of days beside a run that did not play them", async () => {
  const { out } = await tadmorHere("history", "--turns", "3");
  expect(out).toContain("Run: not played in full.");
  expect(out).not.toMatch(/Run: \d/);
});

test("history says that one seed is one run", async () => {
  const { out } = await tadmorHere("history", "--turns", "1", "--seed", "seven");
  expect(out.replaceAll(/\s+/g, " ")).toContain("that of seed seven: --seed plays another.");
});

test("history --record simulates nothing", async () => {
  const { exit, out } = await tadmorHere("history", "--record");
  expect(exit).toBe(0);
  expect(out).toContain("nothing here is simulated");
  expect(out).not.toContain("odds");
});

test("two seeds are two runs", async () => {
  const hash = async (seed: string) =>
    JSON.parse((await tadmorHere("history", "--seed", seed, "--json", "--turns", "1")).out)
      .finalHash;
  expect(await hash("a")).not.toBe(await hash("b"));
});

test("a variant and a longer length are played", async () => {
  const { exit, out } = await tadmorHere("history", "--length", "siege", "--variant", "isis-4500");
  expect(exit).toBe(0);
  expect(out).toContain("After turn 29 · 22 December 2016, day");
  expect(out).toContain("Variant: ISIS in the strength that Moscow and Damascus claimed.");
});

test("play without a terminal prints what history prints", async () => {
  const played = tadmor();
  expect(played).toEqual(await tadmorHere("history"));
  expect(played.exit).toBe(0);
});

test("a reader that stops early is no error", () => {
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["-c", `set -o pipefail; ${TADMOR_SHELL} history --json | head -c 100`],
    { encoding: "utf8" },
  );
  expect({ bytes: stdout.length, stderr, status }).toEqual({ bytes: 100, stderr: "", status: 0 });
});
