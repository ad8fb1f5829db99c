import { expect, test } from "vitest";
import type { Formation, Setup, Task, World } from "../../src/engine/index.ts";
import { ERC, tinySetup, type TinyParts } from "../support/tiny-setup.ts";
import { about, all, rows, startOf, steadyChance, the, turnOf } from "../support/table.ts";

const NOBODY_BREAKS = steadyChance(0.5, { "odds/0/post/-": 0.9 });
/** Dice on which the guard breaks and nobody else. */
const GUARD_BREAKS = steadyChance(0.5, { "odds/0/post/-": 0.5, "break/1/post/guard": 1e-9 });

/** A blue post overrun by red from camp, with two ways out: east at 20 km, west at 10 km. */
const overrun = (change: Partial<TinyParts> = {}, guard: Partial<Formation> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 1 },
      east: { holder: "blue" },
      west: { holder: "blue" },
    },
    roads: ["camp post 10 road", "east post 20 road", "post west 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 3000 },
      guard: { side: "blue", place: "post", men: 300, kit: { tank: 10, technical: 7 }, ...guard },
    },
    ...change,
  });

const task = (verb: Task["verb"], to: string | null): Task => ({ verb, to, via: [], count: 0 });

const assaultedIn = (
  setup: Setup,
  start: (copy: World) => void = () => {},
  chance = NOBODY_BREAKS,
) => turnOf(setup, startOf(setup, start), ["column assault post"], chance);

test("8.1 who loses a place falls back to the nearest own place by road", () => {
  const { events, world } = assaultedIn(overrun());
  expect(the(events, "retreated")).toMatchObject({
    formation: "guard",
    from: "post",
    to: "west",
    ordered: false,
  });
  expect(world.formations["guard"]).toMatchObject({
    status: "active",
    place: "west",
    works: "hasty",
  });
});

test("8.1 of two as near, to the one whose id comes first", () => {
  const { events } = assaultedIn(
    overrun({ roads: ["camp post 10 road", "east post 10 road", "post west 10 road"] }),
  );
  expect(the(events, "retreated").to).toBe("east");
});

test.each(
  rows(`
  | west is        | to   | why                          |
  | blue           | west | own and free                 |
  | red            | east | the enemy's                  |
  | nobody         | east | nobody's                     |
  | blue occupied  | east | an enemy stands in it        |
`),
)("8.1 with the nearer place %s the guard falls back to %s: %s", (west, to) => {
  const holder = west === "red" ? "red" : west === "nobody" ? null : "blue";
  const setup = overrun({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 1 },
      east: { holder: "blue" },
      west: { holder },
    },
    ...(west === "blue occupied" && {
      formations: {
        column: { side: "red", place: "camp", men: 3000 },
        guard: { side: "blue", place: "post", men: 300 },
        raiders: { side: "red", place: "west", men: 20 },
      },
    }),
  });
  expect(the(assaultedIn(setup).events, "retreated").to).toBe(to);
});

test("8.1 a stated way back goes before the nearest place", () => {
  const { events } = assaultedIn(
    overrun(),
    (copy) => void (copy.formations["guard"]!.task = task("delay", "east")),
  );
  expect(the(events, "retreated").to).toBe("east");
});

test("8.1 a stated way back that is closed gives way to the nearest place", () => {
  const setup = overrun({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 1 },
      east: { holder: "red" },
      west: { holder: "blue" },
    },
  });
  const { events } = assaultedIn(
    setup,
    (copy) => void (copy.formations["guard"]!.task = task("delay", "east")),
  );
  expect(the(events, "retreated").to).toBe("west");
});

