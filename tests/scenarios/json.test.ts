import { expect, test } from "vitest";
import { parseJson } from "../../src/scenarios/index.ts";
import { edited, linesOf } from "./edit.ts";

const whole = edited(() => {});

const CASES: [what: string, text: string, problem: string, message: string][] = [
  ["nothing", "", "json.empty ", "found an empty file"],
  ["a file that is not JSON", "%PDF-1.4 binary", "json.syntax ", "line 1, column 1"],
  [
    "a file cut short",
    whole.slice(0, 700),
    "json.truncated ",
    "found the end of the file at line 1",
  ],
  ["a word cut short", '{ "a": tru', "json.truncated ", "line 1, column 8"],
  ["a text cut short", '{ "a": "b\\', "json.truncated ", "line 1, column 8"],
  ["a comma before a bracket", '{\n  "a": [1, 2,]\n}', "json.syntax /a/1", "line 2, column 14"],
  ["a comment", '{ "a": 1 } // no', "json.syntax ", "line 1, column 12"],
  ["text after the end", "{} {}", "json.syntax ", "expected the end of the file"],
  [
    "a key given twice",
    '{ "a": {\n "b": 1,\n "b": 2 } }',
    "json.duplicate-key /a/b",
    "again at line 3, column 2",
  ],
  [
    "a __proto__ key",
    '{ "__proto__": { "a": 1 } }',
    "json.forbidden-key /__proto__",
    '"__proto__"',
  ],
  [
    "a constructor key",
    '[{ "constructor": 1 }]',
    "json.forbidden-key /0/constructor",
    '"constructor"',
  ],
  [
    "nesting of 10,000",
    `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`,
    "json.too-deep ",
    "more than 64 levels",
  ],
  ["nesting of 1,000,000", "[".repeat(1_000_000), "json.too-deep ", "more than 64 levels"],
  ["a huge file", " ".repeat(6_000_000), "json.too-large ", "expected at most 5 MB"],
  ["a crowd of values", `[${"1,".repeat(100_000)}1]`, "json.too-many ", "found 100002 values"],
];

test.each(CASES)("%s is one clear problem", (_what, text, problem, message) => {
  const read = parseJson(text);
  const problems = read.ok ? [] : read.problems;
  expect(linesOf(problems).map((line) => line.replace(/^(json\.truncated ).*/, "$1"))).toEqual([
    problem,
  ]);
  expect(problems[0]?.message).toContain(message);
});

test("every duplicate and forbidden key of a file is told", () => {
  const read = parseJson('{ "a": 1, "a": 2, "b": { "prototype": 1, "c": 1, "c": 1 } }');
  expect(read.ok ? [] : linesOf(read.problems)).toEqual([
    "json.duplicate-key /a",
    "json.forbidden-key /b/prototype",
    "json.duplicate-key /b/c",
  ]);
});

test("brackets inside text do not count as nesting", () => {
  const text = JSON.stringify({ a: '"[{'.repeat(100) });
  expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
});

test("a byte order mark is passed over and minus zero is zero", () => {
  expect(parseJson("\ufeff[-0]")).toEqual({ ok: true, value: [0] });
});
