import { expect, test } from "vitest";
import { observe, startWorld } from "../../src/engine/index.ts";
import { antiTankOf, strengthOf } from "../../src/engine/phases/strength.ts";
import { forecast } from "../../src/engine/player.ts";
import { factor, field, fight, type Sides } from "../support/one-battle.ts";
import { firstTurn, rows, steadyChance, the } from "../support/table.ts";
import { ERC, tinySetup } from "../support/tiny-setup.ts";

const excess = ERC.odds.antiTankExcess;

test.each(
  rows(`
  | atgm | enemy                | armour | factor | why                                   |
  | 10   | tank 5               | 100    | 1      | as much armour as weapons: in full    |
  | 4    | tank 5               | 100    | 1      | more armour than weapons: in full     |
  | 10   | none                 | 0      | 0.5    | no armour: all of it is excess        |
  | 10   | tank 2               | 40     | 0.7    | (40 + 0.5 x 60) / 100                 |
  | 10   | apc 4                | 40     | 0.7    | carriers are armour                   |
  | 10   | technical 20         | 0      | 0.5    | technicals are not                    |
  | 10   | gun 6                | 0      | 0.5    | nor are guns                          |
`),
)(
  "5.2.1 %s anti-tank teams against %s, armour of %s, count at %s: %s",
  (atgm, enemy, armour, expected) => {
    const [kind, pieces] = enemy!.split(" ");
    const blue = { kit: kind === "none" ? {} : { [kind!]: Number(pieces) } };
    const battle = fight({ red: { kit: { atgm: Number(atgm) } }, blue });
    expect(battle.attackerAntiTank).toMatchObject({
      weapons: Number(atgm) * 10,
      armour: Number(armour),
    });
    expect(battle.attackerAntiTank!.factor).toBeCloseTo(Number(expected), 12);
    expect(battle.attackers[0]!.strength).toBeCloseTo(400 + Number(atgm) * 10 * Number(expected));
    expect(battle.defenderAntiTank).toBeNull();
  },
);

test("5.2.1 weapons and armour are taken after the terrain's columns, on either side", () => {
  const terrain = ERC.terrains["rugged"]!;
  const sides: Sides = {
    red: { kit: { tank: 2 } },
    blue: { kit: { atgm: 10 } },
    post: { terrain: "rugged" },
  };
  const { defenderAntiTank } = fight(sides);
  const weapons = 10 * 10 * terrain.infantry;
  const armour = 2 * 20 * terrain.vehicle;
  expect(defenderAntiTank).toMatchObject({ weapons, armour });
  expect(defenderAntiTank!.factor).toBeCloseTo((armour + excess * (weapons - armour)) / weapons);
});

test("5.2.1 the count is made by side, so splitting a formation changes nothing", () => {
  const red = { side: "red", place: "camp" };
  const war = (columns: Record<string, { men: number; kit: Record<string, number> }>) =>
    tinySetup({
      places: { camp: { holder: "red" }, post: { holder: "blue" } },
      roads: ["camp post 10 road"],
      formations: {
        guard: { side: "blue", place: "post", kit: { tank: 2 } },
        ...Object.fromEntries(Object.entries(columns).map(([id, one]) => [id, { ...red, ...one }])),
      },
    });
  const battle = (columns: Parameters<typeof war>[0]) =>
    the(
      firstTurn(
        war(columns),
        Object.keys(columns).map((id) => `${id} assault post`),
        steadyChance(),
      ).events,
      "battle-resolved",
    );
  const whole = battle({ one: { men: 600, kit: { atgm: 9 } } });
  const split = battle({
    one: { men: 500, kit: { atgm: 1 } },
    two: { men: 100, kit: { atgm: 8 } },
  });
  expect(split.odds).toBeCloseTo(whole.odds, 9);
  expect(split.attackerAntiTank).toEqual(whole.attackerAntiTank);
});

test("5.2.1 armour brought against such weapons to spare makes those count too", () => {
  const blue = { men: 100, kit: { atgm: 20 } };
  const without = fight({ red: { men: 1000 }, blue });
  const withTanks = fight({ red: { men: 1000, kit: { tank: 5 } }, blue });
  expect(without.defenders[0]!.strength).toBeCloseTo(100 + 200 * excess);
  expect(withTanks.defenders[0]!.strength).toBeCloseTo(100 + 100 + 100 * excess);
  expect(factor(withTanks, "numbers")).toBeLessThan(factor(without, "numbers"));
});

test("5.2.1 nobody has anti-tank weapons: nothing to count", () => {
  expect(antiTankOf(ERC, ERC.terrains["flat-hard"]!, [{ kit: { tank: 3 } }], [{ kit: {} }])).toBe(
    null,
  );
});

test("5.2.1 a forecast, which knows no enemy kit, counts one's own as excess", () => {
  const setup = field({
    red: { kit: { atgm: 10 } },
    blue: { kit: { tank: 9 }, knownTo: ["red"] },
  });
  const view = observe(setup, startWorld(setup), "red");
  const order = { unit: "column", verb: "assault", to: "post", via: [], count: 0 } as const;
  const found = forecast(view, order)!;
  const fighter = { men: 400, kit: { atgm: 10 }, cohesion: 80, freshness: 1, supplyDays: 5 };
  const terrain = ERC.terrains["flat-hard"]!;
  const numbers = strengthOf(ERC, terrain, fighter, excess) / 400;
  expect(found.factors[0]!.value).toBeCloseTo(numbers, 12);
});
