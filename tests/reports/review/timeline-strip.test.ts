import { expect, test } from "vitest";
import type { ReviewedTurn } from "../../../src/reports/review/reviewed.ts";
import { stripSvg } from "../../../src/reports/review/timeline-strip.ts";
import { compileSmall } from "../../support/small-scenario.ts";

const setup = compileSmall();

/** Quiet turns of a game that is so long. */
const quiet = (length: number) =>
  Array.from({ length }, (_, at) => ({ turn: at + 1, events: [] }) as unknown as ReviewedTurn);

/** Where the numbers of the turns stand, row by row. */
function numbersIn(svg: string): readonly (readonly number[])[] {
  const rows = svg.split("<g transform").map((row) => row.matchAll(/class="turn" x="([\d.]+)"/g));
  return rows.map((row) => [...row].map(([, x]) => Number(x)));
}

test.each([
  [12, [12]],
  [32, [32]],
  [33, [17, 16]],
  [120, [30, 30, 30, 30]],
])("a game of %i turns has rows of %j, in columns of one width", (length, rows) => {
  const numbers = numbersIn(stripSvg(setup, quiet(length)));
  expect(numbers.map((row) => row.length)).toEqual(rows);
  for (const row of numbers) expect(row).toEqual(numbers[0]!.slice(0, row.length));
});

test("no two numbers of turns are nearer than three digits are wide, in a game of any length", () => {
  for (const length of [1, 31, 60, 61, 119, 400]) {
    for (const [first, second] of numbersIn(stripSvg(setup, quiet(length)))) {
      if (second !== undefined) expect(second - first!).toBeGreaterThan(24);
    }
  }
});

test("each row begins with a date", () => {
  const svg = stripSvg(setup, quiet(120));
  for (const row of svg.split("<g transform")) expect(row).toMatch(/\d May<|\d Jun</);
});
