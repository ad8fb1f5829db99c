import { expect, test } from "vitest";
import { type Setup, startWorld, type Track, type TrackMove } from "../../src/engine/index.ts";
import { tinySetup, type TinyParts, trackOf } from "../support/tiny-setup.ts";
import { all, firstTurn, rows, startOf, the, turnOf } from "../support/table.ts";

const move = (change: Partial<TrackMove>): TrackMove => ({
  event: "place-taken",
  place: null,
  side: null,
  contingent: null,
  points: -10,
  ...change,
});

/** Two empty blue villages red can walk into, and a track that watches. */
const villages = (
  moves: readonly TrackMove[],
  track: Partial<Track> = {},
  change: Partial<TinyParts> = {},
): Setup =>
  tinySetup({
    places: { camp: { holder: "red" }, first: { holder: "blue" }, second: { holder: "blue" } },
    roads: ["camp first 10 road", "first second 10 road"],
    formations: { column: { side: "red", place: "camp" }, late: { side: "blue" } },
    tracks: {
      favour: trackOf({ moves, ...track }),
    },
    ...change,
  });

const after = (setup: Setup) => firstTurn(setup, ["column assault second"]);

test("12.1 a track moves by the points of each of the turn's events", () => {
  const { world, events } = after(villages([move({})]));
  expect(world.tracks["favour"]).toBe(30);
  expect(the(events, "track-moved")).toEqual({
    kind: "track-moved",
    track: "favour",
    to: 30,
    because: "place-taken, place-taken",
  });
});

test.each(
  rows(`
  | move                                            | to |
  | {"place":"first"}                               | 40 |
  | {"place":"camp"}                                | 50 |
  | {"side":"red"}                                  | 30 |
  | {"side":"blue"}                                 | 50 |
  | {"place":"second","side":"red"}                 | 40 |
  | {"place":"second","side":"blue"}                | 50 |
  | {"event":"surrendered"}                         | 50 |
`),
)("12.1 a move of %s leaves it at %s", (text, to) => {
  expect(
    after(villages([move(JSON.parse(text!) as Partial<TrackMove>)])).world.tracks["favour"],
  ).toBe(Number(to));
});

test("12.1 all moves of a turn count together, and then the bounds", () => {
  const { world } = after(
    villages([move({ place: "first", points: -80 }), move({ place: "second", points: 60 })]),
  );
  expect(world.tracks["favour"]).toBe(30);
  expect(after(villages([move({ points: -80 })])).world.tracks["favour"]).toBe(0);
  expect(after(villages([move({ points: 80 })])).world.tracks["favour"]).toBe(100);
});

test("12.1 a track that stays where it was makes no event", () => {
  expect(
    all(
      after(villages([move({ place: "first", points: 5 }), move({ place: "second", points: -5 })]))
        .events,
      "track-moved",
    ),
  ).toEqual([]);
  expect(all(after(villages([move({})], { initial: 0 })).events, "track-moved")).toEqual([]);
});

test("12.1 injects move a track together with the events", () => {
  const inject = {
    title: "News",
    text: "News.",
    audience: ["blue"],
    when: { always: true as const },
    effects: [{ kind: "track" as const, track: "favour", points: 7 }],
    trainingObjective: null,
    expectedResponse: "None.",
  };
  const { world, events } = after(villages([move({})], {}, { injects: { news: inject } }));
  expect(world.tracks["favour"]).toBe(37);
  expect(the(events, "track-moved").because).toContain("inject news");
});

test("12.1 contingents, broken formations and surrenders move tracks by side, place and contingent", () => {
  const setup = villages(
    [
      move({ event: "contingent-left", contingent: "blue", points: -1 }),
      move({ event: "surrendered", contingent: "blue", place: "first", points: -2 }),
    ],
    {},
    {
      formations: {
        guard: { side: "blue", place: "first" },
        column: { side: "red", place: "camp" },
      },
    },
  );
  const start = startOf(setup, (copy) => {
    Object.assign(copy.formations["guard"]!, { status: "broken", rallyTurn: 1 });
    copy.places["second"]!.holder = "red";
    copy.places["first"]!.holder = "red";
    Object.assign(copy.contingents["blue"]!, { status: "leaving", leavesTurn: 2 });
  });
  expect(turnOf(setup, start, []).world.tracks["favour"]).toBe(48);
});

test("12.2 calling a pool before its time has its price, once", () => {
  const pool = {
    title: "Veterans",
    seat: "blue",
    formations: ["late"],
    at: "second",
    delayHours: 240,
    release: { turn: { from: 90 } },
    price: { track: "favour", points: -15 },
  };
  const setup = villages([], {}, { pools: { veterans: pool } });
  const { world, events } = turnOf(setup, startWorld(setup), ["veterans call"]);
  expect(world.tracks["favour"]).toBe(35);
  expect(the(events, "track-moved").because).toBe("pool veterans");
  expect(turnOf(setup, world, []).world.tracks["favour"]).toBe(35);
});

test("12.2 a pool that its release condition calls costs nothing", () => {
  const pool = {
    title: "Veterans",
    seat: "blue",
    formations: ["late"],
    at: "second",
    delayHours: 240,
    release: { always: true as const },
    price: { track: "favour", points: -15 },
  };
  const setup = villages([], {}, { pools: { veterans: pool } });
  const { world, events } = turnOf(setup, startWorld(setup), []);
  expect(the(events, "pool-called").early).toBe(false);
  expect(world.tracks["favour"]).toBe(50);
});
