import { expect, test } from "vitest";
import { lognormalOf } from "../../src/engine/chance/arithmetic.ts";
import { eventsFor, isNightTurn, observe, type Setup, startWorld } from "../../src/engine/index.ts";
import { strengthBand } from "../../src/engine/player.ts";
import { ERC, seatOf, tinySetup, type TinyParts } from "../support/tiny-setup.ts";
import {
  about,
  all,
  evenChance,
  firstTurn,
  rows,
  startOf,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";

/** Blue at the post and in the rear; red in camp before the post; nobody in the far valley. */
const ground = (change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue" },
      rear: { holder: "blue" },
      valley: { holder: "blue" },
    },
    roads: ["camp post 15 road", "post rear 15 road", "rear valley 30 road"],
    formations: {
      guard: { side: "blue", place: "post" },
      staff: { side: "blue", place: "rear" },
      column: { side: "red", place: "camp", men: 500 },
    },
    ...change,
  });

/** Dice on which everything is seen. */
const SEEN = evenChance(1e-6);
/** Dice on which nothing is. */
const UNSEEN = evenChance(1 - 1e-6);

test.each(
  rows(`
  | draw | weather |
  | 0.1  | clear   |
  | 0.49 | clear   |
  | 0.51 | fog     |
  | 0.74 | fog     |
  | 0.76 | rain    |
  | 0.99 | rain    |
`),
)("2.1 at a draw of %s a half-day of clear .5, fog .25, rain .25 is %s", (u, weather) => {
  const setup = ground({ weather: { clear: 0.5, fog: 0.25, rain: 0.25 } });
  const { world, events } = firstTurn(setup, [], evenChance(0.5, { "weather/0/-/-": Number(u) }));
  expect(world.weather).toBe(weather);
  expect(the(events, "turn-began")).toMatchObject({
    turn: 1,
    weather,
    draw: { key: "weather/0/-/-" },
  });
});

test("2.1 daylight follows the clock", () => {
  const { log } = turnsOf(ground(), [[], []]);
  expect(log.map((events) => the(events, "turn-began").night)).toEqual([false, true]);
  expect(isNightTurn(ground().clock, 2)).toBe(true);
});

test("2.1 two turns of one half-day share its weather", () => {
  const clock = { ...ground().clock, turnHours: 6 };
  const setup = ground({ clock, weather: { clear: 0.5, rain: 0.5 } });
  const { log } = turnsOf(setup, [[], [], []], evenChance(0.2, { "weather/1/-/-": 0.9 }));
  expect(log.map((events) => the(events, "turn-began").weather)).toEqual([
    "clear",
    "clear",
    "rain",
  ]);
});

const inject = {
  title: "A rumour",
  text: "Guns in the hills.",
  audience: ["blue"],
  when: { turn: { from: 2 } },
  effects: [],
  trainingObjective: null,
  expectedResponse: "None.",
};

test("2.2 an inject comes when its condition is met, and only once", () => {
  const { log, world } = turnsOf(ground({ injects: { rumour: inject } }), [[], [], []]);
  expect(log.map((events) => all(events, "inject-came").length)).toEqual([0, 1, 0]);
  expect(world.injects).toEqual({ rumour: 2 });
});

test("2.2 an inject without a condition comes by White's hand alone", () => {
  const setup = ground({ injects: { rumour: { ...inject, when: null } } });
  expect(all(turnOf(setup, startWorld(setup), []).events, "inject-came")).toEqual([]);
  const { world, events } = turnOf(setup, startWorld(setup), [], undefined, [{ inject: "rumour" }]);
  expect(the(events, "inject-came")).toMatchObject({
    inject: "rumour",
    text: "Guns in the hills.",
    audience: ["blue"],
  });
  expect(
    turnOf(setup, world, [], undefined, [{ inject: "rumour" }]).events.map((one) => one.kind),
  ).not.toContain("inject-came");
});

test("2.2 White's hand may tell an inject of the list to other seats", () => {
  const setup = ground({ injects: { rumour: inject } });
  const hand = [{ inject: "rumour", audience: ["red"] }];
  const { events } = turnOf(setup, startWorld(setup), [], undefined, hand);
  expect(the(events, "inject-came")).toMatchObject({ inject: "rumour", audience: ["red"] });
});

test("2.2 White's hand may put in a free inject at any time, with effects, as often as it likes", () => {
  const setup = ground({});
  const free = {
    title: "A storm",
    text: "Sand.",
    audience: ["red"],
    effects: [{ kind: "cohesion" as const, formation: "guard", points: -7 }],
  };
  const first = turnOf(setup, startWorld(setup), [], undefined, [free]);
  expect(the(first.events, "inject-came")).toMatchObject({ inject: null, title: "A storm" });
  expect(about(first.events, "cohesion-lost", "guard").cohesion).toBe(73);
  const again = turnOf(setup, first.world, [], undefined, [free, free]);
  expect(all(again.events, "inject-came")).toHaveLength(2);
});

