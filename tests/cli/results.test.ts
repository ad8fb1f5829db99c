import { spawn } from "node:child_process";
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
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmor, tadmorHere } from "../support/cli.ts";

const RUNS = 30;
const ASKED = ["run", "--runs", `${RUNS}`, "--seed", "kept", "--quiet"];
const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

const bytesOf = (directory: string) =>
  readdirSync(directory)
    .toSorted()
    .map((name) => [name, readFileSync(join(directory, name)).toString("hex")]);

const unbroken: { directory: string; printed: string } = { directory: "", printed: "" };

const shared = mkdtempSync(join(tmpdir(), "tadmor-"));
afterAll(() => rmSync(shared, { recursive: true, force: true }));

beforeAll(() => {
  const directory = join(shared, "one");
  unbroken.printed = tadmor(...ASKED, "--jobs", "1", "--out", directory).out;
  unbroken.directory = directory;
});

describe("what is printed and kept", () => {
  it("is the same for more jobs than one", () => {
    const directory = join(emptyDirectory(), "out");
    const { exit, out } = tadmor(...ASKED, "--jobs", "2", "--out", directory);
    expect(exit).toBe(0);
    expect(out).toBe(unbroken.printed);
    expect(bytesOf(directory)).toEqual(bytesOf(unbroken.directory));
  });

  it("says nothing of the day, the machine or the place", () => {
    const texts = ["design.json", "README.md", "runs.csv"].map((name) =>
      readFileSync(join(unbroken.directory, name), "utf8"),
    );
    for (const text of texts) {
      expect(text).not.toContain(unbroken.directory);
      expect(text).not.toMatch(/jobs|\/tmp|20(2[4-9]|3\d)-/);
    }
    const { games, ...design } = JSON.parse(texts[0]!);
    expect(design).toMatchObject({ format: "tadmor-experiment/1", seed: "kept", runs: RUNS });
    for (const hash of [design.scenario.hash, design.parameters.hash, games[0].firstRun]) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(texts[1]).toContain(design.scenario.hash);
    expect(texts[2]!.split("\n")).toHaveLength(RUNS + 2);
  });

  it("is made again from its design alone", async () => {
    const directory = emptyDirectory();
    copyFileSync(join(unbroken.directory, "design.json"), join(directory, "design.json"));
    expect((await tadmorHere("run", "--resume", directory, "--jobs", "1", "--quiet")).out).toBe(
      unbroken.printed,
    );
    expect(bytesOf(directory)).toEqual(bytesOf(unbroken.directory));
  });
});

/** Plays until so many lines are in the table, and is then sent a signal. */
async function interrupted(directory: string, lines: number, signal: "SIGKILL" | "SIGINT") {
  const child = spawn(process.execPath, [MAIN, ...ASKED, "--jobs", "2", "--out", directory]);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let said = "";
  child.stderr.on("data", (data) => (said += String(data)));
  const csv = join(directory, "runs.csv");
  await vi.waitUntil(
    () => existsSync(csv) && readFileSync(csv, "utf8").split("\n").length > lines,
    { timeout: 60_000, interval: 20 },
  );
  child.kill(signal);
  return { exit: await ended, said };
}

describe("an experiment that ends early", () => {
  it("killed and resumed, holds the bytes of an unbroken one", async () => {
    const directory = join(emptyDirectory(), "out");
    await interrupted(directory, 5, "SIGKILL");
    expect(existsSync(join(directory, "runs.parquet"))).toBe(false);
    const { exit, out } = await tadmorHere("run", "--resume", directory, "--jobs", "1", "--quiet");
    expect(exit).toBe(0);
    expect(out).toBe(unbroken.printed);
    expect(bytesOf(directory)).toEqual(bytesOf(unbroken.directory));
  });

  it("stopped by Ctrl-C keeps its first runs whole, and goes on", async () => {
    const directory = join(emptyDirectory(), "out");
    const { exit, said } = await interrupted(directory, 5, "SIGINT");
    expect(exit).toBe(0);
    expect(said).toMatch(/Stopped after \d+ of 30 runs/);
    expect(readdirSync(directory).toSorted()).toEqual([
      "README.md",
      "design.json",
      "runs.csv",
      "runs.parquet",
    ]);
    const kept = readFileSync(join(directory, "runs.csv"), "utf8");
    expect(readFileSync(join(unbroken.directory, "runs.csv"), "utf8").startsWith(kept)).toBe(true);
    await tadmorHere("run", "--resume", directory, "--jobs", "1", "--quiet");
    expect(bytesOf(directory)).toEqual(bytesOf(unbroken.directory));
  });
});

