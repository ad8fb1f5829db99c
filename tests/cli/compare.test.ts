import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmor, tadmorHere } from "../support/cli.ts";

const VARIANTS = ["--variant", "isis-1500,isis-4500"];
const FEW = ["compare", ...VARIANTS, "--runs", "14", "--jobs", "1"];
const few = (...flags: string[]) => tadmorHere(...FEW, ...flags);

interface Difference {
  readonly a: string;
  readonly b: string;
  readonly measure: string;
  readonly by: number | null;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly pairedSd: number;
  readonly unpairedSd: number;
  readonly varianceRatio: number | null;
  readonly sentence: string;
}

describe("a comparison", () => {
  const { exit, out } = tadmor(...FEW, "--json");
  const found = JSON.parse(out);
  const [main] = found.differences as Difference[];

  it("has the keys that scripts rely on", () => {
    expect(exit).toBe(0);
    expect(found.runs).toBe(14);
    expect(found.alternatives).toEqual(["isis-1500", "isis-4500"]);
    expect(Object.keys(main!)).toEqual(
      expect.arrayContaining([
        "a",
        "b",
        "measure",
        "mean",
        "low",
        "high",
        "level",
        "pairedSd",
        "unpairedSd",
      ]),
    );
    expect(main).toMatchObject({ a: "isis-1500", b: "isis-4500", level: 0.95 });
  });

  it("asks first what the scenario asks first, then every measure of it", () => {
    expect(found.question).toMatchObject({ measure: "fall-of-palmyra", by: 8 });
    const measures = (found.differences as Difference[]).slice(1).map(({ measure }) => measure);
    expect(measures).toContain("fall-of-t4");
    expect(new Set(measures).size).toBe(measures.length);
  });

  it("says its difference in one plain sentence", () => {
    const { mean, low, high, sentence } = main!;
    expect(low).toBeGreaterThan(0);
    expect(sentence).toMatch(
      /^".+" raises the chance that Palmyra \(Tadmur\) has fallen by 11 December by \d\.\d\d \(95 % \d\.\d\d to \d\.\d\d, 14 pairs\) against ".+", in this model\.$/,
    );
    expect(sentence).toContain(
      ` by ${mean.toFixed(2)} (95 % ${low.toFixed(2)} to ${high.toFixed(2)},`,
    );
  });

  it("turned round has the opposite difference", async () => {
    const line = [
      "compare",
      "--variant",
      "isis-4500,isis-1500",
      "--runs",
      "14",
      "--jobs",
      "1",
      "--json",
    ];
    const [other] = JSON.parse((await tadmorHere(...line)).out).differences as Difference[];
    expect(other!.mean).toBeCloseTo(-main!.mean, 12);
    expect(other!.low).toBeCloseTo(-main!.high, 12);
    expect(other!.sentence).toContain("lowers the chance");
  });

  it("is the same for any --jobs", () => {
    expect(tadmor(...FEW, "--json", "--jobs", "3").out).toBe(out);
  });

  it("in words names scenario, runs, alternatives and what pairing was worth", async () => {
    const text = (await few()).out;
    for (const part of [
      "of each of 2 alternatives",
      "Scenario palmyra-2016",
      "in this model",
      "independent seeds would have needed",
      "the median over",
    ]) {
      expect(text.replaceAll(/\s+/g, " ")).toContain(part);
    }
  });
});

describe("what is asked", () => {
  it("is a date as well as a turn", async () => {
    const by = async (text: string) =>
      JSON.parse((await few("--json", "--runs", "2", "--by", text)).out).question.by;
    expect([await by("3"), await by("2016-12-09")]).toEqual([3, 4]);
  });

  it("may be another measure", async () => {
    const { question, differences } = JSON.parse(
      (await few("--json", "--runs", "4", "--measure", "isis-killed")).out,
    );
    expect(question).toMatchObject({ measure: "isis-killed", by: null });
    expect(differences[0].sentence).toContain('the mean of "ISIS dead"');
  });
});

