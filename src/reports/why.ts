import ln from "@stdlib/math-base-special-ln";
import type {
  BattleResolved,
  Combatant,
  Event,
  EventOf,
  Factor,
  LossWorking,
  Parameters,
  Term,
} from "../engine/index.ts";
import { forcesOf, nameOf, type Names } from "./names.ts";
import { percent, resultText } from "./tell-fighting.ts";
import { breachLines } from "./why-breach.ts";
import { fixed, grouped, listed, rounded, sentence, signed } from "./wording.ts";
import { table, wrap } from "./wrap.ts";

/** Names, and the parameters that the formulas of a battle's working quote. */
export interface WorkingNames extends Names {
  readonly parameters: Names["parameters"] & Pick<Parameters, "odds" | "breach">;
}

const WIDTH = 80;
const LONGEST_NAME = 23;
const KEYS =
  "Keys of draws: purpose/number/place/unit, - where there is none. The number counts half-days " +
  "from 0 for odds, meetings and weather, turns from 1 for all else.";

/** Steps of a boardgame's table: a shift multiplies the odds by 1.25 (`model.md` 8.21). */
export function shiftsOf(factor: number): number {
  return ln(factor) / ln(1.25);
}

/**
 * The working of a battle as lines of text, at most 80 columns: who fought, each factor with its
 * running product, the draw, the losses and what they did to cohesion. `events` are its turn's.
 */
export function workingOf(
  names: WorkingNames,
  battle: BattleResolved,
  events: readonly Event[],
): readonly string[] {
  return [
    ...headOf(names, battle),
    "",
    ...combatantLines(names, battle),
    "",
    ...breachLines(battle, names.parameters.breach, WIDTH),
    ...oddsLines(names, battle),
    "",
    ...lossLines(
      `Losses of the attacker (${forcesOf(names, battle.attacker)})`,
      battle.attackerLosses,
      battle.attackers,
    ),
    "",
    ...lossLines(
      `Losses of the defender (${forcesOf(names, battle.defender)})`,
      battle.defenderLosses,
      battle.defenders,
    ),
    "",
    ...cohesionLines(names, battle, events),
    "",
    ...wrap(KEYS, { width: WIDTH, rest: "  " }),
  ];
}

function headOf(names: Names, battle: BattleResolved): string[] {
  const { place, attacker, defender, axes, posture, encircled } = battle;
  const fight = battle.link === null ? "Battle of" : "Meeting at";
  const who = `${forcesOf(names, attacker)} against ${forcesOf(names, defender)}`;
  const from = axes.map((axis) => nameOf(names, "places", axis)).join(", ");
  const how = [
    ...(from === "" ? [] : [`Axes that count: ${from}`]),
    `Posture: ${posture}`,
    ...(encircled ? ["Every way out is closed"] : []),
  ];
  return [
    ...wrap(`${fight} ${nameOf(names, "places", place)}: ${who}`, { width: WIDTH }),
    ...wrap(`${how.join(". ")}.`, { width: WIDTH }),
  ];
}

const COMBATANT_HEAD = ["", "men", "strength", "qual.", "coh.", "fresh", "supply", "power"];

function combatantLines(names: Names, battle: BattleResolved): string[] {
  const row = (one: Combatant) => combatantRow(names, one);
  return table(
    [
      COMBATANT_HEAD,
      ["Attackers"],
      ...battle.attackers.map(row),
      ["Defenders"],
      ...battle.defenders.map(row),
    ],
    "lrrrrrrr",
  );
}

function combatantRow(names: Names, one: Combatant): string[] {
  const { formation, men, strength, quality, cohesionFactor, freshness, supplyFactor } = one;
  const power = strength * quality * cohesionFactor * freshness * supplyFactor;
  return [
    `  ${clipped(nameOf(names, "formations", formation))}`,
    grouped(men),
    fixed(strength, 1),
    fixed(quality, 2),
    fixed(cohesionFactor, 3),
    fixed(freshness, 2),
    fixed(supplyFactor, 2),
    fixed(power, 1),
  ];
}

