import { expect, test } from "vitest";
import {
  apply,
  checkWorld,
  type Event,
  type Id,
  type Setup,
  type World,
} from "../../src/engine/index.ts";
import {
  all,
  evenChance,
  rows,
  startOf,
  steadyChance,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";
import { ERC, tinySetup, type TinyParts } from "../support/tiny-setup.ts";

/** A town of somebody's with a formation of somebody's in it, and an enemy far away. */
const town = (
  first: string,
  side: string,
  stocks: Readonly<Record<Id, number>> = {},
  change: Partial<TinyParts> = {},
): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      rear: { holder: "blue" },
      town: { holder: first === "-" ? null : first, stocks },
    },
    roads: ["camp town 10 road", "rear town 10 road"],
    formations: {
      taker: { side, place: "town" },
      far: { side: side === "red" ? "blue" : "red", place: side === "red" ? "rear" : "camp" },
    },
    ...change,
  });

/** Kit that a side left in the town in a turn, the world being at the end of turn 4. */
const left =
  (side: string, kind: string, pieces: number, abandonedTurn = 2, takenTurn = 0) =>
  (copy: World): void => {
    const at = copy.places["town"]!;
    at.stocks[kind] = at.stocks[kind]! + pieces;
    at.abandoned[side]![kind] = pieces;
    Object.assign(at, { abandonedTurn, takenTurn });
    copy.turn = 4;
  };

const served = (events: readonly Event[]) =>
  all(events, "kit-taken")
    .flatMap(({ kit }) => Object.entries(kit))
    .map(([kind, pieces]) => `${kind} ${pieces}`)
    .join(", ");

test.each(
  rows(`
  | first | left by | kind          | taken by | serves as       | why                                    |
  | blue  | blue    | tank          | blue     | tank 3          | its own, in its own place              |
  | blue  | red     | tank          | blue     | tank-captured 3 | the enemy's, in one's own place        |
  | red   | blue    | tank          | blue     | tank 3          | its own, in the enemy's place          |
  | red   | red     | tank          | blue     | tank-captured 3 | the enemy's, in his place              |
  | -     | blue    | tank          | blue     | tank 3          | its own, in nobody's place             |
  | -     | red     | tank          | blue     | tank-captured 3 | the enemy's, in nobody's place         |
  | blue  | red     | tank-captured | blue     | tank 3          | what the enemy had captured comes home |
  | blue  | blue    | tank-captured | blue     | tank-captured 3 | what it had captured itself does not   |
  | blue  | red     | technical     | blue     | technical 3     | light kit serves anybody               |
`),
)(
  "11.9 in a place of %s at the start a %s %s that %s takes serves as %s",
  (first, leaver, kind, taker, kit) => {
    const setup = town(first!, taker!);
    const start = startOf(setup, (copy) => {
      left(leaver!, kind!, 10, 2, first === taker ? 0 : 2)(copy);
      copy.places["town"]!.holder = taker!;
    });
    expect(served(turnOf(setup, start, []).events)).toBe(kit);
  },
);

test("11.9 of kit of both sides in one heap each serves by whose it was", () => {
  const setup = town("blue", "blue");
  const start = startOf(setup, (copy) => {
    left("blue", "tank", 10)(copy);
    left("red", "tank", 20)(copy);
  });
  const { events, world } = turnOf(setup, start, []);
  expect(the(events, "kit-taken")).toMatchObject({
    found: { tank: 30 },
    kit: { tank: 3, "tank-captured": 6 },
  });
  expect(world.places["town"]).toMatchObject({
    stocks: { tank: 0 },
    abandoned: { blue: { tank: 0 }, red: { tank: 0 } },
  });
  expect(checkWorld(setup, world)).toEqual([]);
});

test.each(
  rows(`
  | left in | taken in | turn 5 |
  | 3       | 0        | yes    |
  | 4       | 0        | no     |
  | 4       | 2        | no     |
  | 2       | 4        | no     |
  | 2       | 3        | yes    |
`),
)(
  "11.9 left in turn %s in a place taken in turn %s it is put to use in turn 5: %s",
  (turn, taken, used) => {
    const setup = town("blue", "blue");
    const start = startOf(setup, left("blue", "tank", 10, Number(turn), Number(taken)));
    expect(all(turnOf(setup, start, []).events, "kit-taken")).toHaveLength(used === "yes" ? 1 : 0);
  },
);

