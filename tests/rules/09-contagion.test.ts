import { expect, test } from "vitest";
import {
  type Event,
  type World,
  type Formation,
  type Setup,
  startWorld,
} from "../../src/engine/index.ts";
import {
  contingentOf,
  ERC,
  seatOf,
  tinySetup,
  type TinyParts,
  wingOf,
} from "../support/tiny-setup.ts";
import { all, rows, startOf, steadyChance, the, turnOf } from "../support/table.ts";

const CALM = steadyChance(0.5, { "odds/0/post/-": 0.9, "odds/0/fort/-": 0.9 });
const UNIT = ERC.cohesion.scale * ERC.cohesion.weights.neighbours;

/** A blue post that falls, its guard with it; a neighbour next to it and a farther place. */
const line = (watch: Partial<Formation> = {}, change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 1 },
      next: { holder: "blue" },
      far: { holder: "blue" },
    },
    roads: ["camp post 10 road", "next post 10 road", "far next 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 3000 },
      guard: { side: "blue", place: "post", men: 300 },
      watch: { side: "blue", place: "next", men: 200, ...watch },
      rear: { side: "blue", place: "far", men: 200 },
    },
    ...change,
  });

const fallen = (
  setup: Setup,
  lines: readonly string[] = ["column assault post"],
  chance = CALM,
) => {
  const { events } = turnOf(setup, startWorld(setup), lines, chance);
  return all(events, "cohesion-lost").filter((one) => one.cause === "contagion");
};

test("9.1 the fall of a neighbouring place shakes those who see it, by the men lost against their own", () => {
  const { events } = turnOf(line(), startWorld(line()), ["column assault post"], CALM);
  const lost = the(events, "battle-resolved").defenderLosses.men;
  const event = fallen(line()).find((one) => one.formation === "watch")!;
  expect(event.terms).toEqual([
    {
      id: "neighbours",
      points: expect.closeTo((UNIT * 0.35 * lost) / (lost + 200), 9),
      rule: "9.1",
    },
  ]);
  expect(event).toMatchObject({ place: "next", test: null });
});

test("9.1 two places away it is not seen", () => {
  expect(fallen(line()).map((one) => one.formation)).not.toContain("rear");
});

test("9.1 the other side is not shaken by what it took", () => {
  const setup = line(
    { side: "red" },
    {
      places: {
        camp: { holder: "red" },
        post: { holder: "blue", depthKm: 1 },
        next: { holder: "red" },
        far: { holder: "blue" },
      },
    },
  );
  expect(fallen(setup).map((one) => one.formation)).not.toContain("watch");
});

test("9.1 men broken and captured count as lost", () => {
  const few = fallen(line()).find((one) => one.formation === "watch")!.terms[0]!.points;
  const captured = line(
    {},
    {
      roads: ["camp post 10 road", "far next 10 road", "next post 10 road"],
      places: {
        camp: { holder: "red" },
        post: { holder: "blue", depthKm: 1 },
        next: { holder: "blue" },
        far: { holder: "blue" },
      },
    },
  );
  const broken = steadyChance(0.5, { "odds/0/post/-": 0.9, "break/1/post/guard": 1e-9 });
  const many = fallen(captured, undefined, broken).find((one) => one.formation === "watch")!
    .terms[0]!.points;
  expect(many).toBeCloseTo((UNIT * 0.35 * 300) / 500, 6);
  expect(many).toBeGreaterThan(few);
});

test("9.1 militia are shaken more", () => {
  const points = (kind: string) =>
    fallen(line({ class: kind })).find((one) => one.formation === "watch")!.terms[0]!.points;
  expect(points("militia") / points("static")).toBeCloseTo(1.5, 9);
});

test("9.1 all neighbours together shake no more than a cap", () => {
  const posts = ["a", "b", "c", "d"];
  const setup = tinySetup({
    places: {
      middle: { holder: "blue" },
      ...Object.fromEntries(
        posts.flatMap((id) => [
          [id, { holder: "blue", depthKm: 1 }],
          [`${id}-camp`, { holder: "red" }],
        ]),
      ),
    },
    roads: posts.flatMap((id) => [`${id} middle 10 road`, `${id} ${id}-camp 10 road`]),
    formations: {
      watch: { side: "blue", place: "middle", men: 1 },
      ...Object.fromEntries(
        posts.flatMap((id) => [
          [`${id}-guard`, { side: "blue", place: id, men: 1000 }],
          [`${id}-column`, { side: "red", place: `${id}-camp`, men: 9000 }],
        ]),
      ),
    },
  });
  const draws = Object.fromEntries(
    posts.flatMap((id) => [
      [`odds/0/${id}/-`, 0.9],
      [`break/1/${id}/${id}-guard`, 1e-9],
    ]),
  );
  const event = fallen(
    setup,
    posts.map((id) => `${id}-column assault ${id}`),
    steadyChance(0.5, draws),
  ).find((one) => one.formation === "watch")!;
  expect(event.terms[0]!.points).toBeCloseTo(UNIT * ERC.cohesion.contagionCap, 6);
});

