import { expect, test } from "vitest";
import { filesUnder } from "../support/sources.ts";

const WITH_FILES = filesUnder("src").filter(
  ({ path, text }) => path !== "src/edge/disk.ts" && /from "node:fs(\/promises)?"/.test(text),
);

/** What of node:fs changes nothing. */
const READING = [
  "closeSync",
  "existsSync",
  "fstatSync",
  "openSync",
  "readdirSync",
  "readFileSync",
  "readSync",
  "realpathSync",
  "stat",
  "statSync",
  "Stats",
];

test("there are files that read", () => {
  expect(WITH_FILES.length).toBeGreaterThan(5);
});

test("whatever is written goes through src/edge/disk.ts, where a fault can be planted in it", () => {
  const writing = WITH_FILES.flatMap(({ path, text }) =>
    [...text.matchAll(/import ([^;]*?) from "node:fs(?:\/promises)?"/g)].flatMap(([, names = ""]) =>
      names
        .split(/[{},\s]+/)
        .filter((name) => name !== "" && name !== "type" && !READING.includes(name))
        .map((name) => `${path}: ${name}`),
    ),
  );
  expect(writing).toEqual([]);
  const opening = WITH_FILES.flatMap(({ path, text }) =>
    [...text.matchAll(/openSync\([^)]*\)/g)]
      .filter(([call]) => !call.endsWith(', "r")'))
      .map(([call]) => `${path}: ${call}`),
  );
  expect(opening).toEqual([]);
});
