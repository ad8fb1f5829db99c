import { expect, test } from "vitest";
import type { Event } from "../../src/engine/index.ts";
import { playOut } from "../../src/lab/play-out.ts";
import { finalHolders, foldMeasures, type MeasureAsked } from "../../src/reports/index.ts";
import { entryOf, fallOf } from "../../src/reports/measures.ts";
import { LOSSES, type Loss } from "../../src/reports/tally.ts";
import { playRandom } from "../support/random-game.ts";
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

/** The measures of the valley after turns of these events. */
function measured(asked: Readonly<Record<string, MeasureAsked>>, ...turns: readonly Event[][]) {
  const fold = foldMeasures(setup, asked);
  for (const events of turns) fold.turn(events);
  return fold.result();
}

const { setup, file } = readSmall();

test("a run without orders loses nothing and falls nowhere", () => {
  const fold = foldMeasures(setup, file.measures);
  const world = playOut(setup, {}, "quiet", { onTurn: ({ events }) => fold.turn(events) });
  expect(fold.result()).toMatchObject({
    "town-fall": null,
    "entry-town": null,
    "flint-killed": 0,
    "loam-killed-and-missing": 0,
    "legion-left": null,
    "favour-track": 50,
    "loam-command-score": setup.turns,
    "envoy-score": 5,
  });
  expect(fold.turns()).toBe(world.turn);
  expect(finalHolders(fold.holders)).toEqual(
    Object.fromEntries(Object.entries(setup.places).map(([id, { holder }]) => [id, holder])),
  );
});

/** A run of the valley in which Flint attacks, with its events and the world it ends in. */
function attackOf(seed: number) {
  const fold = foldMeasures(setup, ASKED);
  const played = playRandom(setup, seed, setup.turns);
  for (const events of played.events) fold.turn(events);
  return { fold, measures: fold.result(), world: played.world };
}

const LOAM = { side: "loam" };
const ASKED: Readonly<Record<string, MeasureAsked>> = {
  "town-fall": { title: "x", kind: "fall", subject: "town" },
  "mill-assault": { title: "x", kind: "first-assault", subject: "mill" },
  killed: { title: "x", kind: "men", states: ["killed"], ...LOAM },
  lost: { title: "x", kind: "men", states: ["killed", "wounded", "missing"], ...LOAM },
  "army-lost": { title: "x", kind: "men", states: ["killed"], contingents: ["loam-army"] },
  "legion-lost": { title: "x", kind: "men", states: ["killed"], contingents: ["legion"] },
};

test("what is folded from the events is what the world says", () => {
  const seeds = Array.from({ length: 12 }, (_, seed) => seed + 1);
  for (const seed of seeds) {
    const { fold, measures, world } = attackOf(seed);
    const men = (loss: Loss, side: string) =>
      Object.entries(world.formations)
        .filter(([id]) => setup.formations[id]?.side === side)
        .reduce((sum, [, state]) => sum + state[loss], 0);
    for (const side of ["flint", "loam"])
      for (const loss of LOSSES) expect(measures[`${side}-${loss}`]).toBe(men(loss, side));
    expect(measures["killed"]).toBe(men("killed", "loam"));
    expect(measures["killed"]).toBe(
      (measures["army-lost"] as number) + (measures["legion-lost"] as number),
    );
    for (const [id, { holder }] of Object.entries(world.places))
      expect(finalHolders(fold.holders)[id]).toBe(holder);
    for (const [id, value] of Object.entries(world.tracks))
      expect(measures[`${id}-track`]).toBe(value);
    const legion = world.contingents["legion"];
    expect(measures["legion-left"]).toBe(legion?.status === "left" ? legion.leavesTurn : null);
  }
});

const taken = (place: string, by: string, from: string): Event => ({
  kind: "place-taken",
  place,
  from,
  by,
  how: "assault",
});

const leftBehind = (formation: string, place: string, tanks: number): Event => ({
  kind: "surrendered",
  formation,
  side: formation === "hammer" ? "flint" : "loam",
  place,
  captured: 0,
  abandoned: { tank: tanks },
});

const TANKS: Readonly<Record<string, MeasureAsked>> = {
  captured: { title: "x", kind: "kit-captured", kinds: ["tank"], by: "flint" },
  "in-service": { title: "x", kind: "kit-in-service", kinds: ["tank"], by: "flint" },
  "share-in-service": { title: "x", kind: "share", part: "in-service", whole: "captured" },
};

const intoService: Event = {
  kind: "kit-taken",
  place: "town",
  formation: "hammer",
  found: { tank: 6 },
  kit: { tank: 1 },
  manDays: 300,
  draws: [],
};

test("kit is captured with the place it lies in, and when it is left in an enemy's place", () => {
  // Two tanks lie in the town's depot.
  const fall = [leftBehind("town-guard", "town", 3), taken("town", "flint", "loam")];
  const later = [leftBehind("cohort", "town", 1), leftBehind("hammer", "town", 7)];
  expect(measured(TANKS, fall, later, [intoService])).toMatchObject({
    captured: 6,
    "in-service": 1,
    "share-in-service": 1 / 6,
  });
});

test("a place that goes to and fro has its kit captured once", () => {
  const [to, fro] = [taken("town", "flint", "loam"), taken("town", "loam", "flint")];
  expect(measured(TANKS, [to], [fro], [to])).toMatchObject({ captured: 2, "in-service": 0 });
});

test("a share of nothing is null", () => {
  expect(measured(TANKS, [])["share-in-service"]).toBeNull();
});

const TIMES: Readonly<Record<string, MeasureAsked>> = {
  "town-fall": { title: "x", kind: "fall", subject: "town" },
  "mill-fall": { title: "x", kind: "fall", subject: "mill" },
  both: { title: "x", kind: "latest", of: ["town-fall", "mill-fall"] },
  either: { title: "x", kind: "earliest", of: ["town-fall", "mill-fall"] },
  fallen: { title: "x", kind: "count-fallen", places: ["town", "mill", "tower"], byTurn: 2 },
};

test("the latest needs all its measures, the earliest one", () => {
  const [mill, town] = [taken("mill", "flint", "loam"), taken("town", "flint", "loam")];
  expect(measured(TIMES, [], [mill], [])).toMatchObject({ both: null, either: 2, fallen: 1 });
  expect(measured(TIMES, [], [mill], [town])).toMatchObject({ both: 3, either: 2, fallen: 1 });
  expect(measured(TIMES, [], [])).toMatchObject({ both: null, either: null, fallen: 0 });
});

test("a made measure stands where the scenario has it", () => {
  const { both: later, ...first } = TIMES;
  const asked = { both: later as MeasureAsked, ...first };
  expect(Object.keys(measured(asked, []))[0]).toBe("both");
});

test("events of what the scenario does not have are passed over", () => {
  const foreign = [taken("moon", "flint", "loam"), leftBehind("nobody", "moon", 2)];
  expect(measured(TANKS, foreign)).toMatchObject({ captured: 0, "in-service": 0 });
});
