import { clamp, logistic, toThousandth } from "../chance/arithmetic.ts";
import type { BattleResolved, CohesionLost, Combatant, Event, Term } from "../events/types.ts";
import type { TroopClass } from "../world/parameters.ts";
import type { Formation, Id, Setup } from "../world/setup.ts";
import { menIn } from "./odds.ts";
import { rout } from "./rout.ts";
import {
  logged,
  type Phase,
  type Standing,
  standing,
  stateOf,
  type Turn,
  unitsAt,
} from "./turn.ts";

/**
 * 7: each engaged formation loses cohesion by what happened to it, then is tested for breaking:
 * once a turn (7.4), for the first of its battles.
 */
export const cohesion: Phase = (turn) => {
  const stands = standing(turn);
  const shakenAlready = new Set<Id>();
  const isNew = ({ formation }: Combatant) => {
    const fresh = !shakenAlready.has(formation);
    shakenAlready.add(formation);
    return fresh;
  };
  return logged(turn, "battle-resolved").flatMap((battle) => [
    ...battle.attackers
      .filter(isNew)
      .flatMap((one) => shaken(turn, battle, one, attackerTerms(turn, battle, one), stands)),
    ...battle.defenders
      .filter(isNew)
      .flatMap((one) => shaken(turn, battle, one, termsFor(turn, battle, one, stands), stands)),
  ]);
};

/** Training class of a formation. */
export function classOf(setup: Setup, id: Id): TroopClass {
  return setup.parameters.classes[(setup.formations[id] as Formation).class] as TroopClass;
}

/** Points of a term: weight, by how much of it happened, by scale and shock (7.1). */
function termsWith(turn: Turn, id: Id) {
  const { scale, weights } = turn.setup.parameters.cohesion;
  const unit = scale * classOf(turn.setup, id).shock;
  return (name: keyof typeof weights, extent: number, rule: string): Term[] =>
    extent > 0 ? [{ id: name, points: unit * weights[name] * extent, rule }] : [];
}

function lossShare(battle: BattleResolved, one: Combatant): number {
  const lost = battle.casualties.find((casualties) => casualties.formation === one.formation);
  return one.men > 0 && lost !== undefined ? (lost.killed + lost.wounded) / one.men : 0;
}

/** 7.3: attackers feel losses, hunger and a failed assault. */
function attackerTerms(turn: Turn, battle: BattleResolved, one: Combatant): Term[] {
  const term = termsWith(turn, one.formation);
  const { weights } = turn.setup.parameters.cohesion;
  const { shock } = classOf(turn.setup, one.formation);
  const failed: Term = { id: "repulse", points: weights.repulse * shock, rule: "7.3.3" };
  return [
    ...term("losses", lossShare(battle, one) / 0.1, "7.3.1"),
    ...term("supply", stateOf(turn, one.formation).supplyDays <= 0 ? 1 : 0, "7.3.2"),
    ...(battle.outcome < 1 && battle.link === null ? [failed] : []),
  ];
}

/** In a meeting nobody holds ground, and both sides are shaken alike. */
function termsFor(turn: Turn, battle: BattleResolved, one: Combatant, stands: Standing): Term[] {
  return battle.link === null
    ? defenderTerms(turn, battle, one, stands)
    : attackerTerms(turn, battle, one);
}

/** 7.2: the weights are McQuie's shares of why defenders gave way (`model.md` 8.6). */
function defenderTerms(
  turn: Turn,
  battle: BattleResolved,
  one: Combatant,
  stands: Standing,
): Term[] {
  const term = termsWith(turn, one.formation);
  const rules = turn.setup.parameters.cohesion;
  const depth = battle.advanceKm / battle.depthKm;
  const { surpriseFull } = turn.setup.parameters.odds;
  return [
    ...term("penetration", penetrationOf(battle), "7.2.1"),
    ...term("surprise", clamp((battle.surprise - 1) / (surpriseFull - 1), 0, 1), "7.2.2"),
    ...term("keyTerrain", depth > rules.keyTerrainDepth ? 1 : 0, "7.2.3"),
    ...term("losses", lossShare(battle, one) / 0.1, "7.2.4"),
    ...term("air", sortiesAGroup(turn, battle) > rules.airSorties ? 1 : 0, "7.2.5"),
    ...term(
      "noReserve",
      depth > rules.reserveDepth && !hasReserve(turn, battle, stands) ? 1 : 0,
      "7.2.6",
    ),
    ...term("supply", stateOf(turn, one.formation).supplyDays <= 0 ? 1 : 0, "7.2.7"),
  ];
}

/** How far and hard the attack came in; an encircled place under assault scores in full. */
function penetrationOf(battle: BattleResolved): number {
  if (battle.encircled) return 1;
  return Math.min(1, Math.max(0, battle.km) / battle.depthKm) * Math.min(1, battle.outcome / 1.5);
}

/** Effective sorties on each battalion group of the defender. */
function sortiesAGroup(turn: Turn, battle: BattleResolved): number {
  const groups = menIn(battle.defenders) / turn.setup.parameters.air.battalionMen;
  return battle.sortiesOnDefender / Math.max(1, groups);
}

/** A reserve of the side at the place or at a neighbour. */
function hasReserve(turn: Turn, battle: BattleResolved, stands: Standing): boolean {
  const near = [
    battle.place,
    ...(turn.setup.neighbours[battle.place] ?? []).map((link) => link.to),
  ];
  return near.some((place) =>
    unitsAt(stands, place).some((one) => one.side === battle.defender && one.state.reserve),
  );
}

function shaken(
  turn: Turn,
  battle: BattleResolved,
  one: Combatant,
  terms: readonly Term[],
  stands: Standing,
): Event[] {
  const { formation } = one;
  const state = stateOf(turn, formation);
  if (state.status !== "active") return [];
  const lost = terms.reduce((sum, term) => sum + term.points, 0);
  const left = toThousandth(clamp(state.cohesion - lost, 0, 100));
  const at = one.from ?? battle.place;
  const draw = turn.chance.draw("break", turn.number, at, formation);
  // 7.4: the chance rises smoothly as cohesion falls below the class's breakpoint.
  const { breakPoint } = classOf(turn.setup, formation);
  const chance = logistic((breakPoint - left) / turn.setup.parameters.cohesion.breakSlope);
  const encircled = one.from === null && battle.encircled;
  const event: CohesionLost = {
    kind: "cohesion-lost",
    formation,
    place: at,
    cause: "battle",
    terms,
    cohesion: left,
    test: { chance, draw },
  };
  return draw.u < chance ? [event, rout(turn, formation, at, encircled, stands)] : [event];
}
