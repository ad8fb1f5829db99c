import { expect, test } from "vitest";
import { logistic, logit, normalOf } from "../../src/engine/chance/arithmetic.ts";
import type { Patron, Setup, World } from "../../src/engine/index.ts";
import { contingentOf, ERC, seatOf, tinySetup, type TinyParts } from "../support/tiny-setup.ts";
import { all, evenChance, rows, startOf, the, turnOf, turnsOf } from "../support/table.ts";

const PATRON: Patron = {
  tolerance: 0.5,
  outerLine: ["north", "south"],
  exits: ["road"],
  stake: "town",
  hosts: ["blue"],
  home: "harbour",
  hold: null,
};

/** Guests in a blue town with two outer posts, a road home, and red far away beyond the steppe. */
const town = (patron: Partial<Patron> = {}, change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: {
      town: { holder: "blue" },
      north: { holder: "blue", value: 3 },
      south: { holder: "blue", value: 1 },
      road: { holder: "blue" },
      harbour: { holder: "blue" },
      steppe: {},
      far: { holder: "red" },
    },
    roads: [
      "north town 10 road",
      "south town 10 road",
      "road town 10 road",
      "harbour road 10 road",
      "far steppe 90 road",
      "road steppe 90 road",
    ],
    formations: {
      guests: { side: "blue", contingent: "guests", seat: "envoy", place: "town", men: 200 },
      hosts: { side: "blue", place: "town", men: 200 },
      late: { side: "blue" },
      enemy: { side: "red", place: "far", men: 400 },
    },
    contingents: {
      blue: contingentOf("blue"),
      guests: contingentOf("blue", { patron: { ...PATRON, ...patron } }),
      red: contingentOf("red"),
    },
    seats: { blue: seatOf("blue"), envoy: seatOf("blue", ["guests"]), red: seatOf("red") },
    ...change,
  });

const weighed = (
  start: (copy: World) => void = () => {},
  setup = town(),
  chance = evenChance(0.5),
) => the(turnOf(setup, startOf(setup, start), [], chance).events, "patron-weighed");

const points = (term: string, start?: (copy: World) => void, setup?: Setup) =>
  weighed(start, setup).terms.find((one) => one.id === term)!.points;

const told = (place: string, holder: string | null) => (copy: World) =>
  void (copy.knowledge["envoy"]!.holders[place] = holder);

test("10.1 risk is the logistic of the sum of its terms", () => {
  const event = weighed();
  const sum = event.terms.reduce((total, term) => total + term.points, 0);
  expect(event.risk).toBeCloseTo(logistic(sum), 12);
  expect(event.terms.map((term) => term.rule)).toEqual([
    "10.2.1",
    "10.2.2",
    "10.2.3",
    "10.2.4",
    "10.2.5",
  ]);
});

test("10.1 the tolerance is drawn once a game about its declared value", () => {
  const expected = (u: number) => logistic(logit(0.5) + ERC.patrons.jitter * normalOf(u));
  expect(weighed().tolerance).toBeCloseTo(0.5, 12);
  expect(weighed(undefined, town(), evenChance(0.9)).tolerance).toBeCloseTo(expected(0.9), 12);
  const { log } = turnsOf(town(), [[], [], []], evenChance(0.5));
  const draws = log.map((events) => the(events, "patron-weighed").draw.key);
  expect(draws).toEqual(["patron/0/-/guests", "patron/0/-/guests", "patron/0/-/guests"]);
});

test.each(
  rows(`
  | tolerance | leaves |
  | 0.01      | 2      |
  | 0.99      | 0      |
`),
)("10.1 with a tolerance of %s the contingent is to leave in turn %s", (tolerance, turn) => {
  const setup = town({ tolerance: Number(tolerance) });
  const { world, events } = turnOf(setup, startOf(setup), [], evenChance(0.5));
  expect(the(events, "patron-weighed").leavesTurn).toBe(Number(turn));
  expect(world.contingents["guests"]).toMatchObject(
    turn === "0" ? { status: "present", leavesTurn: 0 } : { status: "leaving", leavesTurn: 2 },
  );
});

