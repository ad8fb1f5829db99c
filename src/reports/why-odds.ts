import ln from "@stdlib/math-base-special-ln";
import type { AntiTank, BattleResolved, Combatant, Factor } from "../engine/index.ts";
import { nameOf, type Names } from "./names.ts";
import { percent } from "./tell-fighting.ts";
import { fixed, grouped } from "./wording.ts";
import { table, wrap } from "./wrap.ts";

const LONGEST_NAME = 23;

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

/** Who fought, each with what its power is made of; command only where one has changed. */
export function combatantLines(names: Names, battle: BattleResolved): string[] {
  const all = [...battle.attackers, ...battle.defenders];
  const commanded = all.some((one) => one.commandFactor !== 1);
  const head = ["Attackers", "men", "strength", "qual.", "coh.", "fresh", "supply"];
  const row = (one: Combatant) => combatantRow(names, one, commanded);
  return table(
    [
      [...head, ...(commanded ? ["cmd"] : []), "power"],
      ...battle.attackers.map(row),
      ["Defenders"],
      ...battle.defenders.map(row),
    ],
    "lrrrrrrrr",
  );
}

function combatantRow(names: Names, one: Combatant, commanded: boolean): string[] {
  const { men, strength, quality, cohesionFactor, freshness, supplyFactor, commandFactor } = one;
  const power = strength * quality * cohesionFactor * freshness * supplyFactor * commandFactor;
  return [
    `  ${clipped(nameOf(names, "formations", one.formation))}`,
    grouped(men),
    fixed(strength, 1),
    fixed(quality, 2),
    fixed(cohesionFactor, 3),
    fixed(freshness, 2),
    fixed(supplyFactor, 2),
    ...(commanded ? [fixed(commandFactor, 2)] : []),
    fixed(power, 1),
  ];
}

function clipped(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
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
  return wrap(`Of 1: ${named}.`, { width, rest: "  " });
}

/** Where surprise came from, and what anti-tank weapons counted for. */
export function noteLines(battle: BattleResolved, width: number): string[] {
  const notes = [
    ...surpriseNotes(battle),
    ...antiTankNotes("attacker", battle.attackerAntiTank),
    ...antiTankNotes("defender", battle.defenderAntiTank),
  ];
  return notes.flatMap((note) => wrap(note, { width, rest: "  " }));
}

function surpriseNotes({ link, surprise, hiddenShare }: BattleResolved): string[] {
  if (link !== null) return [];
  if (hiddenShare !== null)
    return [`Hidden from the defender's side: ${percent(hiddenShare)} of the attackers (5.4.8).`];
  return surprise === 1 ? [] : ["The surprise is the scenario's, of its opening assaults (5.4.8)."];
}

function antiTankNotes(whose: string, antiTank: AntiTank | null): string[] {
  if (antiTank === null) return [];
  const { weapons, armour, factor } = antiTank;
  const against = `${fixed(weapons, 1)} against armour of ${fixed(armour, 1)}`;
  return [`Anti-tank weapons of the ${whose}: ${against}, counted at ${fixed(factor, 4)} (5.2.1).`];
}

function wordsOf(id: string): string {
  return id.replaceAll("-", " ");
}