test("8.1 nobody falls back to a place that falls in the same turn", () => {
  const setup = tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 1 },
      west: { holder: "blue", depthKm: 1 },
      east: { holder: "blue" },
    },
    roads: [
      "camp post 10 road",
      "camp west 10 road",
      "post west 10 road",
      "east post 30 road",
      "east west 30 road",
    ],
    formations: {
      column: { side: "red", place: "camp", men: 3000 },
      second: { side: "red", place: "camp", men: 3000 },
      guard: { side: "blue", place: "post", men: 300 },
      watch: { side: "blue", place: "west", men: 300 },
    },
  });
  const { events, world } = turnOf(
    setup,
    startOf(setup),
    ["column assault post", "second assault west"],
    steadyChance(0.9),
  );
  expect(all(events, "retreated").map((one) => [one.formation, one.to])).toEqual([
    ["guard", "east"],
    ["watch", "east"],
  ]);
  expect(world.places["east"]!.holder).toBe("blue");
});

test("8.1 on the way some heavy kit stays behind", () => {
  const { events, world } = assaultedIn(overrun());
  expect(the(events, "retreated").abandoned).toEqual({ tank: 1 });
  expect(world.places["post"]!.stocks).toMatchObject({ tank: 1, technical: 0 });
  expect(world.formations["guard"]!.kit).toMatchObject({ tank: 9, technical: 7 });
});

test("8.1 what is static leaves all its heavy kit", () => {
  const { events } = assaultedIn(overrun({}, { mobility: "static" }));
  expect(the(events, "retreated").abandoned).toEqual({ tank: 10 });
});

test("8.2 who was ordered out of an assaulted place goes after the fight, though the place is held", () => {
  const setup = overrun({}, { men: 3000 });
  const { events, world } = turnOf(
    setup,
    startOf(setup),
    ["column assault post", "guard withdraw to west"],
    steadyChance(0.5, { "odds/0/post/-": 0.1 }),
  );
  expect(the(events, "battle-resolved").posture).toBe("withdrawal");
  expect(the(events, "retreated")).toMatchObject({ to: "west", ordered: true });
  expect(world.formations["guard"]).toMatchObject({ place: "west", task: { verb: "defend" } });
});

test("8.2 with farther to go it keeps its order", () => {
  const setup = tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue" },
      west: { holder: "blue" },
      home: { holder: "blue" },
    },
    roads: ["camp post 10 road", "post west 10 road", "home west 10 road"],
    formations: {
      column: { side: "red", place: "camp" },
      guard: { side: "blue", place: "post", men: 3000 },
    },
  });
  const { world } = turnOf(
    setup,
    startOf(setup),
    ["column assault post", "guard withdraw to home"],
    steadyChance(0.5, { "odds/0/post/-": 0.1 }),
  );
  expect(world.formations["guard"]).toMatchObject({
    place: "west",
    task: { verb: "withdraw", to: "home", via: [], count: 0 },
  });
});

test("8.2 who broke in the fight runs, and does not withdraw besides", () => {
  const setup = overrun();
  const { events } = turnOf(
    setup,
    startOf(setup),
    ["column assault post", "guard withdraw to west"],
    GUARD_BREAKS,
  );
  expect(all(events, "retreated")).toEqual([]);
  expect(about(events, "formation-broke", "guard").to).toBe("west");
});

test("8.2 a way out that is no longer open is not taken", () => {
  const setup = overrun({
    formations: {
      column: { side: "red", place: "camp", men: 400 },
      guard: { side: "blue", place: "post", men: 3000 },
      raiders: { side: "red", place: "west", men: 20 },
    },
  });
  const told = startOf(
    setup,
    (copy) => void (copy.formations["guard"]!.task = task("withdraw", "west")),
  );
  const { world } = turnOf(
    setup,
    told,
    ["column assault post"],
    steadyChance(0.5, { "odds/0/post/-": 0.1 }),
  );
  expect(world.formations["guard"]!.place).toBe("post");
});

const enclosed = (change: Partial<TinyParts> = {}) =>
  overrun({ roads: ["camp post 10 road"], ...change });

