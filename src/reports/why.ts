import type { BattleResolved, Event, EventOf, Parameters } from "../engine/index.ts";
import { forcesOf, nameOf, type Names } from "./names.ts";
import { percent } from "./tell-fighting.ts";
import { decisionText } from "./tell-strategy.ts";
import { breachLines } from "./why-breach.ts";
import { cohesionLines } from "./why-cohesion.ts";
import { drawLines, idleTerms, lossTable, settlingLines } from "./why-losses.ts";
import { combatantLines, factorLines, idleLines, noteLines } from "./why-odds.ts";
import { outcomeLines } from "./why-outcome.ts";
import { counted, fixed, sentence, signed } from "./wording.ts";
import { besides, table, wrap } from "./wrap.ts";

/** Names, and the parameters that the formulas of a battle's working quote. */
export interface WorkingNames extends Names {
  readonly parameters: Names["parameters"] & Pick<Parameters, "odds" | "breach">;
}

const WIDTH = 80;
const GAP = 3;
const KEYS =
  "Keys of draws: purpose/number/place/unit, - where there is none. The number counts half-days " +
  "from 0 for odds, meetings and weather, turns from 1 for all else.";

/**
 * The working of a battle as lines of text, at most `width` columns, which are no fewer than 80: who
 * fought, what moved the odds, the draw, the ground, the losses and what they did to cohesion.
 * `events` are its turn's. Where there is room the losses stand beside the odds.
 */
export function workingOf(
  names: WorkingNames,
  battle: BattleResolved,
  events: readonly Event[],
  width: number = WIDTH,
): readonly string[] {
  return [
    ...headOf(names, battle, width),
    ...combatantLines(names, battle),
    "",
    ...breachLines(battle, names.parameters.breach, width),
    ...reckoning(names, battle, events, width),
    "",
    ...cohesionLines(names, battle, events, width),
    "",
    ...drawLines(battle, width),
    ...wrap(KEYS, { width, rest: "  " }),
  ];
}

/** Odds, outcome and losses, with what decided each. */
function reckoning(
  names: WorkingNames,
  battle: BattleResolved,
  events: readonly Event[],
  width: number,
): readonly string[] {
  const [odds, losses] = [factorLines(battle), lossTable(battle)];
  const idle = battle.factors.filter(({ value }) => value === 1);
  const decided = [
    ...idleLines([...idle, ...idleTerms(battle)], width),
    ...noteLines(battle, width),
    ...outcomeLines(battle, events, names.parameters.odds, width),
  ];
  const settled = settlingLines(battle, width);
  const joined = besides(odds, losses, GAP, width);
  if (joined === null) return [...odds, ...decided, "", ...losses, ...settled];
  return [...joined, ...decided, ...settled];
}

function headOf(names: Names, battle: BattleResolved, width: number): string[] {
  const { place, attacker, defender, axes, posture, encircled, holding, menBefore } = battle;
  const fight = battle.link === null ? "Battle of" : "Meeting at";
  const who = `${forcesOf(names, attacker)} against ${forcesOf(names, defender)}`;
  const from = axes.map((axis) => nameOf(names, "places", axis)).join(", ");
  const how = [
    ...(from === "" ? [] : [`Axes that count: ${from}`]),
    `Posture: ${posture}`,
    ...(encircled ? ["Every way out is closed"] : []),
    ...(holding ? ["A holding attack"] : []),
    ...(menBefore > 0
      ? [`They attacked in the turn before with ${counted(menBefore, "man", "men")}`]
      : []),
  ];
  return [
    ...wrap(`${fight} ${nameOf(names, "places", place)}: ${who}`, { width }),
    ...wrap(`${how.join(". ")}.`, { width }),
  ];
}

/** A patron's reckoning as lines of text: terms, reported risk, private tolerance, decision. */
function reckoningOf(names: Names, event: EventOf<"patron-weighed">): readonly string[] {
  const { contingent, terms, risk, tolerance, draw } = event;
  const rows = terms.map(({ id, points, rule }) => [
    `  ${id.replaceAll("-", " ")}`,
    signed(points),
    rule,
  ]);
  const sum = terms.reduce((all, term) => all + term.points, 0);
  return [
    ...wrap(sentence(nameOf(names, "contingents", contingent)), { width: WIDTH }),
    ...table([["Risk as reported", "points", "rule"], ...rows, ["  sum", signed(sum), ""]], "lrl"),
    `Risk 1 / (1 + e^-sum) = ${fixed(risk, 4)} (${percent(risk)})`,
    `Tolerance ${fixed(tolerance, 4)}, u = ${fixed(draw.u, 4)} (${draw.key})`,
    ...wrap(sentence(`${decisionText(event)}.`), { width: WIDTH }),
  ];
}

/** The working of everything in a turn that was weighed by numbers: its battles and its patrons. */
export function workingLines(names: WorkingNames, events: readonly Event[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind === "battle-resolved") return [...workingOf(names, event, events), ""];
    return event.kind === "patron-weighed" ? [...reckoningOf(names, event), ""] : [];
  });
}
