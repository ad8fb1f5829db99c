import { expect, test } from "vitest";
import {
  type Effect,
  eventsFor,
  observe,
  type Setup,
  startWorld,
  type Threshold,
  type Track,
} from "../../src/engine/index.ts";
import { contingentOf, seatOf, tinySetup, trackOf, wingOf } from "../support/tiny-setup.ts";
import {
  all,
  evenChance,
  firstTurn,
  rows,
  startOf,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";

const at = (change: Partial<Threshold> = {}): Threshold => ({
  title: "The council loses patience",
  atLeast: null,
  atMost: 40,
  effects: [],
  ...change,
});

/** A blue post, and a track that drifts down by ten a turn. */
const post = (track: Partial<Track>, more: Readonly<Record<string, Track>> = {}): Setup =>
  tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "blue" } },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: {
      guard: { side: "blue", place: "post", men: 300, supplyDays: 4 },
      watch: { side: "blue", place: "rear", men: 100, contingent: "guests", seat: "envoy" },
      reserve: { side: "blue" },
      column: { side: "red", place: "camp" },
    },
    contingents: {
      blue: contingentOf("blue"),
      guests: contingentOf("blue"),
      red: contingentOf("red"),
    },
    seats: { blue: seatOf("blue"), envoy: seatOf("blue", ["guests"]), red: seatOf("red") },
    wings: { swifts: wingOf("blue") },
    pools: {
      veterans: {
        title: "Veterans",
        seat: "blue",
        formations: ["reserve"],
        at: "rear",
        delayHours: 48,
        release: { turn: { from: 90 } },
        price: { track: "favour", points: -5 },
      },
    },
    tracks: {
      favour: trackOf({ drift: [{ when: { always: true }, points: -10 }], ...track }),
      ...more,
    },
  });

const withEffects = (...effects: readonly Effect[]) =>
  post({ thresholds: { low: at({ effects }) } });
const after = (...effects: readonly Effect[]) => firstTurn(withEffects(...effects), []);

test("12.4 a track drifts in each turn at whose end the condition holds", () => {
  const falling = post({ drift: [{ when: { turn: { from: 3 } }, points: -4 }] });
  const { log, world } = turnsOf(falling, [[], [], []]);
  expect(log.map((events) => all(events, "track-moved").length)).toEqual([0, 1, 1]);
  expect(the(log[1]!, "track-moved").because).toBe("drift");
  expect(world.tracks["favour"]).toBe(42);
});

test("12.3 a threshold has its effects when the track first reaches it, and once a game", () => {
  const back = { kind: "track", track: "favour", points: 30 } as const;
  const setup = withEffects(back);
  const { log, world } = turnsOf(setup, [[], [], [], [], []]);
  expect(log.map((events) => all(events, "threshold-passed").length)).toEqual([1, 0, 0, 0, 0]);
  expect(the(log[0]!, "threshold-passed")).toMatchObject({ track: "favour", threshold: "low" });
  expect(world.thresholds["favour"]).toEqual({ low: 1 });
  expect(world.tracks["favour"]).toBe(50 - 50 + 30);
});

test.each(
  rows(`
  | bound          | passed |
  | {"atMost":40}  | yes    |
  | {"atMost":39}  | no     |
  | {"atMost":null,"atLeast":40} | yes |
  | {"atMost":null,"atLeast":41} | no  |
`),
)("12.3 a threshold at %s is reached by a track at 40: %s", (bound, passed) => {
  const { events } = firstTurn(post({ thresholds: { it: at(JSON.parse(bound!) as object) } }), []);
  expect(all(events, "threshold-passed").length === 1).toBe(passed === "yes");
});

test("12.3 its effect on a track comes in the same turn, and may reach another threshold in the next", () => {
  const setup = post(
    { thresholds: { low: at({ effects: [{ kind: "track", track: "nerve", points: -20 }] }) } },
    { nerve: trackOf({ thresholds: { shaken: at() } }) },
  );
  const { log } = turnsOf(setup, [[], []]);
  const passed = log.map((events) => all(events, "threshold-passed").map((one) => one.track));
  expect(passed).toEqual([["favour"], ["nerve"]]);
  expect(all(log[0]!, "track-moved").map(({ track, because }) => [track, because])).toEqual([
    ["favour", "drift"],
    ["nerve", "threshold low"],
  ]);
});

