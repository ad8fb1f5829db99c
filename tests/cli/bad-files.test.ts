import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";

const SCENARIO = readFileSync(
  new URL("../../scenarios/palmyra-2016.json", import.meta.url),
  "utf8",
);
const DEEP = 10_000;
const LARGE_BYTES = 200 * 1024 * 1024;

function written(text: string | Buffer, name = "scenario.json"): string {
  const file = join(emptyDirectory(), name);
  writeFileSync(file, text);
  return file;
}

// oxlint-disable-next-line typescript/no-explicit-any -- what is broken on purpose has no type
function broken(breakIt: (scenario: any) => void): string {
  const scenario = JSON.parse(SCENARIO);
  breakIt(scenario);
  return JSON.stringify(scenario);
}

const [FIRST_LINK = ""] = Object.keys(JSON.parse(SCENARIO).links);
const [FIRST_FORMATION = ""] = Object.keys(JSON.parse(SCENARIO).formations);
const [FIRST_OBJECTIVE = ""] = Object.keys(JSON.parse(SCENARIO).objectives);

/** What is broken, the text, and the paths that must be named. */
const BROKEN: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a missing place in a link",
    broken((one) => (one.links[FIRST_LINK].between[1] = "nowhere")),
    [`/links/${FIRST_LINK}/between/1`],
  ],
  [
    "negative men",
    broken((one) => (one.formations[FIRST_FORMATION].men.value = -5)),
    [`/formations/${FIRST_FORMATION}/men/value`],
  ],
  [
    "an unknown source",
    broken((one) => {
      const { men } = one.formations[FIRST_FORMATION];
      delete men.assumption;
      Object.assign(men, { low: men.value, high: men.value, sources: ["NOBODY"], confidence: "L" });
    }),
    [`/formations/${FIRST_FORMATION}/men/sources/0`],
  ],
  [
    "a wrong type",
    broken((one) => (one.objectives[FIRST_OBJECTIVE].points = "ten")),
    [`/objectives/${FIRST_OBJECTIVE}/points`],
  ],
  [
    "three things at once",
    broken((one) => {
      one.links[FIRST_LINK].between[1] = "nowhere";
      one.formations[FIRST_FORMATION].men.value = -5;
      one.length = "eternity";
    }),
    [`/links/${FIRST_LINK}/between/1`, `/formations/${FIRST_FORMATION}/men/value`, "/length"],
  ],
  ["a key given twice", SCENARIO.replace('"format":', '"id": "palmyra-2016", "format":'), ["/id"]],
  ["a truncated file", SCENARIO.slice(0, SCENARIO.length / 2), [""]],
  ["no JSON", "Dear reader, this is a letter.", [""]],
  ["an empty file", "", [""]],
  [
    "a __proto__ key",
    SCENARIO.replace('"format":', '"__proto__": { "polluted": true }, "format":'),
    ["/__proto__"],
  ],
  ["nesting of 10,000", "[".repeat(DEEP) + "]".repeat(DEEP), [""]],
];

test.each(BROKEN)("%s: exit 2, with its path, by check and by history", async (_, text, paths) => {
  const file = written(text);
  const { exit, out, err } = await tadmorHere("check", "--json", file);
  expect({ exit, err }).toEqual({ exit: 2, err: "" });
  const [found] = JSON.parse(out).files;
  expect(found.ok).toBe(false);
  const at = found.problems.map(({ path }: { path: string }) => path);
  for (const path of paths) expect(at).toContainEqual(expect.stringContaining(path));
  const run = await tadmorHere("history", file);
  expect({ exit: run.exit, out: run.out }).toEqual({ exit: 2, out: "" });
  for (const path of paths) expect(run.err).toContain(path);
  expect(run.err).not.toMatch(/\n\s+at [^/]/);
});

test("every problem has code, path, message and hint", async () => {
  const file = written(broken((one) => (one.links[FIRST_LINK].between[1] = "nowhere")));
  const [found] = JSON.parse((await tadmorHere("check", "--json", file)).out).files;
  for (const problem of found.problems) {
    expect(problem).toEqual({
      code: expect.stringMatching(/^[a-z-]+(\.[a-z-]+)+$/),
      path: expect.any(String),
      message: expect.stringMatching(/found .*expected /),
      hint: expect.any(String),
    });
  }
});

test.each([["check"], ["history"], ["replay"], ["verify"]])(
  "a file of 200 MB is measured and not read: %s",
  async (command) => {
    const file = written("", "large.json");
    const descriptor = openSync(file, "r+");
    ftruncateSync(descriptor, LARGE_BYTES);
    closeSync(descriptor);
    const { exit, err } = await tadmorHere(command, file);
    expect(exit).toBe(2);
    expect(err).toContain("has 200.0 MB, expected at most");
  },
);

test.each([
  ["no such file", "missing.json", "file.missing"],
  ["a directory", ".", "file.directory"],
])("%s is one problem", async (_, name, code) => {
  const { exit, err } = await tadmorHere("check", join(emptyDirectory(), name));
  expect(exit).toBe(2);
  expect(err).toContain(code);
});

test("text that is not UTF-8 is one problem", async () => {
  const { exit, err } = await tadmorHere("check", written(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])));
  expect(exit).toBe(2);
  expect(err).toContain("file.encoding");
});

