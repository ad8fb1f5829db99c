import { expect, test } from "vitest";
import type { Place } from "../../src/engine/index.ts";
import { factor, field, fight, type Sides } from "../support/one-battle.ts";
import {
  all,
  evenChance,
  firstTurn,
  rows,
  startOf,
  steadyChance,
  the,
  turnOf,
} from "../support/table.ts";
import { ERC, tinySetup } from "../support/tiny-setup.ts";

/** An assault that sends all the column holds. */
const breaching = (pieces: number, u: number, sides: Sides = {}) =>
  fight(
    { ...sides, red: { men: 400, knownTo: ["blue"], ...sides.red, kit: { svbied: pieces } } },
    evenChance(0.5, { "breach/1/post/-": u }),
    `column assault post with ${pieces}`,
  );

test("5.4.15 each piece that counts adds to the attack's power", () => {
  const values = [0.1, 0.5, 0.95].map((u) => {
    const battle = breaching(2, u);
    return [battle.breach!.hits, Number(factor(battle, "breach").toFixed(9))];
  });
  expect(values).toEqual([
    [0, 1],
    [1, ERC.breach.power],
    [2, Number((ERC.breach.power ** 2).toFixed(9))],
  ]);
});

test("5.3.1 what the order says is sent, all of it is used up, and nothing without being told", () => {
  const red = { kit: { svbied: 5 } };
  const sent = (order: string) => fight({ red }, evenChance(0.1), order);
  const two = sent("column assault post with 2");
  expect(two.breach).toMatchObject({ sent: 2 });
  expect(two.casualties.find((one) => one.formation === "column")!.kit).toEqual({ svbied: 2 });
  expect(sent("column assault post").breach).toBeNull();
});

/** A standing assault with so many pieces committed, more than an order may ask for if need be. */
const committed = (counts: Readonly<Record<string, number>>, u: number) => {
  const red = { side: "red", place: "camp", knownTo: ["blue"] };
  const setup = tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue", depthKm: 40 } },
    roads: ["camp post 10 road"],
    formations: {
      guard: { side: "blue", place: "post" },
      ...Object.fromEntries(Object.keys(counts).map((id) => [id, { ...red, kit: { svbied: 4 } }])),
    },
  });
  const start = startOf(setup, (copy) => {
    for (const [id, count] of Object.entries(counts))
      copy.formations[id]!.task = { verb: "assault", to: "post", via: [], count };
  });
  const chance = steadyChance(0.5, { "breach/1/post/-": u });
  return { setup, first: turnOf(setup, start, [], chance) };
};

test("5.3.1 all attackers together may send more, and at most two of them count", () => {
  const { breach, casualties } = the(
    committed({ one: 3, two: 2 }, 0.999).first.events,
    "battle-resolved",
  );
  expect(breach).toMatchObject({ sent: 5, reached: 5, hits: 2 });
  const gone = (id: string) => casualties.find((one) => one.formation === id)!.kit;
  expect([gone("one"), gone("two")]).toEqual([{ svbied: 3 }, { svbied: 2 }]);
});

test("5.3.1 nobody sends more than it holds", () => {
  expect(the(committed({ one: 9 }, 0.5).first.events, "battle-resolved").breach).toMatchObject({
    sent: 4,
  });
});

test("5.3.1 an assault that goes on sends no more until it is told to", () => {
  const { setup, first } = committed({ one: 2 }, 0.1);
  expect(first.world.formations["one"]!.task).toMatchObject({ verb: "assault", count: 0 });
  expect(first.world.formations["one"]!.kit["svbied"]).toBe(2);
  const second = turnOf(setup, first.world, []);
  expect(the(second.events, "battle-resolved").breach).toBeNull();
  const told = turnOf(setup, second.world, ["one assault post with 1"]);
  expect(the(told.events, "battle-resolved").breach).toMatchObject({ sent: 1 });
});

test("5.3.1 a pursuit may send it ahead as an assault may", () => {
  const setup = field({ red: { kit: { svbied: 2 } } });
  const { events } = firstTurn(setup, ["column pursue post with 1"]);
  expect(the(events, "battle-resolved").breach).toMatchObject({ sent: 1 });
});

test("5.3.1 nothing is sent ahead in a meeting, and the order keeps it", () => {
  const setup = field({ red: { kit: { svbied: 2 } } });
  const { events, world } = firstTurn(setup, ["column assault post with 2", "guard assault camp"]);
  expect(the(events, "battle-resolved").breach).toBeNull();
  expect(world.formations["column"]!.kit["svbied"]).toBe(2);
});

test("5.3.1 the number that reaches has the binomial distribution", () => {
  const { chance } = breaching(2, 0.5).breach!;
  const counts = [0, 0, 0];
  const steps = 400;
  for (let at = 0; at < steps; at++) counts[breaching(2, (at + 0.5) / steps).breach!.reached]!++;
  const expected = [(1 - chance) ** 2, 2 * chance * (1 - chance), chance ** 2];
  counts.forEach((count, hits) => expect(count / steps).toBeCloseTo(expected[hits]!, 2));
});

test.each(
  rows(`
  | case      | chance   |
  | plain     | 0.45     |
  | night     | 0.54     |
  | prepared  | 0.27     |
  | anti-tank | 0.225    |
  | surprised | 0.480822 |
  | hidden    | 0.54     |
`),
)("5.3.2 the chance of reaching, %s, is %s", (name, expected) => {
  const sides: Record<string, Sides> = {
    plain: {},
    night: { change: { clock: { ...field().clock, startHour: 18 } } },
    prepared: { post: { works: "prepared" } },
    "anti-tank": { blue: { kit: { atgm: 1 } } },
    surprised: { change: { surprise: [{ side: "red", factor: 1.25 }] } },
    hidden: { red: { knownTo: [] } },
  };
  expect(breaching(1, 0.5, sides[name!]).breach!.chance).toBeCloseTo(Number(expected), 6);
});

test.each(
  rows(`
  | works     | hits | posture   |
  | fortified | 0    | fortified |
  | fortified | 1    | prepared  |
  | fortified | 2    | prepared  |
  | prepared  | 1    | hasty     |
  | hasty     | 1    | hasty     |
`),
)("5.3.3 %s works with %s pieces broken in fight as %s", (works, hits, posture) => {
  const u = [0.01, 0.6, 0.99][Number(hits)]!;
  const battle = breaching(2, u, { post: { works: works as Place["works"] } });
  expect([battle.breach!.hits, battle.posture]).toEqual([Number(hits), posture]);
});

test("5.8.9 every piece that counts costs the defender men besides", () => {
  expect(breaching(2, 0.95).defenderLosses.added).toBeCloseTo(2 * ERC.breach.losses, 12);
  expect(breaching(2, 0.95).attackerLosses.added).toBe(0);
});

test("7.2.5 what breaks in is heavy fire in cohesion, what does not is none", () => {
  const airTerm = (u: number) => {
    const setup = field({ red: { kit: { svbied: 2 } } });
    const chance = steadyChance(0.5, { "breach/1/post/-": u });
    const { events } = firstTurn(setup, ["column assault post with 2"], chance);
    const shaken = all(events, "cohesion-lost").find((one) => one.formation === "guard")!;
    return shaken.terms.find(({ id }) => id === "air");
  };
  expect(airTerm(0.01)).toBeUndefined();
  expect(airTerm(0.99)).toMatchObject({ rule: "7.2.5" });
});
