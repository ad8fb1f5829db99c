import fc from "fast-check";
import { expect, test } from "vitest";
import type { BattleResolved, Combatant, Setup } from "../../src/engine/index.ts";
import { type BattleInput, factorsOf, menIn, oddsOf } from "../../src/engine/phases/odds.ts";
import {
  chancesOf,
  groundOf,
  lossRate,
  lossTermsOf,
  outcomeOf,
} from "../../src/engine/phases/outcome.ts";
import { combatant } from "../../src/engine/phases/strength.ts";
import { POSTURES, type TerrainRow } from "../../src/engine/index.ts";
import { mirrored } from "../support/mirror.ts";
import { ERC, tinySetup } from "../support/tiny-setup.ts";
import { randomGame, playRandom } from "../support/random-game.ts";
import { evenChance, firstTurn, startOf, steadyChance, the, turnOf } from "../support/table.ts";

const RUNS = { numRuns: 300 };
const unit = fc.double({ min: 0.001, max: 0.999, noNaN: true });

interface Force {
  readonly men: number;
  readonly tanks: number;
  readonly quality: number;
  readonly cohesion: number;
  readonly freshness: number;
  readonly supplyDays: number;
}

const force: fc.Arbitrary<Force> = fc.record({
  men: fc.integer({ min: 20, max: 3000 }),
  tanks: fc.integer({ min: 0, max: 20 }),
  quality: fc.constantFrom(0.6, 0.75, 1, 1.15, 1.3),
  cohesion: fc.integer({ min: 0, max: 100 }),
  freshness: fc.constantFrom(0.5, 0.75, 1),
  supplyDays: fc.constantFrom(0, 0.5, 3),
});

const terrainId = fc.constantFrom(...Object.keys(ERC.terrains));
const posture = fc.constantFrom(...POSTURES.filter((one) => one !== "attack" && one !== "meeting"));
const fight = fc.record({
  red: fc.array(force, { minLength: 1, maxLength: 3 }),
  blue: fc.array(force, { minLength: 1, maxLength: 3 }),
  terrain: terrainId,
  posture,
  surprise: fc.constantFrom(1, 1.25, 1.73),
  axes: fc.constantFrom(...ERC.odds.axes),
  breaches: fc.integer({ min: 0, max: 2 }),
  sortiesOnAttacker: fc.integer({ min: 0, max: 12 }),
  sortiesOnDefender: fc.integer({ min: 0, max: 12 }),
  night: fc.boolean(),
  u: unit,
  noise: unit,
});
type Fight = Parameters<typeof resolve>[0];

function combatants(
  forces: readonly Force[],
  terrain: TerrainRow,
  from: string | null,
): Combatant[] {
  return forces.map(({ men, tanks, quality, ...state }, at) =>
    combatant(ERC, terrain, `f${at}`, { quality }, { men, kit: { tank: tanks }, ...state }, from),
  );
}

interface Given {
  readonly red: readonly Force[];
  readonly blue: readonly Force[];
  readonly terrain: string;
  readonly posture: BattleInput["posture"];
  readonly surprise: number;
  readonly axes: number;
  readonly breaches: number;
  readonly sortiesOnAttacker: number;
  readonly sortiesOnDefender: number;
  readonly night: boolean;
  readonly u: number;
  readonly noise: number;
}

/** One battle by the formulas alone, at fixed draws; frontage and combined arms left out. */
function resolve(given: Given) {
  const terrain = ERC.terrains[given.terrain]!;
  const input: BattleInput = {
    attackers: combatants(given.red, terrain, "camp"),
    defenders: combatants(given.blue, terrain, null),
    terrain,
    posture: given.posture,
    frontageMen: 1e9,
    builtUp: false,
    axesFactor: given.axes,
    surprise: given.surprise,
    breaches: given.breaches,
    heavyShare: 1,
    infantryShare: 1,
    weatherFactor: 1,
    sortiesOnAttacker: given.sortiesOnAttacker,
    sortiesOnDefender: given.sortiesOnDefender,
  };
  const factors = factorsOf(ERC, input);
  const odds = oddsOf(factors);
  const outcome = outcomeOf(ERC, odds, given.u);
  const shared = {
    parameters: ERC,
    terrain,
    posture: given.posture,
    hours: 12,
    night: given.night,
  };
  const rate = (attacking: boolean, men: number) =>
    lossRate(
      ERC,
      lossTermsOf({
        ...shared,
        attacking,
        men,
        odds: attacking ? outcome : 1 / outcome,
        surprise: given.surprise,
        holding: false,
        noise: given.noise,
      }),
      0,
    );
  return {
    factors,
    odds,
    outcome,
    km: groundOf({ ...shared, weather: "clear" }, outcome),
    attackerRate: rate(true, menIn(input.attackers)),
    defenderRate: rate(false, menIn(input.defenders)),
  };
}