test("11.9 what its owner's depot holds stays in it while the place is his, beside what is recovered", () => {
  const setup = town("blue", "blue", { tank: 4 });
  const { events, world } = turnOf(setup, startOf(setup, left("blue", "tank", 10)), []);
  expect(the(events, "kit-taken")).toMatchObject({ found: { tank: 10 }, kit: { tank: 3 } });
  expect(world.places["town"]!.stocks["tank"]).toBe(4);
});

test("11.9 what an enemy leaves in a place of one's own from the start is captured, one's own is not", () => {
  const setup = town(
    "blue",
    "blue",
    {},
    {
      places: {
        camp: { holder: "red", minimumGarrison: 10 },
        town: { holder: "blue", minimumGarrison: 10 },
      },
      roads: ["camp town 10 road"],
      formations: {
        raid: { side: "red", place: "town", men: 100, kit: { tank: 10 } },
        taker: { side: "blue", place: "camp", men: 900, knownTo: ["red"] },
      },
    },
  );
  const start = startOf(setup, (copy) => {
    copy.places["town"]!.holder = "red";
    copy.places["camp"]!.holder = "blue";
    copy.knowledge["blue"]!.contacts["raid"]!.place = "town";
    copy.knowledge["blue"]!.holders["town"] = "red";
  });
  const { log } = turnsOf(setup, [["taker assault town"], [], []], steadyChance(0.9), start);
  expect(the(log[0]!, "surrendered").abandoned["tank"]).toBeGreaterThan(8);
  expect(served(log.flat())).toMatch(/^tank-captured [23]$/);
});

test("11.9 who leaves kit in a place that holds has it back, by the formations that stayed", () => {
  const setup = town(
    "blue",
    "blue",
    {},
    {
      formations: {
        taker: { side: "blue", place: "town", men: 900, cohesion: 90 },
        weak: { side: "blue", place: "town", men: 100, cohesion: 20, kit: { tank: 10 } },
        enemy: { side: "red", place: "camp", men: 300 },
      },
      places: {
        camp: { holder: "red" },
        rear: { holder: "blue" },
        town: { holder: "blue", depthKm: 90 },
      },
    },
  );
  const dice = evenChance(0.5, { "break/1/town/weak": 1e-9, "break/1/camp/enemy": 1 - 1e-9 });
  const { log, world } = turnsOf(setup, [["enemy assault town"], ["enemy defend"], []], dice);
  const { side, abandoned } = the(log[0]!, "formation-broke");
  expect({ side, abandoned }).toEqual({ side: "blue", abandoned: { tank: 4 } });
  expect(log.map((events) => all(events, "kit-taken").length)).toEqual([0, 0, 1]);
  expect(world.formations["taker"]!.kit["tank"]).toBe(1);
});

test("11.9 aircraft destroy of each side's in proportion", () => {
  const setup = town("red", "red");
  const start = startOf(setup, (copy) => {
    left("blue", "tank", 4)(copy);
    left("red", "tank", 8)(copy);
  });
  const gone: Event = {
    kind: "kit-destroyed",
    place: "town",
    holder: "red",
    wing: null,
    formation: "taker",
    kit: { tank: 3 },
    draws: [],
  };
  const world = structuredClone(start);
  apply(world, gone);
  expect(world.places["town"]).toMatchObject({
    stocks: { tank: 9 },
    abandoned: { blue: { tank: 3 }, red: { tank: 6 } },
  });
});

test.each([1, 40])("11.9 with %i pieces comes ammunition for so many, into the depot", (pieces) => {
  const setup = town("blue", "blue");
  const { events, world } = turnOf(setup, startOf(setup, left("red", "gun", pieces)), []);
  const manDays = pieces * ERC.capture.supplyManDays;
  expect(the(events, "kit-taken").manDays).toBe(manDays);
  expect(world.places["town"]!.depotManDays).toBe(manDays);
});
