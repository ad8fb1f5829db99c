import { describe, expect, test } from "vitest";
import {
  type Condition,
  isMet,
  observe,
  type Setup,
  viewSight,
  type World,
  worldSight,
} from "../../src/engine/index.ts";
import { contingentOf, seatOf, tinySetup, trackOf } from "../support/tiny-setup.ts";
import { rows, startOf } from "../support/table.ts";

const setup: Setup = tinySetup({
  places: {
    gate: { holder: "blue", value: 3 },
    hall: { holder: "blue", value: 1 },
    attic: { holder: "blue", value: 1, sectorOf: "hall" },
    yard: { holder: "red" },
  },
  roads: ["gate hall 10 road", "gate yard 10 road"],
  formations: {
    guard: { side: "blue", place: "gate", men: 300 },
    watch: { side: "blue", place: "gate", men: 100 },
    raiders: { side: "red", place: "yard", men: 200 },
    late: { side: "red" },
  },
  seats: { blue: seatOf("blue", ["blue", "guests"]), red: seatOf("red") },
  contingents: {
    blue: contingentOf("blue"),
    guests: contingentOf("blue"),
    red: contingentOf("red"),
  },
  tracks: {
    nerve: trackOf({ initial: 40 }),
  },
});

/** Turn 3 is about to be played: gate was assaulted in turn 2, hall in turn 1; hall is red's by now. */
const world: World = startOf(setup, (copy) => {
  copy.turn = 2;
  copy.places["gate"]!.assaultedTurn = 2;
  copy.places["hall"]!.assaultedTurn = 1;
  copy.places["hall"]!.holder = "red";
  copy.contingents["guests"]!.status = "left";
  copy.knowledge["blue"]!.contacts["raiders"]!.place = "yard";
  copy.knowledge["blue"]!.contacts["raiders"]!.men = 150;
});

const CASES = rows(`
  | condition                                                            | truth | blue |
  | {"always":true}                                                      | yes   | yes  |
  | {"not":{"always":true}}                                              | no    | no   |
  | {"all":[]}                                                           | yes   | yes  |
  | {"any":[]}                                                           | no    | no   |
  | {"all":[{"always":true},{"night":true}]}                             | no    | no   |
  | {"any":[{"always":true},{"night":true}]}                             | yes   | yes  |
  | {"turn":{"from":3}}                                                  | yes   | yes  |
  | {"turn":{"from":4}}                                                  | no    | no   |
  | {"turn":{"to":3}}                                                    | yes   | yes  |
  | {"turn":{"to":2}}                                                    | no    | no   |
  | {"turn":{"from":3,"to":3}}                                           | yes   | yes  |
  | {"night":false}                                                      | yes   | yes  |
  | {"held":{"place":"gate","by":"blue"}}                                | yes   | yes  |
  | {"held":{"place":"hall","by":"red"}}                                 | yes   | no   |
  | {"lostShare":{"places":["gate","hall"],"by":"blue","atLeast":0.25}}  | yes   | no   |
  | {"lostShare":{"places":["gate","hall"],"by":"blue","atLeast":0.26}}  | no    | no   |
  | {"lostShare":{"places":[],"by":"blue","atLeast":0.1}}                | no    | no   |
  | {"lostShare":{"places":[],"by":"blue","atLeast":0}}                  | yes   | yes  |
  | {"lostShare":{"places":["gate","yard"],"by":"blue","atLeast":0.25}}  | yes   | yes  |
  | {"lostShare":{"places":["gate","yard"],"by":"blue","atLeast":0.26}}  | no    | no   |
  | {"left":"guests"}                                                    | yes   | yes  |
  | {"left":"blue"}                                                      | no    | no   |
  | {"active":"guard"}                                                   | yes   | yes  |
  | {"active":"late"}                                                    | no    | no   |
  | {"active":"raiders"}                                                 | yes   | no   |
  | {"at":{"formation":"guard","place":"gate"}}                          | yes   | yes  |
  | {"at":{"formation":"guard","place":"hall"}}                          | no    | no   |
  | {"enemy":{"place":"yard","menAtLeast":150}}                          | yes   | yes  |
  | {"enemy":{"place":"yard","menAtLeast":160}}                          | yes   | no   |
  | {"enemy":{"place":"yard","menAtLeast":201}}                          | no    | no   |
  | {"ratio":{"place":"gate","atLeast":1000}}                            | yes   | yes  |
  | {"ratio":{"place":"hall","atLeast":1000}}                            | yes   | yes  |
  | {"ratio":{"place":"yard","atLeast":0.1}}                             | no    | no   |
  | {"track":{"track":"nerve","atLeast":40}}                             | yes   | yes  |
  | {"track":{"track":"nerve","atMost":39}}                              | no    | no   |
  | {"under":{"place":"gate"}}                                           | yes   | yes  |
  | {"under":{"place":"hall"}}                                           | no    | no   |
  | {"under":{"place":"yard"}}                                           | no    | no   |
  | {"hour":{"from":24,"to":24}}                                         | yes   | yes  |
  | {"hour":{"from":25}}                                                 | no    | no   |
  | {"reported":{"place":"yard","withinTurns":2}}                        | yes   | yes  |
  | {"reported":{"place":"yard","withinTurns":1}}                        | yes   | no   |
  | {"reported":{"place":"gate","withinTurns":9}}                        | no    | no   |
  | {"broken":{"contingent":"blue","atLeast":0.5}}                       | no    | no   |
  | {"broken":{"contingent":"blue","atLeast":0}}                         | yes   | yes  |
  | {"broken":{"contingent":"red","atLeast":0.1}}                        | no    | no   |
  | {"men":{"place":"gate","atLeast":400}}                               | yes   | yes  |
  | {"men":{"place":"gate","atLeast":1,"atMost":399}}                    | no    | no   |
  | {"men":{"place":"yard","atMost":0}}                                  | yes   | yes  |
  | {"lostShare":{"places":["hall","attic","gate"],"by":"blue","atLeast":0.25}} | yes   | no   |
  | {"lostShare":{"places":["hall","attic","gate"],"by":"blue","atLeast":0.26}} | no    | no   |
`);

