/**
 * `model.md` 8.12, 6, 7, 9 to 11 and 13, 14, on the battles of random legal wars: each turn is
 * stopped before its battles, something is changed, and the battles are fought again on the same dice.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BattleResolved,
  type Combatant,
  createChance,
  type FormationState,
  type Id,
  type Setup,
  type World,
} from "../../src/engine/index.ts";
import { tries } from "../support/effort.ts";
import {
  altered,
  fight,
  sameBattle,
  type Snapshot,
  snapshotsOf,
} from "../support/battle-snapshot.ts";
import { playWith, randomGame } from "../support/random-game.ts";

const RUNS = tries(15);
const TURNS = 5;

type War = typeof randomGame extends fc.Arbitrary<infer T> ? T : never;

/** Every battle of a war with the turn it is fought in. */
function* battlesOf({ setup, seed }: War): Generator<readonly [Snapshot, BattleResolved]> {
  for (const snapshot of snapshotsOf(setup, seed, TURNS))
    for (const battle of fight(snapshot)) yield [snapshot, battle];
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
const isNotBelow = (a: number, b: number) => a >= b * (1 - 1e-9) - 1e-9;
const valueOf = (battle: BattleResolved, factor: string) =>
  battle.factors.find(({ id }) => id === factor)!.value;

/** Changes a formation that fights, as it stands or as it is. */
type Change = (state: FormationState, formation: { quality: number }) => void;

function changed(snapshot: Snapshot, fighters: readonly Combatant[], change: Change): Snapshot {
  return altered(snapshot, ({ setup, world }) => {
    for (const { formation: id } of fighters)
      change(world.formations[id]!, setup.formations[id] as { quality: number });
  });
}

const BETTER_ATTACKERS: Readonly<Record<string, Change>> = {
  "of better quality": (_, formation) => void (formation.quality *= 1.2),
  "of more cohesion": (state) => void (state.cohesion = Math.min(100, state.cohesion + 15)),
  "that are fresher": (state) => void (state.freshness = 1),
  "with more supply": (state) => void (state.supplyDays += 1),
};
const WORSE_DEFENDERS: Readonly<Record<string, Change>> = {
  "of worse quality": (_, formation) => void (formation.quality *= 0.8),
  "of less cohesion": (state) => void (state.cohesion = Math.max(0, state.cohesion - 15)),
  "that are spent": (state) => void (state.freshness = 0.5),
  "without supply": (state) => void (state.supplyDays = 0),
};

/** The attack is better and nothing else is different: it gains, and never pays more. */
function expectBetter(plain: BattleResolved, better: BattleResolved): void {
  expect(better.draw).toEqual(plain.draw);
  expect(isNotBelow(better.odds, plain.odds), "odds").toBe(true);
  expect(isNotBelow(better.outcome, plain.outcome), "outcome").toBe(true);
  expect(isNotBelow(better.km, plain.km), "km").toBe(true);
  expect(isNotBelow(better.defenderLosses.rate, plain.defenderLosses.rate), "defender").toBe(true);
  expect(isNotBelow(plain.attackerLosses.rate, better.attackerLosses.rate), "attacker").toBe(true);
}

describe("at the same draws the attack is never worse off", () => {
  test.each(Object.entries(BETTER_ATTACKERS))("with attackers %s", (_, change) => {
    fc.assert(
      fc.property(randomGame, (war) => {
        for (const [snapshot, battle] of battlesOf(war)) {
          const other = fight(changed(snapshot, battle.attackers, change));
          expectBetter(battle, sameBattle(battle, other)!);
        }
      }),
      RUNS,
    );
  });

  test.each(Object.entries(WORSE_DEFENDERS))("against defenders %s", (_, change) => {
    fc.assert(
      fc.property(randomGame, (war) => {
        for (const [snapshot, battle] of battlesOf(war)) {
          const other = fight(changed(snapshot, battle.defenders, change));
          expectBetter(battle, sameBattle(battle, other)!);
        }
      }),
      RUNS,
    );
  });
});

/** What goes by thresholds of men: approaches, mixed arms, the front, the posture of most defenders. */
const STEPS = ["axes", "combined-arms", "frontage", "posture"];

test("more men in the attack, or fewer in the defence, never make it worse off, where it crosses no threshold", () => {
  // Twice as many of each, so that as large a share of them is unseen.
  const more: Change = (state) => void (state.men *= 2);
  const fewer: Change = (state) => void (state.men -= Math.floor(state.men / 4));
  fc.assert(
    fc.property(randomGame, (war) => {
      for (const [snapshot, battle] of battlesOf(war)) {
        for (const other of [
          fight(changed(snapshot, battle.attackers, more)),
          fight(changed(snapshot, battle.defenders, fewer)),
        ]) {
          const better = sameBattle(battle, other)!;
          // 3.6: too few to be relieved, others fight.
          if (better.defenders.length !== battle.defenders.length) continue;
          if (STEPS.every((id) => valueOf(better, id) === valueOf(battle, id)))
            expectBetter(battle, better);
        }
      }
    }),
    RUNS,
  );
});

test("in better works the enemy wins no more ground, and the defenders lose no more", () => {
  fc.assert(
    fc.property(randomGame, (war) => {
      for (const [snapshot, battle] of battlesOf(war)) {
        const dugIn = changed(snapshot, battle.defenders, (state) => {
          state.works = state.works === "hasty" ? "prepared" : "fortified";
        });
        const other = sameBattle(battle, fight(dugIn))!;
        expect(isNotBelow(battle.outcome, other.outcome)).toBe(true);
        expect(isNotBelow(battle.km, other.km)).toBe(true);
        expect(isNotBelow(battle.defenderLosses.rate, other.defenderLosses.rate)).toBe(true);
      }
    }),
    RUNS,
  );
});

test("by night nobody wins more ground or loses more, if nothing is sent ahead under its cover", () => {
  fc.assert(
    fc.property(randomGame, (war) => {
      for (const snapshot of snapshotsOf(war.setup, war.seed, TURNS)) {
        const [day, night] = [false, true].map((dark) => fight({ ...snapshot, night: dark }));
        for (const battle of day!) {
          if (battle.breach !== null) continue;
          const other = sameBattle(battle, night!)!;
          expect(other.odds).toBe(battle.odds);
          expect(Math.max(0, other.km)).toBeLessThanOrEqual(Math.max(0, battle.km));
          for (const side of ["attackerLosses", "defenderLosses"] as const)
            expect(other[side].rate).toBeLessThanOrEqual(battle[side].rate);
        }
      }
    }),
    RUNS,
  );
});

/** A formation's whole men and pieces halved, and a second one that is its like in all else. */
function halved(snapshot: Snapshot, battle: BattleResolved): Snapshot {
  const fighters = [...battle.attackers, ...battle.defenders].map((one) => one.formation);
  const name = (id: Id) => `${id}-z`;
  return altered(snapshot, (copy) => {
    for (const id of fighters) {
      const [whole, second] = [copy.world.formations[id]!, `${id}-z`];
      halve(whole);
      add(copy.setup.formations, second, { ...copy.setup.formations[id]! });
      add(copy.world.formations, second, structuredClone(whole));
      for (const { contacts } of Object.values(copy.world.knowledge))
        if (contacts[id] !== undefined) add(contacts, second, structuredClone(contacts[id]));
    }
    const twins = copy.log.flatMap((event) =>
      event.kind === "deployed" && fighters.includes(event.formation)
        ? [{ ...event, formation: name(event.formation) }]
        : [],
    );
    copy.log.push(...twins);
  });
}

const add = <T>(record: Readonly<Record<Id, T>>, id: Id, value: T) =>
  void ((record as Record<Id, T>)[id] = value);

function halve(state: FormationState): void {
  state.men /= 2;
  for (const kind of Object.keys(state.kit)) state.kit[kind]! /= 2;
  // What is sent ahead is counted piece by piece, by the order and not by the men.
  state.task = { ...state.task, count: 0 };
}

/** Every count of men and kit even, so that halves are whole. */
function evened(snapshot: Snapshot): Snapshot {
  return altered(snapshot, ({ world }) => {
    for (const state of Object.values(world.formations)) {
      if (state.status !== "active") continue;
      state.men += state.men % 2;
      for (const kind of Object.keys(state.kit)) state.kit[kind]! += state.kit[kind]! % 2;
      state.task = { ...state.task, count: 0 };
    }
  });
}

test("each formation or its two halves: the same odds, ground and loss rates, and within a man the same losses", () => {
  fc.assert(
    fc.property(randomGame, (war) => {
      for (const snapshot of snapshotsOf(war.setup, war.seed, TURNS).map(evened)) {
        for (const battle of fight(snapshot)) {
          const split = sameBattle(battle, fight(halved(snapshot, battle)))!;
          expect(split.attackers).toHaveLength(2 * battle.attackers.length);
          expect(split.defenders).toHaveLength(2 * battle.defenders.length);
          for (const { id, value } of battle.factors)
            expect(isNear(valueOf(split, id), value), id).toBe(true);
          expect(isNear(split.km, battle.km)).toBe(true);
          for (const side of ["attackerLosses", "defenderLosses"] as const) {
            expect(isNear(split[side].rate, battle[side].rate)).toBe(true);
            expect(Math.abs(split[side].men - battle[side].men)).toBeLessThanOrEqual(1);
          }
        }
      }
    }),
    RUNS,
  );
});

/** What does not count men and kit one by one: neither exits closed, nor pieces sent ahead, nor sorties. */
const OF_SCALE = ["axes", "breach", "air-on-attacker", "air-on-defender", "surprise"];

test("all men and kit doubled on wide ground: the same odds, and smaller shares lost by the size of the battle", () => {
  fc.assert(
    fc.property(randomGame, (war) => {
      for (const snapshot of snapshotsOf(war.setup, war.seed, TURNS)) {
        const other = fight(altered(snapshot, ({ world }) => doubled(world)));
        for (const battle of fight(snapshot)) {
          const twice = sameBattle(battle, other)!;
          for (const { id, value } of battle.factors)
            if (!OF_SCALE.includes(id)) expect(isNear(valueOf(twice, id), value), id).toBe(true);
          for (const side of ["attackerLosses", "defenderLosses"] as const)
            expectSmaller(snapshot.setup, battle[side].terms, twice[side].terms);
        }
      }
    }),
    RUNS,
  );
});

function doubled(world: World): void {
  for (const state of Object.values(world.formations)) {
    state.men *= 2;
    for (const kind of Object.keys(state.kit)) state.kit[kind]! *= 2;
  }
}

type Terms = BattleResolved["attackerLosses"]["terms"];

/** The size term falls by 2 to the minus .3, where it was below its cap. */
function expectSmaller({ parameters }: Setup, plain: Terms, twice: Terms): void {
  const size = (terms: Terms) => terms.find(({ id }) => id === "size")!.value;
  const { sizeCap, sizeExponent } = parameters.losses;
  if (size(plain) < sizeCap)
    expect(isNear(size(twice), size(plain) * 2 ** -sizeExponent)).toBe(true);
  else expect(size(twice)).toBeLessThanOrEqual(size(plain));
}

/** The first or the second half of a turn, as turns of six hours would have it, the world held still. */
function halfOf(snapshot: Snapshot, half: 1 | 2): Snapshot {
  const clock = { ...snapshot.setup.clock, turnHours: 6 };
  return {
    ...snapshot,
    setup: { ...snapshot.setup, clock },
    number: 2 * snapshot.number - 2 + half,
  };
}

/** Without what fades by the hour or is spent at once: scripted surprise, and pieces sent ahead. */
function steady(snapshot: Snapshot): Snapshot {
  return altered(snapshot, ({ setup, world }) => {
    Object.assign(setup, { surprise: [] });
    for (const state of Object.values(world.formations)) state.task = { ...state.task, count: 0 };
  });
}

test("two turns of six hours from one moment share their draw, and win and lose what one of twelve does", () => {
  fc.assert(
    fc.property(randomGame, (war) => {
      for (const snapshot of snapshotsOf(war.setup, war.seed, TURNS).map(steady)) {
        const halves = ([1, 2] as const).map((half) => fight(halfOf(snapshot, half)));
        for (const battle of fight(snapshot)) {
          const parts = halves.map((half) => sameBattle(battle, half)!);
          for (const part of parts) expect(part).toMatchObject(sharedBy(battle));
          const km = parts.reduce((sum, part) => sum + part.km, 0);
          expect(Math.abs(km - battle.km)).toBeLessThanOrEqual(0.0015);
          for (const side of ["attackerLosses", "defenderLosses"] as const) {
            const rates = parts.map((part) => rateOf(part[side].terms));
            expect(isNear(rates[0]! + rates[1]!, rateOf(battle[side].terms))).toBe(true);
          }
        }
      }
    }),
    RUNS,
  );
});

const sharedBy = ({ odds, draw, outcome, result }: BattleResolved) => ({
  odds,
  draw,
  outcome,
  result,
});

/** The share lost before the noise, which each turn draws anew. */
function rateOf(terms: Terms): number {
  return terms.reduce((rate, { id, value }) => (id === "noise" ? rate : rate * value), 1);
}

test("no battle adds to anybody: each side goes on with as many men and pieces as it had, or fewer", () => {
  fc.assert(
    fc.property(randomGame, (war) => {
      for (const [{ world }, battle] of battlesOf(war)) {
        for (const { formation, killed, wounded, kit } of battle.casualties) {
          const state = world.formations[formation]!;
          for (const lost of [killed, wounded, ...Object.values(kit)])
            expect(lost).toBeGreaterThanOrEqual(0);
          expect(killed + wounded).toBeLessThanOrEqual(state.men);
          for (const [kind, lost] of Object.entries(kit))
            expect(lost).toBeLessThanOrEqual(state.kit[kind]!);
        }
      }
    }),
    RUNS,
  );
});

test("who attacks nobody fights nobody, and an enemy who is not there is not fought", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const quiet = playWith(setup, TURNS, createChance(`random ${seed}`, setup), () => ({}));
      expect(quiet.events.flat().filter(({ kind }) => kind === "battle-resolved")).toEqual([]);
      for (const [{ world }, { attackers, defenders, place, link }] of battlesOf({ setup, seed })) {
        expect([attackers.length, defenders.length]).not.toContain(0);
        for (const one of [...attackers, ...defenders]) expect(one.men).toBeGreaterThan(0);
        if (link !== null) continue;
        for (const { formation } of defenders)
          expect(world.formations[formation]!.place).toBe(place);
      }
    }),
    RUNS,
  );
});

test("a defence without power is overrun at finite odds, as its ground and the caps allow", () => {
  fc.assert(
    fc.property(randomGame, (war) => {
      for (const [snapshot, battle] of battlesOf(war)) {
        const worst: Change = (state, formation) => {
          Object.assign(state, { cohesion: 0, supplyDays: 0, freshness: 0.5 });
          formation.quality = 1e-9;
        };
        const other = sameBattle(battle, fight(changed(snapshot, battle.defenders, worst)))!;
        expect(other.result).toBe("overrun");
        expect(Number.isFinite(other.odds) && Number.isFinite(other.km)).toBe(true);
        expect(other.advanceKm).toBeLessThanOrEqual(other.depthKm);
        expect(other.defenderLosses.rate).toBeLessThanOrEqual(snapshot.setup.parameters.losses.cap);
      }
    }),
    RUNS,
  );
});
