import type { BattleResolved, Combatant, Factor, LossWorking } from "../engine/index.ts";
import { fixed, grouped } from "./wording.ts";
import { table, wrap } from "./wrap.ts";

/** The terms of both sides' loss rates side by side, where one of them is not 1, and what came of them. */
export function lossTable({ attackerLosses, defenderLosses }: BattleResolved): string[] {
  const rows = attackerLosses.terms.flatMap((term, at) => {
    const other = defenderLosses.terms[at] as Factor;
    if (term.value === 1 && other.value === 1) return [];
    return [[`  ${wordsOf(term)}`, fixed(term.value, 5), fixed(other.value, 5), term.rule]];
  });
  const both = (of: (one: LossWorking) => string) => [of(attackerLosses), of(defenderLosses)];
  return table(
    [
      ["Losses", "attacker", "defender", "rule"],
      ...rows,
      ["  broken in, from the air", ...both(({ added }) => fixed(added, 5)), "5.8.9"],
      ["  rate, held at its cap", ...both(({ rate }) => fixed(rate, 5)), ""],
      ["  men lost", ...both(({ men }) => grouped(men)), ""],
      ["  of them killed", ...both(({ killed }) => grouped(killed)), ""],
    ],
    "lrrl",
  );
}

/** The terms of exactly one on both sides, with their rules. */
export function idleTerms({ attackerLosses, defenderLosses }: BattleResolved): readonly Factor[] {
  return attackerLosses.terms.filter(
    (term, at) => term.value === 1 && defenderLosses.terms[at]?.value === 1,
  );
}

/** How the rates became whole men. */
export function settlingLines(battle: BattleResolved, width: number): string[] {
  const attacker = settledText("Men lost, attacker", battle.attackerLosses, battle.attackers);
  const defender = settledText("defender", battle.defenderLosses, battle.defenders);
  return wrap(`${attacker}; ${defender}.`, { width, rest: "  " });
}

/** The draws that settled the losses. */
export function drawLines(
  { attackerLosses, defenderLosses }: BattleResolved,
  width: number,
): string[] {
  const draws = [...attackerLosses.draws, ...defenderLosses.draws];
  const keys = draws.map(({ key, u }) => `${key} ${fixed(u, 4)}`).join(", ");
  return wrap(`Draws of the losses: ${keys}`, { width, rest: "  " });
}

function settledText(who: string, losses: LossWorking, side: readonly Combatant[]): string {
  const men = side.reduce((sum, one) => sum + one.men, 0);
  const [, whole] = losses.draws;
  const u = whole === undefined ? "u" : `u ${fixed(whole.u, 4)}`;
  return `${who}: floor(${fixed(losses.rate, 5)} x ${grouped(men)} men + ${u}) = ${grouped(losses.men)}`;
}

function wordsOf({ id }: Factor): string {
  return id.replaceAll("-", " ");
}
