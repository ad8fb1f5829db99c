import type { BattleResolved, Combatant, Factor, LossWorking } from "../engine/index.ts";
import type { Names } from "./names.ts";
import { fixed, grouped, kitText, sumKit } from "./wording.ts";
import { table, wrap } from "./wrap.ts";

/** The terms of both sides' loss rates side by side, where one of them is not 1, and what came of them. */
export function lossTable({ attackerLosses, defenderLosses }: BattleResolved): string[] {
  const rows = attackerLosses.terms.flatMap((term, at) => {
    const other = defenderLosses.terms[at] as Factor;
    if (term.value === 1 && other.value === 1) return [];
    return [[`  ${wordsOf(term)}`, fixed(term.value, 5), fixed(other.value, 5), term.rule]];
  });
  const both = (of: (one: LossWorking) => string) => [of(attackerLosses), of(defenderLosses)];
  const isAdded = attackerLosses.added !== 0 || defenderLosses.added !== 0;
  const added = ["  broken in, from the air", ...both((one) => fixed(one.added, 5)), "5.8.9"];
  return table(
    [
      ["Losses", "attacker", "defender", "rule"],
      ...rows,
      ...(isAdded ? [added] : []),
      ["  rate, held at its cap", ...both(({ rate }) => fixed(rate, 5)), "5.8"],
      ["  men, of them killed", ...both(lostOf), ""],
    ],
    "lrrl",
  );
}

function lostOf({ men, killed }: LossWorking): string {
  return `${grouped(men)}, ${grouped(killed)}`;
}

/** The terms of exactly one on both sides, with their rules, and what added nothing. */
export function idleTerms({ attackerLosses, defenderLosses }: BattleResolved): readonly Factor[] {
  return attackerLosses.terms.filter(
    (term, at) => term.value === 1 && defenderLosses.terms[at]?.value === 1,
  );
}

/** How the rates became whole men, and the kit that was lost. */
export function settlingLines(names: Names, battle: BattleResolved, width: number): string[] {
  const attacker = settledText("Attacker", battle.attackerLosses, battle.attackers);
  const defender = settledText("Defender", battle.defenderLosses, battle.defenders);
  const kit = [kitOf(names, battle, battle.attackers), kitOf(names, battle, battle.defenders)];
  const texts = [attacker, defender, `Kit lost (5.9): attacker ${kit[0]}; defender ${kit[1]}.`];
  return texts.flatMap((text) => wrap(text, { width, rest: "  " }));
}

function kitOf(names: Names, { casualties }: BattleResolved, side: readonly Combatant[]): string {
  const ids = new Set(side.map(({ formation }) => formation));
  const lost = casualties.filter(({ formation }) => ids.has(formation));
  return kitText(names, sumKit(lost.map(({ kit }) => kit))) || "none";
}

/** The draws that settled the losses, without what their keys share. */
export function drawLines(
  { attackerLosses, defenderLosses }: BattleResolved,
  width: number,
): string[] {
  const draws = [...attackerLosses.draws, ...defenderLosses.draws];
  const [, number = "", place = ""] = draws[0]?.key.split("/") ?? [];
  let last = "";
  const told = draws.map(({ key, u }) => {
    const [purpose = "", , , unit = "-"] = key.split("/");
    const words = [...(purpose === last ? [] : [purpose]), ...(unit === "-" ? [] : [unit])];
    last = purpose;
    return [...words, fixed(u, 4)].join(" ");
  });
  const text = `Draws of the losses (PURPOSE/${number}/${place}/KIND): ${told.join(", ")}`;
  return wrap(text, { width, rest: "  " });
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
