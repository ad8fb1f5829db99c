import exp from "@stdlib/math-base-special-exp";
import type { EventOf, Id, Patron, Setup } from "../../engine/index.ts";
import { holderName, nameOf } from "../names.ts";
import { percent } from "../tell-fighting.ts";
import { counted, grouped, listed, rounded } from "../wording.ts";
import { knownWhen, menAt, type Told } from "./patron-knowledge.ts";
import type { Reviewed } from "./reviewed.ts";

type Weighed = EventOf<"patron-weighed">;

/** One of the things that a patron's risk is made of, in words: what its terms say, and the reports behind them where those are known. */
export function toldItems(reviewed: Reviewed, turn: number, event: Weighed): readonly string[] {
  const { setup } = reviewed.scenario;
  const { patron = null, side = "" } = setup.contingents[event.contingent] ?? {};
  const known = patron === null ? null : knownWhen(reviewed, turn, event);
  const behind = (of: (patron: Patron, told: Told) => string) =>
    patron === null || known === null ? "" : ` ${of(patron, known)}`;
  const { outerLine, exits, ratio, hostsBroken } = setup.parameters.patrons;
  const share = (id: string, weight: number) => (weight === 0 ? 0 : pointsOf(event, id) / weight);
  return [
    `Outer line (10.2.2): ${percent(share("outer-line", outerLine))} by value not known to be held.${behind((its, told) => outerText(setup, side, its, told))}`,
    `Exits (10.2.3): ${exitWords(share("exits", exits))}.${behind((its, told) => exitText(setup, side, its, told))}`,
    `Odds (10.2.4): ${oddsText(setup, pointsOf(event, "odds"), ratio)}.${behind((its, told) => stakeText(setup, its, told))}`,
    `Hosts broken (10.2.5): ${percent(share("hosts-broken", hostsBroken))} of their formations.`,
  ];
}

function pointsOf({ terms }: Weighed, id: string): number {
  return terms.find((term) => term.id === id)?.points ?? 0;
}

function exitWords(extent: number): string {
  if (extent <= 0) return "the way home open";
  return extent >= 1 ? "no road home known to be open" : "the way home threatened";
}

function oddsText({ parameters }: Setup, points: number, weight: number): string {
  const odds = weight === 0 ? 1 : exp(points / weight);
  const most = odds <= parameters.patrons.ratioFloor ? "at most " : "";
  return `${most}${rounded(odds)} reported enemy men at its stake to one of its own side`;
}

function outerText(setup: Setup, side: Id, { outerLine }: Patron, { holders }: Told): string {
  const lost = outerLine.filter((place) => holders[place] !== side);
  if (lost.length === 0) return "";
  const named = lost.map((place) => {
    const holder = holderName(setup, holders[place] ?? null);
    return `${nameOf(setup, "places", place)} (${holder})`;
  });
  return `Those are ${listed(named)}.`;
}

function exitText(setup: Setup, side: Id, { exits }: Patron, told: Told): string {
  const said = exits.map((place) => {
    const name = nameOf(setup, "places", place);
    if (told.holders[place] !== side) return `${name} not known to be held`;
    const near = [place, ...(setup.neighbours[place] ?? []).map(({ to }) => to)];
    return menAt(told, near) > 0 ? `${name} with an enemy in or beside it` : `${name} open`;
  });
  return `As reported: ${said.join("; ")}.`;
}

/** Its stake with the sectors of it, and what lies beside them. */
function stakeText(setup: Setup, { stake }: Patron, told: Told): string {
  const inside = Object.keys(setup.places).filter(
    (id) => id === stake || setup.places[id]?.sectorOf === stake,
  );
  const beside = inside.flatMap((id) => (setup.neighbours[id] ?? []).map(({ to }) => to));
  const near = [...new Set([...inside, ...beside])];
  const reports = [...told.contacts].filter(([, { place }]) => near.includes(place ?? ""));
  const where = `in and beside ${nameOf(setup, "places", stake)}`;
  if (reports.length === 0) return `Nobody was reported ${where}.`;
  const each = reports.map(([formation, { place, men, turn }]) => {
    const age = told.turn - turn;
    const old = age === 0 ? "" : `, ${counted(age, "turn")} old`;
    return `${nameOf(setup, "formations", formation)} at ${nameOf(setup, "places", place ?? "")} ${grouped(men)}${old}`;
  });
  return `Reported ${where}: ${counted(menAt(told, near), "man", "men")}: ${each.join("; ")}.`;
}
