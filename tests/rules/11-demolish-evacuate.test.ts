import { expect, test } from "vitest";
import { eventsFor, type Setup, type TrackMove, type World } from "../../src/engine/index.ts";
import {
  all,
  changed,
  firstTurn,
  rows,
  startOf,
  steadyChance,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";
import { tinySetup, type TinyParts, trackOf } from "../support/tiny-setup.ts";

/** A blue town with kit lying in it and people, a blue rear, and red in camp before the town. */
const town = (change: Partial<TinyParts> = {}, place: Partial<Setup["places"][string]> = {}) =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      rear: { holder: "blue", supplies: ["blue"] },
      town: {
        holder: "blue",
        depthKm: 60,
        civilians: 1000,
        stocks: { tank: 4, gun: 2 },
        ...place,
      },
    },
    roads: ["camp town 10 road", "rear town 10 road"],
    formations: {
      engineers: { side: "blue", place: "town" },
      enemy: { side: "red", place: "camp" },
    },
    ...change,
  });

const DEMOLISH = "engineers demolish";
const EVACUATE = "engineers evacuate";
const taskOf = (world: World, id = "engineers") => world.formations[id]!.task.verb;

test("11.10 who demolishes destroys all kit that lies in its place and blows up the works, and then defends", () => {
  const { events, world } = firstTurn(town(), [DEMOLISH]);
  expect(the(events, "kit-destroyed")).toEqual({
    kind: "kit-destroyed",
    place: "town",
    holder: "blue",
    wing: null,
    formation: "engineers",
    kit: { gun: 2, tank: 4 },
    draws: [],
  });
  expect(the(events, "demolished")).toEqual({
    kind: "demolished",
    place: "town",
    formation: "engineers",
  });
  expect(world.places["town"]).toMatchObject({ stocks: { tank: 0, gun: 0 }, demolishedTurn: 1 });
  expect(taskOf(world)).toBe("defend");
});

test("11.10 with nothing lying there the works are blown up all the same", () => {
  const { events, world } = firstTurn(town({}, { stocks: {} }), [DEMOLISH]);
  expect(all(events, "kit-destroyed")).toEqual([]);
  expect(the(events, "demolished").place).toBe("town");
  expect(taskOf(world)).toBe("defend");
});

test("11.10 formations keep their kit and the works they stand in", () => {
  const engineers = { side: "blue", place: "town", kit: { tank: 3 } };
  const setup = town({ formations: { engineers } }, { works: "fortified" });
  const { world } = firstTurn(setup, [DEMOLISH]);
  expect(world.formations["engineers"]).toMatchObject({ kit: { tank: 3 }, works: "fortified" });
});

test("11.10 what was demolished cannot be captured", () => {
  const taken = (first: readonly string[]) => {
    const weak = { side: "blue", place: "town", men: 20 };
    const strong = { side: "red", place: "camp", men: 900 };
    const setup = town({ formations: { engineers: weak, enemy: strong } }, { depthKm: 2 });
    const turns = [first, ["enemy assault town"], [], []];
    const { log, world } = turnsOf(setup, turns, steadyChance(0.9));
    expect(world.places["town"]!.holder).toBe("red");
    return log.flatMap((events) => all(events, "kit-taken").map(({ kit }) => kit));
  };
  expect(taken([])).toEqual([{ "gun-captured": 1, "tank-captured": 2 }]);
  expect(taken([DEMOLISH])).toEqual([]);
});

test.each(["assault", "fix"])(
  "11.10 under %s nothing is demolished; the order stands until the formation is left in peace",
  (verb) => {
    const turns = [[DEMOLISH, `enemy ${verb} town`], ["enemy defend"]];
    const { log, world } = turnsOf(town(), turns);
    expect(all(log[0]!, "battle-resolved")).toHaveLength(1);
    expect(log.map((events) => all(events, "demolished").length)).toEqual([0, 1]);
    expect(log.map((events) => all(events, "kit-destroyed").length)).toEqual([0, 1]);
    expect(taskOf(world)).toBe("defend");
  },
);

test("11.10 who was driven out demolishes nothing in the place it fell back to", () => {
  const weak = { side: "blue", place: "town", men: 100 };
  const strong = { side: "red", place: "camp", men: 900 };
  const setup = town({ formations: { engineers: weak, enemy: strong } }, { depthKm: 2 });
  const turns = [[DEMOLISH, "enemy assault town"], [], []];
  const { log, world } = turnsOf(setup, turns, steadyChance(0.9));
  expect(world.formations["engineers"]!.place).toBe("rear");
  expect(log.flatMap((events) => all(events, "demolished"))).toEqual([]);
});

