import type { BattleResolved, Combatant, Term } from "../events/types.ts";
import { heightsOver } from "../world/heights.ts";
import type { TroopClass } from "../world/parameters.ts";
import type { Formation, Id, Setup } from "../world/setup.ts";
import { isFed } from "./fed.ts";
import { menIn } from "./odds.ts";
import { surpriseExtent } from "./surprise.ts";
import { logged, type Standing, stateOf, type Turn, unitsAt } from "./turn.ts";

/** Training class of a formation. */
export function classOf(setup: Setup, id: Id): TroopClass {
  return setup.parameters.classes[(setup.formations[id] as Formation).class] as TroopClass;
}

type Weight = keyof Setup["parameters"]["cohesion"]["weights"];

/** Points of a term: weight, by how much of it happened, by scale and shock (7.1). */
function termsWith(turn: Turn, formation: Id) {
  const { scale, weights } = turn.setup.parameters.cohesion;
  const unit = scale * classOf(turn.setup, formation).shock;
  return (id: Weight, extent: number, rule: string): Term[] =>
    extent > 0 ? [{ id, points: unit * weights[id] * extent, rule }] : [];
}

/** 7.3: attackers feel losses, hunger and a failed assault; so do both sides of a meeting. */
export function attackerTerms(turn: Turn, battle: BattleResolved, one: Combatant): Term[] {
  const term = termsWith(turn, one.formation);
  return [
    ...term("losses", lossExtent(turn, battle, one), "7.3.1"),
    ...term("supply", stateOf(turn, one.formation).supplyDays <= 0 ? 1 : 0, "7.3.2"),
    // 4.9: a holding attack that gains nothing has not failed.
    ...(battle.link === null && !battle.holding ? repulseTerms(turn, battle, one) : []),
  ];
}

function repulseTerms(turn: Turn, battle: BattleResolved, { formation }: Combatant): Term[] {
  const { scale, weights } = turn.setup.parameters.cohesion;
  const { shock } = classOf(turn.setup, formation);
  const failed: Term = { id: "repulse", points: weights.repulse * shock, rule: "7.3.3" };
  const thrownBack: Term = {
    id: "thrown-back",
    points: scale * shock * weights.surprise,
    rule: "7.3.4",
  };
  return [
    ...(battle.outcome < 1 ? [failed] : []),
    ...(battle.result === "repulsed" ? [thrownBack] : []),
  ];
}

/** 7.2: the weights are McQuie's shares of why defenders gave way (`model.md` 8.6). */
export function defenderTerms(
  turn: Turn,
  battle: BattleResolved,
  one: Combatant,
  stands: Standing,
): Term[] {
  // In a meeting nobody holds ground, and both sides are shaken alike.
  if (battle.link !== null) return attackerTerms(turn, battle, one);
  const term = termsWith(turn, one.formation);
  const { parameters } = turn.setup;
  const rules = parameters.cohesion;
  const isMissed = depthOf(battle) > rules.reserveDepth && !hasReserve(turn, battle, stands);
  return [
    ...(battle.holding ? [] : penetrationTerms(turn, battle, one)),
    ...term("surprise", battle.holding ? 0 : surpriseExtent(parameters, battle.surprise), "7.2.2"),
    ...term("keyTerrain", hasLostKeyTerrain(turn, battle, stands) ? 1 : 0, "7.2.3"),
    ...term("losses", lossExtent(turn, battle, one), "7.2.4"),
    ...term("air", isUnderHeavyFire(turn, battle) ? 1 : 0, "7.2.5"),
    ...term("noReserve", isMissed ? 1 : 0, "7.2.6"),
    ...term("supply", stateOf(turn, one.formation).supplyDays <= 0 ? 1 : 0, "7.2.7"),
    ...term("reinforced", isReinforced(turn, battle) ? 1 : 0, "7.2.8"),
  ];
}

function depthOf(battle: BattleResolved): number {
  return battle.advanceKm / battle.depthKm;
}

/** Each tenth of its men lost in the battle is one full term. */
function lossExtent(turn: Turn, battle: BattleResolved, one: Combatant): number {
  const lost = battle.casualties.find((casualties) => casualties.formation === one.formation);
  const share = one.men > 0 && lost !== undefined ? (lost.killed + lost.wounded) / one.men : 0;
  return share / turn.setup.parameters.cohesion.lossStep;
}

/**
 * 7.2.1: how far and hard the attack came in; an encircled place under assault scores in full, unless
 * it feeds itself.
 */
function penetrationTerms(turn: Turn, battle: BattleResolved, one: Combatant): Term[] {
  if (battle.encircled && !isFed(turn, battle.place, battle.defender))
    return [encirclementTerm(turn, one.formation, 1, "7.2.1")];
  const { penetrationFull } = turn.setup.parameters.cohesion;
  const far = Math.min(1, Math.max(0, battle.km) / battle.depthKm);
  const hard = Math.min(1, battle.outcome / penetrationFull);
  return termsWith(turn, one.formation)("penetration", far * hard, "7.2.1");
}

/** What encirclement costs a formation, as a share of the weight of penetration (7.2.1, 9.3). */
export function encirclementTerm(turn: Turn, formation: Id, extent: number, rule: string): Term {
  const { scale, weights } = turn.setup.parameters.cohesion;
  const points = scale * classOf(turn.setup, formation).shock * weights.penetration * extent;
  return { id: "encirclement", points, rule };
}

/** 7.2.3: the enemy is half-way in, or his men hold a height over the place. */
function hasLostKeyTerrain(turn: Turn, battle: BattleResolved, stands: Standing): boolean {
  if (depthOf(battle) > turn.setup.parameters.cohesion.keyTerrainDepth) return true;
  return heightsOver(turn.setup, battle.place).some(
    (height) =>
      turn.world.places[height]?.holder === battle.attacker &&
      unitsAt(stands, height).some((unit) => unit.side === battle.attacker),
  );
}

/** 7.2.5: many effective sorties on each battalion group of the defender, or what broke in (5.3.3). */
function isUnderHeavyFire(turn: Turn, battle: BattleResolved): boolean {
  const { air, cohesion } = turn.setup.parameters;
  const groups = Math.max(1, menIn(battle.defenders) / air.battalionMen);
  return (battle.breach?.hits ?? 0) > 0 || battle.sortiesOnDefender / groups > cohesion.airSorties;
}

/** 7.2.6: a reserve of the side at the place, or at a neighbour where nobody attacks it in this turn. */
function hasReserve(turn: Turn, battle: BattleResolved, stands: Standing): boolean {
  const attacked = (place: Id) =>
    logged(turn, "battle-resolved").some((one) => one.link === null && one.place === place);
  const isReserve = (place: Id) =>
    unitsAt(stands, place).some((one) => one.side === battle.defender && one.state.reserve);
  if (isReserve(battle.place)) return true;
  const near = turn.setup.neighbours[battle.place] ?? [];
  return near.some(({ to }) => isReserve(to) && !attacked(to));
}

/** 7.2.8: the same side attacked in the turn before, and with so many men fewer. */
function isReinforced(turn: Turn, { attackers, menBefore }: BattleResolved): boolean {
  const { reinforcedShare } = turn.setup.parameters.cohesion;
  return menBefore > 0 && menIn(attackers) >= reinforcedShare * menBefore;
}