function clipped(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

function oddsLines(names: WorkingNames, battle: BattleResolved): string[] {
  const { factors, odds, draw, outcome, advanceKm, depthKm, link } = battle;
  const { sharpness } = names.parameters.odds;
  const front = ` The front stands ${rounded(advanceKm, 3)} of ${rounded(depthKm, 3)} km deep.`;
  return [
    ...table(
      [
        ["Odds, attacker over defender", "factor", "odds", "shifts", "rule"],
        ...factorRows(factors),
        ["  odds", "", fixed(odds, 4), shiftText(odds), ""],
      ],
      "lrrrl",
    ),
    `Draw ${draw.key}: u = ${fixed(draw.u, 6)}`,
    `R* = odds x (u / (1 - u))^(1 / ${rounded(sharpness, 3)}) = ${fixed(outcome, 4)}`,
    ...wrap(`Result: they ${resultText(battle)}.${link === null ? front : ""}`, { width: WIDTH }),
  ];
}

function factorRows(factors: readonly Factor[]): string[][] {
  let product = 1;
  return factors.map(({ id, value, rule }) => {
    product *= value;
    const name = `  ${id.replaceAll("-", " ")}`;
    return [name, fixed(value, 4), fixed(product, 4), shiftText(value), rule];
  });
}

function shiftText(factor: number): string {
  const shift = fixed(shiftsOf(factor), 1);
  if (Number(shift) === 0) return "0.0";
  return factor > 1 ? `+${shift}` : shift;
}

function lossLines(title: string, losses: LossWorking, side: readonly Combatant[]): string[] {
  const men = side.reduce((sum, one) => sum + one.men, 0);
  const wounded = losses.men - losses.killed;
  const [, whole, dead] = losses.draws;
  return [
    ...table(
      [
        [title, "term", "rate", "rule"],
        ...lossRows(losses.terms),
        [
          "  and broken in or from the air",
          fixed(losses.added, 5),
          fixed(foldOf(losses), 5),
          "5.8.9",
        ],
        ["  rate, held at its cap", "", fixed(losses.rate, 5), ""],
      ],
      "lrrl",
    ),
    `Lost: floor(${fixed(losses.rate, 5)} x ${grouped(men)} men + ${drawText(whole)}) = ${grouped(losses.men)}`,
    `Killed: ${grouped(losses.killed)} (${drawText(dead)}), wounded: ${grouped(wounded)}`,
    ...wrap(`Draws: ${losses.draws.map(({ key, u }) => `${key} ${fixed(u, 4)}`).join(", ")}`, {
      width: WIDTH,
      rest: "  ",
    }),
  ];
}

function foldOf({ terms, added }: LossWorking): number {
  return terms.reduce((product, { value }) => product * value, 1) + added;
}

function lossRows(terms: readonly Factor[]): string[][] {
  let product = 1;
  return terms.map(({ id, value, rule }) => {
    product *= value;
    return [`  ${id.replaceAll("-", " ")}`, fixed(value, 4), fixed(product, 5), rule];
  });
}

function drawText(draw: { u: number } | undefined): string {
  return draw === undefined ? "u" : `u ${fixed(draw.u, 4)}`;
}

function cohesionLines(
  names: Names,
  battle: BattleResolved,
  events: readonly Event[],
): readonly string[] {
  const engaged = new Set([...battle.attackers, ...battle.defenders].map((one) => one.formation));
  const shaken = events.filter(
    (event): event is EventOf<"cohesion-lost"> =>
      event.kind === "cohesion-lost" && event.cause === "battle" && engaged.has(event.formation),
  );
  if (shaken.length === 0) return ["Cohesion: nobody was tested."];
  return [
    "Cohesion lost, and the test for breaking",
    ...shaken.flatMap((one) => testLines(names, one)),
  ];
}

function testLines(names: Names, event: EventOf<"cohesion-lost">): string[] {
  const { formation, terms, cohesion, test } = event;
  const lost = terms.map(termText);
  const points = terms.reduce((sum, term) => sum + term.points, 0);
  const sum = lost.length === 0 ? "nothing" : `${lost.join(", ")}: ${rounded(points)} in all`;
  const text = `${nameOf(names, "formations", formation)}. Lost ${sum}; left ${fixed(cohesion, 1)}.`;
  return wrap(`${text}${test === null ? "" : ` ${testText(test)}`}`, {
    width: WIDTH,
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

function testText({ chance, draw }: { chance: number; draw: { key: string; u: number } }): string {
  const verdict = draw.u < chance ? "it broke" : "it held";
  return `Chance to break ${fixed(chance, 4)}, u = ${fixed(draw.u, 4)} (${draw.key}): ${verdict}.`;
}

/** A patron's reckoning as lines of text: terms, reported risk, private tolerance, decision. */
function reckoningOf(names: Names, event: EventOf<"patron-weighed">): readonly string[] {
  const { contingent, terms, risk, tolerance, draw, leavesTurn } = event;
  const rows = terms.map(({ id, points, rule }) => [
    `  ${id.replaceAll("-", " ")}`,
    signed(points),
    rule,
  ]);
  const sum = terms.reduce((all, term) => all + term.points, 0);
  const decision = leavesTurn > 0 ? `leaves in turn ${leavesTurn}` : "stays";
  return [
    ...wrap(sentence(nameOf(names, "contingents", contingent)), { width: WIDTH }),
    ...table([["Risk as reported", "points", "rule"], ...rows, ["  sum", signed(sum), ""]], "lrl"),
    `Risk 1 / (1 + e^-sum) = ${fixed(risk, 4)} (${percent(risk)})`,
    `Tolerance ${fixed(tolerance, 4)}, u = ${fixed(draw.u, 4)} (${draw.key})`,
    `It ${listed([decision])}.`,
  ];
}

/** The working of everything in a turn that was weighed by numbers: its battles and its patrons. */
export function workingLines(names: WorkingNames, events: readonly Event[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind === "battle-resolved") return [...workingOf(names, event, events), ""];
    return event.kind === "patron-weighed" ? [...reckoningOf(names, event), ""] : [];
  });
}
