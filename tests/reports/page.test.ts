import { expect, test } from "vitest";
import { startOf, turnHeading, wrap } from "../../src/reports/index.ts";
import { counted, grouped, listed, rounded } from "../../src/reports/wording.ts";
import { table } from "../../src/reports/wrap.ts";

const clock = {
  start: "2016-12-30T06:00:00+02:00",
  startHour: 6,
  turnHours: 12,
  dawnHour: 6,
  duskHour: 18,
};

test("a turn's heading is its number, date and half of the day", () => {
  expect(turnHeading(clock, 1)).toBe("Turn 1 · 30 December 2016, day");
  expect(turnHeading(clock, 4)).toBe("Turn 4 · 31 December 2016, night");
  expect(turnHeading(clock, 5)).toBe("Turn 5 · 1 January 2017, day");
});

test("a turn starts at a local date with its offset", () => {
  expect(startOf(clock, 4)).toBe("2016-12-31T18:00:00+02:00");
});

test("text is broken at its blanks and hangs from its first line", () => {
  const lines = wrap("one two three four five six", { width: 24, first: "  ", rest: "    " });
  expect(lines).toEqual(["  one two three four", "    five six"]);
});

test("a word too long for a line stands alone and unbroken", () => {
  const digest = "f".repeat(64);
  expect(wrap(`see ${digest} now`, { width: 30 })).toEqual(["see", digest, "now"]);
});

test("a table sets text to the left and numbers to the right", () => {
  expect(
    table(
      [
        ["", "men"],
        ["Loam", "1,200"],
        ["Flint", "9"],
      ],
      "lr",
    ),
  ).toEqual(["         men", "Loam   1,200", "Flint      9"]);
});

test("counts and lists read as a person says them", () => {
  expect([counted(1, "man", "men"), counted(1200, "man", "men")]).toEqual(["1 man", "1,200 men"]);
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect([grouped(999), grouped(1234567), rounded(1.5), rounded(-0.001)]).toEqual([
    "999",
    "1,234,567",
    "1.5",
    "0",
  ]);
});