test("9.1 a place taken in passing, with nobody lost in it, shakes nobody", () => {
  const setup = line(
    {},
    {
      formations: {
        column: { side: "red", place: "camp" },
        watch: { side: "blue", place: "next" },
      },
    },
  );
  expect(fallen(setup)).toEqual([]);
});

const guests = (departing: readonly string[]) =>
  tinySetup({
    places: { town: { holder: "blue" }, village: { holder: "blue" }, camp: { holder: "red" } },
    roads: ["town village 10 road", "camp village 10 road"],
    formations: {
      hosts: { side: "blue", place: "town", cohesion: 80 },
      others: { side: "blue", place: "village", cohesion: 80 },
      north: { side: "blue", contingent: "north", place: "town" },
      south: { side: "blue", contingent: "south", place: "town" },
      enemy: { side: "red", place: "camp" },
    },
    contingents: {
      blue: contingentOf("blue"),
      north: contingentOf("blue"),
      red: contingentOf("red"),
      south: contingentOf("blue"),
    },
    seats: { blue: seatOf("blue", ["blue", "north", "south"]), red: seatOf("red") },
    turns: departing.length > 0 ? 6 : 5,
  });

const leaving = (departing: readonly string[]) => {
  const setup = guests(departing);
  const start = startOf(setup, (copy) => {
    for (const id of departing)
      Object.assign(copy.contingents[id]!, { status: "leaving", leavesTurn: 1 });
  });
  return turnOf(setup, start, []);
};

test("9.2 to be left by a patron in the same place counts as a whole neighbour gone", () => {
  const lost = all(leaving(["north"]).events, "cohesion-lost");
  expect(lost.map((one) => one.formation)).toEqual(["hosts", "south"]);
  expect(lost[0]).toMatchObject({
    cause: "patron",
    cohesion: expect.closeTo(80 - UNIT, 3),
    terms: [{ id: "neighbours", rule: "9.2" }],
  });
});

test("9.2 who stands elsewhere is not shaken", () => {
  expect(leaving(["north"]).world.formations["others"]!.cohesion).toBeGreaterThanOrEqual(80);
});

test("9.2 to be left by two patrons in one turn counts twice, and who leaves is not shaken", () => {
  const { events } = leaving(["north", "south"]);
  const lost = all(events, "cohesion-lost");
  expect(lost.map((one) => one.formation).filter((id) => id !== "hosts")).toEqual([]);
  expect(Math.min(...lost.map((one) => one.cohesion))).toBeCloseTo(80 - 2 * UNIT, 3);
});

/** A blue post whose one road leads to a red camp. */
const siegeOf = (sentries = 400, supplies: readonly string[] = [], more: Partial<TinyParts> = {}) =>
  tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue", supplies, depthKm: 60 } },
    roads: ["camp post 10 road"],
    formations: {
      sentry: { side: "red", place: "camp", men: sentries, knownTo: ["blue"] },
      guard: { side: "blue", place: "post", men: 300, supplyDays: 3 },
    },
    ...more,
  });

const besieged = (
  supplyDays: number,
  sentries = 400,
  change: (copy: World) => void = () => {},
  lines: readonly string[] = [],
) => {
  const setup = siegeOf(sentries);
  const start = startOf(setup, (copy) => {
    copy.formations["guard"]!.supplyDays = supplyDays;
    change(copy);
  });
  const { events } = turnOf(setup, start, lines, CALM);
  return all(events, "cohesion-lost").filter((one) => one.cause === "siege");
};

test("9.3 a formation besieged and out of supply loses what an assault would cost, then a part of it", () => {
  const [lost] = besieged(0);
  const whole = ERC.cohesion.scale * ERC.cohesion.weights.penetration;
  expect(lost).toMatchObject({ formation: "guard", place: "post" });
  expect(lost!.terms).toEqual([
    { id: "encirclement", points: expect.closeTo(whole, 9), rule: "9.3" },
  ]);
});

