import { expect, test } from "vitest";
import { eventsFor, type Patron, type Setup, startWorld } from "../../src/engine/index.ts";
import { contingentOf, seatOf, tinySetup, trackOf } from "../support/tiny-setup.ts";
import { all, evenChance, rows, startOf, the, turnOf, turnsOf } from "../support/table.ts";

const PATRON: Patron = {
  tolerance: 0.01,
  outerLine: ["town"],
  exits: ["road"],
  stake: "town",
  hosts: ["blue"],
  home: "harbour",
  hold: { track: "favour", points: -3 },
};

/** Guests in a blue town whose patron leaves at the least risk, unless it is held. */
const town = (patron: Partial<Patron> = {}): Setup =>
  tinySetup({
    places: {
      town: { holder: "blue" },
      road: { holder: "blue" },
      harbour: { holder: "blue" },
      far: { holder: "red" },
    },
    roads: ["road town 10 road", "harbour road 10 road", "far harbour 400 road"],
    formations: {
      guests: { side: "blue", contingent: "guests", seat: "envoy", place: "town" },
      enemy: { side: "red", place: "far" },
    },
    contingents: {
      blue: contingentOf("blue"),
      guests: contingentOf("blue", { patron: { ...PATRON, ...patron } }),
      red: contingentOf("red"),
    },
    seats: { blue: seatOf("blue"), envoy: seatOf("blue", ["guests"]), red: seatOf("red") },
    tracks: { favour: trackOf() },
  });

const HOLD = ["guests hold"];
const EVEN = evenChance(0.5);

test("10.4 a contingent that is held does not start to leave, though the risk reaches its tolerance", () => {
  const { world, events } = turnOf(town(), startWorld(town()), HOLD, EVEN);
  expect(the(events, "patron-weighed")).toMatchObject({ leavesTurn: 0, released: false });
  expect(the(events, "patron-held")).toMatchObject({ times: 1, ruling: null });
  expect(world.contingents["guests"]).toMatchObject({ status: "present", held: 1 });
});

test("10.4 each time costs twice as much as the time before", () => {
  const { log, world } = turnsOf(town(), [HOLD, HOLD, HOLD], EVEN);
  expect(log.map((events) => the(events, "patron-held").price?.points)).toEqual([-3, -6, -12]);
  expect(world.tracks["favour"]).toBe(50 - 21);
  expect(the(log[2]!, "track-moved").because).toBe("holding guests");
});

test("10.4 a hold that is not needed costs nothing", () => {
  const calm = town({ tolerance: 0.99 });
  const { world, events } = turnOf(calm, startWorld(calm), HOLD, EVEN);
  expect(all(events, "patron-held")).toEqual([]);
  expect(world).toMatchObject({ tracks: { favour: 50 }, contingents: { guests: { held: 0 } } });
});

test("10.4 holding is free where the scenario names no price", () => {
  const free = town({ hold: null });
  const { world, events } = turnOf(free, startWorld(free), HOLD, EVEN);
  expect(the(events, "patron-held").price).toBeNull();
  expect(world.tracks["favour"]).toBe(50);
});

test("10.4 one that is leaving stays when it is held, and goes when it is held no longer", () => {
  const { log, world } = turnsOf(town(), [[], HOLD, [], []], EVEN);
  expect(log.map((events) => all(events, "patron-held").length)).toEqual([0, 1, 0, 0]);
  expect(log.map((events) => all(events, "contingent-left").length)).toEqual([0, 0, 0, 1]);
  expect(world.formations["guests"]!.status).toBe("left");
});

test("10.4 a contingent that is released leaves as if the risk had reached its tolerance", () => {
  const calm = town({ tolerance: 0.99 });
  const { log, world } = turnsOf(calm, [["guests release"], []], EVEN);
  expect(the(log[0]!, "patron-weighed")).toMatchObject({ released: true, leavesTurn: 2 });
  expect(world.contingents["guests"]!.status).toBe("left");
});

test("10.4 another seat's word on it counts for nothing", () => {
  const { events } = turnOf(town(), startWorld(town()), ["blue: guests hold"], EVEN);
  expect(the(events, "order-refused").refusal.code).toBe("unit.not-yours");
  expect(the(events, "patron-weighed").leavesTurn).toBe(2);
});

test("10.4 what it costs to hold a patron is its own seat's to know", () => {
  const { events } = turnOf(town(), startWorld(town()), HOLD, EVEN);
  const knows = (seat: string) => all(eventsFor(town(), events, seat), "patron-held").length;
  expect(["envoy", "blue", "red"].map(knows)).toEqual([1, 0, 0]);
});

test.each(
  rows(`
  | tolerance | leaves | turn |
  | 0.01      | false  | 0    |
  | 0.99      | true   | 2    |
`),
)("14.2 with a tolerance of %s White rules that it leaves: %s", (tolerance, leaves, turn) => {
  const setup = town({ tolerance: Number(tolerance) });
  const reason = "to keep the exercise going";
  const ruling = {
    kind: "patron",
    contingent: "guests",
    leaves: leaves === "true",
    reason,
  } as const;
  const { events } = turnOf(setup, startWorld(setup), [], EVEN, [], "immer", [ruling]);
  expect(the(events, "patron-weighed")).toMatchObject({ leavesTurn: Number(turn), ruling: reason });
});

test("14.2 a ruling goes before what the seat orders, keeps one that is leaving, and costs nothing", () => {
  const setup = town();
  const stays = { kind: "patron", contingent: "guests", leaves: false, reason: "not yet" } as const;
  const leaving = startOf(setup, (copy) =>
    Object.assign(copy.contingents["guests"]!, { status: "leaving", leavesTurn: 1, held: 2 }),
  );
  const { world, events } = turnOf(setup, leaving, HOLD, EVEN, [], "immer", [stays]);
  expect(the(events, "patron-held")).toMatchObject({ price: null, ruling: "not yet", times: 2 });
  expect(world.tracks["favour"]).toBe(50);
  expect(world.contingents["guests"]).toMatchObject({ status: "present", held: 2, leavesTurn: 0 });
});
