import { expect, test } from "vitest";
import { filesUnder, linesWith } from "../support/sources.ts";

const SRC = filesUnder("src");
const TESTS = filesUnder("tests");

test("there are sources to look at", () => {
  expect(SRC.length).toBeGreaterThan(50);
  expect(TESTS.length).toBeGreaterThan(20);
});

test("files are named in kebab-case", () => {
  const wrong = [...SRC, ...TESTS]
    .map(({ path }) => path)
    .filter(
      (path) => !path.split("/").every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(part)),
    );
  expect(wrong).toEqual([]);
});

test("no file is a drawer for odds and ends: name it after what it holds", () => {
  const drawers = /\/(utils?|helpers?|commons?|managers?|services?|misc|shared)(\.|\/)/;
  expect(SRC.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([]);
});

test("nothing is exported without a name", () => {
  expect(linesWith(SRC, /^export default\b|\bas default\b/)).toEqual([]);
});

test("the sources know no scenario: places and dates stand in JSON", () => {
  expect(linesWith(SRC, /palmyra|tadmur|tiyas|huwaysis|jabal|\b(isis|saa|silos|2016)\b/i)).toEqual(
    [],
  );
});

test("imports of our own files name them in full", () => {
  expect(linesWith([...SRC, ...TESTS], /from "\.{1,2}\/[^"]*(?<!\.ts|\.tsx|\.json|\.js)"/)).toEqual(
    [],
  );
});

test("no test is skipped, left for later or run alone", () => {
  const all = TESTS.filter(({ path }) => !path.startsWith("tests/arch/"));
  expect(linesWith(all, /\b(test|it|describe)\.(skip|todo|only|fails|skipIf|runIf)\b/)).toEqual([]);
});

test("no test sleeps", () => {
  const all = TESTS.filter(({ path }) => !path.startsWith("tests/arch/"));
  expect(linesWith(all, /\bsetTimeout\((resolve|done)/)).toEqual([]);
});
