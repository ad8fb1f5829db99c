import ln from "@stdlib/math-base-special-ln";
import type {
  BattleResolved,
  Combatant,
  Event,
  EventOf,
  Id,
  Parameters,
  Term,
} from "../engine/index.ts";
import { nameOf, type Names } from "./names.ts";
import { fixed, rounded } from "./wording.ts";
import { wrap } from "./wrap.ts";

/** What a battle did to the cohesion of one formation. */
export type Shaken = EventOf<"cohesion-lost">;

/** By formation, what a battle did to the cohesion of those in it, as far as `events` tell it. */
export function shakenIn(events: readonly Event[]): ReadonlyMap<Id, Shaken> {
  const shaken = events.filter(
    (event): event is Shaken => event.kind === "cohesion-lost" && event.cause === "battle",
  );
  return new Map(shaken.map((event) => [event.formation, event]));
}

/** Heads of the columns that `cohesionCells` fills. */
export const COHESION_HEADS = ["lost", "left", "breaks", "chance", "u", ""] as const;

/** Points lost and left, break point, chance to break with its draw, and what came of it or why not. */
export function cohesionCells(
  one: Shaken | undefined,
  { breakSlope }: Pick<Parameters["cohesion"], "breakSlope">,
  untold: string,
): string[] {
  if (one === undefined) return [...COHESION_HEADS.slice(1).map(() => ""), untold];
  const lost = one.terms.reduce((sum, { points }) => sum + points, 0);
  const cells = [fixed(lost, 2), fixed(one.cohesion, 1)];
  if (one.test === null) return [...cells, "", "", "", "not tested"];
  const { chance, draw, broke } = one.test;
  // 7.4 read backwards: the class is not in the event.
  const breakPoint = one.cohesion + breakSlope * ln(chance / (1 - chance));
  const verdict = broke ? "broke" : "held";
  return [...cells, rounded(breakPoint, 1), fixed(chance, 4), fixed(draw.u, 4), verdict];
}

/** What the lost points were for, by side in the order of its formations, and White's rulings. */
export function lostLines(
  names: Names,
  { attackers, defenders }: BattleResolved,
  shaken: ReadonlyMap<Id, Shaken>,
  width: number,
): string[] {
  const sides = [
    ...sideText("by the attackers to", attackers, shaken),
    ...sideText("by the defenders to", defenders, shaken),
  ];
  const lost = sides.length === 0 ? [] : [`Cohesion lost ${sides.join("; ")}.`];
  const ruled = [...attackers, ...defenders].flatMap(({ formation }) =>
    rulingText(names, shaken.get(formation)),
  );
  return [...lost, ...ruled].flatMap((row) => wrap(row, { width, rest: "  " }));
}

function sideText(
  words: string,
  formations: readonly Combatant[],
  shaken: ReadonlyMap<Id, Shaken>,
): string[] {
  const told = formations.flatMap(({ formation }) => shaken.get(formation) ?? []);
  const terms = new Map(told.flatMap((one) => one.terms).map((term) => [term.rule, term]));
  if (terms.size === 0) return [];
  const lost = [...terms.values()].map((term) => termText(term, told));
  return [`${words} ${lost.join(", ")}`];
}

/** "losses 0.61 and 0.55 (7.3.1)": one number for all when it is the same. */
function termText({ id, rule }: Term, told: readonly Shaken[]): string {
  const points = told.map(({ terms }) =>
    rounded(terms.find((term) => term.rule === rule)?.points ?? 0),
  );
  const isSame = points.every((one) => one === points[0]);
  const words = id
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("-", " ");
  const each = isSame && points.length > 1 ? `${points[0]} each` : points.join(" and ");
  return `${words} ${each} (${rule})`;
}

function rulingText(names: Names, one: Shaken | undefined): string[] {
  if (one === undefined || one.test === null || one.test.ruling === null) return [];
  const { formation, test } = one;
  const verdict = test.broke ? "broke" : "held";
  const name = nameOf(names, "formations", formation);
  return [`White ruled that ${name} ${verdict} (14.2): ${test.ruling}`];
}