test("8.3 with no way out a formation lays down its arms when the place falls", () => {
  const { events, world } = assaultedIn(enclosed());
  const { men } = the(events, "battle-resolved").defenderLosses;
  const event = the(events, "surrendered");
  expect(event).toMatchObject({ formation: "guard", place: "post", captured: 300 - men });
  expect(world.formations["guard"]).toMatchObject({ status: "lost", men: 0, captured: 300 - men });
  expect(Object.keys(event.abandoned)).toEqual(["tank", "technical"]);
  expect(world.formations["guard"]!.kit).toMatchObject({ tank: 0, technical: 0 });
});

test("8.3 a formation that breaks with every exit closed lays down its arms", () => {
  const { events } = assaultedIn(enclosed(), undefined, GUARD_BREAKS);
  expect(about(events, "surrendered", "guard").captured).toBeGreaterThan(0);
  expect(all(events, "formation-broke")).toEqual([]);
});

test("8.3 a formation that breaks in its own camp, which nobody attacks, stays there", () => {
  const { world } = assaultedIn(
    overrun(),
    undefined,
    steadyChance(0.5, { "odds/0/post/-": 0.2, "break/1/camp/column": 1e-9 }),
  );
  expect(world.formations["column"]).toMatchObject({ status: "broken", place: "camp" });
});

const fled = (change: (copy: World) => void, setup = overrun()) => {
  const start = startOf(setup, (copy) => {
    Object.assign(copy.formations["guard"]!, { status: "broken", rallyTurn: 5 });
    copy.places["post"]!.holder = "red";
    change(copy);
  });
  return turnOf(setup, start, []);
};

test("8.5 the broken whose refuge is lost run on to the next", () => {
  const { events, world } = fled(() => {});
  expect(about(events, "retreated", "guard")).toMatchObject({ from: "post", to: "west" });
  expect(world.formations["guard"]).toMatchObject({ status: "broken", place: "west", men: 300 });
});

test("8.5 with no refuge left they are taken", () => {
  const { world } = fled(() => {}, enclosed());
  expect(world.formations["guard"]).toMatchObject({ status: "lost", men: 0, captured: 300 });
});

test("8.5 while their side holds the refuge they stay", () => {
  const { world } = fled((copy) => void (copy.places["post"]!.holder = "blue"));
  expect(world.formations["guard"]).toMatchObject({ status: "broken", place: "post" });
});

test.each(["active", "broken"] as const)(
  "8.6 a formation that is %s without a man left is lost, with all its kit",
  (status) => {
    const start = startOf(overrun(), (copy) => {
      Object.assign(copy.formations["guard"]!, { status, men: 0, missing: 300, rallyTurn: 5 });
    });
    const { events, world } = turnOf(overrun(), start, []);
    expect(about(events, "surrendered", "guard")).toMatchObject({ captured: 0, place: "post" });
    expect(world.formations["guard"]).toMatchObject({ status: "lost" });
    expect(world.places["post"]!.stocks).toMatchObject({ tank: 10, technical: 7 });
  },
);

test("8.4 a place falls when the attack has come through its depth", () => {
  const { events, world } = assaultedIn(overrun());
  expect(the(events, "place-taken")).toEqual({
    kind: "place-taken",
    place: "post",
    from: "blue",
    by: "red",
    how: "assault",
  });
  expect(world.places["post"]).toMatchObject({ holder: "red", advanceKm: 0 });
  expect(world.formations["column"]).toMatchObject({ place: "post", task: { verb: "defend" } });
});

test("8.4 short of its depth it is held", () => {
  const setup = overrun({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 60 },
      east: { holder: "blue" },
      west: { holder: "blue" },
    },
  });
  const { world } = assaultedIn(setup);
  expect(world.places["post"]!.holder).toBe("blue");
  expect(world.places["post"]!.advanceKm).toBeGreaterThan(1);
  expect(world.formations["column"]!.place).toBe("camp");
});

