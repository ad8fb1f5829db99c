import type { Casualties, EventOf } from "../engine/index.ts";
import { linkName, nameOf, type Names } from "./names.ts";
import { missionText, targetName } from "./tell-orders.ts";
import { counted, grouped, kitText, listed, rounded, sumKit } from "./wording.ts";

/** Sorties flown, and how many of them counted. */
export function tellSorties(names: Names, event: EventOf<"sorties-flown">): string {
  const { wing, mission, target, sorties, effective, lost } = event;
  const flown = `${counted(sorties, "sortie")} ${missionText(mission)} ${targetName(names, mission, target)}`;
  const loss = lost === 0 ? "" : `; ${counted(lost, "aircraft", "aircraft")} lost`;
  const claims = claimsText(event.claims);
  return `${nameOf(names, "wings", wing)} flew ${flown}, worth ${rounded(effective, 1)}${loss}.${claims}`;
}

/** What crews who supported a battle say they hit in it. */
export function tellClaimed(names: Names, event: EventOf<"support-claimed">): string {
  const { wing, place, claims } = event;
  const who = `Crews of ${nameOf(names, "wings", wing)}`;
  return `${who} claim ${claimedText(claims)} at ${nameOf(names, "places", place)}.`;
}

function claimsText(claims: EventOf<"sorties-flown">["claims"]): string {
  if (claims === null || claims.men + claims.kit === 0) return "";
  return ` Its crews claim ${claimedText(claims)}.`;
}

/** What crews say they hit: of the two only what there is. */
function claimedText({ men, kit }: EventOf<"support-claimed">["claims"]): string {
  const parts = [
    ...(men > 0 ? [counted(men, "man", "men")] : []),
    ...(kit > 0 ? [counted(kit, "piece of kit", "pieces of kit")] : []),
  ];
  return parts.length > 0 ? listed(parts) : "nothing";
}

/** What a strike did. */
export function tellStruck(
  names: Names,
  { wing, place, casualties }: EventOf<"air-struck">,
): string {
  const where = nameOf(names, "places", place);
  return `${nameOf(names, "wings", wing)} struck ${where}: ${harmText(names, casualties)}.`;
}

/** What interdiction hit of the columns on its road. */
export function tellColumn(names: Names, event: EventOf<"column-struck">): string {
  const { wing, link, casualties } = event;
  const road = linkName(names, link);
  const name = nameOf(names, "wings", wing);
  return `${name} struck columns on the road ${road}: ${harmText(names, casualties)}.`;
}

function harmText(names: Names, casualties: readonly Casualties[]): string {
  const killed = casualties.reduce((sum, one) => sum + one.killed, 0);
  const wounded = casualties.reduce((sum, one) => sum + one.wounded, 0);
  const kit = kitText(names, sumKit(casualties.map((one) => one.kit)));
  const men = `${grouped(killed)} killed and ${grouped(wounded)} wounded`;
  const hit = killed + wounded === 0 ? [] : [men];
  return [...hit, ...(kit === "" ? [] : [`${kit} destroyed`])].join(", ") || "nobody was hit";
}

/** Kit lying in the open that was destroyed, from the air or by its holder's men. */
export function tellDestroyed(names: Names, event: EventOf<"kit-destroyed">): string {
  const { place, wing, formation, kit } = event;
  const who =
    wing === null ? nameOf(names, "formations", formation ?? "") : nameOf(names, "wings", wing);
  const where = nameOf(names, "places", place);
  const pieces = kitText(names, kit);
  if (pieces === "") return `${who} destroyed nothing of what lay at ${where}.`;
  return `${who} destroyed ${pieces} lying at ${where}.`;
}

/** What a seat now lets its aircraft do. */
export function tellRules(names: Names, { seat, place, level }: EventOf<"rules-set">): string {
  const who = nameOf(names, "seats", seat);
  return `${who} set the rules of engagement at ${nameOf(names, "places", place)} to ${level}.`;
}

/** Sorties over a place where people live. */
export function tellHarmed(names: Names, event: EventOf<"civilians-harmed">): string {
  const { place, seat, harm } = event;
  const who = nameOf(names, "seats", seat);
  const where = nameOf(names, "places", place);
  return `Aircraft of ${who} harmed civilians at ${where} (${rounded(harm)} sorties in full).`;
}

/** Supply flown into a place. */
export function tellStocked(names: Names, event: EventOf<"depot-stocked">): string {
  const { place, wing, manDays } = event;
  const brought = `${grouped(manDays)} man-days of supply`;
  return `${nameOf(names, "wings", wing)} brought ${brought} to ${nameOf(names, "places", place)}.`;
}

/** A wing that changed its base. */
export function tellRebased(names: Names, { wing, to, readyTurn }: EventOf<"wing-rebased">) {
  const name = nameOf(names, "wings", wing);
  if (to === null) return `${name} lost its base and has nowhere to go.`;
  return `${name} moved to ${nameOf(names, "places", to)}; it flies again from turn ${readyTurn}.`;
}
