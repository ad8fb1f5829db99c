import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";

// A scenario that asks for no measure, has no course of a whole side, no target and no record.
const BARE = "two-fords";
const DESIGN = {
  format: "tadmor-design/1",
  title: "Lancers",
  scenario: "three-fords",
  factors: {
    men: { title: "Lancers", of: { pointer: "/formations/lancers/men" }, levels: [400, 900] },
  },
  design: { kind: "full-factorial" },
  runs: 2,
  measures: { dead: { title: "Dead of Red", measure: "red-dead" } },
};
const LESS = ["--set", "/formations/lancers/men=400"];

describe("a scenario that asks nothing of its runs", () => {
  it("is told by the measures that every run has", async () => {
    const { exit, out } = await tadmorHere("run", BARE, "--runs", "3", "--jobs", "1", "--quiet");
    expect(exit).toBe(0);
    for (const title of ["blue killed", "red killed and missing", "red score"]) {
      expect(out).toContain(`\n  ${title}\n`);
    }
  });

  it("is compared by the score of its first seat, or by any measure that every run has", async () => {
    const line = ["compare", BARE, ...LESS, "--runs", "3", "--jobs", "1", "--json"];
    const asked = async (...more: string[]) =>
      JSON.parse((await tadmorHere(...line, ...more)).out) as {
        question: { measure: string };
        differences: { sentence: string }[];
      };
    const own = await asked();
    expect(own.question.measure).toBe("blue-score");
    expect(own.differences[0]!.sentence).toContain('the mean of "blue score"');
    expect((await asked("--measure", "red-killed")).question.measure).toBe("red-killed");
  });

  it.each([
    ["matrix", ["flag.courses at /red", "flag.courses at /blue", '"red-lesson"']],
    ["backtest", ["backtest.targets at /targets"]],
    ["history --pinned", ["history.no-record"]],
  ])("is refused by %s, which says what is missing", async (line, words) => {
    const [command = "", ...flags] = line.split(" ");
    const { exit, out, err } = await tadmorHere(command, BARE, ...flags);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    for (const word of words) expect(err).toContain(word);
  });

  it("is told that it has no levers, where they are asked for beside its targets", async () => {
    const scenario = JSON.parse(readFileSync("scenarios/two-fords.json", "utf8"));
    const test = { measure: "mill-falls", to: 1 };
    scenario.targets = { few: { title: "Few", what: { kind: "chance", test, atLeast: 0 } } };
    scenario.measures = { "mill-falls": { title: "The mill", kind: "fall", subject: "mill" } };
    const file = join(emptyDirectory(), "two-fords.json");
    writeFileSync(file, JSON.stringify(scenario));
    const { err } = await tadmorHere(
      "backtest",
      file,
      "--runs",
      "2",
      "--levers",
      "2",
      "--jobs",
      "1",
    );
    expect(err).toContain("--levers: found no lever in this scenario");
  });

  it("is hinted the pointer that a mistyped one is near to", async () => {
    const { exit, err } = await tadmorHere("run", BARE, "--set", "/formations/lancrs/men=4");
    expect(exit).toBe(2);
    expect(err).toContain("did you mean /formations/lancers/men?");
  });

  it("has a matrix of the courses of its seats", async () => {
    const sides = ["--red", "red-lesson", "--blue", "blue-lesson"];
    const line = ["matrix", BARE, ...sides, "--runs", "2", "--jobs", "1", "--json"];
    expect((await tadmorHere(...line)).exit).toBe(0);
  });
});

describe("a design of a scenario that does not ship", () => {
  it("is swept with --scenario, gone on with, and reported", async () => {
    const [scenario, design, out] = ["mine.json", "design.json", "out"].map((name) =>
      join(emptyDirectory(), name),
    ) as [string, string, string];
    const shipped = JSON.parse(readFileSync("scenarios/two-fords.json", "utf8"));
    const dead = { title: "Dead of Red", kind: "men", states: ["killed"], side: "red" };
    const mine = { ...shipped, id: "three-fords", measures: { "red-dead": dead } };
    writeFileSync(scenario, JSON.stringify(mine));
    const courses = join(dirname(scenario), "coas/three-fords");
    cpSync("scenarios/coas/two-fords", courses, { recursive: true });
    for (const name of readdirSync(courses)) {
      const file = join(courses, name);
      writeFileSync(file, readFileSync(file, "utf8").replace('"two-fords"', '"three-fords"'));
    }
    writeFileSync(design, JSON.stringify(DESIGN));
    const line = ["sweep", design, "--jobs", "1", "--quiet"];
    const unnamed = await tadmorHere(...line);
    expect(unnamed.exit).toBe(2);
    expect(unnamed.err.replaceAll(/\s+/g, " ")).toContain(
      "--scenario FILE.json names one that does not ship",
    );
    const named = await tadmorHere(...line, "--scenario", scenario, "--out", out);
    expect(named).toMatchObject({ exit: 0, err: "" });
    const again = await tadmorHere("sweep", "--resume", out, "--scenario", scenario, "--quiet");
    expect(again.out).toBe(named.out);
    expect((await tadmorHere("report", out, "--scenario", scenario)).exit).toBe(0);
  });
});
