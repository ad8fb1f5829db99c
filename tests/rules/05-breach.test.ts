import { expect, test } from "vitest";
import type { Kit, Place } from "../../src/engine/index.ts";
import { breachPieces } from "../../src/engine/player.ts";
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
const committed = (
  counts: Readonly<Record<string, number>>,
  u: number,
  kit: Kit = { svbied: 4 },
  parameters = ERC,
) => {
  const red = { side: "red", place: "camp", knownTo: ["blue"] };
  const setup = tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue", depthKm: 40 } },
    roads: ["camp post 10 road"],
    formations: {
      guard: { side: "blue", place: "post" },
      ...Object.fromEntries(Object.keys(counts).map((id) => [id, { ...red, kit }])),
    },
  });
  const ready = { ...setup, parameters };
  const start = startOf(ready, (copy) => {
    for (const [id, count] of Object.entries(counts))
      copy.formations[id]!.task = { verb: "assault", to: "post", via: [], count };
  });
  const chance = steadyChance(0.5, { "breach/1/post/-": u });
  return { setup: ready, first: turnOf(ready, start, [], chance) };
};

const sentIn = (...told: Parameters<typeof committed>) => {
  const { breach, casualties } = the(committed(...told).first.events, "battle-resolved");
  return { breach, gone: casualties.find((one) => one.formation === "one")!.kit };
};

test("5.3.1 who holds none any more sends none, whatever the order said", () => {
  expect(sentIn({ one: 2 }, 0.5, { tank: 3 })).toMatchObject({ breach: null });
});

/** The numbers that ship, with another kind that is sent ahead and another weapon against tanks. */
const MORE: typeof ERC = {
  ...ERC,
  kit: {
    ...ERC.kit,
    rocket: { ...ERC.kit["atgm"]! },
    sledge: { ...ERC.kit["svbied"]!, breach: 0.3 },
  },
};

test.each(
  rows(`
  | told | sledge | svbied | gone                     | chance | why                                     |
  | 3    | 2      | 4      | {"sledge":2,"svbied":1}  | 0.3    | kinds in the order of their ids         |
  | 2    | 2      | 4      | {"sledge":2}             | 0.3    | the first has as many as were asked for |
  | 3    | 0      | 4      | {"svbied":3}             | 0.45   | of the first there is none              |
`),
)("5.3.1 told to send %s of %s sledges and %s svbied, %s are gone, at %s: %s", (...cells) => {
  const [told, sledge, svbied, expected, chance] = cells;
  const kit = { sledge: Number(sledge), svbied: Number(svbied) };
  const { breach, gone } = sentIn({ one: Number(told) }, 0.5, kit, MORE);
  expect(gone).toEqual(JSON.parse(expected!));
  expect(breach).toMatchObject({ sent: Number(told), chance: Number(chance) });
});

test("5.3.2 any one kind of anti-tank weapon covers the defence, and no other kit does", () => {
  const chance = (kit: Kit) => {
    const setup = { ...field({ red: { kit: { svbied: 1 } }, blue: { kit } }), parameters: MORE };
    const { events } = firstTurn(setup, ["column assault post with 1"]);
    return the(events, "battle-resolved").breach!.chance;
  };
  expect([{ rocket: 1 }, { atgm: 1 }, { tank: 9, svbied: 2 }, { atgm: 0 }].map(chance)).toEqual([
    0.225, 0.225, 0.45, 0.45,
  ]);
});

test("5.3.1 of one sent none reaches when u is below 1 - p, and one from there on", () => {
  const { chance } = breaching(1, 0.5).breach!;
  const reached = [1 - chance - 1e-9, 1 - chance].map((u) => breaching(1, u).breach!.reached);
  expect(reached).toEqual([0, 1]);
});

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
  | fortified | 0.27     |
  | anti-tank | 0.225    |
  | surprised | 0.480822 |
  | hidden    | 0.54     |
`),
)("5.3.2 the chance of reaching, %s, is %s", (name, expected) => {
  const sides: Record<string, Sides> = {
    plain: {},
    night: { change: { clock: { ...field().clock, startHour: 18 } } },
    prepared: { post: { works: "prepared" } },
    fortified: { post: { works: "fortified" } },
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

test.each(["delay", "withdrawal"])("5.3.3 who fights at posture %s fights no lower", (posture) => {
  const setup = field({ red: { kit: { svbied: 2 } } });
  const verb = posture === "delay" ? ("delay" as const) : ("move" as const);
  const start = startOf(setup, (copy) => {
    copy.formations["guard"]!.task = { verb, to: "rear", via: [], count: 0 };
  });
  const dice = steadyChance(0.5, { "breach/1/post/-": 0.99 });
  const { events } = turnOf(setup, start, ["column assault post with 2"], dice);
  const battle = the(events, "battle-resolved");
  expect([battle.breach!.hits, battle.posture]).toEqual([2, posture]);
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

test("5.3.1 what was sent is spent, and the assault goes on along its road without it", () => {
  const setup = tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 40 },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: {
      guard: { side: "blue", place: "post" },
      column: { side: "red", place: "camp", kit: { svbied: 3 } },
    },
  });
  const { world } = firstTurn(setup, ["column assault rear via post with 1"]);
  expect(world.formations["column"]!.task).toEqual({
    verb: "assault",
    to: "rear",
    via: ["post"],
    count: 0,
  });
  expect(world.formations["column"]!.kit["svbied"]).toBe(2);
});

test.each([
  [{ svbied: 1 }, 1],
  [{ svbied: 9 }, ERC.breach.perBattle],
  [{ tank: 9, gun: 9, technical: 9 }, 0],
])("5.3.1 of %o as many can be sent ahead as count: %d", (kit, pieces) => {
  const none = Object.fromEntries(Object.keys(ERC.kit).map((kind) => [kind, 0]));
  expect(breachPieces(ERC, { ...none, ...kit })).toBe(pieces);
});
