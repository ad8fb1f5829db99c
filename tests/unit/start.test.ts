import { expect, test } from "vitest";
import { aimGroupsOf, type Objective, startWorld } from "../../src/engine/index.ts";
import { ownersOf } from "../../src/engine/world/aims.ts";
import { heightsOver } from "../../src/engine/world/heights.ts";
import { contingentOf, seatOf, tinySetup, trackOf, wingOf } from "../support/tiny-setup.ts";

const aim = (change: Partial<Objective>): Objective => ({
  title: "Hold the post",
  seats: ["blue"],
  visibleTo: ["blue"],
  when: { held: { place: "post", by: "blue" } },
  scored: "end",
  points: 1,
  group: null,
  ...change,
});

const setup = tinySetup({
  places: {
    camp: { holder: "red", works: "fortified", depotManDays: 90 },
    hill: { holder: null, overlooks: ["camp", "post"] },
    post: { holder: "blue", works: "prepared", civilians: 70, stocks: { tank: 2 } },
    tower: { holder: null, overlooks: ["post"] },
  },
  roads: ["camp post 10 road", "camp hill 10 road", "post tower 10 road"],
  formations: {
    guard: {
      side: "blue",
      place: "post",
      kit: { tank: 3 },
      reserve: true,
      knownTo: ["red"],
      men: 396,
    },
    guest: { side: "blue", place: "camp" },
    late: { side: "blue", knownTo: ["red"] },
    column: { side: "red", place: "camp", knownTo: ["blue"] },
  },
  contingents: { blue: contingentOf("blue"), red: contingentOf("red") },
  seats: {
    ally: seatOf("blue", []),
    blue: seatOf("blue"),
    press: { ...seatOf("blue", []), side: null },
    red: seatOf("red"),
  },
  wings: { larks: wingOf("ally", { side: "blue", aircraft: 5, base: "post" }) },
  tracks: { favour: trackOf({ initial: 30 }) },
  objectives: {
    feint: aim({ group: "hidden", seats: ["red", "ally"] }),
    hold: aim({ seats: ["red", "blue"] }),
    thrust: aim({ group: "hidden", seats: ["ally"] }),
  },
});

// Made in each test and not as this file is loaded, where no fault is tried.
const atStart = () => startWorld(setup);

test("before the first turn every formation is whole, rested and without an order on its way", () => {
  expect(atStart().formations["column"]).toEqual({
    status: "active",
    place: "camp",
    towards: null,
    kmDone: 0,
    men: 400,
    killed: 0,
    wounded: 0,
    stragglers: 0,
    missing: 0,
    captured: 0,
    kit: Object.fromEntries(Object.keys(setup.parameters.kit).map((kind) => [kind, 0])),
    cohesion: 80,
    freshness: 1,
    supplyDays: 5,
    works: "fortified",
    quietHours: 0,
    marched: false,
    reserve: false,
    task: { verb: "defend", to: null, via: [], count: 0 },
    pending: null,
    pendingTurn: 0,
    encircledTurn: 0,
    rallyTurn: 0,
  });
});

test("a reserve is told to be one, and who comes later waits off the map", () => {
  expect(atStart().formations["guard"]).toMatchObject({
    reserve: true,
    kit: { tank: 3 },
    task: { verb: "reserve", to: null, via: [], count: 0 },
  });
  expect(atStart().formations["late"]).toMatchObject({ status: "expected", place: null });
});

test("a garrison starts behind the works of its own side's place, and nobody behind another's", () => {
  const works = ["column", "guard", "guest", "late"].map((id) => atStart().formations[id]!.works);
  expect(works).toEqual(["fortified", "prepared", "hasty", "hasty"]);
});

test("places start as the scenario has them, with nothing abandoned and no fight", () => {
  expect(atStart().places["post"]).toMatchObject({
    holder: "blue",
    advanceKm: 0,
    stocks: { tank: 2, gun: 0 },
    abandoned: { blue: { tank: 0 }, red: { tank: 0 } },
    abandonedTurn: 0,
    civilians: 70,
    depotManDays: 0,
    demolishedTurn: 0,
    takenTurn: 0,
    firstAssaultTurn: 0,
    assaultedTurn: 0,
    assaultedBy: null,
    assaultMen: 0,
  });
  expect(atStart().places["camp"]!.depotManDays).toBe(90);
});

test("contingents are present, wings at home and ready, tracks where they begin", () => {
  expect(atStart().contingents["blue"]).toEqual({
    status: "present",
    leavesTurn: 0,
    held: 0,
    toleranceShift: 0,
    commandTurn: 0,
  });
  expect(atStart().wings).toEqual({
    larks: { aircraft: 5, base: "post", rebased: false, readyTurn: 0, factor: 1 },
  });
  expect(atStart().tracks).toEqual({ favour: 30 });
});

test("6.10 the seats with aircraft have rules of engagement for every place, and no other seat has", () => {
  expect(atStart().rulesOfEngagement).toEqual({
    ally: { camp: "free", hill: "free", post: "free", tower: "free" },
  });
});

test("2.9 a seat may have reports of every formation of another side, and of none of its own", () => {
  const known = (seat: string) => Object.keys(atStart().knowledge[seat]!.contacts);
  expect(known("blue")).toEqual(["column"]);
  expect(known("ally")).toEqual(["column"]);
  expect(known("red")).toEqual(["guard", "guest", "late"]);
  expect(known("press")).toEqual(["column", "guard", "guest", "late"]);
});

test("2.9 what it is not said to know it does not, and nothing of who has not come", () => {
  const { contacts } = atStart().knowledge["red"]!;
  expect(contacts["guard"]).toEqual({ place: "post", men: 400, turn: 0, moving: false });
  expect(contacts["guest"]).toEqual({ place: null, men: 0, turn: 0, moving: false });
  expect(contacts["late"]).toEqual({ place: null, men: 0, turn: 0, moving: false });
});

test("2.9 all seats know at the start who holds what", () => {
  const holders = { camp: "red", hill: null, post: "blue", tower: null };
  for (const { holders: known } of Object.values(atStart().knowledge))
    expect(known).toEqual(holders);
});

test("13.2 objectives of a group are its aims, and those of none are nobody's secret", () => {
  expect(aimGroupsOf(setup)).toEqual({ hidden: ["feint", "thrust"] });
  expect(atStart().aims).toEqual({ hidden: "feint" });
  expect(ownersOf(setup, "hidden")).toEqual(["ally", "red"]);
});

test("13.1 every seat of an objective begins without a point", () => {
  expect(atStart().objectives["hold"]).toEqual({
    blue: { scored: 0, turn: 0 },
    red: { scored: 0, turn: 0 },
  });
  expect(Object.keys(atStart().objectives["hold"]!)).toEqual(["blue", "red"]);
});

test("2.12 heights over a place are those that overlook it, by id", () => {
  const over = Object.keys(setup.places).map((place) => heightsOver(setup, place));
  expect(over).toEqual([["hill"], [], ["hill", "tower"], []]);
});
