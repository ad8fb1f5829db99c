import { describe, expect, test } from "vitest";
import { checkWorld, observe, type Setup, startWorld } from "../../src/engine/index.ts";
import { checkOrder } from "../../src/engine/player.ts";
import {
  all,
  changed,
  orderIn as read,
  rows,
  startOf,
  steadyChance,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";
import { contingentOf, seatOf, tinySetup } from "../support/tiny-setup.ts";

const setup: Setup = tinySetup({
  turns: 20,
  places: { camp: { holder: "blue" }, rear: { holder: "blue" }, far: { holder: "red" } },
  roads: ["camp rear 15 road", "rear far 90 road"],
  formations: {
    guard: {
      side: "blue",
      place: "camp",
      echelon: "battalion",
      men: 400,
      kit: { tank: 5, gun: 2, svbied: 1 },
      detachments: 2,
    },
    "guard-hq": { side: "blue", place: "camp", hq: true, men: 30 },
    fort: { side: "blue", place: "camp", mobility: "static", men: 200, detachments: 1 },
    scouts: { side: "blue", place: "camp", men: 100, kit: { tank: 1 } },
    zouaves: { side: "blue", place: "camp", men: 50 },
    guests: { side: "blue", contingent: "guests", place: "camp" },
    column: { side: "red", place: "far" },
  },
  contingents: {
    blue: contingentOf("blue"),
    guests: contingentOf("blue"),
    red: contingentOf("red"),
  },
  seats: { blue: seatOf("blue", ["blue", "guests"]), red: seatOf("red") },
});

describe("3.4 detach", () => {
  test("3.4 a formation can be divided into formations of the next smaller size, which are on the map only then", () => {
    const child = setup.formations["guard-1"]!;
    expect(child).toMatchObject({
      parent: "guard",
      echelon: "company",
      men: 0,
      place: null,
      kit: {},
    });
    expect(setup.formations["guard-2"]).toBeDefined();
    expect(setup.formations["guard-3"]).toBeUndefined();
    expect(setup.formations["fort-1"]!.mobility).toBe("foot");
    expect(startWorld(setup).formations["guard-1"]).toMatchObject({ status: "expected", men: 0 });
  });

  test.each([
    ["static", "foot"],
    ["foot", "foot"],
    ["motorised", "motorised"],
  ] as const)("3.4 who is detached from a %s formation goes on as %s", (mobility, goes) => {
    const fort = { side: "blue", place: "camp", mobility, detachments: 1 };
    const { formations } = tinySetup({
      places: { camp: { holder: "blue" } },
      roads: [],
      formations: { fort },
    });
    expect(formations["fort-1"]!.mobility).toBe(goes);
  });

  test("3.4 what may be detached is as its parent is, but for what makes it a part of it", () => {
    const one = { place: "camp", hq: true, reserve: true, detachments: 2, knownTo: ["red"] };
    const { parent, ...others } = tinySetup({
      places: { camp: { holder: "blue" } },
      roads: [],
      formations: { parent: { side: "blue", name: "The Guard", quality: 1.5, ...one } },
    }).formations;
    expect(others).toEqual(
      Object.fromEntries(
        [1, 2].map((number) => [
          `parent-${number}`,
          {
            ...parent,
            name: `The Guard, detachment ${number}`,
            parent: "parent",
            hq: false,
            echelon: "company",
            men: 0,
            kit: {},
            place: null,
            reserve: false,
            detachments: 0,
            knownTo: [],
          },
        ]),
      ),
    );
  });

  test.each(
    rows(`
    | men | tank | gun | svbied | why                                             |
    | 100 | 1    | 1   | 0      | 1.25, 0.5 and 0.25 of a piece                   |
    | 200 | 3    | 1   | 1      | halves go to who leaves                         |
    | 1   | 0    | 0   | 0      | one man takes nothing along                     |
    | 399 | 5    | 2   | 1      | who stays keeps nothing                         |
  `),
  )("3.4 %s men take %s of 5 tanks, %s of 2 guns, %s of 1: %s", (men, tank, gun, svbied) => {
    const { world, events } = turnOf(setup, startWorld(setup), [`guard detach ${men}`]);
    const { guard, "guard-1": child } = world.formations;
    expect(child!.men).toBe(Number(men));
    expect(guard!.men).toBe(400 - Number(men));
    const share = { tank: Number(tank), gun: Number(gun), svbied: Number(svbied) };
    expect(child!.kit).toMatchObject(share);
    expect(guard!.kit).toMatchObject({
      tank: 5 - share.tank,
      gun: 2 - share.gun,
      svbied: 1 - share.svbied,
    });
    expect(the(events, "detached")).toMatchObject({ formation: "guard", child: "guard-1" });
    expect(checkWorld(setup, world)).toEqual([]);
  });

  test("3.4 the detachment is as its parent is and takes orders in the next turn; the parent goes on", () => {
    const tired = startOf(setup, (copy) => {
      const guard = copy.formations["guard"]!;
      Object.assign(guard, { cohesion: 61, freshness: 0.8, works: "prepared", killed: 0 });
      guard.task = { verb: "dig-in", to: null, via: [], count: 0 };
      guard.reserve = true;
    });
    const { world, events } = turnOf(setup, tired, ["guard detach 150"]);
    const child = world.formations["guard-1"]!;
    expect(child).toMatchObject({
      status: "active",
      place: "camp",
      works: "prepared",
      reserve: false,
    });
    expect(child.task.verb).toBe("defend");
    expect(child.cohesion).toBe(world.formations["guard"]!.cohesion);
    expect(child.freshness).toBe(world.formations["guard"]!.freshness);
    expect(child.supplyDays).toBe(world.formations["guard"]!.supplyDays);
    expect(world.formations["guard"]!).toMatchObject({ reserve: true, pending: null });
    expect(world.formations["guard"]!.task.verb).toBe("dig-in");
    expect(all(events, "order-began")).toEqual([]);
    expect(checkOrder(observe(setup, world, "blue"), read("guard-1 move to rear"))).toBeNull();
  });

  test("3.4 what a formation has lost stays its own", () => {
    const bled = startOf(setup, (copy) => {
      Object.assign(copy.formations["guard"]!, { men: 300, killed: 40, wounded: 60 });
    });
    const { world } = turnOf(setup, bled, ["guard detach 100"]);
    expect(world.formations["guard"]).toMatchObject({ men: 200, killed: 40, wounded: 60 });
    expect(world.formations["guard-1"]).toMatchObject({ men: 100, killed: 0, wounded: 0 });
  });

  test("3.4 the first free name is taken, and none is left when all are in the field", () => {
    const { world, log } = turnsOf(setup, [["guard detach 50"], ["guard detach 60"]]);
    expect(log.flatMap((events) => all(events, "detached").map(({ child }) => child))).toEqual([
      "guard-1",
      "guard-2",
    ]);
    const view = observe(setup, world, "blue");
    expect(checkOrder(view, read("guard detach 50"))?.code).toBe("detach.none");
  });

  test("3.4 an order that comes too late for the men it asks fails, and says so", () => {
    const late = startOf(setup, (copy) => {
      const guard = copy.formations["guard"]!;
      Object.assign(guard, { men: 80, killed: 320 });
      guard.pending = { unit: "guard", verb: "detach", to: null, via: [], count: 80 };
      guard.pendingTurn = 1;
    });
    const { world, events } = turnOf(setup, late, []);
    expect(the(events, "order-failed").reason).toBe("no-men");
    expect(world.formations["guard"]).toMatchObject({ men: 80, pending: null });
  });

  test("3.4 an order that comes when every name is taken fails, and says so", () => {
    const late = startOf(setup, (copy) => {
      copy.formations["fort-1"]!.status = "lost";
      copy.formations["fort-1"]!.place = "rear";
      copy.formations["fort"]!.pending = {
        unit: "fort",
        verb: "detach",
        to: null,
        via: [],
        count: 80,
      };
      copy.formations["fort"]!.pendingTurn = 1;
    });
    expect(the(turnOf(setup, late, []).events, "order-failed").reason).toBe("no-name");
  });
});

describe("3.5 join", () => {
  test("3.5 men and kit are added, what is a mean is weighed by men, works are the lesser", () => {
    const start = startOf(setup, (copy) => {
      const set = (id: string, change: object) => Object.assign(copy.formations[id]!, change);
      set("scouts", { cohesion: 70, freshness: 0.7, supplyDays: 2, works: "prepared", killed: 0 });
      set("guard", { cohesion: 60, freshness: 1, supplyDays: 5, works: "hasty", quietHours: 30 });
    });
    const joined = the(turnOf(setup, start, ["scouts join guard"]).events, "joined");
    expect(joined).toEqual({
      kind: "joined",
      formation: "scouts",
      into: "guard",
      place: "camp",
      men: 100,
      kit: { tank: 1 },
      cohesion: 62,
      freshness: 0.94,
      supplyDays: 4.4,
      works: "hasty",
      quietHours: 0,
    });
  });

  test("3.5 who joins another is off the map, with its losses its own, and nothing goes missing", () => {
    const bled = startOf(setup, (copy) => {
      Object.assign(copy.formations["scouts"]!, { men: 70, killed: 10, wounded: 20 });
    });
    const { world } = turnOf(setup, bled, ["scouts join guard"]);
    expect(world.formations["scouts"]).toMatchObject({
      status: "joined",
      place: null,
      men: 0,
      killed: 10,
      wounded: 20,
    });
    expect(world.formations["scouts"]!.kit["tank"]).toBe(0);
    expect(world.formations["guard"]).toMatchObject({ men: 470 });
    expect(world.formations["guard"]!.kit["tank"]).toBe(6);
    expect(checkWorld(setup, world)).toEqual([]);
    const view = observe(setup, world, "blue");
    expect(checkOrder(view, read("scouts defend"))?.code).toBe("unit.not-active");
  });

  test("3.5 a detachment that has joined again may be detached again", () => {
    const { world, log } = turnsOf(setup, [
      ["guard detach 50"],
      ["guard-1 join guard"],
      ["guard detach 70"],
    ]);
    expect(the(log[2]!, "detached").child).toBe("guard-1");
    expect(world.formations["guard-1"]).toMatchObject({ status: "active", men: 70 });
    expect(checkWorld(setup, world)).toEqual([]);
  });

  test("3.5 joins of one turn come in the order of the ids: who has gone in cannot be joined", () => {
    const chain = turnOf(setup, startWorld(setup), [
      "guard-hq join zouaves",
      "zouaves join scouts",
    ]);
    expect(all(chain.events, "joined").map(({ formation }) => formation)).toEqual([
      "guard-hq",
      "zouaves",
    ]);
    expect(chain.world.formations["scouts"]!.men).toBe(180);
    expect(checkWorld(setup, chain.world)).toEqual([]);

    const broken = turnOf(setup, startWorld(setup), [
      "guard-hq join scouts",
      "zouaves join guard-hq",
    ]);
    expect(the(broken.events, "order-failed")).toMatchObject({
      formation: "zouaves",
      reason: "not-there",
    });
    expect(broken.world.formations["zouaves"]!.men).toBe(50);
  });

  test.each(
    rows(`
    | change | why                   |
    | broken | it has broken         |
    | rear   | it has gone elsewhere |
  `),
  )("3.5 an order that finds the other %s fails: %s", (change) => {
    const late = startOf(setup, (copy) => {
      const scouts = copy.formations["scouts"]!;
      if (change === "broken") Object.assign(scouts, { status: "broken", rallyTurn: 9 });
      else scouts.place = change!;
      copy.formations["guard"]!.pending = {
        unit: "guard",
        verb: "join",
        to: "scouts",
        via: [],
        count: 0,
      };
      copy.formations["guard"]!.pendingTurn = 1;
    });
    const { world, events } = turnOf(setup, late, []);
    expect(the(events, "order-failed").reason).toBe("not-there");
    expect(world.formations["guard"]).toMatchObject({ men: 400, status: "active", pending: null });
  });

  test("3.5 a formation of another contingent is not joined", () => {
    const view = observe(setup, startWorld(setup), "blue");
    expect(checkOrder(view, read("guard join guests"))?.code).toBe("join.who");
  });

  test("3.5 the enemy's report of who has joined another grows old, as any other does", () => {
    const seen = changed(startWorld(setup), (copy) => {
      const known = copy.knowledge["red"]!.contacts["scouts"]!;
      Object.assign(known, { place: "camp", men: 100, turn: 0 });
      copy.formations["column"]!.place = "rear";
      copy.places["rear"]!.holder = "red";
    });
    const { forgottenTurns } = setup.parameters.reports;
    const quiet: string[][] = Array.from({ length: forgottenTurns + 1 }, () => []);
    const { world } = turnsOf(setup, [["scouts join guard"], ...quiet], steadyChance(0.001), seen);
    const { scouts, guard } = world.knowledge["red"]!.contacts;
    expect(scouts).toMatchObject({ place: null, turn: 1 });
    expect(guard!.place).toBe("camp");
  });
});
