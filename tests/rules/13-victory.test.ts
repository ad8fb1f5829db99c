import { expect, test } from "vitest";
import {
  aimProblems,
  eventsFor,
  type Objective,
  observe,
  type Score,
  type Setup,
  startWorld,
  step,
} from "../../src/engine/index.ts";
import { tinySetup } from "../support/tiny-setup.ts";
import { all, changed, evenChance, rows, startOf, the, turnOf, turnsOf } from "../support/table.ts";

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
  expect(world.objectives["hold"]).toEqual({ blue: { scored: 6, turn: 1 } });
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
  const chosen = turnOf(sorted, startWorld(sorted, { hidden: "b" }), []);
  expect(all(chosen.events, "objective-scored").map((one) => one.objective)).toEqual(["b", "c"]);
});

const secret = () =>
  game({
    feint: aim({ group: "hidden", scored: "first", seats: ["red"], visibleTo: ["red", "blue"] }),
    thrust: aim({ group: "hidden", scored: "first", seats: ["red"], visibleTo: ["red", "blue"] }),
  });

test("13.2 only the seats whose aims they are know which was chosen, and what it scores", () => {
  const setup = secret();
  const start = startWorld(setup, { hidden: "thrust" });
  const aims = (seat: string) => observe(setup, start, seat).aims;
  expect([aims("red"), aims("blue"), aims("white")]).toEqual([
    { hidden: "thrust" },
    {},
    { hidden: "thrust" },
  ]);
  const held = changed(start, (copy) => void (copy.places["town"]!.holder = "blue"));
  const { events } = turnOf(setup, held, []);
  const told = (seat: string) => all(eventsFor(setup, events, seat), "objective-scored").length;
  expect([told("red"), told("blue"), told("white")]).toEqual([1, 0, 1]);
});

test("13.2 an aim that the scenario does not offer is a problem, and a bug where it was not asked", () => {
  const setup = secret();
  expect(aimProblems(setup, { hidden: "conquest", other: "feint", toString: "feint" })).toEqual([
    {
      code: "aim.unknown",
      path: "/aims/hidden",
      message: 'found the aim "conquest", expected one of the group "hidden"',
      hint: "there are: feint, thrust",
    },
    {
      code: "aim.unknown",
      path: "/aims/other",
      message: 'found the aim "feint", expected one of the group "other"',
      hint: "there is no such group",
    },
    {
      code: "aim.unknown",
      path: "/aims/toString",
      message: 'found the aim "feint", expected one of the group "toString"',
      hint: "there is no such group",
    },
  ]);
  expect(aimProblems(setup, { hidden: "thrust" })).toEqual([]);
  expect(() => startWorld(setup, { hidden: "conquest" })).toThrow(/invariant/);
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

test.each(
  rows(`
  | u    | last |
  | 0.1  | 3    |
  | 0.5  | 4    |
  | 0.99 | 5    |
`),
)("13.3 an end that is hidden within two turns comes, at a draw of %s, with turn %s", (u, last) => {
  const setup = { ...game({ hold: aim() }), hiddenTurns: 2 };
  const chance = evenChance(0.5, { "end/0/-/-": Number(u) });
  const { log } = turnsOf(setup, [[], [], [], [], []], chance);
  const ends = log.flatMap((events) => all(events, "game-ended").map(({ draw }) => draw?.key));
  expect(ends).toEqual(["end/0/-/-"]);
  expect(log.findIndex((events) => all(events, "game-ended").length === 1) + 1).toBe(Number(last));
  expect(log.flatMap((events) => all(events, "objective-scored"))).toHaveLength(1);
});

const scored = (scores: Readonly<Record<string, Score>>, change: Parameters<typeof startOf>[1]) => {
  const setup = { ...game({}, 1), scores };
  return the(turnOf(setup, startOf(setup, change), []).events, "game-ended");
};
const residual: Score = {
  kind: "residual-power",
  title: "What is left",
  seats: ["blue"],
  points: 20,
};

test("13.4 power that is left is scored by men and cohesion, at most in full", () => {
  const points = (change: Parameters<typeof startOf>[1]) =>
    scored({ left: residual }, change).forMen;
  expect(points(() => {})).toEqual([{ score: "left", seat: "blue", points: 20 }]);
  expect(
    points((copy) => void Object.assign(copy.formations["guard"]!, { men: 100, killed: 300 })),
  ).toEqual([{ score: "left", seat: "blue", points: 5 }]);
  const shaken = points((copy) => void (copy.formations["guard"]!.cohesion = 0));
  expect(shaken[0]!.points).toBeLessThan(10);
});

test("13.4 formations that never came count neither way, and those gone home as they went", () => {
  const late = { ...game({}, 1), scores: { left: residual } };
  const setup = {
    ...late,
    formations: { ...late.formations, late: { ...late.formations["guard"]!, place: null } },
  };
  const home = startOf(setup, (copy) => void (copy.formations["guard"]!.status = "left"));
  expect(the(turnOf(setup, home, []).events, "game-ended").forMen[0]!.points).toBe(20);
});

test("10.5 a patron's dead weigh in its score", () => {
  const dead: Score = {
    kind: "own-dead",
    title: "Our dead",
    seats: ["blue"],
    contingents: ["blue"],
    pointsEach: 0.5,
  };
  const ended = scored({ dead }, (copy) => {
    Object.assign(copy.formations["guard"]!, { men: 380, killed: 20 });
  });
  expect(ended.forMen).toEqual([{ score: "dead", seat: "blue", points: -10 }]);
  expect(ended.scores["blue"]).toBe(-10);
  expect(Object.is(scored({ dead }, () => {}).forMen[0]!.points, 0)).toBe(true);
});
