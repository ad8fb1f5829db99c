import type { BattleResolved, BreakTest, Event, EventOf, Term } from "../engine/index.ts";
import { nameOf, type Names } from "./names.ts";
import { fixed, rounded } from "./wording.ts";
import { wrap } from "./wrap.ts";

/** What a battle did to the cohesion of those who fought in it, and who broke. */
export function cohesionLines(
  names: Names,
  battle: BattleResolved,
  events: readonly Event[],
  width: number,
): readonly string[] {
  const engaged = new Set([...battle.attackers, ...battle.defenders].map((one) => one.formation));
  const shaken = events.filter(
    (event): event is EventOf<"cohesion-lost"> =>
      event.kind === "cohesion-lost" && event.cause === "battle" && engaged.has(event.formation),
  );
  if (shaken.length === 0) return ["Cohesion: nobody was tested."];
  return [
    "Cohesion lost, and the test for breaking",
    ...shaken.flatMap((one) => testLines(names, one, width)),
  ];
}

function testLines(names: Names, event: EventOf<"cohesion-lost">, width: number): string[] {
  const { formation, terms, cohesion, test } = event;
  const lost = terms.map(termText);
  const points = terms.reduce((sum, term) => sum + term.points, 0);
  const sum = lost.length === 0 ? "nothing" : `${lost.join(", ")}: ${rounded(points)} in all`;
  const text = `${nameOf(names, "formations", formation)}. Lost ${sum}; left ${fixed(cohesion, 1)}.`;
  return wrap(`${text}${test === null ? "" : ` ${testText(test)}`}`, {
    width,
    first: "  ",
    rest: "    ",
  });
}

function termText({ id, points, rule }: Term): string {
  const words = id
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("-", " ");
  return `${words} ${rounded(points)} (${rule})`;
}

function testText({ chance, draw, ruling, broke }: BreakTest): string {
  const ruled = ruling === null ? "" : `, but White ruled (${ruling})`;
  const verdict = broke ? "it broke" : "it held";
  return `Chance to break ${fixed(chance, 4)}, u = ${fixed(draw.u, 4)} (${draw.key})${ruled}: ${verdict}.`;
}
