import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";

const WIDEST = 80;
const SHORT = ["--turns", "2"] as const;

test("history --pinned says what it pins with its chance, and writes a journal that verifies", async () => {
  const file = join(emptyDirectory(), "pinned.jsonl");
  const { exit, out, err } = await tadmorHere("history", "--pinned", ...SHORT, "-o", file);
  expect(exit).toBe(0);
  expect(out).toContain("Pinned, in this model");
  expect(out).toMatch(/Jabal Hayyal falls to ISIS forces, at odds of/);
  expect(out.split("\n").filter((line) => line.length > WIDEST)).toEqual([]);
  expect(err).toContain(`tadmor replay ${file}`);
  expect(await tadmorHere("verify", file)).toMatchObject({ exit: 0, err: "" });
  const replayed = await tadmorHere("replay", file);
  expect(replayed.out.replaceAll(/\s+/g, " ")).toContain(
    "pinned to the record: Jabal Hayyal falls",
  );
});

test("history --pinned --json gives the same document twice, and the chance is that of its pins", async () => {
  const [first, second] = [
    await tadmorHere("history", "--pinned", ...SHORT, "--json"),
    await tadmorHere("history", "--pinned", ...SHORT, "--json"),
  ];
  expect(first).toEqual(second);
  const { pinned } = JSON.parse(first.out);
  const product = pinned.pins.reduce(
    (all: number, { chance }: { chance: number }) => all * chance,
    1,
  );
  expect(pinned.chance).toBeCloseTo(product, 12);
  expect(pinned.pins.length).toBeGreaterThan(0);
});

test("a scenario whose record says nothing of control is refused", async () => {
  const { exit, err } = await tadmorHere("history", "two-fords", "--pinned");
  expect(exit).toBe(2);
  expect(err).toContain("history.no-record");
});

test("--pinned goes with neither --record nor --why, and -o with it alone", async () => {
  const { exit, err } = await tadmorHere("history", "--pinned", "--record", "--why");
  expect(exit).toBe(2);
  expect(err).toContain("--record: found it with --pinned");
  expect(err).toContain("--why: found it with --pinned");
  expect((await tadmorHere("history", "-o", "x.jsonl")).err).toContain("expected it with --pinned");
});
