import { expect, test } from "vitest";
import {
  checkWorld,
  type FormationState,
  type PlaceState,
  startWorld,
  type World,
} from "../../src/engine/index.ts";
import { changed } from "../support/table.ts";
import { tinySetup } from "../support/tiny-setup.ts";

const setup = tinySetup({
  places: { camp: { holder: "red" }, post: { holder: "blue", depthKm: 4, stocks: { tank: 2 } } },
  roads: ["camp post 10 road"],
  formations: {
    guard: { side: "blue", place: "post", men: 400, kit: { tank: 3 } },
    column: { side: "red", place: "camp", men: 600 },
    late: { side: "blue", place: null, men: 200 },
  },
});

const told = (change: (copy: World) => void): readonly string[] =>
  checkWorld(setup, changed(startWorld(setup), change));

const ofGuard = (change: Partial<FormationState>): readonly string[] =>
  told((copy) => void Object.assign(copy.formations["guard"]!, change));

const ofPost = (change: Partial<PlaceState>): readonly string[] =>
  told((copy) => void Object.assign(copy.places["post"]!, change));

test("a world before its first turn keeps every promise", () => {
  expect(told(() => {})).toEqual([]);
});

test.each(["men", "killed", "wounded", "stragglers", "missing", "captured"] as const)(
  "a count below nought is told, that of %s too, though the sum of all six is right",
  (count) => {
    const other = count === "men" ? "killed" : "men";
    expect(ofGuard({ men: 0, [count]: -1, [other]: 401 })).toEqual([
      expect.stringMatching(/^guard: men are not whole or negative: [\d,-]+$/),
    ]);
  },
);

test("half a man is told, with the six counts", () => {
  expect(ofGuard({ men: 399.5, missing: 0.5 })).toEqual([
    "guard: men are not whole or negative: 399.5,0,0,0,0.5,0",
  ]);
});

test.each([
  ["a man too few", { men: 399 }, "blue: men are not conserved: 599 of 600"],
  ["a man too many", { killed: 1 }, "blue: men are not conserved: 601 of 600"],
])("3.4 %s in a contingent is told with what there should be", (_, change, sentence) => {
  expect(ofGuard(change)).toEqual([sentence]);
});

test("3.4 who is killed, hurt, strayed, missing or taken is still of his contingent", () => {
  expect(
    ofGuard({ men: 350, killed: 10, wounded: 10, stragglers: 10, missing: 10, captured: 10 }),
  ).toEqual([]);
});

test("3.5 men may go from one formation of a contingent to another, and to no other contingent", () => {
  const passed = (to: string) =>
    told((copy) => {
      copy.formations["guard"]!.men -= 100;
      copy.formations[to]!.men += 100;
    });
  expect(passed("late")).toEqual([]);
  expect(passed("column")).toEqual([
    "blue: men are not conserved: 500 of 600",
    "red: men are not conserved: 700 of 600",
  ]);
});

test.each([
  ["a piece below nought", -1],
  ["half a piece", 0.5],
])("%s among a formation's kit is told", (_, pieces) => {
  expect(told((copy) => void (copy.formations["guard"]!.kit["tank"] = pieces))).toEqual([
    "guard: kit is not whole or negative",
  ]);
});

test.each([
  [{ cohesion: -0.1 }, "guard: cohesion -0.1"],
  [{ cohesion: 100.1 }, "guard: cohesion 100.1"],
  [{ freshness: -0.1 }, "guard: freshness -0.1"],
  [{ freshness: 1.1 }, "guard: freshness 1.1"],
  [{ supplyDays: -0.1 }, "guard: supply -0.1"],
] as const)("what is out of its bounds is told: %o", (change, sentence) => {
  expect(ofGuard(change)).toEqual([sentence]);
});

test.each([
  [{ cohesion: 0, freshness: 0, supplyDays: 0 }],
  [{ cohesion: 100, freshness: 1 }],
] as const)("what is on its bound is not: %o", (change) => {
  expect(ofGuard(change)).toEqual([]);
});

test.each([
  ["active", null, ["guard: no place: null"]],
  ["active", "moon", ["guard: no place: moon"]],
  ["lost", null, ["guard: no place: null"]],
  ["expected", null, []],
] as const)("a formation that is %s stands at %s: told %o", (status, place, sentences) => {
  expect(ofGuard({ status, place })).toEqual(sentences);
});

test("3.5 a formation that joined another has no men left and needs no place", () => {
  const joined = (left: number) =>
    told((copy) => {
      Object.assign(copy.formations["guard"]!, { status: "joined", place: null, men: left });
      copy.formations["late"]!.men += 400 - left;
    });
  expect(joined(0)).toEqual([]);
  expect(joined(7)).toEqual(["guard: 7 men after it joined another"]);
});

test.each([
  [-0.5, ["post: advance -0.5 of 4 km"]],
  [0, []],
  [4, []],
  [4.5, ["post: advance 4.5 of 4 km"]],
] as const)("a front %d km into four of a place's depth: told %o", (advanceKm, sentences) => {
  expect(ofPost({ advanceKm })).toEqual(sentences);
});

test("a place is held by a side or by nobody", () => {
  expect(ofPost({ holder: null })).toEqual([]);
  expect(ofPost({ holder: "moon" })).toEqual(['post: held by "moon"']);
});

const heap = (blue: number, red: number) => ({
  abandoned: { blue: { gun: 0, tank: blue }, red: { gun: 1, tank: red } },
});

test.each([
  ["all that lies there was abandoned", { stocks: { tank: 2 }, ...heap(1, 1) }, []],
  [
    "more was abandoned than lies there",
    { stocks: { gun: 3, tank: 2 }, ...heap(1, 2) },
    ["post: more was abandoned than lies there"],
  ],
  [
    "one side abandoned less than nothing",
    { stocks: { tank: 2 }, ...heap(-1, 2) },
    ["post: more was abandoned than lies there"],
  ],
  [
    "less than nothing lies there",
    { stocks: { gun: 3, tank: -1 }, ...heap(0, 0) },
    ["post: negative stocks", "post: more was abandoned than lies there"],
  ],
] as const)("11.9 %s: told", (_, change, sentences) => {
  expect(ofPost(change)).toEqual(sentences);
});

test.each(["formations", "places"] as const)(
  "%s that were lost, gained or put in another order are told",
  (record) => {
    const told = (change: (all: Record<string, unknown>) => Record<string, unknown>) => {
      const world = startWorld(setup);
      return checkWorld(setup, { ...world, [record]: change(world[record]) } as World);
    };
    const sentence = [`${record} gained, lost or reordered keys`];
    expect(told((all) => all)).toEqual([]);
    expect(told((all) => ({ ...all, more: Object.values(all)[0] }))).toEqual(sentence);
    expect(told((all) => Object.fromEntries(Object.entries(all).slice(1)))).toEqual(sentence);
    expect(told((all) => Object.fromEntries(Object.entries(all).toReversed()))).toEqual(sentence);
  },
);

test("every promise that does not hold is told, formation by formation, then contingents and places", () => {
  expect(
    told((copy) => {
      Object.assign(copy.formations["column"]!, { cohesion: 101, supplyDays: -1, killed: 1 });
      copy.formations["guard"]!.freshness = 2;
      copy.places["camp"]!.holder = "moon";
    }),
  ).toEqual([
    "column: cohesion 101",
    "column: supply -1",
    "guard: freshness 2",
    "red: men are not conserved: 601 of 600",
    'camp: held by "moon"',
  ]);
});
