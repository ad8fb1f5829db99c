import ln from "@stdlib/math-base-special-ln";
import type { AntiTank, BattleResolved, Factor } from "../engine/index.ts";
import { percent } from "./tell-fighting.ts";
import { fixed } from "./wording.ts";
import { table, wrap } from "./wrap.ts";

/** Steps of a boardgame's table: a shift multiplies the odds by 1.25 (`model.md` 8.21). */
export function shiftsOf(factor: number): number {
  return ln(factor) / ln(1.25);
}

/** A factor as shifts with its sign: "+1.0"; "0.0" for one that changes nothing. */
export function shiftText(factor: number): string {
  const shift = fixed(shiftsOf(factor), 1);
  if (Number(shift) === 0) return "0.0";
  return factor > 1 ? `+${shift}` : shift;
}

/** Every factor that moved the odds, with the running product, and the odds they make. */
export function factorLines({ factors, odds }: BattleResolved): string[] {
  const rows: string[][] = [];
  let product = 1;
  for (const { id, value, rule } of factors) {
    product *= value;
    if (value !== 1)
      rows.push([`  ${wordsOf(id)}`, fixed(value, 4), fixed(product, 4), shiftText(value), rule]);
  }
  const head = ["Odds, attacker over defender", "factor", "odds", "shifts", "rule"];
  return table([head, ...rows, ["  odds", "", fixed(odds, 4), shiftText(odds), ""]], "lrrrl");
}

/** Factors and terms of exactly one, named with their rules, so that none seems forgotten. */
export function idleLines(idle: readonly Factor[], width: number): string[] {
  if (idle.length === 0) return [];
  const named = idle.map(({ id, rule }) => `${wordsOf(id)} ${rule}`).join(", ");
  return wrap(`Without effect (1): ${named}.`, { width, rest: "  " });
}

/** Where surprise came from, and what anti-tank weapons counted for. */
export function noteTexts(battle: BattleResolved): string[] {
  return [...surpriseNotes(battle), ...antiTankNotes(battle)];
}

function surpriseNotes({ link, surprise, hiddenShare }: BattleResolved): string[] {
  if (link !== null || hiddenShare === 0) return [];
  if (hiddenShare !== null)
    return [`Hidden from the defender's side: ${percent(hiddenShare)} of the attackers (5.4.8).`];
  return surprise === 1 ? [] : ["The surprise is the scenario's, of its opening assaults (5.4.8)."];
}

function antiTankNotes({ attackerAntiTank, defenderAntiTank }: BattleResolved): string[] {
  const sides = [
    ...antiTankText("attacker", attackerAntiTank),
    ...antiTankText("defender", defenderAntiTank),
  ];
  return sides.length === 0 ? [] : [`Anti-tank weapons (5.2.1): ${sides.join("; ")}.`];
}

function antiTankText(whose: string, antiTank: AntiTank | null): string[] {
  if (antiTank === null) return [];
  const { weapons, armour, factor } = antiTank;
  const against = `${fixed(weapons, 1)} against armour of ${fixed(armour, 1)}`;
  return [`${whose}'s ${against}, counted at ${fixed(factor, 4)}`];
}

function wordsOf(id: string): string {
  return id.replaceAll("-", " ");
}
