import { expect, test } from "vitest";
import { reportBug } from "../../src/cli/bug.ts";
import type { Io } from "../../src/cli/io.ts";
import { tadmor, tadmorHere } from "../support/cli.ts";

test.each([
  "history --bogus",
  "history --turns none",
  "history --turns 0",
  "history --turns 13",
  "history --seed",
  "history --seed=",
  "history --length eternity",
  "history --variant nobody",
  "history atlantis",
  "history palmyra-2016 and-more",
  "histroy",
  "--bogus",
  "replay",
  "verify",
  "check",
  "schema sceanrio",
])("bad usage ends with 2, a message and no stack: tadmor %s", async (line) => {
  const { exit, out, err } = await tadmorHere(...line.split(" "));
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).not.toBe("");
  expect(err).not.toMatch(/\n\s+at /);
});

test("what a process ends with, and says where, is what its command does", async () => {
  expect(tadmor("history", "--bogus")).toEqual(await tadmorHere("history", "--bogus"));
});

test.each([
  ["a control character", "\u001b[31mred"],
  ["a newline", "one\ntwo"],
  ["a turn of the writing", "a\u202eb"],
  ["too many characters", "x".repeat(201)],
])("a seed with %s is refused, and not shown", async (_, seed) => {
  const { exit, out, err } = await tadmorHere("history", "--turns", "1", "--seed", seed);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain("flag.seed at /seed");
  expect(err).not.toContain(seed);
});

test("any short printable text is a seed", async () => {
  for (const seed of ["x".repeat(200), "زنوبيا"]) {
    expect((await tadmorHere("history", "--turns", "1", "--seed", seed)).exit).toBe(0);
  }
});

test("all that is wrong with a command line is said at once", async () => {
  const { err } = await tadmorHere("history", "palmyra-2016", "more", "--sed", "--turns", "x");
  expect(err).toContain("3 problems");
  expect(err).toContain("did you mean --seed?");
});

test("a mistyped command is told from a scenario", async () => {
  expect((await tadmorHere("histroy")).err).toContain("did you mean tadmor history?");
});

test("a word that is neither command nor scenario is told where both are listed", async () => {
  const { exit, err } = await tadmorHere("frobnicate");
  expect(exit).toBe(2);
  expect(err).toContain("usage.command");
  expect(err).toContain("tadmor --help");
  expect(err).toContain("two-fords");
});

test.each(["--help", "history --help", "check --help", "help verify"])(
  "help has examples and ends with 0: tadmor %s",
  async (line) => {
    const { exit, out } = await tadmorHere(...line.split(" "));
    expect(exit).toBe(0);
    expect(out).toContain("Examples:");
  },
);

test("the version names the program's and the rules'", () => {
  expect(tadmor("--version").out).toMatch(/^tadmor \d+\.\d+\.\d+, engine \d+\.\d+\.\d+\n$/);
});

test("schema prints the kinds, and the schema of one", async () => {
  expect((await tadmorHere("schema")).out).toBe(
    "scenario\nparameters\ncoa\nexcursion\ndesign\nclaim\njournal\npacket\norders\n",
  );
  expect(JSON.parse((await tadmorHere("schema", "scenario")).out).title).toBe(
    "Tadmor scenario file",
  );
  expect(JSON.parse((await tadmorHere("schema", "journal")).out).title).toContain("journal");
});

test("a bug ends with 70 and the line that shows it again", () => {
  const said: string[] = [];
  const io = { err: (text) => void said.push(text) } as Io;
  const exit = reportBug(io, ["history", "--seed", "it's"], new Error("a place has no depth"));
  expect(exit).toBe(70);
  expect(said.join("")).toContain("a place has no depth");
  expect(said.join("")).toContain(String.raw`tadmor history --seed 'it'\''s'`);
});
