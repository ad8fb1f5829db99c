import type { Combatant, Deployed } from "../events/types.ts";
import { findLink } from "../world/map.ts";
import { POSTURES, type Posture, type TerrainRow } from "../world/parameters.ts";
import type { Id, Place } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";
import { type Sides, sidesOf } from "./combatants.ts";
import { relievedOf } from "./rotation.ts";
import { axesFactor, type BattleInput, menIn, powerIn } from "./odds.ts";
import { kitStrength } from "./strength.ts";
import { NOT_SURPRISED, type Surprised, surpriseIn } from "./surprise.ts";
import {
  enemyMenAt,
  logged,
  sideOf,
  type Standing,
  standing,
  stateOf,
  type Turn,
  type Unit,
  unitsAt,
} from "./turn.ts";

/** Who fights whom where, before anything is computed. */
export interface Engagement extends Sides {
  readonly place: Id;
  readonly link: Id | null;
  readonly attacker: Id;
  readonly defender: Id;
  readonly terrain: TerrainRow;
  readonly posture: Posture;
  /** Approaches that count, in id order. */
  readonly axes: readonly Id[];
  readonly encircled: boolean;
  readonly surprise: Surprised;
  /** Whether all attackers only hold the enemy in place (4.9). */
  readonly holding: boolean;
  /** Formations at the place that others have relieved in the line (3.6). */
  readonly relieved: readonly Id[];
}

/** Every battle of the turn, meetings first, each list in id order: what movement led to. */
export function engagementsOf(turn: Turn): readonly Engagement[] {
  const drawnUp = logged(turn, "deployed");
  if (drawnUp.length === 0) return [];
  // 8.6: a column that was lost on the road fights nobody.
  const deployed = drawnUp.filter((one) => stateOf(turn, one.formation).status === "active");
  const stands = standing(turn);
  return [...meetingsOf(turn, deployed), ...assaultsOf(turn, deployed, stands)];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups: Record<string, T[]> = {};
  for (const item of items) (groups[keyOf(item)] ??= []).push(item);
  return Object.keys(groups)
    .toSorted()
    .map((key) => [key, groups[key] as T[]]);
}

/** 4.5: a link's meeting; the side that moves from the link's first end is the attacker by name. */
function meetingsOf(turn: Turn, deployed: readonly Deployed[]): Engagement[] {
  const meeting = deployed.filter((one) => one.meeting);
  const byLink = groupBy(meeting, (one) => findLink(turn.setup, one.at, one.against)?.link ?? "");
  return byLink.flatMap(([link, all]) => {
    const from = turn.setup.links[link]?.a;
    const first = all.filter((one) => one.at === from);
    const second = all.filter((one) => one.at !== from);
    return first.length > 0 && second.length > 0 ? [meetingOn(turn, link, first, second)] : [];
  });
}

function meetingOn(
  turn: Turn,
  link: Id,
  first: readonly Deployed[],
  second: readonly Deployed[],
): Engagement {
  const place = (second[0] as Deployed).at;
  const terrain = terrainAt(turn, place);
  const attacker = sideOf(turn, (first[0] as Deployed).formation);
  const defender = sideOf(turn, (second[0] as Deployed).formation);
  return {
    place,
    link,
    attacker,
    defender,
    ...sidesOf(turn, terrain, first.map(entrant), second.map(entrant)),
    terrain,
    posture: "meeting",
    axes: [],
    encircled: false,
    surprise: NOT_SURPRISED,
    holding: false,
    relieved: [],
  };
}

function entrant({ formation, at }: Deployed) {
  return { formation, from: at };
}

function assaultsOf(turn: Turn, deployed: readonly Deployed[], stands: Standing): Engagement[] {
  const assaults = deployed.filter((one) => !one.meeting);
  const byPlaceAndSide = groupBy(
    assaults,
    (one) => `${one.against} ${sideOf(turn, one.formation)}`,
  );
  return byPlaceAndSide.flatMap(([, all]) => {
    const defenders = defendersAt(turn, all[0] as Deployed, stands);
    return defenders.length > 0 ? [assaultOn(turn, all, defenders, stands)] : [];
  });
}

/** Every enemy formation at the place that has met nobody on a road; with more than two sides, of the side with most men there. */
function defendersAt(turn: Turn, assault: Deployed, stands: Standing): readonly Unit[] {
  const side = sideOf(turn, assault.formation);
  const isFree = (id: Id) =>
    !logged(turn, "deployed").some((one) => one.meeting && one.formation === id);
  const enemies = unitsAt(stands, assault.against).filter(
    (unit) => unit.side !== side && isFree(unit.id),
  );
  const bySide = groupBy(enemies, (unit) => unit.side);
  const men = ([, units]: [string, Unit[]]) => units.reduce((sum, { state }) => sum + state.men, 0);
  return bySide.toSorted((a, b) => men(b) - men(a))[0]?.[1] ?? [];
}

