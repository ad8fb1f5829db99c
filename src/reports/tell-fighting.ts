import { match } from "ts-pattern";
import type { BattleResolved, EventOf, Id, Kit, Result } from "../engine/index.ts";
import { forcesOf, holderName, nameOf, type Names } from "./names.ts";
import { counted, grouped, kitText, listed, rounded, sumKit } from "./wording.ts";

/** A battle in one sentence: who attacked where and from where, how it went, what it cost. */
export function tellBattle(names: Names, battle: BattleResolved): string {
  const breach = breachText(names, battle);
  return `${openingOf(names, battle)} ${resultText(battle)}.${breach} ${lossesText(names, battle)}.`;
}

function openingOf(names: Names, battle: BattleResolved): string {
  const { attacker, defender, place, link } = battle;
  const attackers = forcesOf(names, attacker);
  const where = nameOf(names, "places", place);
  if (link !== null)
    return `${attackers} met ${forcesOf(names, defender)} on the road at ${where} and`;
  const from = listed(battle.axes.map((axis) => nameOf(names, "places", axis)));
  const ring = battle.encircled ? ", its ways out closed," : "";
  return `${attackers} attacked ${where}${from === "" ? "" : ` from ${from}`}${ring} and`;
}

/** How a battle went, with its odds before and after the draw. */
export function resultText(battle: BattleResolved): string {
  const { result, odds, outcome } = battle;
  const chance = `(odds ${rounded(odds)}, on the day ${rounded(outcome)})`;
  // To come through the last of a place is more than some ground, however little was left of it.
  if (result === "limited-gain" && isThrough(battle)) return `pushed right through ${chance}`;
  return `${verdictOf(result)}${groundText(battle)} ${chance}`;
}

/** How deep the attack stands now; nothing for one that won no ground. */
function groundText(battle: BattleResolved): string {
  const { link, km, advanceKm, depthKm } = battle;
  if (link !== null || km <= 0) return "";
  if (isThrough(battle)) return ", right through";
  return `, to ${rounded(advanceKm, 1)} of ${rounded(depthKm, 1)} km`;
}

/** What was sent ahead to break in, and how much of it did. */
function breachText(names: Names, battle: BattleResolved): string {
  const { breach } = battle;
  if (breach === null) return "";
  const sent = `${sentText(names, battle, breach.sent)} sent ahead`;
  return ` ${sent} ${reachedText(breach.sent, breach.hits)} the defence.`;
}

/** "2 sappers were": the kit that is used up; a reader who knows no kinds is told the number. */
function sentText(names: Names, { casualties }: BattleResolved, sent: number): string {
  const lost = sumKit(casualties.map(({ kit }) => kit));
  const used = Object.entries(lost).filter(([kind]) => isUsedUp(names, kind));
  const what = kitText(names, Object.fromEntries(used));
  return `${what || counted(sent, "piece of kit", "pieces of kit")} ${sent === 1 ? "was" : "were"}`;
}

function isUsedUp(names: Names, kind: Id): boolean {
  return (names.parameters.kit[kind]?.breach ?? 0) > 0;
}

function reachedText(sent: number, hits: number): string {
  if (sent === 1) return hits === 1 ? "and reached" : "and did not reach";
  if (hits === 0) return `and ${sent === 2 ? "neither" : "none"} reached`;
  if (hits === sent) return `and ${sent === 2 ? "both" : "all"} reached`;
  return `and ${hits} of them reached`;
}

function isThrough({ link, km, advanceKm, depthKm }: BattleResolved): boolean {
  return link === null && km > 0 && advanceKm >= depthKm;
}

function verdictOf(result: Result): string {
  return match(result)
    .with("repulsed", () => "were thrown back")
    .with("held", () => "were held")
    .with("limited-gain", () => "gained some ground")
    .with("forced-back", () => "forced the defenders back")
    .with("overrun", () => "overran the defenders")
    .exhaustive();
}

function lossesText(names: Names, battle: BattleResolved): string {
  const sides = [
    sideLosses(names, battle, battle.attacker, battle.attackers, battle.attackerLosses),
    sideLosses(names, battle, battle.defender, battle.defenders, battle.defenderLosses),
  ];
  return `Killed and wounded: ${sides.join("; ")}`;
}

