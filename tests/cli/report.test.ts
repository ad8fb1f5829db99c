import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tadmorHere } from "../support/cli.ts";
import { emptyDirectory } from "../edge/directory.ts";
import { savedGame } from "./saved.ts";

test("report writes one page, the same bytes each time, and never over a file that is there", async () => {
  const game = await savedGame(3);
  const directory = emptyDirectory();
  const [first, second] = [join(directory, "a.html"), join(directory, "b.html")];
  expect((await tadmorHere("report", game, "-o", first)).exit).toBe(0);
  expect((await tadmorHere("report", game, "-o", second)).exit).toBe(0);
  expect(readFileSync(first, "utf8")).toBe(readFileSync(second, "utf8"));
  const again = await tadmorHere("report", game, "-o", first);
  expect(again.exit).toBe(2);
  expect(again.err).toContain("file.exists at /output");
});

test("what is there already is refused before a journal is read, and a name that no file has as a file", async () => {
  const taken = join(emptyDirectory(), "taken.html");
  writeFileSync(taken, "");
  const first = await tadmorHere("report", "nowhere.jsonl", "--luck", "-o", taken);
  expect(first.err).toContain("file.exists at /output");
  expect(first.err).not.toContain("file.missing");
  const long = await tadmorHere("report", "a".repeat(300));
  expect(long).toMatchObject({ exit: 2, out: "" });
  expect(long.err).toContain("file.unreadable");
});

test("report prints to standard output without -o, as a page or as Markdown", async () => {
  const game = await savedGame(3);
  expect((await tadmorHere("report", game)).out).toMatch(/^<!doctype html>/);
  expect((await tadmorHere("report", game, "--format", "md")).out).toMatch(/^# /);
});

test("report takes the format from the name of the file", async () => {
  const game = await savedGame(3);
  const file = join(emptyDirectory(), "a.md");
  await tadmorHere("report", game, "-o", file);
  expect(readFileSync(file, "utf8")).toMatch(/^# /);
});

test("the measures of a report are those of replay --json, to the last digit", async () => {
  const game = await savedGame(3);
  const { measures } = JSON.parse((await tadmorHere("replay", game, "--json")).out);
  const { out } = await tadmorHere("report", game, "--format", "md");
  const rows = out.slice(out.indexOf("Measures as replay --json gives them")).split("\n");
  const told = rows.flatMap((row) => {
    const [, id, value] = /^\| (\S+) \| (\S+) \|$/.exec(row) ?? [];
    return id === undefined || id === "measure" || id === "---" ? [] : [[id, JSON.parse(value!)]];
  });
  expect(Object.fromEntries(told)).toEqual(measures);
});

test("a seat's report says whose it is, and nothing of seed, scenario's digest or White's measures", async () => {
  const game = await savedGame(3);
  const white = (await tadmorHere("report", game)).out;
  const { seed, scenario } = JSON.parse(readFileSync(game, "utf8").split("\n")[0]!);
  const { out, exit } = await tadmorHere("report", game, "--seat", "red");
  expect(exit).toBe(0);
  expect(out).toContain("for Islamic State, Palmyra front");
  expect(white).toContain(seed);
  for (const secret of [seed, scenario.hash.slice(0, 12), "Every measure"])
    expect(out).not.toContain(secret);
});

test("report refuses a seat, a format and a flag that there are not, and a call without a journal", async () => {
  const game = await savedGame(3);
  const seat = await tadmorHere("report", game, "--seat", "nobody");
  expect(seat.exit).toBe(2);
  expect(seat.err).toContain('found "nobody", expected a seat');
  const usage = await tadmorHere("report", "--format", "pdf");
  expect(usage.exit).toBe(2);
  expect(usage.err).toContain("usage.missing");
  expect(usage.err).toContain("flag.format");
});

test("a journal that was altered is not told: exit 3, and no file", async () => {
  const game = await savedGame(3);
  const directory = emptyDirectory();
  const forged = join(directory, "forged.jsonl");
  writeFileSync(forged, readFileSync(game, "utf8").replace('"killed":', '"killed":1'));
  const out = join(directory, "a.html");
  expect((await tadmorHere("report", forged, "-o", out)).exit).toBe(3);
  expect(existsSync(out)).toBe(false);
});

test("a seat's points at the end are of seats that command; White has none to tell", async () => {
  const file = join(emptyDirectory(), "game.jsonl");
  await tadmorHere("run", "two-fords", "--open", "1", "-o", file);
  const { out } = await tadmorHere("report", file, "--seat", "blue", "--format", "md");
  expect(out).toMatch(/^\| Red command \| \d+ \|$/m);
  expect(out).not.toMatch(/^\| Exercise control \| \d+ \|$/m);
});
