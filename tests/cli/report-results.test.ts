import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
  runs: 3,
  measures: { dead: { title: "Government dead", measure: "government-killed" } },
};

function designFile(): string {
  const file = join(emptyDirectory(), "design.json");
  writeFileSync(file, JSON.stringify(DESIGN));
  return file;
}

const EXPERIMENTS: readonly (readonly [string, () => readonly string[]])[] = [
  ["run", () => ["run", "two-fords", "--runs", "4"]],
  [
    "compare",
    () => ["compare", "two-fords", "--runs", "4", "--set", "/formations/lancers/men=700"],
  ],
  ["sweep", () => ["sweep", designFile()]],
  ["ledger", () => ["ledger", "--points", "3", "--runs", "2", "--below", "/contingents"]],
  [
    "matrix",
    () => [
      "matrix",
      "--runs",
      "2",
      "--red",
      "red-historical,red-pin",
      "--blue",
      "blue-historical,blue-city",
    ],
  ],
];

test.each(EXPERIMENTS)(
  "%s: the page of --html is the page of its directory, and names what it is of",
  async (command, line) => {
    const [directory, html] = [join(emptyDirectory(), "out"), join(emptyDirectory(), "a.html")];
    const flags = ["--jobs", "1", "--quiet", "--out", directory, "--html", html];
    expect((await tadmorHere(...line(), ...flags)).exit).toBe(0);
    const page = readFileSync(html, "utf8");
    const { exit, out, err } = await tadmorHere("report", directory);
    expect({ exit, err, same: out === page }).toEqual({ exit: 0, err: "", same: true });
    const { scenario, seed } = JSON.parse(readFileSync(join(directory, "design.json"), "utf8"));
    for (const named of [scenario.hash, `seed ${seed}`, "in this model", `tadmor ${command}`]) {
      expect(page).toContain(named);
    }
    expect(page).not.toContain(directory);
    expect(page).not.toMatch(/<link|src=|@import|url\(http/);
    const told = await tadmorHere("report", directory, "--format", "md");
    expect(told.out).toMatch(/^# /);

    if (command !== "ledger") return;
    // Two rows are one draw, of which no variance can be told.
    const csv = join(directory, "runs.csv");
    writeFileSync(csv, readFileSync(csv, "utf8").split("\n").slice(0, 3).join("\n").concat("\n"));
    const short = await tadmorHere("report", directory);
    expect(short).toMatchObject({ exit: 2, out: "" });
    expect(short.err).toContain("results.few");
  },
);

test("what parted the runs of a sweep is not looked for with other rules than theirs", async () => {
  const directory = join(emptyDirectory(), "out");
  await tadmorHere("sweep", designFile(), "--jobs", "1", "--quiet", "--out", directory);
  const told = async () => (await tadmorHere("report", directory, "--format", "md")).out;
  expect(await told()).toContain("1 pair was looked into");
  const file = join(directory, "design.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(/"engine": "[^"]*"/, '"engine": "0.0.1"'));
  const old = await told();
  expect(old).toContain("Seeds that go the wrong way");
  expect(old).not.toContain("looked into");
  const other = await tadmorHere("report", directory, "--scenario", "two-fords");
  expect(other.exit).toBe(2);
});

test("a ledger keeps its draws beside its runs, and is made again from its design alone", async () => {
  const line = ["ledger", "--points", "3", "--runs", "2", "--below", "/contingents", "--json"];
  const [directory, again] = [join(emptyDirectory(), "out"), emptyDirectory()];
  const first = await tadmorHere(...line, "--jobs", "1", "--out", directory);
  expect(readFileSync(join(directory, "points.csv"), "utf8").split("\r\n")).toHaveLength(5);
  writeFileSync(join(again, "design.json"), readFileSync(join(directory, "design.json")));
  const second = await tadmorHere("ledger", "--json", "--jobs", "1", "--resume", again);
  expect(second).toEqual(first);
  for (const name of ["design.json", "runs.csv", "points.csv", "README.md", "runs.parquet"]) {
    expect(readFileSync(join(again, name))).toEqual(readFileSync(join(directory, name)));
  }
});

test("runs of other rules are told as they were, with a remark", async () => {
  const directory = join(emptyDirectory(), "out");
  await tadmorHere("run", "--runs", "3", "--jobs", "1", "--quiet", "--out", directory);
  const file = join(directory, "design.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(/"engine": "[^"]*"/, '"engine": "0.0.1"'));
  const { exit, out } = await tadmorHere("report", directory, "--format", "md");
  expect(exit).toBe(0);
  expect(out).toContain("other rules than those of this program");
  writeFileSync(file, readFileSync(file, "utf8").replace(/"hash": "./, '"hash": "x'));
  const refused = await tadmorHere("report", directory);
  expect(refused.exit).toBe(2);
  expect(refused.err).toContain("results.differs");
});

test("a directory that holds no experiment is refused, and so is a seat of one", async () => {
  const directory = emptyDirectory();
  expect((await tadmorHere("report", directory)).err).toContain("results.none");
  writeFileSync(join(directory, "design.json"), "{}");
  const { exit, err } = await tadmorHere("report", directory);
  expect(exit).toBe(2);
  expect(err).toContain("results.design");
  expect((await tadmorHere("report", directory, "--seat", "red")).err).toContain("flag.seat");
  expect(existsSync(join(directory, "runs.csv"))).toBe(false);
});