function sideLosses(
  names: Names,
  battle: BattleResolved,
  side: Id,
  combatants: BattleResolved["attackers"],
  losses: BattleResolved["attackerLosses"],
): string {
  const own = new Set(combatants.map(({ formation }) => formation));
  const kits = battle.casualties.filter(({ formation }) => own.has(formation));
  const kit = kitText(names, sumKit(kits.map((one) => one.kit)));
  const wounded = losses.men - losses.killed;
  const men = `${grouped(losses.killed)} and ${grouped(wounded)}`;
  return `${holderName(names, side)} ${men}${kit === "" ? "" : `, with ${kit}`}`;
}

/** A place that changed hands. */
export function tellTaken(names: Names, { place, from, by, how }: EventOf<"place-taken">): string {
  const where = nameOf(names, "places", place);
  const whose = from === null ? "" : ` from ${forcesOf(names, from)}`;
  const means = how === "assault" ? "took" : "walked into";
  return `${forcesOf(names, by)} ${means} ${where}${whose}.`;
}

/** How deep an attack stands in a place. */
export function tellFront(names: Names, { place, advanceKm }: EventOf<"front-moved">): string {
  return `The attack on ${nameOf(names, "places", place)} now stands ${rounded(advanceKm, 1)} km deep.`;
}

/** Cohesion after a loss of it, and the test when there was one. */
export function tellCohesion(names: Names, event: EventOf<"cohesion-lost">): string {
  const { formation, cohesion, test } = event;
  const left = `${nameOf(names, "formations", formation)} was down to cohesion ${rounded(cohesion, 0)}`;
  const outcome = test === null ? "" : testText(test);
  return `${left} ${causeText(event.cause)}${outcome}.`;
}

function causeText(cause: EventOf<"cohesion-lost">["cause"]): string {
  return match(cause)
    .with("battle", () => "after the fighting")
    .with("contagion", () => "as a neighbouring place fell")
    .with("siege", () => "with every way out closed and its supply gone")
    .with("patron", () => "as its patron left")
    .with("inject", () => "by White's inject")
    .exhaustive();
}

function testText({ chance, draw }: { chance: number; draw: { u: number } }): string {
  if (draw.u < chance) return ` and broke (chance ${percent(chance)})`;
  return ` and held (chance to break ${percent(chance)})`;
}

/** A share in whole percent; what is not nothing is never 0. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "less than 1 %";
  return `${rounded(share * 100, 0)} %`;
}

/** A formation that broke and ran. */
export function tellBroke(names: Names, event: EventOf<"formation-broke">): string {
  const { formation, place, to, missing, stragglers, abandoned } = event;
  const name = nameOf(names, "formations", formation);
  const way = place === to ? `at ${nameOf(names, "places", place)}` : routeText(names, place, to);
  const gone = [counted(missing, "man missing", "men missing"), counted(stragglers, "straggler")];
  return `${name} broke ${way}: ${listed(gone)}${leftBehind(names, abandoned)}.`;
}

function routeText(names: Names, from: Id, to: Id): string {
  return `at ${nameOf(names, "places", from)} and ran to ${nameOf(names, "places", to)}`;
}

function leftBehind(names: Names, kit: Kit): string {
  const text = kitText(names, kit);
  return text === "" ? "" : `, leaving ${text}`;
}

/** A formation that gave up its place and kept its order. */
export function tellRetreated(names: Names, event: EventOf<"retreated">): string {
  const { formation, from, to, ordered, abandoned } = event;
  const verb = ordered ? "withdrew as ordered" : "retreated";
  const way = `from ${nameOf(names, "places", from)} to ${nameOf(names, "places", to)}`;
  return `${nameOf(names, "formations", formation)} ${verb} ${way}${leftBehind(names, abandoned)}.`;
}

/** A formation that laid down its arms, or had no man left. */
export function tellSurrendered(names: Names, event: EventOf<"surrendered">): string {
  const { formation, place, captured, abandoned } = event;
  const name = nameOf(names, "formations", formation);
  const where = nameOf(names, "places", place);
  const end = captured === 0 ? "was destroyed" : "surrendered";
  const men = captured === 0 ? "" : `: ${counted(captured, "man", "men")} captured`;
  return `${name} ${end} at ${where}${men}${leftBehind(names, abandoned)}.`;
}