test("11.10 in a place that is not its side's nothing is demolished", () => {
  const setup = town();
  const start = startOf(setup, (copy) => void (copy.places["town"]!.holder = null));
  const { events, world } = turnOf(setup, start, [DEMOLISH]);
  expect(all(events, "demolished")).toEqual([]);
  expect(world.places["town"]!.stocks).toMatchObject({ tank: 4, gun: 2 });
});

const pair = {
  formations: {
    engineers: { side: "blue", place: "town" },
    sappers: { side: "blue", place: "town" },
    enemy: { side: "red", place: "camp" },
  },
};

test("11.10 of two formations told to, the first does it for both, and both defend", () => {
  const { events, world } = firstTurn(town(pair), [DEMOLISH, "sappers demolish"]);
  expect(the(events, "demolished").formation).toBe("engineers");
  const pieces = all(events, "kit-destroyed").flatMap(({ kit }) => Object.values(kit));
  expect(pieces.reduce((sum, one) => sum + one, 0)).toBe(6);
  expect(world.places["town"]!.stocks).toMatchObject({ tank: 0, gun: 0 });
  expect([taskOf(world), taskOf(world, "sappers")]).toEqual(["defend", "defend"]);
});

test("11.10 the works of a place are blown up once a game, kit whenever it lies there", () => {
  const setup = town();
  const one = firstTurn(setup, [DEMOLISH]).world;
  const more = structuredClone(one);
  more.places["town"]!.stocks["tank"] = 2;
  const { events, world } = turnOf(setup, more, [DEMOLISH]);
  expect(the(events, "kit-destroyed").kit).toEqual({ tank: 2 });
  expect(all(events, "demolished")).toEqual([]);
  expect(world.places["town"]!.demolishedTurn).toBe(1);
  expect(taskOf(world)).toBe("defend");
});

test.each(
  rows(`
  | event         | place | side | to | why                               |
  | demolished    | -     | -    | 40 | once                              |
  | demolished    | town  | blue | 40 | of who blew it up                 |
  | demolished    | rear  | -    | 50 | another place                     |
  | demolished    | -     | red  | 50 | another side                      |
  | kit-destroyed | town  | blue | 40 | once, however many pieces         |
`),
)("11.10 %s at place %s by side %s moves a track to %s: %s", (event, place, side, to) => {
  const own = (cell: string | undefined) => (cell === "-" ? null : cell!);
  const move: TrackMove = {
    event: event!,
    place: own(place),
    side: own(side),
    contingent: null,
    points: -10,
  };
  const setup = town({ tracks: { favour: trackOf({ moves: [move] }) } });
  expect(firstTurn(setup, [DEMOLISH]).world.tracks["favour"]).toBe(Number(to));
});

test("11.10 a demolition is known to its own side and to White", () => {
  const { events } = firstTurn(town(), [DEMOLISH]);
  const told = (seat: string) =>
    eventsFor(town(), events, seat).filter(
      ({ kind }) => kind === "demolished" || kind === "kit-destroyed",
    ).length;
  expect(["blue", "red", "white"].map(told)).toEqual([2, 0, 2]);
});

/** People brought out of the town in each of some turns. */
const brought = (setup: Setup, turns: readonly (readonly string[])[], start?: World) =>
  turnsOf(setup, turns, steadyChance(), start).log.map((events) =>
    all(events, "civilians-left").reduce((sum, { people }) => sum + people, 0),
  );

test("11.12 in each half day 35 of each hundred still there are brought out, rounded up", () => {
  expect(brought(town(), [[EVACUATE], [], [], []])).toEqual([350, 228, 148, 96]);
  expect(turnsOf(town(), [[EVACUATE], [], []]).world.places["town"]!.civilians).toBe(274);
});

test.each(
  rows(`
  | hours | people | brought | why                              |
  | 12    | 1000   | 350     | 35 of a hundred                  |
  | 6     | 1000   | 194     | 1 − √.65                         |
  | 24    | 1000   | 578     | 1 − .65²                         |
  | 12    | 10     | 4       | 3.5, rounded up                  |
  | 12    | 1      | 1       | the last go too                  |
`),
)("11.12 in a turn of %s hours, of %s people %s are brought out: %s", (hours, people, out) => {
  const clock = { ...town().clock, turnHours: Number(hours) };
  const setup = town({ clock }, { civilians: Number(people) });
  expect(brought(setup, [[EVACUATE]])).toEqual([Number(out)]);
});