function assaultOn(
  turn: Turn,
  all: readonly Deployed[],
  units: readonly Unit[],
  stands: Standing,
): Engagement {
  const place = (all[0] as Deployed).against;
  const terrain = terrainAt(turn, place);
  const relieved = relievedOf(units);
  const fighting = units.filter((unit) => !relieved.includes(unit));
  const within = fighting.map((unit) => ({ formation: unit.id, from: null }));
  const sides = sidesOf(turn, terrain, all.map(entrant), within);
  const attacker = sideOf(turn, (all[0] as Deployed).formation);
  const defender = (units[0] as Unit).side;
  return {
    place,
    link: null,
    attacker,
    defender,
    ...sides,
    terrain,
    posture: postureOf(turn, fighting),
    axes: countedAxes(turn, sides.attackers),
    encircled: isEncircled(turn, place, defender, menIn(sides.defenders), stands),
    surprise: surpriseIn(turn, place, attacker, defender, sides.attackers),
    holding: all.every(({ verb }) => verb === "fix"),
    relieved: relieved.map(({ id }) => id),
  };
}

function terrainAt(turn: Turn, place: Id): TerrainRow {
  const { parameters, places } = turn.setup;
  return parameters.terrains[(places[place] as Place).terrain] as TerrainRow;
}

/** 5.4.13: the posture of most of the defender's men; on a tie the weaker one. */
function postureOf(turn: Turn, units: readonly Unit[]): Posture {
  const men: Partial<Record<Posture, number>> = {};
  for (const { state } of units) {
    const posture = ownPosture(state);
    men[posture] = (men[posture] ?? 0) + state.men;
  }
  const power = (posture: Posture) => turn.setup.parameters.postures[posture].power;
  const found = POSTURES.filter((posture) => men[posture] !== undefined);
  return (
    found.toSorted((a, b) => (men[b] ?? 0) - (men[a] ?? 0) || power(a) - power(b))[0] ?? "hasty"
  );
}

function ownPosture({ task, works }: FormationState): Posture {
  if (task.verb === "delay") return "delay";
  return task.verb === "withdraw" || task.verb === "move" ? "withdrawal" : works;
}

/** 5.4.7: an approach counts when a share of the attack's power comes along it. */
function countedAxes(turn: Turn, attackers: readonly Combatant[]): readonly Id[] {
  const all = powerIn(attackers);
  const { axisShare } = turn.setup.parameters.odds;
  const byApproach = groupBy(attackers, (one) => one.from ?? "");
  return byApproach.filter(([, some]) => powerIn(some) >= axisShare * all).map(([from]) => from);
}

/** 5.4.7: every exit is closed by enemy men in strength; those who attack from it count. */
export function isEncircled(
  turn: Turn,
  place: Id,
  defender: Id,
  men: number,
  stands: Standing,
): boolean {
  const { exitMen, exitShare } = turn.setup.parameters.odds;
  const needed = Math.max(exitMen, exitShare * men);
  const exits = turn.setup.neighbours[place] ?? [];
  return exits.every((exit) => enemyMenAt(stands, exit.to, defender) >= needed);
}

/** What the odds are made of, with air and surprise as they stand in this turn. */
export function inputOf(turn: Turn, engagement: Engagement, breaches: number): BattleInput {
  const { parameters, places } = turn.setup;
  const { attackers, defenders, terrain, posture, place } = engagement;
  const at = places[place] as Place;
  const strength = attackers.reduce((sum, one) => sum + one.strength, 0);
  const held = attackers.map((one) => stateOf(turn, one.formation));
  return {
    attackers,
    defenders,
    terrain,
    posture,
    frontageMen: at.frontageMen,
    builtUp: parameters.placeKinds[at.kind]?.builtUp ?? false,
    axesFactor: axesFactor(parameters, places, place, engagement.axes, engagement.encircled),
    surprise: engagement.surprise.factor,
    breaches,
    heavyShare: kitStrength(parameters, terrain, held, (row) => row.heavy) / strength,
    infantryShare: menIn(attackers) / strength,
    weatherFactor:
      posture === "meeting" ? 1 : (parameters.weathers[turn.world.weather]?.attack ?? 1),
    sortiesOnAttacker: sortiesOn(turn, engagement, engagement.attacker),
    sortiesOnDefender: sortiesOn(turn, engagement, engagement.defender),
  };
}

/** Effective close-support sorties flown against one side of a battle. */
export function sortiesOn(turn: Turn, { place, link }: Engagement, side: Id): number {
  if (link !== null) return 0;
  let sum = 0;
  for (const flown of logged(turn, "sorties-flown")) {
    const near = flown.mission === "support" && flown.target === place;
    if (near && turn.setup.wings[flown.wing]?.against.includes(side)) sum += flown.effective;
  }
  return sum;
}
