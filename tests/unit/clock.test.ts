import { expect, test } from "vitest";
import {
  blockOf,
  type Clock,
  isNightTurn,
  partOfDay,
  turnsFor,
  turnStart,
} from "../../src/engine/index.ts";
import { rows } from "../support/table.ts";

const clockFrom = (start: string, turnHours = 12): Clock => ({
  start,
  startHour: Number(start.slice(11, 13)),
  turnHours,
  dawnHour: 6,
  duskHour: 18,
});

const DECEMBER = clockFrom("2016-12-08T06:00:00+02:00");

test.each(
  rows(`
  | turn | date       | hour | light |
  | 1    | 2016-12-08 | 6    | day   |
  | 2    | 2016-12-08 | 18   | night |
  | 3    | 2016-12-09 | 6    | day   |
  | 7    | 2016-12-11 | 6    | day   |
  | 12   | 2016-12-13 | 18   | night |
  | 29   | 2016-12-22 | 6    | day   |
  | 48   | 2016-12-31 | 18   | night |
  | 49   | 2017-01-01 | 6    | day   |
`),
)(
  "turn %s of a game from 8 December begins on %s at %s o'clock, by %s",
  (turn, date, hour, light) => {
    expect(turnStart(DECEMBER, Number(turn))).toEqual({ date, hour: Number(hour) });
    expect(isNightTurn(DECEMBER, Number(turn))).toBe(light === "night");
  },
);

test.each(
  rows(`
  | start               | turn | date       | why                           |
  | 2016-02-28T06:00:00 | 3    | 2016-02-29 | a leap year has a 29 February |
  | 2016-02-29T06:00:00 | 3    | 2016-03-01 | and then comes March          |
  | 2015-02-28T06:00:00 | 3    | 2015-03-01 | another year has none         |
  | 1900-02-28T06:00:00 | 3    | 1900-03-01 | nor has a plain century       |
  | 2000-02-28T06:00:00 | 3    | 2000-02-29 | but a fourth century has      |
  | 2015-12-31T18:00:00 | 2    | 2016-01-01 | a night runs over New Year    |
  | 2015-12-30T06:00:00 | 801  | 2017-02-02 | four hundred days run on      |
`),
)("from %s, turn %s begins on %s: %s", (start, turn, date) => {
  expect(turnStart(clockFrom(start), Number(turn)).date).toBe(date);
});

test("two turns of six hours share one block of draws, and begin half-days apart", () => {
  const clock = clockFrom("2016-12-08T06:00:00", 6);
  expect([1, 2, 3, 4, 5].map((turn) => blockOf(clock, turn))).toEqual([0, 0, 1, 1, 2]);
  expect([1, 2, 3, 4].map((turn) => isNightTurn(clock, turn))).toEqual([false, false, true, true]);
});

test("a turn of which the middle is dark is a night turn", () => {
  const clock = { ...DECEMBER, startHour: 12 };
  expect([1, 2].map((turn) => isNightTurn(clock, turn))).toEqual([true, false]);
});

test("hours that do not fill a turn take a whole one", () => {
  expect([0, 1, 12, 13, 24].map((hours) => turnsFor(DECEMBER, hours))).toEqual([0, 1, 1, 2, 2]);
});

test("a turn is told by day or night where these tell the turns of a date apart, else by its hour", () => {
  const told = (turnHours: number) =>
    [1, 2, 3, 4].map((turn) => partOfDay(clockFrom("1994-04-10T06:00:00+02:00", turnHours), turn));
  expect(told(12)).toEqual(["day", "night", "day", "night"]);
  expect(told(6)).toEqual(["06:00", "12:00", "18:00", "00:00"]);
});