const same = (a: number, b: number) => Math.abs(a / b - 1) < 1e-9;
const notBelow = (a: number, b: number) => a >= b * (1 - 1e-9) - 1e-9;

/** What makes the attack better, at the same draws. */
const BETTER: Readonly<Record<string, (given: Fight) => Fight>> = {
  "a better quality": (given) => ({
    ...given,
    red: given.red.map((one) => ({ ...one, quality: one.quality * 1.1 })),
  }),
  "more cohesion": (given) => ({
    ...given,
    red: given.red.map((one) => ({ ...one, cohesion: Math.min(100, one.cohesion + 7) })),
  }),
  "fresher men": (given) => ({
    ...given,
    red: given.red.map((one) => ({ ...one, freshness: Math.min(1, one.freshness + 0.1) })),
  }),
  "more tanks": (given) => ({
    ...given,
    red: given.red.map((one) => ({ ...one, tanks: one.tanks + 3 })),
  }),
  "more supply": (given) => ({
    ...given,
    red: given.red.map((one) => ({ ...one, supplyDays: one.supplyDays + 1 })),
  }),
  "less air against it": (given) => ({
    ...given,
    sortiesOnAttacker: Math.max(0, given.sortiesOnAttacker - 1),
  }),
  "more air for it": (given) => ({ ...given, sortiesOnDefender: given.sortiesOnDefender + 1 }),
  "one more breach": (given) => ({ ...given, breaches: given.breaches + 1 }),
  "a worse enemy": (given) => ({
    ...given,
    blue: given.blue.map((one) => ({ ...one, quality: one.quality * 0.9 })),
  }),
  "a shaken enemy": (given) => ({
    ...given,
    blue: given.blue.map((one) => ({ ...one, cohesion: Math.max(0, one.cohesion - 9) })),
  }),
  "an enemy with fewer tanks": (given) => ({
    ...given,
    blue: given.blue.map((one) => ({ ...one, tanks: Math.floor(one.tanks / 2) })),
  }),
};

test.each(Object.keys(BETTER))(
  "%s never lowers R*, ground or the defender's losses, nor raises the attacker's",
  (name) => {
    fc.assert(
      fc.property(fight, (given) => {
        const [before, after] = [resolve(given), resolve(BETTER[name]!(given))];
        expect(notBelow(after.outcome, before.outcome)).toBe(true);
        expect(notBelow(after.km, before.km)).toBe(true);
        expect(notBelow(after.defenderRate, before.defenderRate)).toBe(true);
        expect(notBelow(before.attackerRate, after.attackerRate)).toBe(true);
      }),
      RUNS,
    );
  },
);

test("more attackers never lower R*, ground or the defender's losses", () => {
  fc.assert(
    fc.property(fight, (given) => {
      const more = {
        ...given,
        red: given.red.map((one) => ({ ...one, men: one.men + 100 })),
        sortiesOnAttacker: 0,
      };
      const [before, after] = [resolve({ ...given, sortiesOnAttacker: 0 }), resolve(more)];
      // A weak unit made larger may dilute nothing: its power only adds.
      expect(notBelow(after.outcome, before.outcome)).toBe(true);
      expect(notBelow(after.km, before.km)).toBe(true);
      expect(notBelow(after.defenderRate, before.defenderRate)).toBe(true);
    }),
    RUNS,
  );
});

test("a higher draw never lowers R* or ground", () => {
  fc.assert(
    fc.property(fight, unit, (given, u) => {
      const [low, high] = [
        resolve({ ...given, u: Math.min(u, given.u) }),
        resolve({ ...given, u: Math.max(u, given.u) }),
      ];
      expect(notBelow(high.outcome, low.outcome)).toBe(true);
      expect(notBelow(high.km, low.km)).toBe(true);
    }),
    RUNS,
  );
});

