import { expect, test } from "vitest";
import type { Formation, Setup } from "../../src/engine/index.ts";
import { ERC, tinySetup } from "../support/tiny-setup.ts";
import { all, rows, startOf, steadyChance, the, turnOf } from "../support/table.ts";

/** Three blue companies at a post that red assaults from camp. */
const ground = (men: readonly number[], post = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 10, ...post },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 600, knownTo: ["blue"] },
      ...Object.fromEntries(
        ["alpha", "bravo", "charlie"].map(
          (id, at): [string, Partial<Formation> & { side: string }] => [
            id,
            { side: "blue", place: "post", men: men[at]!, cohesion: 70 },
          ],
        ),
      ),
    },
  });

const tired = (setup: Setup) =>
  startOf(setup, (copy) => {
    for (const id of ["alpha", "bravo", "charlie"]) copy.formations[id]!.freshness = 0.6;
  });

test.each(
  rows(`
  | men         | rotating      | out           | why                                            |
  | 300 200 200 | alpha         | alpha         | the others have 400 men                        |
  | 500 200 200 | alpha         |               | too few would be left                          |
  | 200 200 400 | alpha bravo   | alpha bravo   | two come out when the third is as strong       |
  | 200 200 300 | alpha bravo   |               | each alone could, both together not            |
  | 200 200 200 | alpha bravo charlie |         | somebody has to stand                          |
`),
)(
  "3.6 of companies of %s men with %s told to rotate, [%s] do not fight: %s",
  (men, rotating, out) => {
    const setup = ground(men!.split(" ").map(Number));
    const told = rotating!.split(" ");
    const start = startOf(setup, (copy) => {
      for (const id of told)
        copy.formations[id]!.task = { verb: "rotate", to: null, via: [], count: 0 };
    });
    const { events } = turnOf(setup, start, ["column assault post"]);
    const fought = the(events, "battle-resolved").defenders.map((one) => one.formation);
    const rested = all(events, "rotated").map((one) => one.formation);
    expect(rested.join(" ")).toBe(out);
    expect([...fought, ...rested].toSorted()).toEqual(["alpha", "bravo", "charlie"]);
  },
);

test("3.6 who is out of the line loses nothing, rests, and gains freshness over and above", () => {
  const setup = ground([300, 300, 300]);
  const { events, world } = turnOf(setup, tired(setup), ["column assault post", "alpha rotate"]);
  expect(the(events, "rotated")).toEqual({ kind: "rotated", formation: "alpha", place: "post" });
  expect(world.formations["alpha"]).toMatchObject({ men: 300, task: { verb: "rotate" } });
  const rest = ERC.exhaustion.perRestHour * 12 + ERC.exhaustion.rotation;
  expect(world.formations["alpha"]!.freshness).toBeCloseTo(0.6 + rest, 3);
  expect(world.formations["bravo"]!.freshness).toBeLessThan(0.6);
  expect(all(events, "cohesion-lost").map((one) => one.formation)).not.toContain("alpha");
});

test("3.6 where nobody attacks it rests as anyone does", () => {
  const setup = ground([300, 300, 300]);
  const { events, world } = turnOf(setup, tired(setup), ["alpha rotate"]);
  expect(all(events, "rotated")).toEqual([]);
  expect(world.formations["alpha"]!.freshness).toBe(world.formations["bravo"]!.freshness);
});

test("3.6 with too few to hold the place it fights in its works", () => {
  const setup = ground([800, 200, 200], { works: "prepared" });
  const { events } = turnOf(setup, startOf(setup), ["column assault post", "alpha rotate"]);
  expect(the(events, "battle-resolved")).toMatchObject({ posture: "prepared" });
});

test("3.6 it falls back with the place, and has not rested then", () => {
  const setup = ground([300, 300, 300], { depthKm: 0.5 });
  const overrun = steadyChance(0.5, { "odds/0/post/-": 0.999 });
  const { world } = turnOf(setup, tired(setup), ["column assault post", "alpha rotate"], overrun);
  expect(world.formations["alpha"]).toMatchObject({ place: "rear", freshness: 0.6, quietHours: 0 });
});
