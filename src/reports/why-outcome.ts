import pow from "@stdlib/math-base-special-pow";
import {
  type BattleResolved,
  chancesOf,
  type Event,
  type Parameters,
  RESULTS,
} from "../engine/index.ts";
import { percent } from "./tell-fighting.ts";
import { shiftText } from "./why-odds.ts";
import { fixed, rounded } from "./wording.ts";

/** The draw with the chance of every result, and what it made of the odds, or White's ruling. */
export function outcomeTexts(
  { odds, draw, outcome, ruling }: BattleResolved,
  parameters: Pick<Parameters, "odds">,
): string[] {
  const { sharpness } = parameters.odds;
  const multiplier = pow(draw.u / (1 - draw.u), 1 / sharpness);
  const made = `${fixed(odds, 4)} x ${fixed(multiplier, 4)} = ${fixed(odds * multiplier, 4)}`;
  const drawn = `R* = odds x (u/(1-u))^(1/${rounded(sharpness, 3)}) = ${made} (5.5)`;
  return [
    `Chances (5.6): ${chancesText(parameters, odds)}.`,
    `Draw ${draw.key}: u = ${fixed(draw.u, 6)}, ${shiftText(multiplier)} shifts, ${percent(1 - draw.u)} better`,
    ...(ruling === null
      ? [drawn]
      : [`As drawn: ${drawn}`, `R* = ${fixed(outcome, 4)} as White ruled (5.11): ${ruling}`]),
  ];
}

/** The result's name, the ground, and whether the place fell. */
export function resultTexts(battle: BattleResolved, events: readonly Event[]): string[] {
  const result = `Result (5.6): ${nameOfResult(battle)}.`;
  return battle.link === null ? [result, groundText(battle, events)] : [result];
}

/** The chance of each result of a battle at given odds, the best for the attacker first. */
export function resultChances(
  parameters: Pick<Parameters, "odds">,
  odds: number,
): readonly { readonly result: string; readonly chance: number }[] {
  const chances = chancesOf(parameters, odds);
  return RESULTS.toReversed().map((result) => ({
    result: wordsOf(result),
    chance: chances[result],
  }));
}

function chancesText(parameters: Pick<Parameters, "odds">, odds: number): string {
  const named = resultChances(parameters, odds).map(
    ({ result, chance }) => `${result} ${percent(chance)}`,
  );
  return named.join(", ");
}

function nameOfResult({ result, holding }: BattleResolved): string {
  return holding ? `${wordsOf(result)}; a holding attack takes no ground (4.9)` : wordsOf(result);
}

function wordsOf(result: BattleResolved["result"]): string {
  return result.replaceAll("-", " ");
}

/** The marker against the depth, and the fall that hangs on it. */
function groundText(battle: BattleResolved, events: readonly Event[]): string {
  const { km, advanceKm, depthKm } = battle;
  const won = `${km > 0 ? "+" : ""}${rounded(km, 3)} km`;
  const marker = `marker at ${rounded(advanceKm, 3)} of ${rounded(depthKm, 3)} km`;
  return `Ground ${won} (5.7): ${marker}; ${fallText(battle, events)} (8.4).`;
}

function fallText(battle: BattleResolved, events: readonly Event[]): string {
  const { place, attacker, advanceKm, depthKm } = battle;
  const fell = events.some(
    (one) => one.kind === "place-taken" && one.place === place && one.by === attacker,
  );
  const isThrough = advanceKm >= depthKm;
  if (fell) return isThrough ? "it falls" : "it falls, since nobody is left to hold it";
  if (isThrough) return "yet it does not fall";
  return "it holds";
}