describe("what is resumed", () => {
  it("may be asked for in the same words once more", async () => {
    const { exit, out } = await tadmorHere(...ASKED, "--resume", unbroken.directory);
    expect({ exit, out }).toEqual({ exit: 0, out: unbroken.printed });
  });

  it.each([
    ["another seed", ["--seed", "other"], ["/seed", "/games/0/firstRun"]],
    ["another number of runs", ["--runs", "5"], ["/runs"]],
    [
      "a changed scenario",
      ["--set", "/formations/silos-assault-a/men=200"],
      ["/games/0/excursion"],
    ],
    ["another length", ["--length", "siege"], ["/games/0/length", "/games/0/turns"]],
  ])("is refused for %s, with what differs", async (_, flags, paths) => {
    const before = bytesOf(unbroken.directory);
    const { exit, out, err } = await tadmorHere("run", "--resume", unbroken.directory, ...flags);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    for (const path of paths) expect(err).toContain(`results.differs at ${path}`);
    expect(bytesOf(unbroken.directory)).toEqual(before);
  });

  it("is refused when another engine, or other rules, began it", async () => {
    const directory = emptyDirectory();
    const design = JSON.parse(readFileSync(join(unbroken.directory, "design.json"), "utf8"));
    design.engine = "0.0.1";
    design.games[0].firstRun = "0".repeat(64);
    writeFileSync(join(directory, "design.json"), JSON.stringify(design));
    const { exit, err } = await tadmorHere("run", "--resume", directory);
    expect(exit).toBe(2);
    expect(err).toContain("results.differs at /engine");
    expect(err).toContain("results.differs at /games/0/firstRun");
  });

  it.each([
    ["an empty directory", "", "results.none at /resume"],
    ["a design that is none", '{ "format": "tadmor-experiment/1" }', "results.design"],
    ["no JSON", "{", "json."],
  ])("is refused for %s", async (_, design, code) => {
    const directory = emptyDirectory();
    if (design !== "") writeFileSync(join(directory, "design.json"), design);
    const { exit, err } = await tadmorHere("run", "--resume", directory);
    expect(exit).toBe(2);
    expect(err).toContain(code);
  });

  it("is refused by the other command", async () => {
    const { exit, err } = await tadmorHere("compare", "--resume", unbroken.directory);
    expect(exit).toBe(2);
    expect(err).toContain("results.command");
  });
});

describe("one run as a saved game", () => {
  const measuresOf = (csv: string, run: number) => {
    const [head = "", ...lines] = csv.split("\n").map((line) => line.split(","));
    return Object.fromEntries((head as string[]).map((name, at) => [name, lines[run - 1]?.[at]]));
  };

  it("recomputes, and has the measures of its row", async () => {
    const file = join(emptyDirectory(), "run-17.jsonl");
    const opened = await tadmorHere(
      "run",
      "--resume",
      unbroken.directory,
      "--open",
      "17",
      "-o",
      file,
    );
    expect(opened.exit).toBe(0);
    expect((await tadmorHere("verify", file)).exit).toBe(0);
    const { measures, seed } = JSON.parse((await tadmorHere("replay", file, "--json")).out);
    const row = measuresOf(readFileSync(join(unbroken.directory, "runs.csv"), "utf8"), 17);
    expect(seed).toBe("kept#17");
    for (const [name, value] of Object.entries(measures)) expect(row[name]).toBe(`${value ?? ""}`);
  });

  it("carries its excursion", async () => {
    const file = join(emptyDirectory(), "run.jsonl");
    await tadmorHere(
      "run",
      "--set",
      "/formations/silos-assault-a/men=200",
      "--open",
      "1",
      "-o",
      file,
    );
    expect((await tadmorHere("verify", file)).exit).toBe(0);
    expect(readFileSync(file, "utf8").split("\n")[0]).toContain('"excursion":[{');
  });

  it("is not written over a file", async () => {
    const file = join(emptyDirectory(), "run.jsonl");
    writeFileSync(file, "mine");
    const { exit, err } = await tadmorHere("run", "--open", "1", "--output", file);
    expect(exit).toBe(2);
    expect(err).toContain("file.exists");
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

it.each([
  ["--jobs", "0", "flag.count at /jobs"],
  ["--jobs", "many", "flag.count at /jobs"],
  ["--runs", "0", "flag.count at /runs"],
  ["--runs", "1000001", "flag.count at /runs"],
  ["--open", "-3", "flag."],
  ["--open", "0", "flag.count at /open"],
  ["--set", "men=3", "flag.set at /set"],
  ["--set", "/formations/nobody/men=3", "patch.refused at /set"],
  ["--set", "/formations/silos-assault-a/men=-3", "schema.out-of-range"],
  ["--excursion", "nowhere.json", "file.missing"],
])("run %s %s is refused", async (flag, value, code) => {
  const { exit, out, err } = await tadmorHere("run", "--runs", "1", flag, value);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain(code);
  expect(err).not.toMatch(/\n\s+at /);
});

it("all that is wrong with a line is said at once, and a directory is begun or resumed", async () => {
  const line = ["run", "--jobs", "x", "--runs", "y", "--out", "a", "--resume", "b", "--set", "z"];
  const { exit, err } = await tadmorHere(...line);
  expect(exit).toBe(2);
  for (const code of ["/jobs", "/runs", "flag.both", "file.missing at /resume", "flag.set"]) {
    expect(err).toContain(code);
  }
});

it.each(["run", "compare", "matrix", "ledger"])(
  "%s asks once for the file of a scenario that does not ship, and so does its report",
  async (command) => {
    const directory = emptyDirectory();
    const design = {
      format: "tadmor-experiment/1",
      command,
      scenario: { id: "kaspar" },
      seed: "1",
      runs: 2,
      question: {},
      games: [{ name: "a" }, { name: "b" }],
    };
    writeFileSync(join(directory, "design.json"), JSON.stringify(design));
    const resumed = await tadmorHere(command, "--resume", directory);
    expect(resumed).toMatchObject({ exit: 2, out: "" });
    expect(resumed.err).toContain("1 problem\n  results.scenario at /resume");
    expect(resumed.err).toContain(`hint: name the scenario's file: tadmor ${command} FILE.json`);
    const told = await tadmorHere("report", directory);
    expect(told).toMatchObject({ exit: 2, out: "" });
    expect(told.err).toContain("1 problem\n  results.scenario\n");
    expect(told.err).toContain("hint: --scenario FILE.json names it");
  },
);
