import { expect, test } from "vitest";
import type { BattleResolved, FormationState, Id, Setup } from "../../src/engine/index.ts";
import { altered, fight, sameBattle, snapshotsOf } from "../support/battle-snapshot.ts";
import { SHIPPED } from "../support/shipped.ts";

/** Every battle of some random turns of the scenario that ships, as it is and with one side changed. */
function* changedBattles(
  who: "attackers" | "defenders",
  change: (setup: Setup, states: Readonly<Record<Id, FormationState>>, id: Id) => void,
): Generator<readonly [BattleResolved, BattleResolved]> {
  for (const snapshot of SNAPSHOTS) {
    for (const battle of fight(snapshot)) {
      const copy = altered(snapshot, ({ setup, world }) => {
        for (const { formation } of battle[who]) change(setup, world.formations, formation);
      });
      const other = sameBattle(battle, fight(copy));
      if (other !== undefined) yield [battle, other];
    }
  }
}

const SNAPSHOTS = [1, 2].flatMap((seed) => snapshotsOf(SHIPPED, seed, 5));

const raiseQuality = (setup: Setup, _: unknown, id: Id) =>
  void ((setup.formations as Record<Id, { quality: number }>)[id]!.quality *= 1.25);

const raiseCohesion = (_: unknown, states: Readonly<Record<Id, FormationState>>, id: Id) =>
  void (states[id]!.cohesion = 100);

test("5.4.2 in the battles of whole turns better attackers have better odds, and better defenders face worse", () => {
  let battles = 0;
  for (const [plain, better] of changedBattles("attackers", raiseQuality)) {
    battles++;
    expect(better.odds, plain.place).toBeCloseTo(plain.odds * 1.25, 6);
    expect(better.outcome).toBeGreaterThan(plain.outcome);
    expect(better.km).toBeGreaterThanOrEqual(plain.km);
  }
  expect(battles).toBeGreaterThan(3);
  for (const [plain, worse] of changedBattles("defenders", raiseQuality)) {
    expect(worse.odds, plain.place).toBeCloseTo(plain.odds / 1.25, 6);
    expect(worse.km).toBeLessThanOrEqual(plain.km);
  }
});

test("5.4.3 in the battles of whole turns defenders of full cohesion never face better odds", () => {
  for (const [plain, firm] of changedBattles("defenders", raiseCohesion)) {
    expect(firm.odds, plain.place).toBeLessThanOrEqual(plain.odds * (1 + 1e-9));
    expect(firm.draw).toEqual(plain.draw);
  }
});
