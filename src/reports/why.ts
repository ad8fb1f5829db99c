import type { BattleResolved, Event, EventOf, Parameters } from "../engine/index.ts";
import { forcesOf, nameOf, type Names } from "./names.ts";
import { percent } from "./tell-fighting.ts";
import { decisionText } from "./tell-strategy.ts";
import { breachTexts } from "./why-breach.ts";
import { formationLines } from "./why-formations.ts";
import { drawLines, idleTerms, lossTable, settlingLines } from "./why-losses.ts";
import { factorLines, idleLines, noteTexts } from "./why-odds.ts";
import { outcomeTexts, resultTexts } from "./why-outcome.ts";
import { counted, fixed, sentence, signed } from "./wording.ts";
import { besides, table, wrap } from "./wrap.ts";

/** Names, and the parameters that the formulas of a battle's working quote. */
export interface WorkingNames extends Names {
  readonly parameters: Names["parameters"] & Pick<Parameters, "odds" | "breach" | "cohesion">;
}

const WIDTH = 80;
const GAP = 3;
const KEYS =
  "Keys: purpose/number/place/unit; number: half-day from 0 for odds and meetings, else turn. " +
  "Shift: ln f / ln 1.25.";

/**
 * The working of a battle as lines of text, at most `width` columns, which are no fewer than 80: what
 * moved the odds, the draw, the ground and the losses, then who fought, what it did to their
 * cohesion, and the keys of the draws. `events` are its turn's. Where there is room the losses stand
 * beside the odds.
 */
export function workingOf(
  names: WorkingNames,
  battle: BattleResolved,
  events: readonly Event[],
  width: number = WIDTH,
): readonly string[] {
  const { cohesion, breach } = names.parameters;
  const idle = battle.factors.filter(({ value }) => value === 1);
  const beside = besideEachOther(names, battle, events, width);
  // In a wide terminal every row is wanted: a battle is to stand on one screen.
  const gap = beside === null ? [""] : [];
  return [
    ...headOf(names, battle, width),
    ...gap,
    ...(beside ?? underEachOther(names, battle, events, width)),
    ...idleLines([...idle, ...idleTerms(battle)], width),
    ...paragraphs([[...noteTexts(battle), ...breachTexts(battle, breach)].join(" ")], width),
    ...gap,
    ...formationLines(names, battle, events, cohesion, width),
    ...gap,
    ...drawLines(battle, width),
    ...wrap(KEYS, { width, rest: "  " }),
  ];
}

/** The odds and what came of them, and to the right the losses; null where there is no room. */
function besideEachOther(
  names: WorkingNames,
  battle: BattleResolved,
  events: readonly Event[],
  width: number,
): string[] | null {
  const [odds, losses] = [factorLines(battle), lossTable(battle)];
  const right = widest(losses);
  const left = width - GAP - right;
  if (left < widest(odds)) return null;
  const columns = [
    [...odds, ...paragraphs(outcomeTexts(battle, names.parameters), left)],
    [...losses, ...settlingLines(names, battle, right)],
  ] as const;
  const isLeftLonger = columns[0].length > columns[1].length;
  const result = paragraphs(resultTexts(battle, events), isLeftLonger ? right : left);
  const [first, second] = columns;
  if (isLeftLonger) return besides(first, [...second, ...result], GAP, width);
  return besides([...first, ...result], second, GAP, width);
}

function underEachOther(
  names: WorkingNames,
  battle: BattleResolved,
  events: readonly Event[],
  width: number,
): string[] {
  const texts = [...outcomeTexts(battle, names.parameters), ...resultTexts(battle, events)];
  return [
    ...factorLines(battle),
    ...paragraphs(texts, width),
    "",
    ...lossTable(battle),
    ...settlingLines(names, battle, width),
  ];
}

function paragraphs(texts: readonly string[], width: number): string[] {
  const said = texts.filter((text) => text !== "");
  return said.flatMap((text) => wrap(text, { width, rest: "  " }));
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => line.length));
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
