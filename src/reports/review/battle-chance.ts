import pow from "@stdlib/math-base-special-pow";
import {
  type BattleResolved,
  chancesOf,
  type Parameters,
  type Result,
  RESULTS,
} from "../../engine/index.ts";
import { percent } from "../tell-fighting.ts";

type Odds = Pick<Parameters, "odds">;

/** Chances, 0 to 1, at a battle's odds and before its draw: of its result, and of what is better or worse for the attacker. */
export interface ResultChance {
  readonly exactly: number;
  readonly better: number;
  readonly worse: number;
}

/** How likely what happened was in this model. */
export function chanceOfResult(parameters: Odds, { odds, result }: BattleResolved): ResultChance {
  const chances = chancesOf(parameters, odds);
  const at = RESULTS.indexOf(result);
  const sum = (results: readonly Result[]) => results.reduce((all, one) => all + chances[one], 0);
  return {
    exactly: chances[result],
    better: sum(RESULTS.slice(at + 1)),
    worse: sum(RESULTS.slice(0, at)),
  };
}

/** Chance of a result as good as a battle's for the attacker, or as bad, whichever is less. */
export function tailOf(parameters: Odds, battle: BattleResolved): number {
  const { exactly, better, worse } = chanceOfResult(parameters, battle);
  return exactly + Math.min(better, worse);
}

/** The chance of what happened as a sentence to say aloud, and that White ruled it when it did. */
export function chanceSentence(parameters: Odds, battle: BattleResolved): string {
  const { exactly, better, worse } = chanceOfResult(parameters, battle);
  const others = [
    ...(battle.result === "overrun" ? [] : [`better for the attacker in ${percent(better)}`]),
    ...(battle.result === "repulsed" ? [] : [`worse in ${percent(worse)}`]),
  ];
  const name = battle.result.replaceAll("-", " ");
  const said = `In this model an attack at such odds ends as "${name}" in ${percent(exactly)} of cases, ${others.join(" and ")}.`;
  return battle.ruling === null ? said : `${said} It was not drawn but ruled by White.`;
}

/** The result that a battle's own draw makes of its odds (5.5, 5.6), whatever White ruled. */
export function drawnResult({ odds: { sharpness, bands } }: Odds, battle: BattleResolved): Result {
  const { u } = battle.draw;
  const outcome = battle.odds * pow(u / (1 - u), 1 / sharpness);
  return RESULTS[bands.findLastIndex((least) => outcome >= least) + 1] as Result;
}

/** A chance as short as a cell wants it: "35 %"; what is not nothing is never 0. */
export function shareText(share: number): string {
  return share > 0 && share < 0.01 ? "<1 %" : percent(share);
}
