import { describe, expect, test } from "vitest";
import type { Formation, Setup, World } from "../../src/engine/index.ts";
import { ERC, tinySetup, type TinyParts } from "../support/tiny-setup.ts";
import {
  about,
  all,
  evenChance,
  rows,
  startOf,
  steadyChance,
  the,
  turnOf,
} from "../support/table.ts";

/** A blue post between a red camp, a red flank and its rear. */
const ground = (change: Partial<TinyParts> = {}, guard: Partial<Formation> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      flank: { holder: "red" },
      post: { holder: "blue", depthKm: 10 },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "flank post 10 road", "post rear 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 2000, knownTo: ["blue"] },
      wing: { side: "red", place: "flank", men: 500, knownTo: ["blue"] },
      guard: { side: "blue", place: "post", men: 1000, ...guard },
    },
    ...change,
  });

const battleIn = (
  setup: Setup,
  lines: readonly string[],
  start: (copy: World) => void = () => {},
) => the(turnOf(setup, startOf(setup, start), lines).events, "battle-resolved");

describe("4.9 a holding attack", () => {
  test("4.9 takes no ground, whatever the draw, and the marker stays where it was", () => {
    const overrun = steadyChance(0.5, { "odds/0/post/-": 0.999 });
    const setup = ground();
    const start = startOf(setup, (copy) => void (copy.places["post"]!.advanceKm = 4));
    const { events, world } = turnOf(setup, start, ["column fix post"], overrun);
    expect(the(events, "battle-resolved")).toMatchObject({
      holding: true,
      result: "overrun",
      km: 0,
      advanceKm: 4,
    });
    expect(world.places["post"]).toMatchObject({ advanceKm: 4, holder: "blue", assaultedTurn: 1 });
    expect(all(events, "front-moved")).toEqual([]);
  });

  test("4.9 has the odds of an assault, and three tenths of its losses on both sides", () => {
    const [assault, holding] = ["assault", "fix"].map((verb) =>
      battleIn(ground(), [`column ${verb} post`]),
    );
    expect(holding!.odds).toBe(assault!.odds);
    expect(holding!.outcome).toBe(assault!.outcome);
    for (const side of ["attackerLosses", "defenderLosses"] as const) {
      expect(holding![side].rate).toBeCloseTo(assault![side].rate * ERC.losses.holding, 12);
      expect(holding![side].terms.at(-1)).toMatchObject({ id: "holding", rule: "4.9" });
      expect(assault![side].terms.at(-1)!.id).toBe("noise");
    }
  });

  test("4.9 joins an assault of its side on the same place as any attacker", () => {
    const both = battleIn(ground(), ["column assault post", "wing fix post"]);
    expect(both.holding).toBe(false);
    expect(both.attackers.map((one) => one.formation)).toEqual(["column", "wing"]);
    expect(both).toEqual(battleIn(ground(), ["column assault post", "wing assault post"]));
  });

  test("4.9 joins a pursuit as well, and two that fix hold together", () => {
    expect(battleIn(ground(), ["column pursue post", "wing fix post"]).holding).toBe(false);
    expect(battleIn(ground(), ["column fix post", "wing fix post"]).holding).toBe(true);
  });

  test("4.9 spares defenders what an assault's ground and surprise would cost, and attackers the repulse", () => {
    const closed = ground({
      roads: ["camp post 10 road", "flank post 10 road"],
      surprise: [{ side: "red", factor: 1.73 }],
    });
    const shaken = (draw: number) =>
      all(
        turnOf(closed, startOf(closed), ["column fix post"], steadyChance(draw)).events,
        "cohesion-lost",
      ).flatMap((one) => one.terms.map(({ id }) => id));
    expect(new Set(shaken(0.9))).toEqual(new Set(["losses"]));
    expect(new Set(shaken(0.01))).toEqual(new Set(["losses"]));
  });

  test("4.9 does not take a place that is defended, though the marker is through it", () => {
    const through = (copy: World) => void (copy.places["post"]!.advanceKm = 10);
    const taken = (verb: string) => {
      const setup = ground();
      const { events } = turnOf(setup, startOf(setup, through), [`column ${verb} post`]);
      return all(events, "place-taken").length;
    };
    expect([taken("assault"), taken("fix")]).toEqual([1, 0]);
  });

  test("4.9 takes a place whose defenders all broke", () => {
    const setup = ground({}, { cohesion: 5 });
    const dice = steadyChance(0.5, { "break/1/post/guard": 1e-9 });
    const { events, world } = turnOf(setup, startOf(setup), ["column fix post"], dice);
    expect(the(events, "place-taken")).toMatchObject({ place: "post", by: "red" });
    expect(world.formations["column"]).toMatchObject({ place: "post", task: { verb: "defend" } });
  });

  test("4.8 pins: who is to leave the place stays and fights there", () => {
    const setup = ground();
    const lines = ["wing fix post", "guard move to rear"];
    const { events } = turnOf(setup, startOf(setup), lines);
    expect(the(events, "halted")).toMatchObject({ formation: "guard", reason: "disengaging" });
    expect(the(events, "battle-resolved")).toMatchObject({ holding: true, posture: "withdrawal" });
  });

  test.each(
    rows(`
    | at the rear | missed | why                                  |
    | quiet       | no     | a reserve at a neighbour             |
    | fixed       | yes    | which is held down itself            |
    | assaulted   | yes    | or attacked                          |
  `),
  )("7.2.6 a reserve whose place is %s is missed next door: %s: %s", (state, missed) => {
    const setup = ground({
      places: {
        camp: { holder: "red" },
        flank: { holder: "red" },
        post: { holder: "blue", depthKm: 10 },
        rear: { holder: "blue", depthKm: 10 },
      },
      roads: ["camp post 10 road", "flank rear 10 road", "post rear 10 road"],
      formations: {
        column: { side: "red", place: "camp", men: 400, knownTo: ["blue"] },
        wing: { side: "red", place: "flank", men: 500, knownTo: ["blue"] },
        guard: { side: "blue", place: "post", men: 1000 },
        spare: { side: "blue", place: "rear", men: 500, reserve: true },
      },
    });
    const verb = { quiet: [], fixed: ["wing fix rear"], assaulted: ["wing assault rear"] };
    const start = startOf(setup, (copy) => void (copy.places["post"]!.advanceKm = 5));
    const { events } = turnOf(setup, start, [
      "column assault post",
      ...verb[state as keyof typeof verb],
    ]);
    const terms = about(events, "cohesion-lost", "guard").terms.map(({ id }) => id);
    expect(terms.includes("noReserve")).toBe(missed === "yes");
  });

  test("11.5, 11.6 tires and uses supply as an attack does", () => {
    const after = (verb: string) => {
      const setup = ground();
      const { world } = turnOf(setup, startOf(setup), [`column ${verb} post`]);
      const { freshness, supplyDays } = world.formations["column"]!;
      return { freshness, supplyDays };
    };
    expect(after("fix")).toEqual(after("assault"));
    expect(after("fix").freshness).toBeLessThan(1);
  });
});

