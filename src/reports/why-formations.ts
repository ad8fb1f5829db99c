import type { BattleResolved, Combatant, Event, Parameters } from "../engine/index.ts";
import { nameOf, type Names } from "./names.ts";
import { COHESION_HEADS, cohesionCells, lostLines, shakenIn } from "./why-cohesion.ts";
import { fixed, grouped } from "./wording.ts";
import { table } from "./wrap.ts";

/** Names are cut where the row would not fit otherwise. */
const LONGEST_NAME = 23;
const SHORTEST_NAME = 14;

type Slope = Pick<Parameters["cohesion"], "breakSlope">;

/**
 * Who fought: what the power of each is made of, and what the battle did to its cohesion, in one
 * table where there is room and in two where there is not.
 */
export function formationLines(
  names: Names,
  battle: BattleResolved,
  events: readonly Event[],
  slope: Slope,
  width: number,
): string[] {
  const { attackers, defenders } = battle;
  const shaken = shakenIn(events);
  const power = powerCells([...attackers, ...defenders]);
  const cohesion = (one: Combatant) =>
    cohesionCells(shaken.get(one.formation), slope, untoldText(battle, one));
  const right = "r".repeat(power.heads.length);
  const rowsOf = (cells: (one: Combatant) => string[], longest = LONGEST_NAME) =>
    sided(names, battle, cells, longest);
  const wholeWith = (longest: number) =>
    table(
      [
        ["Attackers", ...power.heads, ...COHESION_HEADS],
        ...rowsOf((one) => [...power.of(one), ...cohesion(one)], longest),
      ],
      `l${right}rrrrrl`,
    );
  const over = Math.max(...wholeWith(LONGEST_NAME).map((row) => row.length)) - width;
  const longest = LONGEST_NAME - Math.max(0, over);
  const apart = () => [
    ...table([["Attackers", ...power.heads], ...rowsOf(power.of)], `l${right}`),
    "",
    ...table([["Cohesion", ...COHESION_HEADS], ...rowsOf(cohesion)], "lrrrrrl"),
  ];
  return [
    ...(longest < SHORTEST_NAME ? apart() : wholeWith(longest)),
    ...lostLines(names, battle, shaken, width),
  ];
}

/** Rows of the attackers, then of the defenders under their head. */
function sided(
  names: Names,
  { attackers, defenders }: BattleResolved,
  cells: (one: Combatant) => string[],
  longest: number,
): string[][] {
  const row = (one: Combatant) => [
    `  ${clipped(nameOf(names, "formations", one.formation), longest)}`,
    ...cells(one),
  ];
  return [...attackers.map(row), ["Defenders"], ...defenders.map(row)];
}

/** Men and what their power is made of; command only where one has changed. */
function powerCells(all: readonly Combatant[]) {
  const commanded = all.some((one) => one.commandFactor !== 1);
  const of = (one: Combatant) => {
    const { men, strength, quality, cohesionFactor, freshness, supplyFactor, commandFactor } = one;
    const power = strength * quality * cohesionFactor * freshness * supplyFactor * commandFactor;
    return [
      grouped(men),
      fixed(strength, 1),
      fixed(quality, 2),
      fixed(cohesionFactor, 3),
      fixed(freshness, 2),
      fixed(supplyFactor, 2),
      ...(commanded ? [fixed(commandFactor, 2)] : []),
      fixed(power, 1),
    ];
  };
  const heads = ["men", "strength", "qual.", "coh.", "fresh", "supply"];
  return { heads: [...heads, ...(commanded ? ["cmd"] : []), "power"], of };
}

/** Why nothing is told of a formation's cohesion: no man was left, or it is the enemy's (2.10). */
function untoldText({ casualties }: BattleResolved, { formation, men }: Combatant): string {
  const lost = casualties.find((one) => one.formation === formation);
  return lost !== undefined && lost.killed + lost.wounded >= men ? "lost" : "not told";
}

function clipped(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1)}…`;
}
