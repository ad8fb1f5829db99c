import { describe, expect, test } from "vitest";
import { eventsFor, type Setup } from "../../src/engine/index.ts";
import { ERC, tinySetup } from "../support/tiny-setup.ts";
import { all, evenChance, rows, startOf, the, turnOf } from "../support/table.ts";

/** Dice on which nothing is seen but by scouts, at a draw of their own. */
const scoutsAt = (u: number, except: Readonly<Record<string, number>> = {}) =>
  evenChance(1 - 1e-6, { "scout/1/camp/column": u, "scout/1/camp/tail": u, ...except });

/** Blue at a rear two links from a red camp, with an empty post between them. */
const ground = (): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red", terrain: "rolling" },
      post: { holder: "blue" },
      rear: { holder: "blue" },
      valley: { holder: "blue" },
    },
    roads: ["camp post 15 road", "post rear 15 road", "rear valley 30 road"],
    formations: {
      column: { side: "red", place: "camp", men: 500 },
      tail: { side: "red", place: "camp", men: 300 },
      scouts: { side: "blue", place: "rear" },
      more: { side: "blue", place: "rear" },
      staff: { side: "blue", place: "valley" },
    },
  });

const RATE = ERC.terrains["rolling"]!.detection;

describe("2.11 reconnaissance of a place", () => {
  test.each(
    rows(`
    | scouts        | watchers |
    | scouts        | 2        |
    | scouts more   | 4        |
  `),
  )("2.11 %s see each enemy formation there as %s watchers would", (who, watchers) => {
    const setup = ground();
    const chance = 1 - Math.exp(-Number(watchers) * RATE);
    const lines = who!.split(" ").map((id) => `${id} reconnoitre camp`);
    const seen = (u: number) =>
      the(turnOf(setup, startOf(setup), lines, scoutsAt(u)).events, "scouted");
    expect(seen(chance - 1e-9)).toMatchObject({
      formations: who!.split(" ").toSorted(),
      place: "camp",
      chance: expect.closeTo(chance, 12),
      seen: ["column", "tail"],
    });
    expect(seen(chance + 1e-9).seen).toEqual([]);
  });

  test("2.11 by night it sees half as well", () => {
    const setup = ground();
    const start = startOf(setup, (copy) => void (copy.turn = 1));
    const { events } = turnOf(setup, start, ["scouts reconnoitre camp"]);
    const expected = 1 - Math.exp(-2 * RATE * ERC.night.detection);
    expect(the(events, "scouted").chance).toBeCloseTo(expected, 12);
  });

  test("2.11 what it sees is reported in the same turn, with the holder", () => {
    const setup = ground();
    const start = startOf(setup, (copy) => void (copy.knowledge["blue"]!.holders["camp"] = "blue"));
    const dice = scoutsAt(0.01, { "strength/1/-/column": 0.5 });
    const { events, world } = turnOf(setup, start, ["scouts reconnoitre camp"], dice);
    const told = all(events, "reported").find((one) => one.seat === "blue")!;
    expect(told.contacts.map((one) => one.formation)).toEqual(["column", "tail"]);
    expect(told.contacts[0]!.men).toBe(470);
    expect(told.holders).toContainEqual({ place: "camp", holder: "red" });
    expect(world.knowledge["blue"]!.contacts["column"]).toMatchObject({ place: "camp", turn: 1 });
    expect(world.knowledge["red"]!.contacts["scouts"]!.place).toBeNull();
  });

  test("2.11 what was reported where nobody is any more is unknown again", () => {
    const setup = ground();
    const start = startOf(setup, (copy) => {
      const contact = { place: "camp", men: 100, turn: 0, moving: false };
      Object.assign(copy.knowledge["blue"]!.contacts["column"]!, contact);
      for (const id of ["column", "tail"]) copy.formations[id]!.status = "left";
    });
    const { world } = turnOf(setup, start, ["scouts reconnoitre camp"], scoutsAt(0.01));
    expect(world.knowledge["blue"]!.contacts["column"]!.place).toBeNull();
  });

  test.each(
    rows(`
    | change  | why                              |
    | fought  | who is attacked looks at nothing |
    | marched | nor does who is on the road      |
    | far     | nor who is too far away by now   |
    | broken  | nor who has broken               |
  `),
  )("2.11 nothing is scouted by a formation that is %s: %s", (change) => {
    const setup = ground();
    const start = startOf(setup, (copy) => {
      const scouts = copy.formations["scouts"]!;
      scouts.task = { verb: "reconnoitre", to: "camp", via: [], count: 0 };
      if (change === "far") scouts.place = "valley";
      if (change === "broken") Object.assign(scouts, { status: "broken", rallyTurn: 9 });
      if (change === "fought") scouts.place = "post";
    });
    const lines = { fought: ["column assault post"], marched: ["scouts move to valley"] };
    const asked = lines[change as keyof typeof lines] ?? [];
    expect(all(turnOf(setup, start, asked).events, "scouted")).toEqual([]);
  });

  test("2.11 the order stands, and only its own side is told of it", () => {
    const setup = ground();
    const { events, world } = turnOf(setup, startOf(setup), ["scouts reconnoitre camp"]);
    expect(world.formations["scouts"]!.task).toMatchObject({ verb: "reconnoitre", to: "camp" });
    expect(world.formations["scouts"]!.place).toBe("rear");
    expect(all(eventsFor(setup, events, "blue"), "scouted")).toHaveLength(1);
    expect(all(eventsFor(setup, events, "red"), "scouted")).toEqual([]);
  });
});

