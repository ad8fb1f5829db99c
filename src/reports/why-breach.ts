import type { BattleResolved, Factor, Parameters } from "../engine/index.ts";
import { fixed, rounded } from "./wording.ts";

/**
 * What was sent ahead of the assault, and the draw that says how much of it reached the defence;
 * nothing when nothing was. `bounds` hold the chance.
 */
export function breachTexts(
  { breach }: BattleResolved,
  { least, most }: Pick<Parameters["breach"], "least" | "most">,
): string[] {
  if (breach === null) return [];
  const { sent, reached, hits, terms, chance, draw } = breach;
  const counted = hits === reached ? "" : `, of which ${hits} count (5.3.1)`;
  const drawn = `u = ${fixed(draw.u, 6)} (${draw.key})`;
  const bounded = boundText(terms, chance, [least, most]);
  return [
    `Of ${sent} sent ahead, ${reached} reached the defence${counted}: ${drawn}.`,
    `Chance of each: ${productText(terms)}${bounded}.${absentText(terms)}`,
  ];
}

/** The terms that count with their values, and what they make. */
function productText(terms: readonly Factor[]): string {
  const counting = terms.filter(({ value }, at) => at === 0 || value !== 1);
  const named = counting.map((term) => `${termName(term)} ${rounded(term.value, 4)}`);
  const rules = new Set(terms.map(({ rule }) => rule));
  return `${named.join(" x ")} = ${fixed(productOf(terms), 4)} (${[...rules].join(", ")})`;
}

function productOf(terms: readonly Factor[]): number {
  return terms.reduce((all, { value }) => all * value, 1);
}

/** Where a bound held the chance, that it did. */
function boundText(
  terms: readonly Factor[],
  chance: number,
  [least, most]: readonly [number, number],
): string {
  if (chance === productOf(terms)) return "";
  return `, kept from ${rounded(least)} to ${rounded(most)}: ${fixed(chance, 4)}`;
}

/** A term of one is what was not there. */
function absentText(terms: readonly Factor[]): string {
  const absent = terms.filter(({ value }, at) => at > 0 && value === 1);
  return absent.length === 0 ? "" : ` Without effect: ${absent.map(termName).join(", ")}.`;
}

const TERM_NAMES: Readonly<Record<string, string>> = {
  base: "by itself",
  night: "darkness",
  prepared: "prepared works",
  "anti-tank": "anti-tank weapons of the defence",
  surprised: "surprise",
};

function termName({ id }: Factor): string {
  return TERM_NAMES[id] ?? id.replaceAll("-", " ");
}