describe("the stopping rule", () => {
  const until = (width: string, runs: string, ...flags: string[]) =>
    tadmorHere(
      "compare",
      "two-fords",
      "--set",
      "/formations/lancers/men=400",
      "--jobs",
      "1",
      "--runs",
      runs,
      "--until-half-width",
      width,
      ...flags,
    );

  it("stops at the first hundred pairs that is narrow enough", async () => {
    const { exit, out } = await until("2", "300", "--json");
    const { runs, asked, question } = JSON.parse(out);
    expect({ exit, runs, asked }).toEqual({ exit: 0, runs: 100, asked: 300 });
    expect(question).toMatchObject({ halfWidth: 2, every: 100, reached: true });
  });

  it("that is not reached at the cap leaves the question undecided: exit 1", async () => {
    const { exit, out } = await until("0.001", "14", "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ runs: 14, question: { reached: false } });
    expect((await until("0.001", "14", "--quiet")).out).toContain("Undecided");
  });
});

describe("alternatives", () => {
  const named = async (...flags: string[]) =>
    JSON.parse((await tadmorHere("compare", "--runs", "1", "--jobs", "1", "--json", ...flags)).out)
      .alternatives;

  it("are courses of a side, excursions, or one change beside the scenario as written", async () => {
    expect(await named("--red", "red-historical,red-highway")).toEqual([
      "red-historical",
      "red-highway",
    ]);
    const directory = emptyDirectory();
    const files = ["a", "b"].map((name, at) => {
      const operation = { op: "replace", path: "/formations/silos-assault-a/men", value: 200 + at };
      const excursion = {
        format: "tadmor-excursion/1",
        title: name,
        reason: "r",
        patch: [operation],
      };
      writeFileSync(join(directory, `${name}.json`), JSON.stringify(excursion));
      return join(directory, `${name}.json`);
    });
    expect(await named("--excursion", files.join(","))).toEqual(["a", "b"]);
    expect(await named("--excursion", files[0]!)).toEqual(["as-written", "changed"]);
    expect(await named("--set", "/formations/silos-assault-a/men=200")).toEqual([
      "as-written",
      "changed",
    ]);
  });

  it("of more than two are compared each with each", async () => {
    const line = ["compare", "--variant", "isis-1500,isis-4500,no-svbied", "--runs", "3", "--json"];
    const { differences } = JSON.parse((await tadmorHere(...line)).out) as {
      differences: Difference[];
    };
    expect(differences.slice(0, 3).map(({ a, b }) => `${a} ${b}`)).toEqual([
      "isis-1500 isis-4500",
      "isis-1500 no-svbied",
      "isis-4500 no-svbied",
    ]);
  });

  it("that are the same never differ, and never part", async () => {
    const flags = ["--set", "/formations/silos-assault-a/men=300"];
    const { differences } = JSON.parse(
      (await tadmorHere("compare", "--runs", "3", "--json", ...flags)).out,
    );
    expect((differences as Difference[]).every(({ mean }) => mean === 0)).toBe(true);
    expect((await tadmorHere("compare", "--pair", "1", ...flags)).out).toContain("never part");
  });
});

describe("a pair of runs", () => {
  it("is told from where it parts, in words", async () => {
    const text = (await tadmorHere("compare", "--red", "red-historical,red-highway", "--pair", "7"))
      .out;
    expect(text.replaceAll(/\s+/g, " ")).toMatch(
      /Run 7 \(seed 1#7\) of .* part on turn 1 · 8 December 2016/,
    );
  });

  it("has its events in JSON", async () => {
    const line = ["compare", "--red", "red-historical,red-highway", "--pair", "7", "--json"];
    const { pairs, runs, differences } = JSON.parse((await tadmorHere(...line)).out);
    expect({ runs, differences }).toEqual({ runs: 1, differences: [] });
    expect(pairs[0]).toMatchObject({ run: 7, seed: "1#7", parting: { turn: 1 } });
    expect(pairs[0].parting.a.told).not.toBe(pairs[0].parting.b.told);
  });
});

describe("what is kept", () => {
  const shared = mkdtempSync(join(tmpdir(), "tadmor-"));
  afterAll(() => rmSync(shared, { recursive: true, force: true }));
  const directory = join(shared, "out");
  const printed = tadmor(...FEW, "--json", "--out", directory).out;

  it("has a row a run of each, in order, and its sentence in the README", () => {
    const lines = readFileSync(join(directory, "runs.csv"), "utf8").split("\n");
    expect(lines.slice(1, 4).map((line) => line.split(",").slice(0, 3).join(" "))).toEqual([
      "1 1#1 isis-1500",
      "1 1#1 isis-4500",
      "2 1#2 isis-1500",
    ]);
    const [{ sentence }] = JSON.parse(printed).differences;
    expect(readFileSync(join(directory, "README.md"), "utf8")).toContain(sentence);
    expect(readdirSync(directory)).toHaveLength(4);
  });

  it("is answered again without playing, and refused for other alternatives", async () => {
    expect((await tadmorHere("compare", "--resume", directory, "--json")).out).toBe(printed);
    const other = await tadmorHere(
      "compare",
      "--resume",
      directory,
      "--variant",
      "isis-1500,no-svbied",
    );
    expect(other.exit).toBe(2);
    expect(other.err).toContain("results.differs at /games/1");
  });
});

it.each([
  [[], "flag.alternatives"],
  [["--red", "red-historical,red-highway", "--variant", "isis-1500,isis-4500"], "flag.lists"],
  [["--red", "red-historical,red-historical"], "flag.twice"],
  [["--red", "red-historical,red-hihgway"], 'did you mean "red-highway"'],
  [["--blue", "x,y"], "flag.course at /blue"],
  [["--variant", "isis-1500,nobody"], "variant.unknown"],
  [["--variant", "a,b,c,d,e,f,g,h,i"], "flag.too-many"],
  [[...VARIANTS, "--measure", "fall-of-palmyrra"], 'did you mean "fall-of-palmyra"'],
  [[...VARIANTS, "--measure", "isis-killed", "--by", "3"], "flag.by at /by"],
  [[...VARIANTS, "--by", "13"], "flag.by at /by"],
  [[...VARIANTS, "--by", "1999-01-01"], "flag.by at /by"],
  [[...VARIANTS, "--until-half-width", "0"], "flag.half-width"],
  [[...VARIANTS, "--until-half-width", "x"], "flag.half-width"],
  [[...VARIANTS, "--pair", "0"], "flag.count at /pair"],
  [[...VARIANTS, "--runs", "-1"], "flag."],
  [["--excursion", "nowhere.json,neither.json"], "file.missing"],
] as const)("compare %j is refused", async (flags, code) => {
  const { exit, out, err } = await tadmorHere("compare", ...flags);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain(code);
  expect(err).not.toMatch(/\n\s+at /);
});

it("hints a turn and a date of the scenario that is played, where --by is neither", async () => {
  const march = ["palmyra-2016-03", "--variant", "isis-4000,isis-1500", "--length", "storm"];
  const { exit, err } = await tadmorHere("compare", ...march, "--by", "x");
  expect(exit).toBe(2);
  expect(err).toContain("--by 20, or --by 2016-03-18");
});