test("2.2 an inject's points are added to cohesion, as they are to a track", () => {
  const effects = [{ kind: "cohesion" as const, formation: "guard", points: -7 }];
  const setup = ground({ injects: { rumour: { ...inject, when: { always: true }, effects } } });
  const lost = about(firstTurn(setup, []).events, "cohesion-lost", "guard");
  expect(lost).toMatchObject({ cause: "inject", cohesion: 80 - 7, test: null });
});

test("2.2 two injects that touch one formation in a turn add up", () => {
  const shake = (points: number) => ({
    ...inject,
    when: { always: true as const },
    effects: [{ kind: "cohesion" as const, formation: "guard", points }],
  });
  const { events } = firstTurn(ground({ injects: { one: shake(4), two: shake(6) } }), []);
  expect(Math.abs(80 - about(events, "cohesion-lost", "guard").cohesion)).toBe(10);
});

test("2.3 reconnaissance tells where an enemy stood when the turn began", () => {
  const setup = ground({
    formations: {
      guard: { side: "blue", place: "post" },
      column: { side: "red", place: "camp", men: 500 },
    },
  });
  const { world } = turnOf(setup, startWorld(setup), ["guard move to rear"], SEEN);
  expect(world.formations["guard"]!.place).toBe("rear");
  expect(world.knowledge["red"]!.contacts["guard"]).toMatchObject({ place: "post", turn: 1 });
});

test("2.3 a side watches the places its troops are in and their neighbours, and no others", () => {
  const setup = ground({
    formations: {
      staff: { side: "blue", place: "rear" },
      column: { side: "red", place: "camp" },
      patrol: { side: "red", place: "valley" },
    },
  });
  const { world } = firstTurn(setup, [], SEEN);
  expect(world.knowledge["blue"]!.contacts["patrol"]!.place).toBe("valley");
  expect(world.knowledge["blue"]!.contacts["column"]!.place).toBeNull();
});

test("2.3 every seat of a side is told the same", () => {
  const setup = ground({
    seats: { blue: seatOf("blue"), guest: seatOf("blue", []), red: seatOf("red") },
  });
  const { world } = firstTurn(setup, [], SEEN);
  expect(world.knowledge["guest"]).toEqual(world.knowledge["blue"]);
  expect(world.knowledge["guest"]!.contacts["column"]!.place).toBe("camp");
});

test("2.4 whoever fought knows at the end of the turn whom", () => {
  const { world } = firstTurn(ground(), ["column assault post"], evenChance(1 - 1e-9));
  expect(world.knowledge["blue"]!.contacts["column"]).toMatchObject({ turn: 1 });
  expect(world.knowledge["blue"]!.contacts["column"]!.place).not.toBeNull();
});

test("2.4 an enemy that broke in battle is no longer reported where it fought", () => {
  const known = startOf(
    ground(),
    (copy) =>
      void Object.assign(copy.knowledge["red"]!.contacts["guard"]!, {
        place: "post",
        men: 400,
        turn: 1,
      }),
  );
  const { world, events } = turnOf(
    ground(),
    known,
    ["column assault post"],
    evenChance(0.5, { "break/1/post/guard": 1e-9 }),
  );
  the(events, "formation-broke");
  expect(world.knowledge["red"]!.contacts["guard"]!.place).toBeNull();
});

test("2.4 a side knows at the end of the turn which places it took and which it lost", () => {
  const setup = ground({
    formations: {
      staff: { side: "blue", place: "valley" },
      column: { side: "red", place: "camp" },
    },
  });
  const { world, events } = firstTurn(setup, ["column move to post"], UNSEEN);
  expect(all(events, "order-refused")).toHaveLength(1);
  const taken = turnOf(setup, startWorld(setup), ["column assault post"], UNSEEN);
  expect(taken.world.places["post"]!.holder).toBe("red");
  expect(taken.world.knowledge["red"]!.holders["post"]).toBe("red");
  expect(
    taken.world.knowledge["blue"]!.holders["post"],
    "blue, with nobody near, of its own post",
  ).toBe("red");
  expect(world.knowledge["red"]!.holders["post"]).toBe("blue");
});

test("2.5 the chance of being seen is 1 - e^-(watchers x rate), halved in rate by night", () => {
  const rate = ERC.terrains["flat-hard"]!.detection;
  const setup = ground();
  const seenAt = (u: number, turn: number) => {
    const world = startOf(setup, (copy) => void (copy.turn = turn - 1));
    const chance = evenChance(0.5, { [`detect/${turn}/camp/column`]: u });
    return (
      turnOf(setup, world, [], chance).world.knowledge["blue"]!.contacts["column"]!.place !== null
    );
  };
  const byDay = 1 - Math.exp(-rate);
  const byNight = 1 - Math.exp(-rate * ERC.night.detection);
  expect([seenAt(byDay - 0.001, 1), seenAt(byDay + 0.001, 1)]).toEqual([true, false]);
  expect([seenAt(byNight - 0.001, 2), seenAt(byNight + 0.001, 2)]).toEqual([true, false]);
});

