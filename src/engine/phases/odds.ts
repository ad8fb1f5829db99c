import { exp, pow } from "../chance/arithmetic.ts";
import type { Combatant, Factor } from "../events/types.ts";
import type { Id } from "../world/id.ts";
import { areOpposed, type Position } from "../world/map.ts";
import type { Parameters, Posture, TerrainRow } from "../world/parameters.ts";
import { powerOf } from "./strength.ts";

/** Everything a battle's odds are made of; a forecast fills it from reports, the referee from truth. */
export interface BattleInput {
  readonly attackers: readonly Combatant[];
  readonly defenders: readonly Combatant[];
  readonly terrain: TerrainRow;
  readonly posture: Posture;
  readonly frontageMen: number;
  readonly builtUp: boolean;
  readonly axesFactor: number;
  readonly surprise: number;
  /** Pieces sent ahead that reached the defence. */
  readonly breaches: number;
  /** Share of the attackers' strength in heavy kit, and in men. */
  readonly heavyShare: number;
  readonly infantryShare: number;
  readonly weatherFactor: number;
  /** Effective sorties on each side. */
  readonly sortiesOnAttacker: number;
  readonly sortiesOnDefender: number;
}

/**
 * 5.4: the factors of a battle's odds in their fixed order, attacker over defender. They telescope:
 * each of the first six is the ratio of the two sides' running sums.
 */
export function factorsOf(parameters: Parameters, input: BattleInput): readonly Factor[] {
  const { attackers, defenders, terrain, posture } = input;
  return [
    ...runningFactors(attackers, defenders),
    { id: "frontage", value: frontageFactor(parameters, input), rule: "5.4.6" },
    { id: "axes", value: input.axesFactor, rule: "5.4.7" },
    { id: "surprise", value: input.surprise, rule: "5.4.8" },
    { id: "breach", value: pow(parameters.breach.power, input.breaches), rule: "5.4.15" },
    { id: "combined-arms", value: combinedArms(parameters, input), rule: "5.4.9" },
    { id: "weather", value: input.weatherFactor, rule: "5.4.10" },
    {
      id: "air-on-attacker",
      value: 1 - suppression(parameters, input.sortiesOnAttacker, menIn(attackers)),
      rule: "5.4.11",
    },
    {
      id: "air-on-defender",
      value: 1 / (1 - suppression(parameters, input.sortiesOnDefender, menIn(defenders))),
      rule: "5.4.12",
    },
    { id: "posture", value: 1 / parameters.postures[posture].power, rule: "5.4.13" },
    { id: "terrain", value: posture === "meeting" ? 1 : 1 / terrain.defence, rule: "5.4.14" },
  ];
}

/** The odds: the left fold of the factors, and nothing else. */
export function oddsOf(factors: readonly Factor[]): number {
  return factors.reduce((product, factor) => product * factor.value, 1);
}

/** What the running sums take in, one after the other, with the paragraph of each. */
const STEPS = [
  ["numbers", "5.4.1"],
  ["quality", "5.4.2"],
  ["cohesion", "5.4.3"],
  ["freshness", "5.4.4"],
  ["supply", "5.4.5"],
  ["command", "5.4.16"],
] as const;

function runningFactors(
  attackers: readonly Combatant[],
  defenders: readonly Combatant[],
): Factor[] {
  const attack = runningSums(attackers);
  const defence = runningSums(defenders);
  let before = 1;
  return STEPS.map(([id, rule], at) => {
    const ratio = (attack[at] as number) / (defence[at] as number);
    const value = ratio / before;
    before = ratio;
    return { id, value, rule };
  });
}

/** Sums of strength, then times quality, cohesion, freshness, supply and command in turn. */
function runningSums(side: readonly Combatant[]): number[] {
  const sums = [0, 0, 0, 0, 0, 0];
  for (const one of side) {
    let product = one.strength;
    sums[0] = (sums[0] as number) + product;
    product *= one.quality;
    sums[1] = (sums[1] as number) + product;
    product *= one.cohesionFactor;
    sums[2] = (sums[2] as number) + product;
    product *= one.freshness;
    sums[3] = (sums[3] as number) + product;
    product *= one.supplyFactor;
    sums[4] = (sums[4] as number) + product;
    product *= one.commandFactor;
    sums[5] = (sums[5] as number) + product;
  }
  return sums;
}

/** Men of a side's combatants. */
export function menIn(side: readonly Combatant[]): number {
  return side.reduce((sum, one) => sum + one.men, 0);
}

/** Power of a side's combatants. */
export function powerIn(side: readonly Combatant[]): number {
  return side.reduce((sum, one) => sum + powerOf(one), 0);
}

/** 5.4.7: more distinct approaches help; all exits held count as one step more, from three axes. */
export function axesFactor(
  parameters: Parameters,
  places: Readonly<Record<Id, Position>>,
  place: Id,
  axes: readonly Id[],
  encircled: boolean,
): number {
  const { axes: steps, adjacentAxesFactor } = parameters.odds;
  const step = (count: number) => steps[Math.min(count, steps.length) - 1] ?? 1;
  if (axes.length < 2) return step(1);
  if (axes.length === 2) {
    const opposed = areOpposed(places, place, axes[0] as Id, axes[1] as Id);
    return opposed ? step(2) : adjacentAxesFactor;
  }
  return step(encircled ? axes.length + 1 : axes.length);
}

/** Men beyond a place's frontage fight at part of their worth, on either side. */
function frontageFactor(parameters: Parameters, input: BattleInput): number {
  const share = (men: number) => {
    if (men <= input.frontageMen) return 1;
    return (input.frontageMen + (men - input.frontageMen) * parameters.odds.beyondFrontage) / men;
  };
  return share(menIn(input.attackers)) / share(menIn(input.defenders));
}

/** Towns and fortified places want both heavy weapons and infantry. */
function combinedArms(parameters: Parameters, input: BattleInput): number {
  const { combinedArms: penalty, heavyShare, infantryShare } = parameters.odds;
  if (!input.builtUp && input.posture !== "fortified") return 1;
  return input.heavyShare < heavyShare || input.infantryShare < infantryShare ? penalty : 1;
}

/** Share of a side's power kept down by air for this turn; sorties are spread over its battalions. */
function suppression(parameters: Parameters, sorties: number, men: number): number {
  if (sorties <= 0) return 0;
  const { suppressionMaximum, suppressionScale, battalionMen } = parameters.air;
  const groups = Math.max(1, men / battalionMen);
  return suppressionMaximum * (1 - exp(-sorties / groups / suppressionScale));
}