test("10.1 when the risk is exactly the tolerance it leaves", () => {
  const { risk } = weighed();
  const event = weighed(undefined, town({ tolerance: risk }));
  expect(Math.abs(event.tolerance - event.risk)).toBeLessThan(1e-12);
  expect(event.leavesTurn).toBe(event.risk >= event.tolerance ? 2 : 0);
});

test("10.1 a contingent without a patron never weighs, nor one that is leaving", () => {
  const { log } = turnsOf(town({ tolerance: 0.01 }), [[], [], []]);
  expect(log.map((events) => all(events, "patron-weighed").length)).toEqual([1, 0, 0]);
});

test("10.2.1 every patron starts from the same doubt", () => {
  expect(points("constant")).toBe(ERC.patrons.constant);
});

test.each(
  rows(`
  | north | south | share |
  | blue  | blue  | 0     |
  | red   | blue  | 0.75  |
  | blue  | red   | 0.25  |
  | red   | red   | 1     |
`),
)(
  "10.2.2 with north (value 3) held by %s and south (value 1) by %s, %s of the outer line is lost",
  (north, south, share) => {
    const start = (copy: World) => {
      told("north", north!)(copy);
      told("south", south!)(copy);
      // Reports of the turn would correct what is not so.
      copy.places["north"]!.holder = north!;
      copy.places["south"]!.holder = south!;
    };
    expect(points("outer-line", start)).toBeCloseTo(ERC.patrons.outerLine * Number(share), 12);
  },
);

test("10.2.2 what counts is what the patron's seat has been told, not the truth", () => {
  const unwatched = town(
    { outerLine: ["far-post"] },
    {
      places: { ...town().places, "far-post": { holder: "blue" } },
      roads: [
        "north town 10 road",
        "south town 10 road",
        "road town 10 road",
        "harbour road 10 road",
      ],
    },
  );
  expect(
    points("outer-line", (copy) => void (copy.places["far-post"]!.holder = "red"), unwatched),
  ).toBe(0);
});

test("10.2.2 sectors of one place count as one, the most valuable", () => {
  const places = {
    ...town().places,
    south: { holder: "blue", value: 9, sectorOf: "west" },
    north: { holder: "blue", value: 1, sectorOf: "west" },
    west: { holder: "blue", value: 1 },
    post: { holder: "red", value: 9 },
  };
  const setup = town({ outerLine: ["north", "south", "post"] }, { places });
  expect(points("outer-line", undefined, setup)).toBeCloseTo(ERC.patrons.outerLine * 0.5, 12);
});

test.each(
  rows(`
  | case                      | threat | why                                        |
  | all quiet                 | 0      | the way home is open and unthreatened      |
  | enemy reported beside     | 0.5    | an exit has the enemy beside it            |
  | exit lost, way round      | 0.5    | an exit is lost, but another road is open  |
  | exit lost                 | 1      | the only road is lost                      |
  | home lost                 | 1      | home is lost                               |
  | enemy on the road         | 1      | the only road is its own, and not free     |
  | enemy at home             | 1      | nor is home                                |
  | one of two exits lost     | 0.5    | one threatened exit is enough              |
`),
)("10.2.3 when %s the threat is %s: %s", (name, threat) => {
  const round = town(
    {},
    {
      roads: [
        "north town 10 road",
        "south town 10 road",
        "road town 10 road",
        "harbour road 10 road",
        "harbour town 90 road",
        "far steppe 90 road",
        "road steppe 90 road",
      ],
    },
  );
  const lose = (place: string) => (copy: World) => {
    told(place, "red")(copy);
    copy.places[place]!.holder = "red";
  };
  // It stands where it is reported, or else the report would be forgotten (2.7).
  const report = (place: string) => (copy: World) => {
    copy.formations["enemy"]!.place = place;
    Object.assign(copy.knowledge["envoy"]!.contacts["enemy"]!, { place, men: 400, turn: 1 });
  };
  const cases: Record<string, number> = {
    "all quiet": points("exits"),
    "enemy reported beside": points("exits", (copy) =>
      Object.assign(copy.knowledge["envoy"]!.contacts["enemy"]!, {
        place: "steppe",
        men: 400,
        turn: 1,
      }),
    ),
    "exit lost, way round": points("exits", lose("road"), round),
    "exit lost": points("exits", lose("road")),
    "home lost": points("exits", lose("harbour")),
    "enemy on the road": points("exits", report("road")),
    "enemy at home": points("exits", report("harbour")),
    "one of two exits lost": points("exits", lose("north"), town({ exits: ["north", "road"] })),
  };
  expect(cases[name!]).toBeCloseTo(ERC.patrons.exits * Number(threat), 12);
});