test("2.5 two places that watch see more than one", () => {
  const rate = ERC.terrains["flat-hard"]!.detection;
  const u = 1 - Math.exp(-1.5 * rate);
  const seen = (roads: readonly string[]) =>
    firstTurn(ground({ roads }), [], evenChance(u)).world.knowledge["blue"]!.contacts["column"]!
      .place;
  expect(seen(["camp post 15 road"])).toBeNull();
  expect(seen(["camp post 15 road", "camp rear 15 road"])).toBe("camp");
});

test.each(
  rows(`
  | draw | men | why                          |
  | 0.5  | 470 | the median is under the mean |
  | 0.9  | 740 | high                         |
  | 0.1  | 300 | low                          |
`),
)("2.6 500 men are reported at a draw of %s as %s: %s", (u, men) => {
  const chance = evenChance(1e-6, { "strength/1/-/column": Number(u) });
  const { world } = firstTurn(ground(), [], chance);
  const error = lognormalOf(Number(u), ERC.reports.sigma);
  expect(world.knowledge["blue"]!.contacts["column"]!.men).toBe(Number(men));
  expect(Number(men)).toBe(Math.round((500 * error) / 10) * 10);
});

test("2.6 nobody is reported as fewer than ten", () => {
  const setup = ground({
    formations: {
      guard: { side: "blue", place: "post" },
      column: { side: "red", place: "camp", men: 3 },
    },
  });
  expect(firstTurn(setup, [], SEEN).world.knowledge["blue"]!.contacts["column"]!.men).toBe(10);
});

test("2.7 a report is forgotten when it is more than four turns old", () => {
  const setup = ground({ turns: 10 });
  const known = startOf(
    setup,
    (copy) =>
      void Object.assign(copy.knowledge["blue"]!.contacts["column"]!, {
        place: "camp",
        men: 500,
        turn: 1,
      }),
  );
  let world = known;
  const places: unknown[] = [];
  for (let turn = 1; turn <= 6; turn++) {
    world = turnOf(setup, world, [], UNSEEN).world;
    places.push(world.knowledge["blue"]!.contacts["column"]!.place);
  }
  expect(places).toEqual(["camp", "camp", "camp", "camp", "camp", null]);
});

test("2.7 a report is forgotten at once when a place under watch is seen to be empty", () => {
  const setup = ground();
  const known = startOf(setup, (copy) => {
    Object.assign(copy.knowledge["blue"]!.contacts["column"]!, {
      place: "rear",
      men: 500,
      turn: 0,
    });
  });
  const { world } = turnOf(setup, known, [], UNSEEN);
  expect(
    world.knowledge["blue"]!.contacts["column"]!.place,
    "own troops stand in the rear and see no column",
  ).toBeNull();
});

test("2.7 the band of a report widens with its age", () => {
  const setup = ground();
  const known = startOf(setup, (copy) => {
    copy.turn = 2;
    Object.assign(copy.knowledge["blue"]!.contacts["column"]!, {
      place: "camp",
      men: 500,
      turn: 2,
    });
  });
  const view = observe(setup, known, "blue");
  const contact = view.contacts["column"]!;
  const [low, high] = strengthBand(view, contact);
  const [oldLow, oldHigh] = strengthBand({ ...view, turn: 4 }, contact);
  expect([low, high]).toEqual([370, 680]);
  expect([oldLow, oldHigh]).toEqual([270, 930]);
});

test("2.8 a seat of no side sees every place, as from the air; White is told nothing", () => {
  const seats = { ...ground().seats, air: { ...seatOf("blue", []), side: null } };
  const { world } = firstTurn(ground({ seats }), [], SEEN);
  const seen = world.knowledge["air"]!.contacts;
  expect(Object.keys(seen).map((id) => seen[id]!.place)).toEqual(["camp", "post", "rear"]);
  expect(world.knowledge["white"]!.contacts["column"]!.place).toBeNull();
});

test("2.9 seats know before the first turn what the scenario says they know, to the nearest ten", () => {
  const setup = ground({
    formations: {
      guard: { side: "blue", place: "post", men: 396, knownTo: ["red"] },
      column: { side: "red", place: "camp" },
    },
  });
  const world = startWorld(setup);
  expect(world.knowledge["red"]!.contacts["guard"]).toEqual({
    place: "post",
    men: 400,
    turn: 0,
    moving: false,
  });
  expect(world.knowledge["blue"]!.contacts["column"]!.place).toBeNull();
});

test("2.10 both sides of a battle are told its working, and nobody else's", () => {
  const setup = ground();
  const { events } = firstTurn(setup, ["column assault post"]);
  const working = the(events, "battle-resolved");
  for (const seat of ["red", "blue"]) {
    const told = eventsFor(setup, events, seat);
    expect(told).toContainEqual(working);
    const shaken = all(told, "cohesion-lost");
    expect(shaken.every((one) => setup.formations[one.formation]!.side === seat)).toBe(true);
  }
});
