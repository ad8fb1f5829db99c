import { match } from "ts-pattern";
import type { BattleResolved, BreakTest, EventOf, Id, Kit, Result } from "../engine/index.ts";
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
  const aim = battle.holding ? ", to hold the enemy there," : "";
  return `${attackers} attacked ${where}${from === "" ? "" : ` from ${from}`}${ring}${aim} and`;
}

/** How a battle went, with its odds before and after the draw. */
function resultText(battle: BattleResolved): string {
  const { odds, outcome, ruling } = battle;
  const day = ruling === null ? "on the day" : "by White's ruling";
  return `${courseText(battle)} (odds ${rounded(odds)}, ${day} ${rounded(outcome)})`;
}

/** How a battle went: "gained some ground, to 2.1 of 3 km". */
function courseText(battle: BattleResolved): string {
  const { result } = battle;
  if (battle.holding) return "asked for no ground";
  // To come through the last of a place is more than some ground, however little was left of it.
  if (result === "limited-gain" && isThrough(battle)) return "pushed right through";
  return `${verdictOf(result)}${groundText(battle)}`;
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
  return ` ${sent} ${reachedText(breach.sent, breach.reached)} the defence.`;
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

function reachedText(sent: number, reached: number): string {
  if (sent === 1) return reached === 1 ? "and reached" : "and did not reach";
  if (reached === 0) return `and ${sent === 2 ? "neither" : "none"} reached`;
  if (reached === sent) return `and ${sent === 2 ? "both" : "all"} reached`;
  return `and ${reached} of them reached`;
}

function isThrough({ link, km, advanceKm, depthKm }: BattleResolved): boolean {
  return link === null && km > 0 && advanceKm >= depthKm;
}

/** What an attack came to: "were held". */
export function verdictOf(result: Result): string {
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
    .with("threshold", () => "as a track passed a threshold")
    .exhaustive();
}

function testText({ chance, ruling, broke }: BreakTest): string {
  const ruled = ruling === null ? "" : `, by White's ruling: ${ruling}`;
  if (broke) return ` and broke (chance ${percent(chance)}${ruled})`;
  return ` and held (chance to break ${percent(chance)}${ruled})`;
}

/** A share in whole percent; what is not nothing is never 0. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "less than 1 %";
  return `${rounded(share * 100, 0)} %`;
}

/** A formation that went over to delay of itself. */
export function tellGaveWay(names: Names, { formation, place, rate }: EventOf<"gave-way">): string {
  const name = nameOf(names, "formations", formation);
  const where = nameOf(names, "places", place);
  return `${name} goes over to delay at ${where}: its side lost ${percent(rate)} of its men there.`;
}

/** A formation that broke and ran. */
export function tellBroke(names: Names, event: EventOf<"formation-broke">): string {
  const { formation, place, to, missing, stragglers, abandoned } = event;
  const name = nameOf(names, "formations", formation);
  const way = place === to ? `at ${nameOf(names, "places", place)}` : routeText(names, place, to);
  const gone = [counted(missing, "man missing", "men missing"), counted(stragglers, "straggler")];
  const chase = event.pursued ? ", the enemy on its heels" : "";
  const left = `${leftBehind(names, abandoned)}${coverText(event.rearguard)}`;
  return `${name} broke ${way}${chase}: ${listed(gone)}${left}.`;
}

function routeText(names: Names, from: Id, to: Id): string {
  return `at ${nameOf(names, "places", from)} and ran to ${nameOf(names, "places", to)}`;
}

function coverText(rearguard: boolean): string {
  return rearguard ? ", its rearguard behind it" : "";
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
  const left = `${leftBehind(names, abandoned)}${coverText(event.rearguard)}`;
  return `${nameOf(names, "formations", formation)} ${verb} ${way}${left}.`;
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