describe("4.10 a pursuit", () => {
  const open = tinySetup({
    places: { west: { holder: "red" }, middle: {}, east: {}, farther: {} },
    roads: ["west middle 30 road", "middle east 45 road", "east farther 400 road"],
    formations: { column: { side: "red", place: "west" } },
  });

  test.each(
    rows(`
    | verb    | reached | km on | why                                                     |
    | assault | middle  | 30    | 5 hours less 2 for the column: 90 km, 1 hour at middle  |
    | pursue  | east    | 75    | 5 hours of driving: 150 km                              |
  `),
  )("4.10 told to %s it comes to %s and %s km on: %s", (verb, reached, km) => {
    const { world } = turnOf(open, startOf(open), [`column ${verb} farther`]);
    const { place, kmDone, towards } = world.formations["column"]!;
    expect({ place, kmDone, towards }).toEqual({
      place: reached,
      kmDone: Number(km),
      towards: reached === "east" ? "farther" : "east",
    });
  });

  test.each(
    rows(`
    | guard          | verb    | tires | why                                    |
    | delay          | pursue  | no    | who gives way does not tire a pursuer  |
    | move to rear   | pursue  | no    | nor who withdraws                      |
    | delay          | assault | yes   | others it tires                        |
    | defend         | pursue  | yes   | and who stands tires all               |
  `),
  )("4.10 a guard told to %s tires who is told to %s: %s: %s", (told, verb, tires) => {
    const setup = ground();
    const lines = [`column ${verb} post`, ...(told === "defend" ? [] : [`guard ${told}`])];
    const { world } = turnOf(setup, startOf(setup), lines);
    const { freshness } = world.formations["column"]!;
    expect(freshness < 1).toBe(tires === "yes");
  });

  test.each(
    rows(`
    | verb    | exits  | share | why                              |
    | assault | open   | 0.15  | as ever                          |
    | pursue  | open   | 0.25  | with the enemy on its heels      |
    | pursue  | closed | 0.4   | encirclement is worse            |
  `),
  )("7.5 of those who break under an %s with exits %s, %s leave: %s", (verb, exits, share) => {
    const setup = tinySetup({
      places: {
        camp: { holder: "red" },
        post: { holder: "blue", depthKm: 10 },
        rear: { holder: exits === "open" ? "blue" : "red" },
        home: { holder: "blue" },
      },
      roads: ["camp post 10 road", "post rear 10 road", "home rear 10 road"],
      formations: {
        column: { side: "red", place: "camp", men: 2000, knownTo: ["blue"] },
        guard: { side: "blue", place: "post", men: 1000, cohesion: 20 },
        ...(exits === "open" ? {} : { raiders: { side: "red", place: "rear", men: 400 } }),
      },
    });
    const dice = steadyChance(0.5, { "break/1/post/guard": 1e-9 });
    const { events } = turnOf(setup, startOf(setup), [`column ${verb} post`], dice);
    const broke = about(events, "formation-broke", "guard");
    const left = 1000 - the(events, "battle-resolved").defenderLosses.men;
    expect(broke.missing + broke.stragglers).toBe(Math.floor(left * Number(share) + 0.5));
    expect(broke.pursued).toBe(verb === "pursue");
  });

  test.each(
    rows(`
    | column  | wing         | pursued | why                                          |
    | assault | pursue post  | true    | one pursuer among its attackers is enough    |
    | pursue  | pursue rear  | true    | whoever else is pursued elsewhere            |
    | assault | pursue rear  | false   | a pursuit of others is none of it            |
  `),
  )(
    "4.10 under an %s by the column, the wing told to %s, it is pursued: %s: %s",
    (verb, wing, is) => {
      const setup = tinySetup({
        places: {
          camp: { holder: "red" },
          flank: { holder: "red" },
          post: { holder: "blue", depthKm: 10 },
          rear: { holder: "blue", depthKm: 10 },
          home: { holder: "blue" },
        },
        roads: [
          "camp post 10 road",
          "flank post 10 road",
          "flank rear 10 road",
          "home post 10 road",
        ],
        formations: {
          column: { side: "red", place: "camp", men: 1000, knownTo: ["blue"] },
          guard: { side: "blue", place: "post", men: 1000, cohesion: 20 },
          watch: { side: "blue", place: "rear", men: 1000 },
          wing: { side: "red", place: "flank", men: 1000, knownTo: ["blue"] },
        },
      });
      const dice = steadyChance(0.5, { "break/1/post/guard": 1e-9 });
      const lines = [`column ${verb} post`, `wing ${wing}`];
      const { events } = turnOf(setup, startOf(setup), lines, dice);
      expect(String(about(events, "formation-broke", "guard").pursued)).toBe(is);
    },
  );

  test("4.10 a pursuer that breaks itself is on nobody's heels", () => {
    const setup = ground();
    const dice = steadyChance(0.5, { "break/1/camp/column": 1e-9 });
    const { events } = turnOf(setup, startOf(setup), ["column pursue post"], dice);
    expect(about(events, "formation-broke", "column").pursued).toBe(false);
  });

  test("4.10 at its goal it defends", () => {
    const setup = ground({ formations: { column: { side: "red", place: "camp" } } });
    const { world } = turnOf(setup, startOf(setup), ["column pursue post"], evenChance());
    expect(world.formations["column"]).toMatchObject({ place: "post", task: { verb: "defend" } });
  });
});