test.each(
  rows(`
  | at     | men  | ratio | why                             |
  | north  | 800  | 2     | beside the stake, 400 own men   |
  | town   | 800  | 2     | in it                           |
  | steppe | 800  | 0.25  | not beside it: the floor        |
  | north  | 10   | 0.25  | few: the floor                  |
`),
)("10.2.4 with %s: %s men reported, the odds count as ln %s: %s", (at, men, ratio) => {
  // It stands where it is reported, unseen this turn: else the report would be forgotten (2.7).
  const start = (copy: World) => {
    copy.formations["enemy"]!.place = at!;
    Object.assign(copy.knowledge["envoy"]!.contacts["enemy"]!, {
      place: at!,
      men: Number(men),
      turn: 1,
    });
  };
  expect(points("odds", start)).toBeCloseTo(ERC.patrons.ratio * Math.log(Number(ratio)), 9);
});

test("10.2.4 of its own side's men those count that stand in the stake", () => {
  const start = (copy: World) => {
    copy.formations["enemy"]!.place = "north";
    Object.assign(copy.knowledge["envoy"]!.contacts["enemy"]!, { place: "north", men: 800 });
    Object.assign(copy.formations["hosts"]!, { status: "broken", rallyTurn: 9 });
  };
  expect(points("odds", start)).toBeCloseTo(ERC.patrons.ratio * Math.log(800 / 200), 9);
});

test("10.2.5 the share of the hosts' formations broken or lost counts, less those not yet come", () => {
  const setup = town(
    {},
    { formations: { ...town().formations, second: { side: "blue", place: "town" } } },
  );
  const broken = (copy: World) =>
    void Object.assign(copy.formations["hosts"]!, { status: "broken", rallyTurn: 9 });
  expect(points("hosts-broken", undefined, setup)).toBe(0);
  expect(points("hosts-broken", broken, setup)).toBeCloseTo(ERC.patrons.hostsBroken * 0.5, 12);
});

test("10.3 a contingent that leaves takes its formations off the map, the broken with the whole", () => {
  const setup = town(
    { tolerance: 0.01 },
    {
      formations: {
        ...town().formations,
        more: { side: "blue", contingent: "guests", seat: "envoy", place: "road" },
        later: { side: "blue", contingent: "guests", seat: "envoy" },
      },
    },
  );
  const start = startOf(
    setup,
    (copy) => void Object.assign(copy.formations["more"]!, { status: "broken", rallyTurn: 9 }),
  );
  const { log, world } = turnsOf(setup, [[], []], evenChance(0.5), start);
  expect(all(log[0]!, "contingent-left")).toEqual([]);
  expect(the(log[1]!, "contingent-left").contingent).toBe("guests");
  expect(all(log[1]!, "formation-left").map((one) => one.formation)).toEqual(["guests", "more"]);
  expect(["guests", "more", "later", "hosts"].map((id) => world.formations[id]!.status)).toEqual([
    "left",
    "left",
    "expected",
    "active",
  ]);
  expect(world.contingents["guests"]!.status).toBe("left");
});

test("10.3 while it is leaving its formations take no more orders", () => {
  const { log } = turnsOf(
    town({ tolerance: 0.01 }),
    [[], ["guests move to road"]],
    evenChance(0.5),
  );
  expect(the(log[1]!, "order-refused").refusal.code).toBe("unit.leaving");
});