test("better works lower the ground won and the defender's losses", () => {
  fc.assert(
    fc.property(fight, (given) => {
      const [hasty, prepared, fortified] = (["hasty", "prepared", "fortified"] as const).map(
        (works) => resolve({ ...given, posture: works }),
      );
      expect(notBelow(hasty!.km, prepared!.km) && notBelow(prepared!.km, fortified!.km)).toBe(true);
      expect(
        notBelow(hasty!.defenderRate, prepared!.defenderRate) &&
          notBelow(prepared!.defenderRate, fortified!.defenderRate),
      ).toBe(true);
    }),
    RUNS,
  );
});

test("night lowers losses and ground; surprise raises R*", () => {
  fc.assert(
    fc.property(fight, (given) => {
      const [day, night] = [
        resolve({ ...given, night: false }),
        resolve({ ...given, night: true }),
      ];
      expect(night.attackerRate).toBeLessThanOrEqual(day.attackerRate);
      expect(night.defenderRate).toBeLessThanOrEqual(day.defenderRate);
      expect(notBelow(Math.max(0, day.km), Math.max(0, night.km))).toBe(true);
      expect(resolve({ ...given, surprise: 1.73 }).outcome).toBeGreaterThanOrEqual(
        resolve({ ...given, surprise: 1 }).outcome,
      );
    }),
    RUNS,
  );
});

test("one unit or its two halves: the same odds and the same losses", () => {
  fc.assert(
    fc.property(fight, (given) => {
      const halves = (all: readonly Force[]) =>
        all.flatMap((one) => {
          const half = { ...one, men: one.men / 2, tanks: one.tanks / 2 };
          return [half, half];
        });
      const [whole, split] = [
        resolve(given),
        resolve({ ...given, red: halves(given.red), blue: halves(given.blue) }),
      ];
      expect(same(split.odds, whole.odds)).toBe(true);
      expect(same(split.attackerRate, whole.attackerRate)).toBe(true);
      expect(same(split.defenderRate, whole.defenderRate)).toBe(true);
    }),
    RUNS,
  );
});

const pair = (halves: boolean, men: number, tanks: number): Setup => {
  const red = { side: "red", place: "camp" };
  return tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "blue" } },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: {
      guard: { side: "blue", place: "post", men: 500, kit: { tank: 4 } },
      ...(halves
        ? {
            one: { ...red, men: men / 2, kit: { tank: tanks / 2 } },
            two: { ...red, men: men / 2, kit: { tank: tanks / 2 } },
          }
        : { one: { ...red, men, kit: { tank: tanks } } }),
    },
  });
};

test("one formation or its two halves on the map: the same odds and total losses", () => {
  const even = fc.integer({ min: 40, max: 900 }).map((men) => men * 2);
  fc.assert(
    fc.property(
      even,
      fc.integer({ min: 0, max: 9 }).map((tanks) => tanks * 2),
      unit,
      (men, tanks, u) => {
        const chance = steadyChance(u);
        const battle = (halves: boolean) =>
          the(
            firstTurn(
              pair(halves, men, tanks),
              halves ? ["one assault post", "two assault post"] : ["one assault post"],
              chance,
            ).events,
            "battle-resolved",
          );
        const [whole, split] = [battle(false), battle(true)];
        expect(same(split.odds, whole.odds)).toBe(true);
        expect(Math.abs(split.attackerLosses.men - whole.attackerLosses.men)).toBeLessThanOrEqual(
          1,
        );
        expect(Math.abs(split.defenderLosses.men - whole.defenderLosses.men)).toBeLessThanOrEqual(
          1,
        );
        expect(kitLost(split)).toEqual(kitLost(whole));
      },
    ),
    { numRuns: 60 },
  );
});

const kitLost = (battle: BattleResolved) =>
  battle.casualties.reduce((sum, one) => sum + (one.kit["tank"] ?? 0), 0);

