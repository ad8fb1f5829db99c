import { clamp, interpolate, lognormalOf, pow, toThousandth } from "../chance/arithmetic.ts";
import { type Factor, type Result, RESULTS } from "../events/types.ts";
import type { Parameters, Posture, TerrainRow } from "../world/parameters.ts";
import { surpriseExtent } from "./surprise.ts";

/** 5.5: realised odds R* = odds × (u / (1 − u))^(1/b); `model.md` 8.3. */
export function outcomeOf(parameters: Parameters, odds: number, u: number): number {
  return odds * pow(u / (1 - u), 1 / parameters.odds.sharpness);
}

/** 5.6: the result's name; what follows from it stays continuous. */
export function resultOf({ odds }: Parameters, outcome: number): Result {
  return RESULTS[odds.bands.findLastIndex((least) => outcome >= least) + 1] as Result;
}

/** Chance of each result at given odds, in closed form: P(R* > x) = 1 / (1 + (x / odds)^b). */
export function chancesOf(
  { odds: { sharpness, bands } }: Pick<Parameters, "odds">,
  odds: number,
): Record<Result, number> {
  const atLeast = (x: number) => 1 / (1 + pow(x / odds, sharpness));
  const reached = bands.map(atLeast);
  const [held, gain, forced, overrun] = reached as [number, number, number, number];
  return {
    repulsed: 1 - held,
    held: held - gain,
    "limited-gain": gain - forced,
    "forced-back": forced - overrun,
    overrun,
  };
}

/** What decides how far an attack comes: hours of the turn, and where and when it is fought. */
export interface Ground {
  readonly parameters: Parameters;
  readonly terrain: TerrainRow;
  readonly posture: Posture;
  readonly hours: number;
  readonly night: boolean;
  readonly weather: string;
}

/** 5.7: kilometres won this turn; a failed attack gives some back. */
export function groundOf(
  { parameters, terrain, posture, hours, night, weather }: Ground,
  outcome: number,
): number {
  if (outcome < 1) return toThousandth(-parameters.ground.counterAttackKmPerHour * hours);
  const perDay = interpolate(
    parameters.ground.kmPerDay[parameters.postures[posture].column],
    outcome,
  );
  const light = night ? parameters.night.advance : 1;
  const mud = parameters.weathers[weather]?.advance ?? 1;
  return toThousandth((perDay * hours * terrain.advance * light * mud) / 24);
}

/** What one side's losses are made of. */
export interface LossInput {
  readonly parameters: Parameters;
  readonly attacking: boolean;
  readonly men: number;
  /** Realised odds of this side over the other. */
  readonly odds: number;
  readonly terrain: TerrainRow;
  readonly posture: Posture;
  readonly hours: number;
  readonly night: boolean;
  readonly surprise: number;
  /** Whether the attackers only hold the enemy in place. */
  readonly holding: boolean;
  readonly noise: number;
}

/** 5.8: the terms of one side's loss rate, in order; the rate is their left fold, capped. */
export function lossTermsOf(input: LossInput): readonly Factor[] {
  const { parameters, attacking, terrain, posture } = input;
  const { losses, night } = parameters;
  const term = (id: string, value: number, step: number): Factor => ({
    id,
    value,
    rule: `5.8.${step}`,
  });
  return [
    term("base", (baseRate(parameters, attacking, posture) * input.hours) / 24, 1),
    term("size", sizeFactor(parameters, input.men), 2),
    term("opposition", interpolate(losses.opposition, input.odds), 3),
    term("terrain", terrain.casualties, 4),
    term("posture", postureLosses(parameters, attacking, posture), 5),
    term("night", input.night ? night.losses : 1, 6),
    term("surprised", attacking ? 1 : surprisedLosses(parameters, input.surprise), 7),
    term("noise", lognormalOf(input.noise, losses.noiseSigma), 8),
    ...(input.holding ? [{ id: "holding", value: losses.holding, rule: "4.9" }] : []),
  ];
}

/** In a meeting nobody defends: both sides lose at the mean of the two rates. */
function baseRate({ losses }: Parameters, attacking: boolean, posture: Posture): number {
  if (posture === "meeting") return (losses.attackerPerDay + losses.defenderPerDay) / 2;
  return attacking ? losses.attackerPerDay : losses.defenderPerDay;
}

/** 5.8.5: cover lowers the defender's losses; one who gives way lowers both sides'. */
function postureLosses({ postures }: Parameters, attacking: boolean, posture: Posture): number {
  return attacking ? postures[posture].attackerLosses : postures[posture].losses;
}

/** 5.8.7: the more he is surprised the more a defender loses, on the scale of all surprise. */
function surprisedLosses(parameters: Parameters, surprise: number): number {
  return 1 + (parameters.losses.surprised - 1) * surpriseExtent(parameters, surprise);
}

/** Small forces lose a larger share: (men / 10,000)^-exponent, capped (`model.md` 8.5). */
function sizeFactor(parameters: Parameters, men: number): number {
  const { sizeMen, sizeExponent, sizeCap } = parameters.losses;
  return men <= 0 ? 0 : Math.min(sizeCap, pow(men / sizeMen, -sizeExponent));
}

/** The rate the terms give, with what is added to it, between 0 and the cap. */
export function lossRate(parameters: Parameters, terms: readonly Factor[], added: number): number {
  const rate = terms.reduce((product, term) => product * term.value, 1);
  return clamp(rate + added, 0, parameters.losses.cap);
}
