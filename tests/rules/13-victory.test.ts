import { expect, test } from "vitest";
import { type Objective, type Setup, startWorld, step } from "../../src/engine/index.ts";
import { tinySetup } from "../support/tiny-setup.ts";
import { all, evenChance, startOf, the, turnOf, turnsOf } from "../support/table.ts";

const aim = (change: Partial<Objective> = {}): Objective => ({
  title: "Hold the town",
  seats: ["blue"],
  visibleTo: ["blue"],
  when: { held: { place: "town", by: "blue" } },
  scored: "end",
  points: 10,
  group: null,
  ...change,
});

const game = (objectives: Readonly<Record<string, Objective>>, turns = 3): Setup =>
  tinySetup({
    places: { town: { holder: "blue" }, camp: { holder: "red" } },
    roads: ["camp town 10 road"],
    formations: { guard: { side: "blue", place: "town" }, column: { side: "red", place: "camp" } },
    objectives,
    turns,
  });

const scoredIn = (setup: Setup) =>
  turnsOf(setup, [[], [], []]).log.map((events) => all(events, "objective-scored").length);

test("13.1 an objective of the end is scored in the last turn", () => {
  expect(scoredIn(game({ hold: aim() }))).toEqual([0, 0, 1]);
});

test("13.1 an objective of each turn is scored in each", () => {
  const { world } = turnsOf(game({ hold: aim({ scored: "each-turn", points: 2 }) }), [[], [], []]);
  expect(world.objectives["hold"]).toEqual({ scored: 6, turn: 1 });
});

test("13.1 an objective to be first reached is scored once", () => {
  expect(scoredIn(game({ hold: aim({ scored: "first" }) }))).toEqual([1, 0, 0]);
});

test("13.1 an objective whose condition does not hold is not scored", () => {
  expect(scoredIn(game({ take: aim({ when: { held: { place: "town", by: "red" } } }) }))).toEqual([
    0, 0, 0,
  ]);
});

test("13.1 own and enemy in a condition are those of the objective's seat", () => {
  const strong = { ratio: { place: "town", atLeast: 1 } };
  const setup = game({
    blues: aim({ when: strong, scored: "first" }),
    reds: aim({
      when: { enemy: { place: "town", menAtLeast: 1 } },
      seats: ["red"],
      scored: "first",
    }),
  });
  const { events } = turnOf(setup, startWorld(setup), []);
  expect(all(events, "objective-scored").map((one) => one.objective)).toEqual(["blues", "reds"]);
});

test("13.1 what happened in this very turn counts as under assault", () => {
  const setup = game({ hold: aim({ when: { under: { place: "town" } }, scored: "first" }) });
  const { events } = turnOf(setup, startWorld(setup), ["column assault town"], evenChance(0.3));
  expect(all(events, "objective-scored")).toHaveLength(1);
});

test("13.2 of a group of aims the first by id counts", () => {
  const setup = game({
    b: aim({ group: "hidden", scored: "first" }),
    a: aim({ group: "hidden", scored: "first", points: 3 }),
    c: aim({ scored: "first" }),
  });
  const sorted = {
    ...setup,
    objectives: Object.fromEntries(
      Object.entries(setup.objectives).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
  const { events } = turnOf(sorted, startWorld(sorted), []);
  expect(all(events, "objective-scored").map((one) => one.objective)).toEqual(["a", "c"]);
});

test("13.3 the game ends with its last turn", () => {
  const { log, world } = turnsOf(game({}), [[], [], []]);
  expect(log.map((events) => all(events, "game-ended").length)).toEqual([0, 0, 1]);
  expect(world).toMatchObject({ turn: 3, over: true });
});

test("13.3 a seat's score is the sum of its objectives, and a shared one counts for each", () => {
  const setup = game({
    hold: aim(),
    share: aim({ seats: ["blue", "red"], points: 4 }),
    each: aim({ scored: "each-turn", points: 1 }),
  });
  expect(the(turnsOf(setup, [[], [], []]).events, "game-ended").scores).toEqual({
    blue: 17,
    red: 4,
    white: 0,
  });
});

test("13.3 a game that is over stays as it is and nothing happens", () => {
  const setup = game({});
  const over = startOf(setup, (copy) => void (copy.over = true));
  const stepped = step(setup, over, { orders: {}, rulings: [], injects: [] }, evenChance());
  expect(stepped.world).toBe(over);
  expect(stepped.events).toEqual([]);
});