test.each(
  rows(`
  | turn 1  | turn 2 | costs in turn 2 | why                                       |
  | nothing | siege  | 0.2             | the first turn cost in full               |
  | assault | siege  | 0.2             | so did the assault on an encircled place  |
  | fix     | siege  | 0.2             | holding it down relieves it of nothing    |
`),
)("9.3 after %s in turn 1, %s in turn 2 costs %s of the whole: %s", (first, _, share) => {
  const setup = siegeOf();
  const start = startOf(setup, (copy) => void (copy.formations["guard"]!.supplyDays = 0));
  const lines = first === "nothing" ? [] : [`sentry ${first} post`];
  const one = turnOf(setup, start, lines, CALM);
  const two = turnOf(setup, one.world, ["sentry defend"], CALM);
  const whole = ERC.cohesion.scale * ERC.cohesion.weights.penetration;
  const cost = (events: readonly Event[]) =>
    all(events, "cohesion-lost")
      .flatMap(({ terms }) => terms)
      .find(({ id }) => id === "encirclement")!.points;
  expect(cost(one.events)).toBeCloseTo(whole, 9);
  expect(cost(two.events)).toBeCloseTo(whole * Number(share), 9);
});

test.each(["a source", "the air"])("9.3 fed by %s it loses nothing", (by) => {
  const base = siegeOf(400, by === "a source" ? ["blue"] : []);
  const wings = { geese: wingOf("blue", { missions: ["supply"] }) };
  const setup = by === "the air" ? siegeOf(400, [], { wings }) : base;
  const start = startOf(setup, (copy) => void (copy.formations["guard"]!.supplyDays = 0));
  const lines = by === "the air" ? ["geese supply post with 2"] : [];
  const { events } = turnOf(setup, start, lines, CALM);
  expect(all(events, "cohesion-lost")).toEqual([]);
});

test("9.3 while its supply lasts a besieged place does not collapse", () => {
  expect(besieged(3)).toEqual([]);
});

test("9.3 who is assaulted in the turn is not besieged besides, who is only held down is", () => {
  const under = (verb: string) => besieged(0, 400, () => {}, [`sentry ${verb} post`]);
  expect(under("assault")).toEqual([]);
  expect(under("fix")).toHaveLength(1);
});

test.each(
  rows(`
  | garrison | before it | siege | why                                          |
  | 500      | 50        | yes   | fifty are enough for a tenth of five hundred |
  | 510      | 50        | no    | and too few for a tenth of more              |
  | 510      | 51        | yes   | a tenth is                                   |
  | 100      | 49        | no    | never fewer than fifty                       |
`),
)("9.3, 5.4.7 %s men before whom %s stand are besieged: %s: %s", (garrison, sentries, is) => {
  const men = (copy: World) => void (copy.formations["guard"]!.men = Number(garrison));
  expect(besieged(0, Number(sentries), men)).toHaveLength(is === "yes" ? 1 : 0);
});

test("9.3 who has broken is besieged no more", () => {
  const broken = (copy: World) =>
    void Object.assign(copy.formations["guard"]!, { status: "broken", rallyTurn: 9 });
  expect(besieged(0, 400, broken)).toEqual([]);
});

test.each(
  rows(`
  | last | share | why                                     |
  | 4    | 0.2   | it cost cohesion in the turn before     |
  | 3    | 1     | not in that, though earlier             |
  | 0    | 1     | never                                   |
`),
)(
  "9.3 in turn 5, when it last cost cohesion in turn %s, it costs %s of the whole: %s",
  (...cells) => {
    const [last, share] = cells.map(Number);
    const [lost] = besieged(0, 400, (copy) => {
      copy.turn = 4;
      copy.formations["guard"]!.encircledTurn = last!;
    });
    const whole = ERC.cohesion.scale * ERC.cohesion.weights.penetration;
    expect(lost!.terms[0]!.points).toBeCloseTo(whole * share!, 9);
  },
);

test("9.3, 7.2.1 a depot in a place that its side does not hold feeds nobody", () => {
  const stands = (holder: string) =>
    besieged(0, 400, (copy) => Object.assign(copy.places["post"]!, { holder, depotManDays: 500 }));
  expect(stands("blue")).toEqual([]);
  expect(stands("red")).toHaveLength(1);
});

test("9.3 with an exit open, or too few to close it, there is no siege", () => {
  expect(besieged(0, 40)).toEqual([]);
});