describe("2.12 heights that overlook", () => {
  /** A hill over a red camp: no road joins them but by way of the far valley. */
  const hills = (overlooks: readonly string[], at = "hill"): Setup =>
    tinySetup({
      places: {
        camp: { holder: "red", terrain: "rolling" },
        hill: { holder: "blue", overlooks },
        valley: { holder: "blue" },
        pass: { holder: "blue" },
      },
      roads: ["camp pass 10 road", "pass valley 10 road", "hill valley 10 road"],
      formations: {
        column: { side: "red", place: "camp" },
        watch: { side: "blue", place: at },
      },
    });
  const isSeen = (setup: Setup, u: number) => {
    const dice = evenChance(0.5, { "detect/1/camp/column": u });
    const { events } = turnOf(setup, startOf(setup), [], dice);
    return all(events, "reported").some(
      (one) => one.seat === "blue" && one.contacts.some(({ formation }) => formation === "column"),
    );
  };
  const chanceOf = (watchers: number) => 1 - Math.exp(-watchers * RATE);

  test.each(
    rows(`
    | overlooks | men on | watchers | why                                  |
    | nothing   | hill   | 0        | too far by road                      |
    | camp      | hill   | 1        | but in plain sight                   |
    | camp      | valley | 0        | nobody on the height sees from it    |
    | nothing   | pass   | 1        | a neighbour                          |
  `),
  )("2.12 a hill over %s with men at %s makes %s watchers: %s", (overlooks, at, watchers) => {
    const setup = hills(overlooks === "camp" ? ["camp"] : [], at);
    const chance = chanceOf(Number(watchers));
    expect(isSeen(setup, Math.max(1e-9, chance - 1e-9))).toBe(Number(watchers) > 0);
    expect(isSeen(setup, chance + 1e-9)).toBe(false);
  });

  test("2.12 a height that is a neighbour as well counts twice", () => {
    const base = hills(["camp"], "pass");
    const places = { ...base.places, pass: { ...base.places["pass"]!, overlooks: ["camp"] } };
    const setup = { ...base, places };
    expect(isSeen(setup, chanceOf(2) - 1e-9)).toBe(true);
    expect(isSeen(setup, chanceOf(2) + 1e-9)).toBe(false);
  });

  test.each(
    rows(`
    | holder | on it  | lost | why                                       |
    | red    | red    | yes  | the attacker looks down on the defence    |
    | red    | nobody | no   | nobody is on it                           |
    | blue   | red    | no   | he does not hold it                       |
    | blue   | blue   | no   | it is the defender's                      |
  `),
  )("7.2.3 a height held by %s with %s on it is key terrain lost: %s: %s", (holder, on, lost) => {
    const setup = tinySetup({
      places: {
        camp: { holder: "red" },
        post: { holder: "blue", depthKm: 10 },
        hill: { holder: holder!, overlooks: ["post"] },
        rear: { holder: "blue" },
      },
      roads: ["camp post 10 road", "post rear 10 road", "hill rear 10 road"],
      formations: {
        column: { side: "red", place: "camp", men: 300, knownTo: ["blue"] },
        guard: { side: "blue", place: "post", men: 1000 },
        ...(on === "nobody" ? {} : { watch: { side: on!, place: "hill", men: 60 } }),
      },
    });
    const { events } = turnOf(setup, startOf(setup), ["column assault post"]);
    const terms = all(events, "cohesion-lost").find((one) => one.formation === "guard")!.terms;
    const points = terms.find(({ id }) => id === "keyTerrain")?.points ?? 0;
    expect(points).toBeCloseTo(lost === "yes" ? ERC.cohesion.scale * 6 : 0, 9);
  });
});