test("doubling both sides keeps R* and lowers the loss rates by 2 to the minus .3, below the size cap", () => {
  fc.assert(
    fc.property(fight, (given) => {
      const big = (all: readonly Force[]) => all.map((one) => ({ ...one, men: one.men + 200 }));
      const plain = {
        ...given,
        red: big(given.red),
        blue: big(given.blue),
        sortiesOnAttacker: 0,
        sortiesOnDefender: 0,
      };
      const twice = (all: readonly Force[]) =>
        all.map((one) => ({ ...one, men: one.men * 2, tanks: one.tanks * 2 }));
      const [before, after] = [
        resolve(plain),
        resolve({ ...plain, red: twice(plain.red), blue: twice(plain.blue) }),
      ];
      expect(same(after.outcome, before.outcome)).toBe(true);
      for (const side of ["attackerRate", "defenderRate"] as const) {
        if (before[side] >= ERC.losses.cap) continue;
        expect(same(after[side] / before[side], 2 ** -ERC.losses.sizeExponent)).toBe(true);
      }
    }),
    RUNS,
  );
});

test("two turns of six hours gain what one of twelve gains", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 9, noNaN: true }),
      terrainId,
      posture,
      (outcome, terrain, works) => {
        const km = (hours: number) =>
          groundOf(
            {
              parameters: ERC,
              terrain: ERC.terrains[terrain]!,
              posture: works,
              hours,
              night: false,
              weather: "clear",
            },
            outcome,
          );
        expect(Math.abs(2 * km(6) - km(12))).toBeLessThanOrEqual(0.002);
      },
    ),
    RUNS,
  );
});

test("two turns of six hours lose what one of twelve loses within two per cent", () => {
  fc.assert(
    fc.property(fight, (given) => {
      const terms = (hours: number) =>
        lossTermsOf({
          parameters: ERC,
          terrain: ERC.terrains[given.terrain]!,
          posture: given.posture,
          hours,
          night: false,
          attacking: true,
          men: 1000,
          odds: 1,
          surprise: 1,
          holding: false,
          noise: 0.5,
        });
      expect(same(2 * lossRate(ERC, terms(6), 0), lossRate(ERC, terms(12), 0))).toBe(true);
    }),
    RUNS,
  );
});

test("better odds raise the chance of every result or better", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 20, noNaN: true }), (odds) => {
      const [before, after] = [chancesOf(ERC, odds), chancesOf(ERC, odds * 1.1)];
      const orBetter = (chances: typeof before) => {
        const { overrun } = chances;
        const forced = overrun + chances["forced-back"];
        const gain = forced + chances["limited-gain"];
        return [overrun, forced, gain, gain + chances.held];
      };
      orBetter(after).forEach((chance, at) =>
        expect(chance).toBeGreaterThanOrEqual(orBetter(before)[at]! - 1e-12),
      );
    }),
    RUNS,
  );
});

test("no battle makes both sides stronger", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const battles = playRandom(setup, seed, 4)
        .events.flat()
        .filter((event) => event.kind === "battle-resolved");
      for (const battle of battles)
        for (const one of battle.casualties)
          expect(one.killed + one.wounded).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 30 },
  );
});

test("with the names of the sides changed the same happens with the names changed", () => {
  const setup = pair(false, 600, 4);
  const orders = ["one assault post", "guard delay"];
  fc.assert(
    fc.property(unit, (u) => {
      const plain = turnOf(setup, startOf(setup), orders, evenChance(u));
      const other = mirrored(setup);
      const swapped = turnOf(other, startOf(other), orders, evenChance(u));
      expect(mirrored(swapped.world)).toEqual(mirrored(mirrored(plain.world)));
    }),
    { numRuns: 40 },
  );
});

test("a formation far away changes no draw of the others", () => {
  const near = pair(false, 600, 4);
  const far = tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue" },
      rear: { holder: "blue" },
      "far-off": { holder: "blue" },
    },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: { ...near.formations, "a-stranger": { side: "blue", place: "far-off" } },
  });
  const seen = (setup: Setup) => {
    const asked: Record<string, number> = {};
    const chance = steadyChance(0.4);
    firstTurn(setup, ["one assault post"], {
      draw: (...key) => {
        const draw = chance.draw(...key);
        asked[draw.key] = draw.u;
        return draw;
      },
    });
    return asked;
  };
  expect(seen(far)).toMatchObject(seen(near));
});
