import { clamp, logistic, toThousandth } from "../chance/arithmetic.ts";
import { rulingOn } from "../chance/rulings.ts";
import type { BattleResolved, BreakTest, CohesionLost, Combatant, Term } from "../events/types.ts";
import type { Id } from "../world/setup.ts";
import { attackerTerms, classOf, defenderTerms } from "./cohesion-terms.ts";
import { isPursued } from "./pursuit.ts";
import { isCovered } from "./rearguard.ts";
import { rout } from "./rout.ts";
import { logged, type Phase, sideOf, type Standing, standing, stateOf, type Turn } from "./turn.ts";

/**
 * 7: each engaged formation loses cohesion by what happened to it, then is tested for breaking:
 * once a turn (7.4), for the first of its battles. All are tested before any of them runs.
 */
export const cohesion: Phase = (turn) => {
  const battles = logged(turn, "battle-resolved");
  if (battles.length === 0) return [];
  const stands = standing(turn);
  const shaken = battles.flatMap((battle) => shakenIn(turn, battle, stands));
  const tested = shaken.filter(
    ({ event }, at) =>
      shaken.findIndex((other) => other.event.formation === event.formation) === at,
  );
  const broken = new Set(
    tested.filter(({ test }) => test.broke).map(({ event }) => event.formation),
  );
  return tested.flatMap((one) =>
    one.test.broke ? [one.event, routOf(turn, one, stands, broken)] : [one.event],
  );
};

interface Shaken {
  readonly battle: BattleResolved;
  readonly isDefender: boolean;
  readonly event: CohesionLost;
  readonly test: BreakTest;
}

function shakenIn(turn: Turn, battle: BattleResolved, stands: Standing): Shaken[] {
  const attackers = battle.attackers.map((one) =>
    shake(turn, battle, one, attackerTerms(turn, battle, one)),
  );
  const defenders = battle.defenders.map((one) =>
    shake(turn, battle, one, defenderTerms(turn, battle, one, stands)),
  );
  return [...attackers, ...defenders].filter((one) => one !== null);
}

/** Cohesion lost, and the test; null for who was lost in the battle itself. */
function shake(
  turn: Turn,
  battle: BattleResolved,
  one: Combatant,
  terms: readonly Term[],
): Shaken | null {
  const { formation } = one;
  const state = stateOf(turn, formation);
  if (state.status !== "active") return null;
  const lost = terms.reduce((sum, term) => sum + term.points, 0);
  const left = toThousandth(clamp(state.cohesion - lost, 0, 100));
  const place = one.from ?? battle.place;
  const test = testOf(turn, formation, place, left);
  const event: CohesionLost = {
    kind: "cohesion-lost",
    formation,
    place,
    cause: "battle",
    terms,
    cohesion: left,
    test,
  };
  return { battle, isDefender: one.from === null, event, test };
}

/** 7.4: the chance rises smoothly as cohesion falls below the class's break point; White may rule. */
function testOf(turn: Turn, formation: Id, place: Id, cohesionLeft: number): BreakTest {
  const draw = turn.chance.draw("break", turn.number, place, formation);
  const { breakPoint } = classOf(turn.setup, formation);
  const { breakSlope } = turn.setup.parameters.cohesion;
  const chance = logistic((breakPoint - cohesionLeft) / breakSlope);
  const ruled = rulingOn(turn.rulings, "break", formation);
  const broke = ruled?.breaks ?? draw.u < chance;
  return { chance, draw, ruling: ruled?.reason ?? null, broke };
}

function routOf(
  turn: Turn,
  { battle, isDefender, event: { formation, place } }: Shaken,
  stands: Standing,
  broken: ReadonlySet<Id>,
) {
  return rout(turn, formation, place, stands, {
    encircled: isDefender && battle.encircled,
    pursued: isDefender && isPursued(turn, battle),
    rearguard: isCovered(stands, place, sideOf(turn, formation), formation, broken),
  });
}
