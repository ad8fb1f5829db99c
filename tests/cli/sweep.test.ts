import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";

const DESIGN = {
  format: "tadmor-design/1",
  title: "The first assault group",
  scenario: "palmyra-2016",
  factors: {
    first: {
      title: "First assault group",
      of: { pointer: "/formations/silos-assault-a/men" },
      levels: [170, 530],
    },
  },
  design: { kind: "full-factorial" },
  runs: 5,
  measures: {
    fall: { title: "Fall of Palmyra", measure: "fall-of-palmyra" },
    held: { title: "Palmyra held at the end", test: { measure: "palmyra-held", from: 1 } },
    dead: { title: "Government dead", measure: "government-killed" },
  },
  breakEven: [{ factor: "first", measure: "held" }],
};

function fileOf(change: object = {}, directory = emptyDirectory()): string {
  const file = join(directory, "design.json");
  writeFileSync(file, JSON.stringify({ ...DESIGN, ...change }));
  return file;
}

const bytesOf = (directory: string) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => [one.name, readFileSync(join(one.parentPath, one.name)).toString("hex")])
    .toSorted();

describe("a sweep", () => {
  const shared = mkdtempSync(join(tmpdir(), "tadmor-"));
  afterAll(() => rmSync(shared, { recursive: true, force: true }));
  const directory = join(shared, "out");
  const printed = { out: "" };
  beforeAll(async () => {
    const line = ["sweep", fileOf({}, shared), "--jobs", "1", "--json", "--out", directory];
    printed.out = (await tadmorHere(...line)).out;
  });

  it("has a row for each point, with its interval, and the effects of its factors", () => {
    const { measures, runs, breakEvens } = JSON.parse(printed.out);
    expect(runs).toBe(10);
    expect(Object.keys(measures)).toEqual(["fall", "held", "dead"]);
    const points = measures.dead.table.map((row: { values: object }) => row.values);
    expect(points).toEqual([{ first: 170 }, { first: 530 }]);
    expect(measures.dead.effects.first).toMatchObject({ found: expect.any(Number) });
    expect(breakEvens).toMatchObject([{ factor: "first", measure: "held", share: 0.5 }]);
  });

  it("keeps a row a run, and the point in it", () => {
    const lines = readFileSync(join(directory, "runs.csv"), "utf8").split("\n");
    expect(lines).toHaveLength(12);
    expect(lines[1]).toMatch(/^1,1#1,first=170,/);
    expect(lines[2]).toMatch(/^1,1#1,first=530,/);
    expect(readFileSync(join(directory, "README.md"), "utf8")).toContain("tadmor sweep --resume");
  });

  it("is made again from its design alone, to the byte", async () => {
    const again = emptyDirectory();
    copyFileSync(join(directory, "design.json"), join(again, "design.json"));
    const { out } = await tadmorHere("sweep", "--resume", again, "--jobs", "1", "--json");
    expect(out).toBe(printed.out);
    expect(bytesOf(again)).toEqual(bytesOf(directory));
  });

  it("is not gone on with for another design", async () => {
    const { exit, err } = await tadmorHere("sweep", fileOf({ runs: 6 }), "--resume", directory);
    expect(exit).toBe(2);
    expect(err).toContain("results.differs at /runs");
  });

  it("in words names the model, and its pictures have feet", async () => {
    const { out } = await tadmorHere("sweep", "--resume", directory, "--jobs", "1");
    expect(out).toContain("effects from low to high");
    expect(out.replaceAll(/\s+/g, " ")).toContain("In this model: scenario palmyra-2016");
    expect(out).toContain("Break-even, in this model");
    expect(out).toContain("Seeds that go the wrong way, in this model");
  });

  it("draws its pictures into one page that asks the network for nothing", async () => {
    const html = join(emptyDirectory(), "sweep.html");
    await tadmorHere("sweep", "--resume", directory, "--jobs", "1", "--html", html);
    const page = readFileSync(html, "utf8");
    expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(3);
    expect(page).toContain("In this model: scenario palmyra-2016");
    expect(page).not.toMatch(/<link|src=|@import|url\(http/);
  });
});

describe("runs far from the others", () => {
  it("are kept as saved games that recompute", async () => {
    const directory = join(emptyDirectory(), "out");
    const few = { runs: 24, factors: { first: { ...DESIGN.factors.first, levels: [300] } } };
    const measures = { dead: { title: "Fall of the silos", measure: "fall-of-silos" } };
    const file = fileOf({ ...few, measures, breakEven: [] });
    const line = ["sweep", file, "--jobs", "1", "--json", "--out", directory];
    const { measures: found } = JSON.parse((await tadmorHere(...line)).out);
    const [first] = found.dead.outliers;
    const journal = join(directory, "outliers", `point-1-run-${first.run}.jsonl`);
    expect(existsSync(journal)).toBe(true);
    expect((await tadmorHere("verify", journal)).exit).toBe(0);
  });
});

it.each([
  ["no file", [], "usage.missing"],
  ["a directory that is none", ["--resume", "nowhere"], "file.missing at /resume"],
  ["both a new directory and an old one", ["--out", "a", "--resume", "b"], "flag.both"],
  ["a wrong number of jobs", ["--jobs", "x"], "flag.count at /jobs"],
])("a sweep of %s is refused", async (_, flags, code) => {
  const { exit, out, err } = await tadmorHere("sweep", ...flags);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain(code);
});

it("a design with problems is refused with all of them", async () => {
  const measures = { a: { title: "A", measure: "fall-of-palmyrra" } };
  const { exit, err } = await tadmorHere("sweep", fileOf({ measures, runs: 0 }));
  expect(exit).toBe(2);
  expect(err).toContain("at /measures/a/measure");
  expect(err).toContain("at /runs");
});
