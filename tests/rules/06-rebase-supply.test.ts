import { expect, test } from "vitest";
import {
  eventsFor,
  observe,
  type Setup,
  sortiesOf,
  startWorld,
  type World,
} from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import {
  about,
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
import { contingentOf, ERC, seatOf, tinySetup, wingOf } from "../support/tiny-setup.ts";

const GO = "swifts rebase to rear";
const BACK = "swifts rebase to base";

/** Sorties the wing may fly in the turn that follows some turns. */
const ready = (setup: Setup, turns: readonly (readonly string[])[]): number => {
  const { world } = turnsOf(setup, turns);
  return sortiesOf(setup, setup.wings["swifts"]!, world.wings["swifts"]!, world.turn + 1);
};

test.each(
  rows(`
  | turns ordered   | sorties | why                                          |
  | GO              | 0       | on its way for a day                         |
  | GO, -           | 4       | six tenths of eight, away from its own base  |
  | GO, -, -        | 4       | for as long as it stays                      |
  | GO, -, BACK     | 0       | on its way again                             |
  | GO, -, BACK, -  | 8       | back at its first base, as before            |
`),
)("6.11 after %s a wing of eight can fly %s sorties: %s", (turns, sorties) => {
  const lines = { GO: [GO], BACK: [BACK], "-": [] };
  const played = turns!.split(", ").map((one) => lines[one as keyof typeof lines]);
  expect(ready(sky({ base: "base" }), played)).toBe(Number(sorties));
});

test.each(
  rows(`
  | turn hours | ready turn |
  | 6          | 5          |
  | 12         | 3          |
  | 24         | 2          |
`),
)("6.11 in turns of %s hours a wing sent in turn 1 flies in turn %s", (hours, turn) => {
  const setup = sky({ base: "base" }, { clock: { ...sky().clock, turnHours: Number(hours) } });
  const { events, world } = firstTurn(setup, [GO]);
  expect(the(events, "wing-rebased")).toEqual({
    kind: "wing-rebased",
    wing: "swifts",
    to: "rear",
    rebased: true,
    ordered: true,
    readyTurn: Number(turn),
  });
  expect(world.wings["swifts"]).toMatchObject({ base: "rear", readyTurn: Number(turn) });
});

test("6.11 who is on its way is sent nowhere else, and flies nothing", () => {
  const setup = sky({ base: "base" });
  const { world } = firstTurn(setup, [GO]);
  for (const line of [BACK, "swifts support post with 1"])
    expect(the(turnOf(setup, world, [line]).events, "order-refused").refusal.code).toBe(
      "air.not-ready",
    );
});

test.each([
  ["support post", "after it by text"],
  ["interdict LINK", "before it by text"],
])("6.11 a wing that is sent to another base flies no task of the turn: %s, %s", (task) => {
  const setup = sky({ base: "base" });
  const line = `swifts ${task.replace("LINK", Object.keys(setup.links)[0]!)} with 1`;
  const { events } = firstTurn(setup, [GO, line]);
  expect(all(events, "wing-rebased")).toHaveLength(1);
  expect(the(events, "order-refused").refusal.code).toBe("order.twice");
  expect(all(events, "sorties-flown")).toEqual([]);
});

test.each(
  rows(`
  | base | to    | code           | why                          |
  | base | rear  | -              | another airbase of its own   |
  | base | post  | air.no-base    | no airbase                   |
  | base | base  | place.here     | there already                |
  | -    | rear  | air.no-base    | it flies from off the map    |
`),
)("6.11 from %s to %s a wing is refused: %s: %s", (base, to, code) => {
  const setup = sky({ base: base === "-" ? null : base! });
  const { events } = firstTurn(setup, [`swifts rebase to ${to}`]);
  expect(all(events, "order-refused").map(({ refusal }) => refusal.code)).toEqual(
    code === "-" ? [] : [code],
  );
});

test("6.11 a wing that was grounded has no base to leave", () => {
  const setup = sky({ base: "base" });
  const start = startOf(setup, (copy) => void (copy.wings["swifts"]!.base = null));
  const { events } = turnOf(setup, start, [GO]);
  expect(the(events, "order-refused").refusal.code).toBe("air.no-base");
});

test("6.11 who is sent to a base that is lost without its seat's knowing is grounded there", () => {
  const setup = sky({ base: "base" });
  const start = startOf(setup, (copy) => void (copy.places["rear"]!.holder = "red"));
  const { events, world } = turnOf(setup, start, [GO]);
  expect(all(events, "wing-rebased").map(({ to, ordered }) => ({ to, ordered }))).toEqual([
    { to: "rear", ordered: true },
    { to: null, ordered: false },
  ]);
  expect(world.wings["swifts"]!.base).toBeNull();
});

/** Supply flown into the post. */
const brought = (sorties: number, setup = sky(), start: World = startWorld(setup)) =>
  turnOf(setup, start, [`swifts supply post with ${sorties}`]);

test.each(
  rows(`
  | sorties | weather  | hour | man-days | why                     |
  | 4       | clear    | 6    | 1600     | four hundred a sortie   |
  | 3       | overcast | 6    | 840      | seven tenths            |
  | 3       | overcast | 18   | 420      | and half by night       |
  | 1       | fog      | 18   | 40       | a tenth of a sortie     |
`),
)("6.12 %s sorties in %s weather from hour %s bring %s man-days: %s", (...cells) => {
  const [sorties, weather, hour, manDays] = cells as [string, string, string, string];
  const clock = { ...sky().clock, startHour: Number(hour) };
  const { events, world } = brought(Number(sorties), sky({}, { weather: { [weather]: 1 }, clock }));
  expect(the(events, "depot-stocked")).toEqual({
    kind: "depot-stocked",
    place: "post",
    side: "blue",
    wing: "swifts",
    manDays: Number(manDays),
  });
  const drawn = all(events, "depot-drawn").reduce((sum, one) => sum + one.manDays, 0);
  expect(world.places["post"]!.depotManDays).toBe(Number(manDays) - drawn);
});

test("6.12 neither cover nor controllers that have left take anything from it", () => {
  const setup = sky(
    { controllers: "guests" },
    {
      contingents: {
        blue: contingentOf("blue"),
        guests: contingentOf("blue"),
        red: contingentOf("red"),
      },
      seats: { blue: seatOf("blue", ["blue", "guests"]), red: seatOf("red") },
    },
  );
  const start = startOf(setup, (copy) => void (copy.contingents["guests"]!.status = "left"));
  const { factors } = the(brought(4, setup, start).events, "sorties-flown");
  expect(factors.map(({ id, value }) => `${id} ${value}`)).toEqual([
    "weather 1",
    "light 1",
    "base 1",
  ]);
});

test("6.12 from a base under fire half is brought", () => {
  const formations = {
    guard: { side: "blue", place: "rear" },
    column: { side: "red", place: "post", men: 400 },
  };
  const setup = sky({ base: "base" }, { formations });
  const { events } = turnOf(setup, startWorld(setup), ["swifts supply rear with 4"]);
  expect(the(events, "depot-stocked").manDays).toBe(800);
});

test("6.12 into a place that is no longer its side's nothing is brought", () => {
  const setup = sky();
  const start = startOf(setup, (copy) => void (copy.places["rear"]!.holder = "red"));
  const { events } = turnOf(setup, start, ["swifts supply rear with 4"]);
  expect(all(events, "sorties-flown")).toHaveLength(1);
  expect(all(events, "depot-stocked")).toEqual([]);
});

test("6.12 what was brought is known to the side it was brought to, and to White", () => {
  const { events, world } = brought(4);
  const told = (seat: string) => all(eventsFor(sky(), events, seat), "depot-stocked").length;
  expect(["blue", "red", "white"].map(told)).toEqual([1, 0, 1]);
  expect(observe(sky(), world, "blue").depots["post"]).toBe(world.places["post"]!.depotManDays);
  expect(observe(sky(), world, "red").depots["post"]).toBeUndefined();
});

/** A blue post whose one road leads to the red camp; blue may fly into it. */
const pocket = tinySetup({
  places: { camp: { holder: "red" }, post: { holder: "blue", depthKm: 60 } },
  roads: ["camp post 10 road"],
  formations: {
    sentry: { side: "red", place: "camp", men: 800, knownTo: ["blue"] },
    guard: { side: "blue", place: "post", men: 300 },
  },
  wings: { swifts: wingOf("blue") },
});

const hungry = startOf(pocket, (copy) => void (copy.formations["guard"]!.supplyDays = 0));

/** Points of one term that the guard loses in a turn. */
const lost = (lines: readonly string[], id: string): number =>
  all(turnOf(pocket, hungry, lines, steadyChance(0.7)).events, "cohesion-lost")
    .filter(({ formation }) => formation === "guard")
    .flatMap(({ terms }) => terms)
    .filter((term) => term.id === id)
    .reduce((sum, term) => sum + term.points, 0);

test("6.12 an encircled place that is fed from the air is not besieged", () => {
  const whole = ERC.cohesion.scale * ERC.cohesion.weights.penetration;
  expect(lost([], "encirclement")).toBeCloseTo(whole, 9);
  expect(lost(["swifts supply post with 1"], "encirclement")).toBe(0);
  expect(lost(["swifts support post with 1"], "encirclement")).toBeCloseTo(whole, 9);
});

test("6.12 assaulted, it loses by the ground that is won and not as encircled", () => {
  const assault = ["sentry assault post"];
  const fed = [...assault, "swifts supply post with 1"];
  expect([lost(assault, "encirclement") > 0, lost(assault, "penetration")]).toEqual([true, 0]);
  expect([lost(fed, "encirclement"), lost(fed, "penetration") > 0]).toEqual([0, true]);
});

test("6.12 the enclosed garrison eats what was brought", () => {
  const { world } = turnOf(pocket, hungry, ["swifts supply post with 1"]);
  const unfed = turnOf(pocket, hungry, []).world;
  expect(unfed.formations["guard"]!.supplyDays).toBe(0);
  expect(world.formations["guard"]!.supplyDays).toBe(0.4);
  expect(world.places["post"]!.depotManDays).toBe(400 - 150);
});

test("6.12 supply is not flown to where an enemy is reported to hold", () => {
  const setup = sky();
  const { events } = turnOf(setup, known(setup), ["swifts supply camp with 1"]);
  expect(the(events, "order-refused").refusal.code).toBe("place.not-held");
});

test("9.3 what an assault cost it otherwise does not make the first hungry turn cheaper", () => {
  const first = turnOf(
    pocket,
    hungry,
    ["sentry assault post", "swifts supply post with 1"],
    steadyChance(0.7),
  );
  expect(about(first.events, "cohesion-lost", "guard").terms.map(({ id }) => id)).not.toContain(
    "encirclement",
  );
  const alone = changed(first.world, (copy) => {
    copy.formations["guard"]!.supplyDays = 0;
    copy.places["post"]!.depotManDays = 0;
    copy.formations["sentry"]!.task = { verb: "defend", to: null, via: [], count: 0 };
  });
  const second = turnOf(pocket, alone, [], steadyChance(0.7));
  const third = turnOf(pocket, second.world, [], steadyChance(0.7));
  const points = [second, third].map(
    ({ events }) => about(events, "cohesion-lost", "guard").terms[0]!.points,
  );
  const whole = ERC.cohesion.scale * ERC.cohesion.weights.penetration;
  expect(points[0]).toBeCloseTo(whole, 9);
  expect(points[1]).toBeCloseTo(whole * ERC.cohesion.encircledAgain, 9);
});