describe("before turn 3 by day", () => {
  test.each(CASES)("%s is met in truth: %s, and as far as blue knows: %s", (text, truth, blue) => {
    const condition = JSON.parse(text!) as Condition;
    expect(isMet(condition, worldSight(setup, world, 3, "blue"))).toBe(truth === "yes");
    expect(isMet(condition, viewSight(observe(setup, world, "blue")))).toBe(blue === "yes");
  });
});

test("a contingent is broken by the share of its formations on the map", () => {
  const broken: Condition = { broken: { contingent: "blue", atLeast: 0.5 } };
  const half = startOf(setup, (copy) => void (copy.formations["watch"]!.status = "lost"));
  expect(isMet(broken, worldSight(setup, half, 1, null))).toBe(true);
  expect(isMet(broken, viewSight(observe(setup, half, "blue")))).toBe(true);
  expect(isMet(broken, viewSight(observe(setup, half, "red")))).toBe(false);
});

test("a report is as many turns old as were played since, and the youngest counts", () => {
  const reports = (place: string, turn: number) =>
    viewSight(
      observe(
        setup,
        startOf(setup, (copy) => {
          copy.turn = 5;
          const { contacts } = copy.knowledge["blue"]!;
          Object.assign(contacts["raiders"]!, { place: "yard", men: 200, turn: 3 });
          Object.assign(contacts["late"]!, { place, men: 40, turn });
        }),
        "blue",
      ),
    ).reportAge("yard");
  expect([reports("yard", 4), reports("yard", 1), reports("gate", 5)]).toEqual([1, 2, 2]);
});

test("men who have run are counted at no place", () => {
  const ran = startOf(setup, (copy) => void (copy.formations["watch"]!.status = "broken"));
  const sights = [worldSight(setup, ran, 1, "blue"), viewSight(observe(setup, ran, "blue"))];
  expect(sights.map((sight) => sight.ownMen("gate"))).toEqual([300, 300]);
  expect(worldSight(setup, ran, 1, "red").enemyMen("gate")).toBe(300);
});

test("who became part of another, or has not come, is neither broken nor whole", () => {
  const broken: Condition = { broken: { contingent: "blue", atLeast: 1 } };
  const of = (status: "joined" | "expected" | "left") =>
    startOf(setup, (copy) => {
      copy.formations["watch"]!.status = "broken";
      copy.formations["guard"]!.status = status;
    });
  const isBroken = (world: World) => isMet(broken, worldSight(setup, world, 1, null));
  expect([of("joined"), of("expected"), of("left")].map(isBroken)).toEqual([true, true, false]);
});

test("a place that nobody ever assaulted is under none before the first turn either", () => {
  const start = startOf(setup);
  const condition: Condition = { under: { place: "gate" } };
  expect(isMet(condition, worldSight(setup, start, 1, "blue"))).toBe(false);
  expect(isMet(condition, viewSight(observe(setup, start, "blue")))).toBe(false);
});

test("a ratio is met when it is reached exactly", () => {
  const both = startOf(setup, (copy) => void (copy.formations["guard"]!.place = "yard"));
  const met = (atLeast: number) =>
    isMet({ ratio: { place: "yard", atLeast } }, worldSight(setup, both, 1, "blue"));
  expect([met(1.5), met(1.51)]).toEqual([true, false]);
});

test("a seat that knows sectors of one place as lost counts the most valuable of them once", () => {
  const lost = startOf(setup, (copy) => {
    for (const place of ["hall", "attic"]) copy.knowledge["blue"]!.holders[place] = "red";
  });
  const sight = viewSight(observe(setup, lost, "blue"));
  const share = (atLeast: number): Condition => ({
    lostShare: { places: ["hall", "attic", "gate"], by: "blue", atLeast },
  });
  expect([0.25, 0.26].map((atLeast) => isMet(share(atLeast), sight))).toEqual([true, false]);
});

test("own and enemy change places with the side that asks", () => {
  const condition: Condition = { ratio: { place: "yard", atLeast: 1 } };
  const both = startOf(setup, (copy) => void (copy.formations["guard"]!.place = "yard"));
  expect(isMet(condition, worldSight(setup, both, 1, "blue"))).toBe(true);
  expect(isMet(condition, worldSight(setup, both, 1, "red"))).toBe(false);
});

test("turn 2 of this game is by night", () => {
  expect(isMet({ night: true }, worldSight(setup, world, 2, "blue"))).toBe(true);
});