test("8.4 a place that nobody is left to hold falls short of its depth", () => {
  const setup = overrun({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 60 },
      east: { holder: "blue" },
      west: { holder: "blue" },
    },
  });
  expect(assaultedIn(setup, undefined, GUARD_BREAKS).world.places["post"]!.holder).toBe("red");
});

test.each(
  rows(`
  | garrison | falls | why                    |
  | 100      | yes   | enough to hold it      |
  | 4000     | no    | too few to hold it     |
`),
)("8.4 with a minimum garrison of %s men an overrun place falls: %s: %s", (garrison, falls) => {
  const setup = overrun({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 1, minimumGarrison: Number(garrison) },
      east: { holder: "blue" },
      west: { holder: "blue" },
    },
  });
  expect(assaultedIn(setup).world.places["post"]!.holder).toBe(falls === "yes" ? "red" : "blue");
});

test("8.4 an attacker who broke holds nothing", () => {
  const { world } = assaultedIn(
    overrun(),
    undefined,
    steadyChance(0.5, { "odds/0/post/-": 0.9, "break/1/camp/column": 1e-9 }),
  );
  expect(world.places["post"]!.holder).toBe("blue");
});

test("8.4 who has farther to go keeps his order when a place on the way falls", () => {
  const { world } = turnOf(
    overrun(),
    startOf(overrun()),
    ["column assault west via post"],
    NOBODY_BREAKS,
  );
  expect(world.formations["column"]).toMatchObject({
    place: "post",
    task: { verb: "assault", to: "west" },
  });
});

test("8.4 after a fall no place holds formations of both sides", () => {
  const { world } = assaultedIn(overrun());
  expect(world.formations["guard"]!.place).not.toBe(world.formations["column"]!.place);
});

test("8.1 the shares of kit left behind are the parameters'", () => {
  expect([ERC.capture.withdrawAbandoned, ERC.capture.routAbandoned]).toEqual([0.1, 0.4]);
});

const LATER = { unit: "guard", verb: "move" as const, to: "east", via: ["west", "post"], count: 0 };

/** The guard with an order that arrives in a later turn. */
const withOrderOnItsWay = (copy: World) => {
  copy.formations["guard"]!.pending = LATER;
  copy.formations["guard"]!.pendingTurn = 5;
};

test.each([
  ["falls back", ["column assault post"], {}, NOBODY_BREAKS],
  ["breaks", ["column assault post"], { men: 3000 }, GUARD_BREAKS],
] as const)("3.3 who %s loses an order still on its way", (_, lines, guard, dice) => {
  const setup = overrun({}, guard);
  const { world } = turnOf(setup, startOf(setup, withOrderOnItsWay), lines, dice);
  expect(world.formations["guard"]).toMatchObject({ place: "west", pending: null, pendingTurn: 0 });
});

test.each([
  ["its goal", "west", { verb: "defend", to: null, via: [], count: 0 }],
  ["a place on the way", "home", { verb: "withdraw", to: "home", via: [], count: 0 }],
] as const)(
  "3.3 who goes to %s by an ordered withdrawal keeps it, with the places it names",
  (_, to, standing) => {
    const setup = overrun(
      {
        places: {
          camp: { holder: "red" },
          post: { holder: "blue", depthKm: 1 },
          west: { holder: "blue" },
          home: { holder: "blue" },
        },
        roads: ["camp post 10 road", "post west 10 road", "home west 10 road"],
      },
      { men: 3000, reserve: true },
    );
    const start = startOf(setup, (copy) => {
      withOrderOnItsWay(copy);
      copy.formations["guard"]!.task = { verb: "withdraw", to, via: [], count: 0 };
    });
    const dice = steadyChance(0.5, { "odds/0/post/-": 0.1 });
    const { world } = turnOf(setup, start, ["column assault post"], dice);
    expect(world.formations["guard"]).toMatchObject({
      place: "west",
      task: standing,
      pending: LATER,
      pendingTurn: 5,
      reserve: false,
    });
  },
);
