import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";

const COURSES = ["--red", "red-historical,red-highway", "--blue", "blue-historical,blue-elite"];
const FEW = ["matrix", ...COURSES, "--runs", "3", "--jobs", "1"];

const bytesOf = (directory: string) =>
  readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), "hex")]);

describe("a matrix", () => {
  const shared = mkdtempSync(join(tmpdir(), "tadmor-"));
  afterAll(() => rmSync(shared, { recursive: true, force: true }));
  const directory = join(shared, "out");
  const printed = { out: "" };
  beforeAll(async () => {
    printed.out = (await tadmorHere(...FEW, "--json", "--out", directory)).out;
  });

  it("has the keys that scripts rely on, and mixes that are whole", () => {
    const found = JSON.parse(printed.out);
    expect(found).toMatchObject({
      runs: 3,
      red: ["red-historical", "red-highway"],
      blue: ["blue-historical", "blue-elite"],
      value: { mean: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
      security: { red: { level: expect.any(Number) }, blue: { level: expect.any(Number) } },
    });
    for (const row of found.payoff) {
      for (const cell of row) expect(Object.keys(cell)).toContain("mean");
    }
    for (const mix of [found.redMix, found.blueMix]) {
      const sum = mix.reduce((all: number, one: { weight: number }) => all + one.weight, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });

  it("has its value between the security levels", () => {
    const { value, security } = JSON.parse(printed.out);
    expect(value.mean).toBeGreaterThanOrEqual(security.red.level - 1e-9);
    expect(value.mean).toBeLessThanOrEqual(security.blue.level + 1e-9);
  });

  it("is made again from its design alone, to the byte", async () => {
    const again = emptyDirectory();
    copyFileSync(join(directory, "design.json"), join(again, "design.json"));
    const { out } = await tadmorHere("matrix", "--resume", again, "--jobs", "1", "--json");
    expect(out).toBe(printed.out);
    expect(bytesOf(again)).toEqual(bytesOf(directory));
  });

  it("is not gone on with for other courses", async () => {
    const line = ["matrix", "--resume", directory, ...COURSES.slice(0, 2), "--blue", "blue-outer"];
    const { exit, err } = await tadmorHere(...line, "--runs", "3");
    expect(exit).toBe(2);
    expect(err).toContain("results.differs at /games");
  });

  it("in words names value, security, regret and support, and on one page asks the network for nothing", async () => {
    const html = join(emptyDirectory(), "matrix.html");
    const line = ["matrix", "--resume", directory, "--jobs", "1", "--html", html];
    const { out } = await tadmorHere(...line);
    const words = out.replaceAll(/\s+/g, " ");
    for (const part of [
      "The value of the game to Red is",
      "Red alone is sure of",
      "To know Blue's choice is worth",
      "of the resamples",
      "Regret of Blue",
      "In this model: scenario palmyra-2016",
    ]) {
      expect(words).toContain(part);
    }
    const page = readFileSync(html, "utf8");
    expect(page).toContain("<svg");
    expect(page).not.toMatch(/<script [^>]*src|<link|src=|@import|url\(http/);
  });
});

describe("what a matrix is of", () => {
  it("may be a stated weighting", async () => {
    const { out } = await tadmorHere(...FEW, "--payoff", "palmyra-held=-1", "--json");
    const { payoff, terms } = JSON.parse(out);
    expect(terms).toMatchObject([{ measure: "palmyra-held", weight: -1 }]);
    for (const { mean } of payoff.flat()) expect(mean).toBeLessThanOrEqual(0);
  });

  it("may be each hidden aim, all on the same dice", async () => {
    const one = ["matrix", "--red", "red-historical", "--blue", "blue-historical"];
    const line = [...one, "--runs", "2", "--jobs", "1", "--each-aim", "--json"];
    const { byAim } = JSON.parse((await tadmorHere(...line)).out);
    expect(Object.keys(byAim)).toContain("aim-t4");
    expect(Object.keys(byAim).length).toBeGreaterThan(2);
    const alone = JSON.parse(
      (await tadmorHere(...one, "--runs", "2", "--jobs", "1", "--aim", "aim-t4", "--json")).out,
    );
    expect(byAim["aim-t4"].payoff).toEqual(alone.payoff);
  });
});

it.each([
  [["--red", "red-hihgway"], "flag.course at /red"],
  [["--payoff", "palmyra-held"], "flag.form at /payoff"],
  [["--payoff", "palmyra-hled=1"], 'did you mean "palmyra-held"'],
  [["--runs", "0"], "flag.count at /runs"],
  [["--runs", "1", ...COURSES, "--jobs", "1"], "flag.few at /runs"],
  [["--out", "a", "--resume", "b"], "flag.both"],
])("matrix %j is refused", async (flags, code) => {
  const { exit, out, err } = await tadmorHere("matrix", ...flags);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain(code);
});
