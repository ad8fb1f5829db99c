import { expect, test } from "vitest";
import { type Formation, type Setup, startWorld } from "../../src/engine/index.ts";
import { ERC, tinySetup, wingOf } from "../support/tiny-setup.ts";
import {
  about,
  all,
  changed,
  evenChance,
  firstTurn,
  rows,
  startOf,
  steadyChance,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";

const blue = { holder: "blue" };

/** A long road in blue hands, and one formation at its west end. */
const road = (surface: string, change: Partial<Formation> = {}): Setup =>
  tinySetup({
    places: { west: blue, middle: blue, east: blue, farther: blue },
    roads: [
      `west middle 40 ${surface}`,
      `middle east 40 ${surface}`,
      `east farther 400 ${surface}`,
    ],
    formations: { column: { side: "blue", place: "west", ...change } },
  });

const kmBetween = { west: 0, middle: 40, east: 80 };
const kmFrom = (setup: Setup, turn: number, marched: boolean, weather = "clear") => {
  const start = startOf({ ...setup, weather: { [weather]: 1 } }, (copy) => {
    copy.turn = turn - 1;
    copy.formations["column"]!.marched = marched;
  });
  const { world } = turnOf({ ...setup, weather: { [weather]: 1 } }, start, [
    "column move to farther",
  ]);
  const { place, kmDone } = world.formations["column"]!;
  return kmBetween[place as keyof typeof kmBetween] + kmDone;
};

test.each(
  rows(`
  | light | turn | marched | hours | km on a road | why                                   |
  | day   | 1    | yes     | 5     | 150          | five hours of driving by day          |
  | day   | 1    | no      | 3     | 90           | less two to form a column             |
  | night | 2    | yes     | 4     | 60           | four by night, half as fast           |
  | night | 2    | no      | 2     | 30           | less two as well                      |
`),
)(
  "4.1 by %s (turn %s), marched the turn before: %s, a formation has %s hours: %s km",
  (_, turn, marched, hours, km) => {
    expect(kmFrom(road("road"), Number(turn), marched === "yes")).toBe(Number(km));
    const speed = ERC.surfaces["road"]![turn === "1" ? "dayKmPerHour" : "nightKmPerHour"];
    expect(Number(km)).toBe(Number(hours) * speed);
  },
);

test("4.1 turns of six hours have half the driving, and a column takes as long to form", () => {
  const half = { ...road("road"), clock: { ...road("road").clock, turnHours: 6 } };
  expect(kmFrom(half, 1, true)).toBe(75);
  expect(kmFrom(half, 1, false)).toBe(15);
});

test.each(
  rows(`
  | surface | mobility   | turn | weather | km  |
  | road    | motorised  | 1    | clear   | 150 |
  | road    | mechanised | 1    | clear   | 150 |
  | highway | motorised  | 1    | clear   | 175 |
  | track   | motorised  | 1    | clear   | 100 |
  | track   | motorised  | 2    | clear   | 60  |
  | road    | foot       | 1    | clear   | 20  |
  | road    | foot       | 2    | clear   | 16  |
  | road    | motorised  | 1    | rain    | 120 |
`),
)(
  "4.2 on a %s, %s, in turn %s and %s weather, a column makes %s km",
  (surface, mobility, turn, weather, km) => {
    const setup = road(surface!, { mobility: mobility as Formation["mobility"] });
    expect(kmFrom(setup, Number(turn), true, weather)).toBeCloseTo(Number(km), 2);
  },
);

test("4.2 what is static does not move at all", () => {
  const setup = road("road", { mobility: "static" });
  const told = startOf(
    setup,
    (copy) =>
      void (copy.formations["column"]!.task = { verb: "move", to: "farther", via: [], count: 0 }),
  );
  expect(turnOf(setup, told, []).world.formations["column"]).toMatchObject({
    place: "west",
    kmDone: 0,
  });
});

test("4.1 a march that ends between places goes on from there, and counts as a march", () => {
  const { log, world } = turnsOf(road("road"), [["column move to farther"], [], []]);
  expect(about(log[0]!, "marched", "column")).toMatchObject({
    path: ["middle", "east"],
    towards: "farther",
    kmDone: 10,
    arrived: false,
  });
  expect(about(log[1]!, "marched", "column")).toMatchObject({
    path: [],
    towards: "farther",
    kmDone: 10 + 4 * 15,
  });
  expect(about(log[2]!, "marched", "column")).toMatchObject({ kmDone: 10 + 60 + 5 * 30 });
  expect(world.formations["column"]!.place).toBe("east");
});

test("4.1 whoever has arrived defends where it is, in hasty works", () => {
  const { world } = firstTurn(road("road"), ["column move to middle"]);
  expect(world.formations["column"]).toMatchObject({
    place: "middle",
    works: "hasty",
    task: { verb: "defend", to: null },
  });
});

test("4.1 orders may name places to pass", () => {
  const ring = tinySetup({
    places: { a: blue, b: blue, c: blue, d: blue },
    roads: ["a b 20 road", "b d 20 road", "a c 30 road", "c d 30 road"],
    formations: { column: { side: "blue", place: "a" } },
  });
  expect(the(firstTurn(ring, ["column move to d"]).events, "marched").path).toEqual(["b", "d"]);
  expect(the(firstTurn(ring, ["column move to d via c"]).events, "marched").path).toEqual([
    "c",
    "d",
  ]);
});

/** Red in camp; the blue post before it; behind it the rear, and a way round. */
const front = (
  formations: Parameters<typeof tinySetup>[0]["formations"],
  roads: readonly string[] = [],
): Setup =>
  tinySetup({
    places: { camp: { holder: "red" }, post: blue, rear: blue, waste: {} },
    roads: ["camp post 10 road", "post rear 10 road", ...roads],
    formations,
  });

test("4.3 an undefended enemy place falls to whoever assaults along its road, in passing", () => {
  const { world, events } = firstTurn(front({ column: { side: "red", place: "camp" } }), [
    "column assault rear",
  ]);
  expect(all(events, "place-taken")).toEqual([
    { kind: "place-taken", place: "post", from: "blue", by: "red", how: "walk-in" },
    { kind: "place-taken", place: "rear", from: "blue", by: "red", how: "walk-in" },
  ]);
  expect([world.places["post"]!.holder, world.places["rear"]!.holder]).toEqual(["red", "red"]);
  expect(world.formations["column"]!.place).toBe("rear");
});

test("4.3 a place of nobody falls to whoever enters it", () => {
  const setup = front({ column: { side: "red", place: "camp" } }, ["camp waste 10 road"]);
  expect(the(firstTurn(setup, ["column move to waste"]).events, "place-taken")).toMatchObject({
    place: "waste",
    from: null,
    by: "red",
  });
});

test("4.3 a place in passing takes time to clear, which an own place does not", () => {
  const setup = (holder: string) =>
    tinySetup({
      places: { camp: { holder: "red" }, post: { holder }, rear: { holder: "red" } },
      roads: ["camp post 30 road", "post rear 60 road"],
      formations: { column: { side: "red", place: "camp" } },
    });
  const marched = (holder: string) => {
    const going = startOf(setup(holder), (copy) => {
      copy.formations["column"]!.task = { verb: "move", to: "rear", via: [], count: 0 };
    });
    return the(turnOf(setup(holder), going, []).events, "marched");
  };
  expect(marched("red")).toMatchObject({ arrived: true });
  expect(marched("blue")).toMatchObject({ path: ["post"], towards: "rear", kmDone: 30 });
});

test.each(
  rows(`
  | men | taken | why                                |
  | 10  | yes   | its minimum garrison               |
  | 9   | no    | too few to hold it: they pass on   |
`),
)("4.3 %s men take an undefended place with a minimum garrison of 10: %s: %s", (men, taken) => {
  const setup = front({ column: { side: "red", place: "camp", men: Number(men) } });
  const { world } = firstTurn(setup, ["column assault post"]);
  expect(world.formations["column"]!.place).toBe("post");
  expect(world.places["post"]!.holder).toBe(taken === "yes" ? "red" : "blue");
});

test("4.3 formations that come together hold it together", () => {
  const setup = front({
    one: { side: "red", place: "camp", men: 5 },
    two: { side: "red", place: "camp", men: 5 },
  });
  const { world } = firstTurn(setup, ["one assault post", "two assault post"]);
  expect(world.places["post"]!.holder).toBe("red");
});

test("4.3 nobody passes a defended place", () => {
  const setup = front({
    column: { side: "red", place: "camp", men: 4000 },
    guard: { side: "blue", place: "post" },
  });
  const moving = startOf(
    setup,
    (copy) =>
      void (copy.formations["column"]!.task = { verb: "move", to: "rear", via: [], count: 0 }),
  );
  const { world, events } = turnOf(setup, moving, []);
  expect(the(events, "halted")).toMatchObject({ at: "camp", before: "post", reason: "enemy" });
  expect(world.formations["column"]!.place).toBe("camp");
});

test("4.3 whoever is not to assault goes round a defended place when there is a way", () => {
  const setup = front(
    { column: { side: "red", place: "camp" }, guard: { side: "blue", place: "post" } },
    ["camp waste 10 road", "rear waste 10 road"],
  );
  const moving = startOf(
    setup,
    (copy) =>
      void (copy.formations["column"]!.task = { verb: "move", to: "rear", via: [], count: 0 }),
  );
  expect(the(turnOf(setup, moving, []).events, "marched").path).toEqual(["waste", "rear"]);
});

test("4.3 an assault goes along its road and deploys before the first defended place", () => {
  const setup = front({
    column: { side: "red", place: "camp" },
    guard: { side: "blue", place: "rear" },
  });
  const { events } = firstTurn(setup, ["column assault rear"]);
  expect(the(events, "deployed")).toMatchObject({ at: "post", against: "rear", meeting: false });
  expect(the(events, "battle-resolved").axes).toEqual(["post"]);
});

test("4.3 where no road leads the formation says so and stays", () => {
  const setup = front({ column: { side: "red", place: "camp" } });
  const lost = startOf(
    setup,
    (copy) =>
      void (copy.formations["column"]!.task = { verb: "move", to: "waste", via: [], count: 0 }),
  );
  expect(the(turnOf(setup, lost, []).events, "halted")).toMatchObject({
    before: "waste",
    reason: "no-road",
  });
});

const meeting = (redMen: number, blueMen: number) =>
  front({
    column: { side: "red", place: "camp", men: redMen },
    patrol: { side: "blue", place: "post", men: blueMen },
  });

test("4.5 enemies on one link in opposite directions meet on it, both without works", () => {
  const { events, world } = firstTurn(meeting(400, 400), [
    "column assault post",
    "patrol assault camp",
  ]);
  const battle = the(events, "battle-resolved");
  expect(battle).toMatchObject({
    link: "camp-post",
    posture: "meeting",
    draw: { key: "meeting/0/camp-post/-" },
  });
  expect(battle.factors.find(({ id }) => id === "terrain")!.value).toBe(1);
  expect([world.formations["column"]!.place, world.formations["patrol"]!.place]).toEqual([
    "camp",
    "post",
  ]);
});

test.each(
  rows(`
  | red | blue | link      | place | why                                             |
  | 400 | 133  | camp-post | post  | a third and more comes out                      |
  | 400 | 131  | -         | post  | fewer stay in, and are attacked where they are  |
  | 131 | 400  | -         | camp  | whichever side it is                            |
`),
)(
  "4.5 %s men against %s, each told to assault the other: link %s, at %s: %s",
  (red, blue, link, place) => {
    const { events } = firstTurn(meeting(Number(red), Number(blue)), [
      "column assault post",
      "patrol assault camp",
    ]);
    const battle = the(events, "battle-resolved");
    expect([battle.link ?? "-", battle.place]).toEqual([link, place]);
  },
);

test("4.5 the side that comes from the link's first end is the attacker by name, whoever is red or blue", () => {
  const battle = the(
    firstTurn(meeting(400, 400), ["column assault post", "patrol assault camp"]).events,
    "battle-resolved",
  );
  expect([battle.attacker, battle.defender]).toEqual(["red", "blue"]);
  const mirrored = tinySetup({
    places: { camp: blue, post: { holder: "red" }, rear: {}, waste: {} },
    roads: ["camp post 10 road"],
    formations: { column: { side: "blue", place: "camp" }, patrol: { side: "red", place: "post" } },
  });
  expect(
    the(
      firstTurn(mirrored, ["column assault post", "patrol assault camp"]).events,
      "battle-resolved",
    ).attacker,
  ).toBe("blue");
});

test("4.5 columns that meet between places stop at the ends of that link", () => {
  const setup = tinySetup({
    places: { a: { holder: "red" }, b: {}, c: {}, d: blue },
    roads: ["a b 10 road", "b c 10 road", "c d 10 road"],
    formations: { reds: { side: "red", place: "a" }, blues: { side: "blue", place: "d" } },
  });
  const { world, events } = firstTurn(setup, ["reds move to c", "blues move to b"]);
  expect([world.formations["reds"]!.place, world.formations["blues"]!.place]).toEqual(["b", "c"]);
  expect(the(events, "battle-resolved").link).toBe("b-c");
});

test("5.8.1 in a meeting both sides lose at the mean of the two rates", () => {
  const { attackerPerDay, defenderPerDay } = ERC.losses;
  const { events } = firstTurn(meeting(400, 400), ["column assault post", "patrol assault camp"]);
  const { attackerLosses, defenderLosses } = the(events, "battle-resolved");
  for (const { terms } of [attackerLosses, defenderLosses])
    expect(terms[0]).toEqual({
      id: "base",
      value: expect.closeTo((attackerPerDay + defenderPerDay) / 4, 9),
      rule: "5.8.1",
    });
});

test("4.5 a meeting moves no front and assaults no place", () => {
  const { world } = firstTurn(
    meeting(400, 400),
    ["column assault post", "patrol assault camp"],
    evenChance(0.5, { "meeting/0/camp-post/-": 0.9 }),
  );
  expect(world.places["post"]).toMatchObject({
    advanceKm: 0,
    assaultedTurn: 0,
    assaultedBy: null,
    holder: "blue",
  });
});

test("4.5 who meets the enemy on a link fights there, and not in a second battle the same turn", () => {
  const setup = tinySetup({
    places: { camp: { holder: "red" }, post: blue, flank: { holder: "red" } },
    roads: ["camp post 10 road", "flank post 10 road"],
    formations: {
      column: { side: "red", place: "camp" },
      raiders: { side: "red", place: "flank" },
      patrol: { side: "blue", place: "post" },
    },
  });
  const { events } = firstTurn(setup, [
    "column assault post",
    "raiders assault post",
    "patrol assault camp",
  ]);
  const battles = all(events, "battle-resolved").filter((battle) =>
    [...battle.attackers, ...battle.defenders].some((one) => one.formation === "patrol"),
  );
  expect(battles).toHaveLength(1);
});

test.each(
  rows(`
  | holder | reds km | blues km | enters | why                           |
  | blue   | 10      | 20       | blues  | its own side's, though later  |
  | red    | 20      | 10       | reds   | its own side's, though later  |
  |        | 10      | 20       | reds   | nobody's: the first there     |
  |        | 20      | 10       | blues  | nobody's: the first there     |
  |        | 10      | 10       | nobody | nobody's, at once             |
`),
)(
  "4.6 bound for one empty place (holder %s, red %s km away, blue %s km): %s enter: %s",
  (holder, reds, blues, enters) => {
    const setup = tinySetup({
      places: { a: { holder: "red" }, prize: { holder: holder || null }, z: blue },
      roads: [`a prize ${reds} road`, `prize z ${blues} road`],
      formations: { reds: { side: "red", place: "a" }, blues: { side: "blue", place: "z" } },
    });
    const going = startOf(setup, (copy) => {
      for (const id of ["reds", "blues"])
        copy.formations[id]!.task = { verb: "move", to: "prize", via: [], count: 0 };
    });
    const { world } = turnOf(setup, going, []);
    const there = ["reds", "blues"].filter((id) => world.formations[id]!.place === "prize");
    expect(there.join(" ") || "nobody").toBe(enters);
  },
);

test("4.6 the side that comes too late halts one place short", () => {
  const setup = tinySetup({
    places: { a: { holder: "red" }, prize: {}, z: blue },
    roads: ["a prize 10 road", "prize z 20 road"],
    formations: { reds: { side: "red", place: "a" }, blues: { side: "blue", place: "z" } },
  });
  const { events } = firstTurn(setup, ["reds move to prize", "blues move to prize"]);
  expect(about(events, "halted", "blues")).toMatchObject({
    at: "z",
    before: "prize",
    reason: "enemy",
  });
});

test.each(
  rows(`
  | attackers | defenders | delivered |
  | 40        | 400       | yes       |
  | 39        | 400       | no        |
`),
)("4.7 %s men against %s deliver an assault: %s", (reds, blues, delivered) => {
  const setup = front({
    column: { side: "red", place: "camp", men: Number(reds) },
    guard: { side: "blue", place: "post", men: Number(blues) },
  });
  const { events } = firstTurn(setup, ["column assault post"]);
  expect(all(events, "battle-resolved")).toHaveLength(delivered === "yes" ? 1 : 0);
  expect(all(events, "halted")).toHaveLength(delivered === "yes" ? 0 : 1);
});

test("4.7 formations of one side that assault together are counted together", () => {
  const setup = front({
    one: { side: "red", place: "camp", men: 25 },
    two: { side: "red", place: "camp", men: 25 },
    guard: { side: "blue", place: "post", men: 400 },
  });
  const { events } = firstTurn(setup, ["one assault post", "two assault post"]);
  expect(the(events, "battle-resolved").attackers).toHaveLength(2);
});

const assaulted = front({
  column: { side: "red", place: "camp" },
  guard: { side: "blue", place: "post" },
  second: { side: "blue", place: "post" },
});

test("4.8 whoever is to leave a place that is assaulted fights there first", () => {
  const { events } = firstTurn(assaulted, ["column assault post", "guard move to rear"]);
  expect(about(events, "halted", "guard")).toMatchObject({
    at: "post",
    before: "rear",
    reason: "disengaging",
  });
  expect(the(events, "battle-resolved").defenders.map((one) => one.formation)).toEqual([
    "guard",
    "second",
  ]);
});

test("4.8 whoever is to attack from a place that is assaulted defends it", () => {
  const setup = tinySetup({
    places: { camp: { holder: "red" }, post: blue, flank: { holder: "red" } },
    roads: ["camp post 10 road", "flank post 10 road"],
    formations: {
      column: { side: "red", place: "camp" },
      sentry: { side: "red", place: "flank", men: 100 },
      guard: { side: "blue", place: "post" },
    },
  });
  const { events } = firstTurn(setup, ["column assault post", "guard assault flank"]);
  expect(the(events, "battle-resolved")).toMatchObject({ place: "post", attacker: "red" });
  expect(about(events, "halted", "guard")).toMatchObject({
    before: "flank",
    reason: "disengaging",
  });
});

test("4.8 an assault that is not delivered pins nobody", () => {
  const weak = changed(startWorld(assaulted), (copy) => void (copy.formations["column"]!.men = 60));
  const { world } = turnOf(assaulted, weak, ["column assault post", "guard move to rear"]);
  expect(world.formations["guard"]!.place).toBe("rear");
});

test("4.8 an assault from a place that is itself assaulted pins nobody, since it is not delivered", () => {
  const setup = tinySetup({
    places: { a: { holder: "red" }, b: blue, c: { holder: "red" }, d: { holder: "red" } },
    roads: ["a b 10 road", "b c 10 road", "c d 10 road"],
    formations: {
      column: { side: "red", place: "a" },
      guard: { side: "blue", place: "b" },
      sentry: { side: "red", place: "c" },
    },
  });
  const { world, events } = firstTurn(setup, [
    "column assault b",
    "guard assault c",
    "sentry move to d",
  ]);
  expect(all(events, "battle-resolved").map((battle) => battle.place)).toEqual(["b"]);
  expect(about(events, "marched", "sentry")).toMatchObject({ path: ["d"] });
  expect(world.formations["sentry"]!.place).toBe("d");
});

test("4.8 whoever marches into a place that is assaulted this turn does not attack from it as well", () => {
  const setup = tinySetup({
    places: { rear: { holder: "red" }, camp: { holder: "red" }, post: blue, flank: blue },
    roads: ["camp rear 10 road", "camp post 10 road", "camp flank 10 road"],
    formations: {
      sentry: { side: "red", place: "camp" },
      column: { side: "red", place: "rear" },
      guard: { side: "blue", place: "post" },
      watch: { side: "blue", place: "flank" },
    },
  });
  const { events } = firstTurn(setup, ["guard assault camp", "column assault flank"]);
  const battles = all(events, "battle-resolved").filter((battle) =>
    [...battle.attackers, ...battle.defenders].some((one) => one.formation === "column"),
  );
  expect(battles.length).toBeLessThanOrEqual(1);
});

test("4.8 four assaults in a ring are not all called off", () => {
  const setup = tinySetup({
    places: { a: { holder: "red" }, b: blue, c: { holder: "red" }, d: blue },
    roads: ["a b 10 road", "b c 10 road", "c d 10 road", "a d 10 road"],
    formations: {
      ared: { side: "red", place: "a" },
      bblue: { side: "blue", place: "b" },
      cred: { side: "red", place: "c" },
      dblue: { side: "blue", place: "d" },
    },
  });
  const { events } = firstTurn(setup, [
    "ared assault b",
    "bblue assault c",
    "cred assault d",
    "dblue assault a",
  ]);
  expect(all(events, "battle-resolved").length).toBeGreaterThan(0);
});

test("4.2 a formation of one side does not move the other's dice or road", () => {
  const alone = firstTurn(road("road"), ["column move to farther"]).world.formations["column"];
  const withWing = { ...road("road"), wings: { swifts: wingOf("red") } };
  expect(
    firstTurn(withWing, ["column move to farther"], steadyChance()).world.formations["column"],
  ).toEqual(alone);
});

const fork = (knownTo: readonly string[]) =>
  tinySetup({
    places: { west: blue, ford: blue, bridge: blue, east: blue },
    roads: ["west ford 10 road", "ford east 10 road", "west bridge 20 road", "bridge east 20 road"],
    formations: {
      column: { side: "blue", place: "west" },
      ambush: { side: "red", place: "ford", knownTo },
    },
  });

test("4.4 a march goes round an enemy its seat knows of", () => {
  const { events } = firstTurn(fork(["blue"]), ["column move to east"]);
  expect(about(events, "marched", "column").path).toEqual(["bridge", "east"]);
});

test("4.4 it does not go round one its seat does not know of, and halts before him", () => {
  const { events } = firstTurn(fork([]), ["column move to east"]);
  expect(about(events, "halted", "column")).toMatchObject({ at: "west", before: "ford" });
});

/** Three places all joined, the way round quicker than the link itself; an enemy in either. */
const corner = (verbs: readonly string[]) =>
  firstTurn(
    tinySetup({
      places: { start: { holder: "red" }, side: blue, goal: blue },
      roads: ["start goal 12 track", "start side 4 highway", "side goal 1 highway"],
      formations: {
        band: { side: "red", place: "start", men: 400 },
        guard: { side: "blue", place: "goal" },
        watch: { side: "blue", place: "side" },
      },
    }),
    verbs,
  );

test("4.4 an attack on a neighbour goes by the link that joins them, not round by a quicker road", () => {
  const { events } = corner(["band assault goal"]);
  expect(all(events, "battle-resolved")).toMatchObject([{ place: "goal", axes: ["start"] }]);
});

test("4.4 an attack that names the way round goes that way", () => {
  const { events } = corner(["band assault goal via side"]);
  expect(all(events, "battle-resolved")).toMatchObject([{ place: "side" }]);
});
