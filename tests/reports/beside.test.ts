import { expect, test } from "vitest";
import type { Id } from "../../src/engine/index.ts";
import { besideTurn } from "../../src/reports/beside.ts";
import type { RecordControl } from "../../src/reports/record.ts";
import { compileSmall } from "../support/small-scenario.ts";

const names = compileSmall();

/** The town by a record that has Flint in it from turn 2, and out and in again by turn 5. */
const CONTROL: readonly RecordControl[] = [
  {
    place: "town",
    turn: 2,
    holder: "flint",
    sources: ["CHRON"],
    confidence: "M",
    note: "At noon.",
  },
  { place: "town", turn: 4, holder: "loam", sources: ["CHRON"], confidence: "L" },
];

const record = { events: [], control: CONTROL, figures: {}, conflicts: {} };

/** Holders by turn from letters: "l" Loam, "f" Flint. */
function held(letters: string): (Id | null)[] {
  return [...letters].map((letter) => (letter === "f" ? "flint" : "loam"));
}

function beside(letters: string, turn: number, place = "town") {
  return besideTurn(names, record, { [place]: held(letters) }, turn);
}

const CASES: readonly (readonly [string, string, number, string, string])[] = [
  [
    "both change in the same turn",
    "llf",
    2,
    "agrees",
    "The town. Both: Loam → Flint [CHRON; medium]. At noon.",
  ],
  [
    "the record moves and the run does not",
    "lll",
    2,
    "departs",
    "The town. Record: Loam → Flint on turn 2 [CHRON; medium]. At noon. Run: still held by Loam forces.",
  ],
  [
    "the run moves before the record",
    "lf",
    1,
    "departs",
    "The town. Run: Loam → Flint on turn 1. Record: held by Loam forces until turn 2 [CHRON; medium].",
  ],
  [
    "the record follows the run",
    "lff",
    2,
    "agrees",
    "The town. Record: Loam → Flint on turn 2 [CHRON; medium]. At noon. Run: Loam → Flint on turn 1.",
  ],
  [
    "the run follows the record",
    "lllf",
    3,
    "agrees",
    "The town. Run: Loam → Flint on turn 3. Record: Loam → Flint on turn 2 [CHRON; medium]. At noon.",
  ],
  [
    "the record goes back and the run stays",
    "llfff",
    4,
    "departs",
    "The town. Record: Flint → Loam on turn 4 [CHRON; low]. Run: Loam → Flint on turn 2.",
  ],
];

test.each(CASES)("%s", (_, letters, turn, kind, text) => {
  expect(beside(letters, turn)).toEqual({
    comparisons: [{ place: "town", kind, text }],
    stillApart: [],
  });
});

test("a place the record does not speak of is no departure", () => {
  const { comparisons } = beside("lf", 1, "mill");
  expect(comparisons).toEqual([
    {
      place: "mill",
      kind: "silent",
      text: "The mill. Run: Loam → Flint on turn 1. The record does not say who held it.",
    },
  ]);
});

test("what parted before is named until it comes together again", () => {
  expect(beside("llll", 3)).toEqual({ comparisons: [], stillApart: ["town"] });
  expect(beside("lllll", 4).comparisons.map(({ kind }) => kind)).toEqual(["agrees"]);
  expect(beside("llllll", 5)).toEqual({ comparisons: [], stillApart: [] });
});
