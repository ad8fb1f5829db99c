import type { BattleResolved, Factor, Parameters } from "../engine/index.ts";
import { fixed, rounded } from "./wording.ts";
import { table, wrap } from "./wrap.ts";

/**
 * What was sent ahead of the assault, and the draw that says how much of it reached the defence;
 * nothing when nothing was. `bounds` hold the chance.
 */
export function breachLines(
  { breach }: BattleResolved,
  { least, most }: Pick<Parameters["breach"], "least" | "most">,
  width: number,
): string[] {
  if (breach === null) return [];
  const { sent, reached, hits, chance, draw } = breach;
  const counted = hits === reached ? "" : `, of which ${hits} count (5.3.1)`;
  const came = `Of ${sent} sent, ${reached} reached the defence${counted}`;
  const drawn = `${came}: u = ${fixed(draw.u, 6)} (${draw.key})`;
  return [
    ...table(
      [
        ["Chance of each one sent ahead", "factor", "chance", "rule"],
        ...termRows(breach.terms),
        [`  the chance, kept from ${rounded(least)} to ${rounded(most)}`, "", fixed(chance, 4), ""],
      ],
      "lrrl",
    ),
    ...wrap(drawn, { width, rest: "  " }),
    "",
  ];
}

function termRows(terms: readonly Factor[]): string[][] {
  let product = 1;
  return terms.map((term) => {
    product *= term.value;
    return [`  ${termName(term)}`, fixed(term.value, 4), fixed(product, 4), term.rule];
  });
}

const TERM_NAMES: Readonly<Record<string, string>> = {
  base: "by itself, nothing against it",
  night: "darkness",
  prepared: "prepared works",
  "anti-tank": "anti-tank weapons of the defence",
  surprised: "surprise",
};

/** A term of one is what is not there, and says so. */
function termName({ id, value }: Factor): string {
  const name = TERM_NAMES[id] ?? id.replaceAll("-", " ");
  return value === 1 ? `${name} (none)` : name;
}
