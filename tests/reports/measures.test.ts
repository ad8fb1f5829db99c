import { expect, test } from "vitest";
import { playOut } from "../../src/lab/play-out.ts";
import { finalHolders, holdersAfter, measuresOf, startHolders } from "../../src/reports/index.ts";
import { entryOf, fallOf } from "../../src/reports/measures.ts";
import { readSmall } from "../support/small-scenario.ts";

// Holders of a place: before turn 1, then after each turn; "l" Loam, "f" Flint, "." nobody.
const TIMELINES = `
  timeline  fall  entry
  llll      -     -
  lfff      1     1
  llff      2     2
  llfl      -     2
  lllf      3     3
  lflff     3     1
  lflf      3     1
  l.ff      2     2
  l.l.      -     -
  .ffl      1     1
  l         -     -
`;

test.each(
  TIMELINES.trim()
    .split("\n")
    .slice(1)
    .map((row) => row.trim().split(/\s+/) as [string, string, string]),
)("a place held as %s falls in turn %s and was entered in turn %s", (row, fall, entry) => {
  const timeline = [...row].map((letter) => (letter === "." ? null : letter));
  const turnOf = (text: string) => (text === "-" ? null : Number(text));
  expect({ fall: fallOf(timeline), entry: entryOf(timeline) }).toEqual({
    fall: turnOf(fall),
    entry: turnOf(entry),
  });
});

test("a run without orders loses nothing and falls nowhere", () => {
  const { setup, file } = readSmall();
  const holders = startHolders(setup);
  const world = playOut(setup, {}, "quiet", {
    onTurn: (turn) => holdersAfter(holders, turn.world),
  });
  const measures = measuresOf(setup, file.measures, holders, world);
  expect(measures).toMatchObject({
    "town-fall": null,
    "entry-town": null,
    "flint-killed": 0,
    "loam-killed-and-missing": 0,
    "legion-left": null,
    "favour-track": 50,
    "loam-command-score": setup.turns,
    "envoy-score": 5,
  });
  expect(finalHolders(world)).toEqual(
    Object.fromEntries(Object.entries(setup.places).map(([id, { holder }]) => [id, holder])),
  );
});

test("losses add up over the formations of a side, whatever became of them", () => {
  const { setup, file } = readSmall();
  const world = structuredClone(playOut(setup, {}, "quiet", { turns: 1 }));
  Object.assign(world.formations["tower-watch"] as object, {
    status: "lost",
    killed: 20,
    captured: 7,
  });
  Object.assign(world.formations["mill-watch"] as object, { killed: 3, wounded: 5, missing: 2 });
  const measures = measuresOf(setup, file.measures, startHolders(setup), world);
  expect(measures).toMatchObject({
    "loam-killed": 23,
    "loam-wounded": 5,
    "loam-captured": 7,
    "loam-killed-and-missing": 25,
    "flint-killed": 0,
  });
});
