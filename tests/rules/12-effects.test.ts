import { expect, test } from "vitest";
import { type Effect, type Setup, startWorld, type World } from "../../src/engine/index.ts";
import { about, all, rows, startOf, steadyChance, the, turnOf } from "../support/table.ts";
import { contingentOf, tinySetup, trackOf, wingOf } from "../support/tiny-setup.ts";

const pool = (formation: string) => ({
  title: "Veterans",
  seat: "blue",
  formations: [formation],
  at: "rear",
  delayHours: 48,
  release: { turn: { from: 90 } },
  price: { track: "favour", points: -5 },
});

/** Two of everything that an effect can be about. */
const twos: Setup = tinySetup({
  places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "blue" } },
  roads: ["camp post 10 road", "post rear 10 road"],
  formations: {
    guard: { side: "blue", place: "post", men: 300, supplyDays: 4 },
    watch: { side: "blue", place: "rear", men: 100, contingent: "guests" },
    column: { side: "red", place: "camp", supplyDays: 4 },
    reserve: { side: "blue" },
    recruits: { side: "blue" },
  },
  contingents: {
    blue: contingentOf("blue"),
    guests: contingentOf("blue"),
    red: contingentOf("red"),
  },
  wings: { swifts: wingOf("blue"), swallows: wingOf("blue") },
  pools: { veterans: pool("reserve"), conscripts: pool("recruits") },
  tracks: { favour: trackOf(), nerve: trackOf({ initial: 20 }) },
});

/** A turn in which White puts these in by hand. */
const by = (effects: readonly Effect[], start: World = startWorld(twos)) =>
  turnOf(twos, start, [], steadyChance(), [
    { title: "News", text: "News.", audience: ["blue"], effects },
  ]);

test("2.2 effects on one wing are multiplied, and leave another as it is", () => {
  const { events, world } = by([
    { kind: "sorties", wing: "swifts", factor: 0.5 },
    { kind: "sorties", wing: "swallows", factor: 0.8 },
    { kind: "sorties", wing: "swifts", factor: 0.6 },
  ]);
  expect(all(events, "sorties-scaled")).toEqual([
    { kind: "sorties-scaled", wing: "swallows", factor: 0.8 },
    { kind: "sorties-scaled", wing: "swifts", factor: 0.3 },
  ]);
  expect(world.wings["swifts"]!.factor).toBe(0.3);
  expect(by([{ kind: "sorties", wing: "swifts", factor: 0.5 }], world).world.wings).toMatchObject({
    swifts: { factor: 0.15 },
    swallows: { factor: 0.8 },
  });
});

test("2.2 what moves one patron's tolerance is added up, and moves no other's", () => {
  const { world } = by([
    { kind: "tolerance", contingent: "guests", points: -0.4 },
    { kind: "tolerance", contingent: "blue", points: 1 },
    { kind: "tolerance", contingent: "guests", points: 0.1 },
  ]);
  const shifts = ["blue", "guests", "red"].map((id) => world.contingents[id]!.toleranceShift);
  expect(shifts).toEqual([1, -0.3, 0]);
});

test("2.2 supply is added up by side, for each formation in the field", () => {
  const start = startOf(twos, (copy) => void (copy.formations["watch"]!.status = "broken"));
  const { events } = by(
    [
      { kind: "supply", side: "blue", days: -1 },
      { kind: "supply", side: "red", days: -3 },
      { kind: "supply", side: "blue", days: -1 },
    ],
    start,
  );
  expect(
    all(events, "supply-changed").map(({ side, formations }) => ({ side, formations })),
  ).toEqual([
    { side: "blue", formations: [{ formation: "guard", supplyDays: 2 }] },
    { side: "red", formations: [{ formation: "column", supplyDays: 1 }] },
  ]);
});

test("2.2 supply that is taken never falls below nothing", () => {
  const { events } = by([{ kind: "supply", side: "red", days: -9 }]);
  expect(the(events, "supply-changed").formations).toEqual([
    { formation: "column", supplyDays: 0 },
  ]);
});

test("2.2 points of cohesion to a formation and to its contingent are added up, once a formation", () => {
  const { events } = by([
    { kind: "cohesion", contingent: "blue", points: -6 },
    { kind: "cohesion", formation: "guard", points: 2 },
    { kind: "cohesion", formation: "reserve", points: -9 },
  ]);
  expect(
    all(events, "cohesion-lost").map(({ formation, cohesion }) => [formation, cohesion]),
  ).toEqual([["guard", 76]]);
});

test.each(
  rows(`
  | points | cohesion | why                |
  | -90    | 0        | none can have less |
  | 30     | 100      | none can have more |
`),
)("2.2 %s points leave a formation of 80 at %s: %s", (points, cohesion) => {
  const { events } = by([{ kind: "cohesion", formation: "guard", points: Number(points) }]);
  expect(about(events, "cohesion-lost", "guard").cohesion).toBe(Number(cohesion));
});

test.each(
  rows(`
  | status  | leaves | why                           |
  | active  | yes    | it stands in the field        |
  | broken  | yes    | it has run, and is there still |
  | lost    | no     | there is nobody to recall     |
  | left    | no     | it has gone already           |
`),
)("2.2 a formation that is %s is recalled: %s: %s", (status, leaves) => {
  const start = startOf(twos, (copy) => {
    Object.assign(copy.formations["watch"]!, { status, rallyTurn: 9 });
  });
  const { events } = by([{ kind: "recall", formations: ["watch"] }], start);
  const left = all(events, "formation-left").map(({ formation }) => formation);
  expect(left).toEqual(leaves === "yes" ? ["watch"] : []);
});

test("2.2 a pool that has been called is not called again, and another is", () => {
  const called = startOf(twos, (copy) => {
    copy.pools["veterans"] = 1;
    copy.turn = 1;
  });
  const { events, world } = by(
    [
      { kind: "release-pool", pool: "veterans" },
      { kind: "release-pool", pool: "conscripts" },
    ],
    called,
  );
  expect(the(events, "pool-called").pool).toBe("conscripts");
  expect(world.pools).toEqual({ conscripts: 2, veterans: 1 });
});

test("2.2 each track is moved by its own points alone", () => {
  const { world } = by([
    { kind: "track", track: "favour", points: -7 },
    { kind: "track", track: "nerve", points: 4 },
    { kind: "track", track: "favour", points: 2 },
  ]);
  expect(world.tracks).toEqual({ favour: 45, nerve: 24 });
});

test("2.2 a free inject stands on no list, neither before it comes nor after", () => {
  expect(Object.keys(by([]).world.injects)).toEqual([]);
});