test("12.3 it may shake a formation, or all of a contingent", () => {
  const one = after({ kind: "cohesion", formation: "guard", points: -7 });
  expect(the(one.events, "cohesion-lost")).toMatchObject({
    formation: "guard",
    cause: "threshold",
    cohesion: 73,
    terms: [{ rule: "12.3" }],
  });
  const all2 = after({ kind: "cohesion", contingent: "guests", points: -7 });
  expect(the(all2.events, "cohesion-lost").formation).toBe("watch");
});

test("12.3 it may recall formations, on the map or before they come", () => {
  const { events, world } = after({ kind: "recall", formations: ["watch", "reserve"] });
  expect(all(events, "formation-left").map(({ formation, place }) => [formation, place])).toEqual([
    ["reserve", null],
    ["watch", "rear"],
  ]);
  expect([world.formations["watch"]!.status, world.formations["reserve"]!.status]).toEqual([
    "left",
    "left",
  ]);
});

test("12.3 it may halve a wing's sorties, change a command and take supply", () => {
  const { world } = after(
    { kind: "sorties", wing: "swifts", factor: 0.5 },
    { kind: "command", contingent: "guests" },
    { kind: "supply", side: "blue", days: -3 },
  );
  expect(world.wings["swifts"]!.factor).toBe(0.5);
  expect(world.contingents["guests"]!.commandTurn).toBe(2);
  expect(world.formations["guard"]!.supplyDays).toBeCloseTo(0.9, 9);
});

test("12.3 supply that is given is carried as far as at the start", () => {
  const hungry = startOf(withEffects({ kind: "supply", side: "blue", days: 3 }), (copy) => {
    copy.formations["guard"]!.supplyDays = 2;
  });
  const setup = withEffects({ kind: "supply", side: "blue", days: 3 });
  const { events } = turnOf(setup, hungry, []);
  const given = the(events, "supply-changed").formations.find((one) => one.formation === "guard");
  expect(given?.supplyDays).toBe(4);
});

test("12.3 it may call a pool, which costs its seat nothing", () => {
  const { events, world } = after({ kind: "release-pool", pool: "veterans" });
  expect(the(events, "pool-called")).toMatchObject({ pool: "veterans", early: false });
  expect(world.tracks["favour"]).toBe(40);
});

test("12.3 it may move what a patron puts up with, and only its own seat hears of it", () => {
  const setup = withEffects({ kind: "tolerance", contingent: "guests", points: -0.4 });
  const { events, world } = firstTurn(setup, []);
  expect(world.contingents["guests"]!.toleranceShift).toBe(-0.4);
  const knows = (seat: string) => all(eventsFor(setup, events, seat), "tolerance-shifted").length;
  expect(["envoy", "blue", "red"].map(knows)).toEqual([1, 0, 0]);
});

test("10.1 a tolerance that was moved is moved on the logit scale", () => {
  const patron = {
    tolerance: 0.5,
    outerLine: ["post"],
    exits: ["rear"],
    stake: "post",
    hosts: ["blue"],
    home: "rear",
    hold: null,
  };
  const setup = { ...post({}), contingents: { guests: contingentOf("blue", { patron }) } };
  const start = startOf(setup, (copy) => void (copy.contingents["guests"]!.toleranceShift = 1));
  const { tolerance } = the(turnOf(setup, start, [], evenChance()).events, "patron-weighed");
  expect(tolerance).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
});

test("12.3 the titles of thresholds are seen by those who see the track, their effects by nobody", () => {
  const setup = withEffects({ kind: "command", contingent: "red" });
  const track = observe(setup, startWorld(setup), "blue").brief.tracks["favour"];
  expect(track?.thresholds).toEqual({
    low: { title: "The council loses patience", atLeast: null, atMost: 40 },
  });
  expect(observe(setup, startWorld(setup), "red").brief.tracks).toEqual({});
});