test.each(["assault", "fix"])("11.12 under %s half as many are brought out", (verb) => {
  const { events } = firstTurn(town(), [EVACUATE, `enemy ${verb} town`]);
  expect(the(events, "battle-resolved").place).toBe("town");
  expect(the(events, "civilians-left")).toEqual({
    kind: "civilians-left",
    place: "town",
    people: 175,
    formations: ["engineers"],
  });
});

test("11.12 a battle at another place hinders nobody", () => {
  const post = { holder: "blue", depthKm: 60 };
  const setup = town({
    places: { ...town().places, post },
    roads: ["camp town 10 road", "rear town 10 road", "camp post 10 road"],
    formations: { ...pair.formations, sappers: { side: "blue", place: "post" } },
  });
  const { events } = firstTurn(setup, [EVACUATE, "enemy assault post"]);
  expect(the(events, "battle-resolved").place).toBe("post");
  expect(the(events, "civilians-left").people).toBe(350);
});

test("11.12 however many formations do it, no more are brought out", () => {
  const { events } = firstTurn(town(pair), [EVACUATE, "sappers evacuate"]);
  expect(the(events, "civilians-left")).toMatchObject({
    people: 350,
    formations: ["engineers", "sappers"],
  });
});

test("11.12 the order stands while people are left; when the last have gone they defend", () => {
  const setup = town({}, { civilians: 3 });
  const { log, world } = turnsOf(setup, [[EVACUATE], []]);
  expect(log.flatMap((events) => all(events, "civilians-left")).map((one) => one.people)).toEqual([
    2, 1,
  ]);
  expect(taskOf(turnsOf(setup, [[EVACUATE]]).world)).toBe("evacuate");
  expect([world.places["town"]!.civilians, taskOf(world)]).toEqual([0, "defend"]);
  expect(brought(setup, [[EVACUATE], [], []])).toEqual([2, 1, 0]);
});

test("11.12 where nobody is left nobody is brought out", () => {
  const told = turnsOf(town(), [[EVACUATE]]).world;
  const empty = changed(told, (copy) => void (copy.places["town"]!.civilians = 0));
  expect(all(turnOf(town(), empty, []).events, "civilians-left")).toEqual([]);
});

test("11.12 from a place that is not its side's nobody is brought out", () => {
  const start = startOf(town(), (copy) => void (copy.places["town"]!.holder = null));
  expect(brought(town(), [[EVACUATE]], start)).toEqual([0]);
});

test("11.12 who was driven out brings nobody more out", () => {
  const weak = { side: "blue", place: "town", men: 100 };
  const strong = { side: "red", place: "camp", men: 900 };
  const setup = town({ formations: { engineers: weak, enemy: strong } }, { depthKm: 2 });
  const { events, world } = firstTurn(setup, [EVACUATE, "enemy assault town"], steadyChance(0.9));
  expect(world.formations["engineers"]).toMatchObject({ place: "rear", task: { verb: "defend" } });
  expect(all(events, "civilians-left")).toEqual([]);
  expect(world.places["town"]!.civilians).toBe(1000);
});

test("11.12 who evacuates fights in its works when it is attacked", () => {
  const setup = town({}, { works: "prepared" });
  const { events } = firstTurn(setup, [EVACUATE, "enemy assault town"]);
  expect(the(events, "battle-resolved").posture).toBe("prepared");
});

test("11.12 a track is moved by the thousand people brought out", () => {
  const move: TrackMove = {
    event: "civilians-left",
    place: "town",
    side: null,
    contingent: null,
    points: 10,
  };
  const setup = town({ tracks: { favour: trackOf({ moves: [move] }) } });
  expect(firstTurn(setup, [EVACUATE]).world.tracks["favour"]).toBe(53.5);
});

test("11.12 people leaving are known to the side that brings them out, and to White", () => {
  const { events } = firstTurn(town(), [EVACUATE]);
  const told = (seat: string) => all(eventsFor(town(), events, seat), "civilians-left").length;
  expect(["blue", "red", "white"].map(told)).toEqual([1, 0, 1]);
});
