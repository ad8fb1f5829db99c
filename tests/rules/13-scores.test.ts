import { expect, test } from "vitest";
import type { Formation, Objective, Score, Setup, World } from "../../src/engine/index.ts";
import { all, rows, startOf, the, turnOf, turnsOf } from "../support/table.ts";
import { contingentOf, ERC, seatOf, tinySetup } from "../support/tiny-setup.ts";

const RESIDUAL: Score = {
  kind: "residual-power",
  title: "What is left",
  seats: ["blue"],
  points: 20,
};

const game = (
  guard: Partial<Formation>,
  objectives: Readonly<Record<string, Objective>> = {},
  turns = 1,
): Setup =>
  tinySetup({
    places: { town: { holder: "blue" }, camp: { holder: "red" } },
    roads: ["camp town 10 road"],
    formations: {
      guard: { side: "blue", place: "town", men: 400, ...guard },
      column: { side: "red", place: "camp" },
    },
    scores: { left: RESIDUAL },
    objectives,
    turns,
  });

const points = (guard: Partial<Formation>, change: (copy: World) => void) => {
  const setup = game(guard);
  return the(turnOf(setup, startOf(setup, change), []).events, "game-ended").forMen[0]!.points;
};

test("13.4 kit counts in the power that is left by its weight", () => {
  const weight = ERC.kit["tank"]!.weight;
  const lostHalf = points({ kit: { tank: 20 } }, (copy) => {
    copy.formations["guard"]!.kit["tank"] = 10;
  });
  expect(lostHalf).toBeCloseTo((20 * (400 + 10 * weight)) / (400 + 20 * weight), 3);
});

test("13.4 a captured tank counts by the weight it has in other hands", () => {
  const captured = ERC.kit["tank-captured"]!.weight;
  const found = points({}, (copy) => {
    Object.assign(copy.formations["guard"]!, { men: 200, killed: 200 });
    copy.formations["guard"]!.kit["tank-captured"] = 5;
  });
  expect(found).toBeCloseTo((20 * (200 + 5 * captured)) / 400, 3);
});

test("13.4 the spent count for less than the fresh", () => {
  const spent = points({}, (copy) => void (copy.formations["guard"]!.freshness = 0.5));
  // A quiet turn rests them a little before the count.
  expect(spent).toBeCloseTo(20 * (0.5 + 12 * ERC.exhaustion.perRestHour), 2);
});

test("13.4 a seat of which nobody has come has no power left", () => {
  expect(points({ place: null }, () => {})).toBe(0);
});

test("13.4 those who have not come were not brought, and those who came whole leave all", () => {
  const setup = { ...game({}), formations: { ...game({}).formations } };
  const late = { ...setup.formations["guard"]!, place: null };
  const both = {
    ...setup,
    formations: { column: setup.formations["column"]!, guard: setup.formations["guard"]!, late },
  };
  const ended = the(turnOf(both, startOf(both), []).events, "game-ended");
  expect(ended.forMen).toEqual([{ score: "left", seat: "blue", points: 20 }]);
});

const SHARED: Objective = {
  title: "Be stronger in the town",
  seats: ["blue", "red"],
  visibleTo: ["blue", "red"],
  when: { men: { place: "town", atLeast: 1 } },
  scored: "first",
  points: 5,
  group: null,
};

test.each(
  rows(`
  | condition | blue | red | why                                    |
  | men       | 5    | 0   | its own men stand there                |
  | enemy     | 0    | 5   | there the enemy's men stand            |
  | held      | 5    | 5   | a fact that is the same for both       |
`),
)(
  "13.1 an objective of two sides is judged for each seat by its own: %s, %s and %s: %s",
  (kind, blue, red) => {
    const when: Objective["when"] =
      kind === "men"
        ? { men: { place: "town", atLeast: 1 } }
        : kind === "enemy"
          ? { enemy: { place: "town", menAtLeast: 1 } }
          : { held: { place: "town", by: "blue" } };
    const setup = { ...game({}, { both: { ...SHARED, when } }), scores: {} };
    const { events } = turnOf(setup, startOf(setup), []);
    expect(the(events, "game-ended").scores).toMatchObject({
      blue: Number(blue),
      red: Number(red),
    });
  },
);

test("13.1 what one seat has first reached another may reach later", () => {
  const setup = game({}, { both: SHARED }, 2);
  const { log } = turnsOf(setup, [[], []]);
  expect(log.map((events) => all(events, "objective-scored").map(({ seats }) => seats))).toEqual([
    [["blue"]],
    [],
  ]);
  const taken = startOf(setup, (copy) => {
    Object.assign(copy.formations["column"]!, { place: "town" });
    Object.assign(copy.formations["guard"]!, { place: "camp" });
    copy.objectives["both"]!["blue"]!.turn = 1;
  });
  expect(the(turnOf(setup, taken, []).events, "objective-scored").seats).toEqual(["red"]);
});

const OWN_DEAD: Score = {
  kind: "own-dead",
  title: "Our dead",
  seats: ["envoy"],
  contingents: ["guests"],
  pointsEach: 0.5,
};

test("13.4 the dead that count are those of the contingents named, for the seats named", () => {
  const setup = tinySetup({
    places: { town: { holder: "blue" } },
    roads: [],
    formations: {
      cohort: { side: "blue", place: "town", contingent: "guests", seat: "envoy" },
      escort: { side: "blue", place: "town", contingent: "guests", seat: "envoy" },
      guard: { side: "blue", place: "town" },
    },
    contingents: { blue: contingentOf("blue"), guests: contingentOf("blue") },
    seats: { blue: seatOf("blue"), envoy: seatOf("blue", ["guests"]), red: seatOf("red") },
    scores: { dead: OWN_DEAD },
    turns: 1,
  });
  const start = startOf(setup, (copy) => {
    Object.assign(copy.formations["cohort"]!, { men: 393, killed: 7 });
    Object.assign(copy.formations["escort"]!, { men: 390, killed: 4, wounded: 6 });
    Object.assign(copy.formations["guard"]!, { men: 300, killed: 100 });
  });
  const ended = the(turnOf(setup, start, []).events, "game-ended");
  expect(ended.forMen).toEqual([{ score: "dead", seat: "envoy", points: -5.5 }]);
  expect(ended.scores).toEqual({ blue: 0, envoy: -5.5, red: 0 });
});

test("13.4 men of better quality are more of the power that is left", () => {
  const setup = tinySetup({
    places: { town: { holder: "blue" } },
    roads: [],
    formations: {
      elite: { side: "blue", place: "town", men: 100, quality: 1.5 },
      levy: { side: "blue", place: "town", men: 300, quality: 0.5 },
    },
    scores: { left: RESIDUAL },
    turns: 1,
  });
  const without = (id: string) => {
    const start = startOf(setup, (copy) => {
      const state = copy.formations[id]!;
      Object.assign(state, { killed: state.men, men: 0, status: "lost" });
    });
    return the(turnOf(setup, start, []).events, "game-ended").forMen[0]!.points;
  };
  // 150 of 300 each: half the power is the hundred's.
  expect([without("elite"), without("levy")]).toEqual([10, 10]);
});