test("what ships is without problems, several files at once", async () => {
  const files = [
    "scenarios/palmyra-2016.json",
    "scenarios/parameters/erc-1.json",
    "scenarios/coas/palmyra-2016/red-historical.json",
    "scenarios/coas/palmyra-2016/saa-historical.json",
  ];
  const { exit, out } = await tadmorHere("check", "--json", ...files);
  expect(exit).toBe(0);
  expect(JSON.parse(out).files).toEqual(
    files.map((file, at) => ({
      file,
      kind: ["scenario", "parameters", "coa", "coa"][at],
      ok: true,
      problems: [],
    })),
  );
});

test("a design without anything in it is asked for all of it, and a file of no kind for one", async () => {
  const design = await tadmorHere("check", written('{ "format": "tadmor-design/1" }'));
  expect(design.exit).toBe(2);
  for (const missing of ["/title", "/scenario", "/factors", "/design", "/runs", "/measures"])
    expect(design.err).toContain(`schema.missing at ${missing}`);
  const other = await tadmorHere("check", written('{ "name": "something" }'));
  expect(other.exit).toBe(2);
  expect(other.err).toContain("check.kind");
});

test("a course of action is read against the scenario it is for", async () => {
  const coa = JSON.parse(readFileSync("scenarios/coas/palmyra-2016/red-historical.json", "utf8"));
  coa.rules[0].orders[0] = "nobody assault nowhere";
  const unknown = await tadmorHere("check", "--json", written(JSON.stringify(coa), "coa.json"));
  expect(unknown.exit).toBe(2);
  expect(JSON.parse(unknown.out).files[0].problems[0].path).toBe("/rules/0/orders/0");
  const homeless = { ...coa, scenario: "atlantis" };
  const file = written(JSON.stringify(homeless), "coa.json");
  expect((await tadmorHere("check", file)).err).toContain("asset.unknown at /scenario");
});

test("a file is read against the scenario that is given with it, or asks for its file", async () => {
  const directory = emptyDirectory();
  const [scenario, coa] = ["three.json", "coa.json"].map((name) => join(directory, name));
  const here = (from: string) => readFileSync(from, "utf8").replace('"two-fords"', '"three-fords"');
  writeFileSync(scenario!, here("scenarios/two-fords.json"));
  writeFileSync(coa!, here("scenarios/coas/two-fords/red-lesson.json"));
  const { exit, out } = await tadmorHere("check", coa!, scenario!);
  expect({ exit, told: out.match(/without problems/g)?.length }).toEqual({ exit: 0, told: 2 });
  const alone = await tadmorHere("check", coa!);
  expect(alone.exit).toBe(2);
  expect(alone.err).toContain("--scenario FILE.json names one that does not ship");
});

test("a fault in a course of action is told once under its scenario, with its own place", async () => {
  const directory = emptyDirectory();
  const coas = join(directory, "coas", "three-fords");
  const scenario = JSON.parse(readFileSync("scenarios/two-fords.json", "utf8"));
  const seats = scenario.historical;
  const course = {
    title: "Red as it was",
    side: "red",
    intent: "As it was.",
    basis: "hypothetical",
    seats: { red: seats.red },
  };
  Object.assign(scenario, { id: "three-fords", courses: { "as-it-was": course } });
  const file = join(directory, "three-fords.json");
  writeFileSync(file, JSON.stringify(scenario));
  mkdirSync(coas, { recursive: true });
  for (const name of Object.values(seats)) {
    const coa = JSON.parse(readFileSync(`scenarios/coas/two-fords/${name}.json`, "utf8"));
    if (coa.seat === "red") coa.rules[0].orders[0] = "nobody assault";
    writeFileSync(join(coas, `${name}.json`), JSON.stringify({ ...coa, scenario: "three-fords" }));
  }
  for (const line of [["check"], ["run", "--runs", "2"]]) {
    const { exit, err } = await tadmorHere(...line, file);
    expect(exit).toBe(2);
    expect(err).toContain("1 problem\n  order.place at /historical/red\n");
    expect(err).toContain(`in the course of action "${seats.red}" at /rules/0/orders/0:`);
  }
});

test("nothing in a file can steer the terminal", async () => {
  const file = written(
    '{ "format": "tadmor-scenario/1", "\\u001b[31mred": 1, "id": "\\u001b[2J" }',
  );
  expect((await tadmorHere("check", file)).err).not.toContain("\u001b");
});

test("a scenario's copy elsewhere is played as it is; one without courses of action is told so", async () => {
  const [copy, lonely] = ["copy.json", "lonely.json"].map((name) => join(emptyDirectory(), name));
  const text = readFileSync("scenarios/two-fords.json", "utf8");
  writeFileSync(copy!, text);
  writeFileSync(lonely!, text.replace('"id": "two-fords"', '"id": "three-fords"'));
  expect((await tadmorHere("history", copy!, "--quiet")).exit).toBe(0);
  expect(await tadmorHere("check", copy!)).toMatchObject({ exit: 0, err: "" });
  const checked = await tadmorHere("check", lonely!);
  expect(checked.exit).toBe(0);
  expect(checked.err).toMatch(/looked for .*\.json.* in coas\/three-fords\/ beside it/);
});
