import type { EventOf } from "../engine/index.ts";
import { nameOf, type Names } from "./names.ts";
import { missionText, targetName } from "./tell-orders.ts";
import { counted, grouped, kitText, rounded, sumKit } from "./wording.ts";

/** Sorties flown, and how many of them counted. */
export function tellSorties(names: Names, event: EventOf<"sorties-flown">): string {
  const { wing, mission, target, sorties, effective, lost } = event;
  const flown = `${counted(sorties, "sortie")} ${missionText(mission)} ${targetName(names, mission, target)}`;
  const loss = lost === 0 ? "" : `; ${counted(lost, "aircraft", "aircraft")} lost`;
  return `${nameOf(names, "wings", wing)} flew ${flown}, worth ${rounded(effective, 1)}${loss}.`;
}

/** What a strike did. */
export function tellStruck(
  names: Names,
  { wing, place, casualties }: EventOf<"air-struck">,
): string {
  const killed = casualties.reduce((sum, one) => sum + one.killed, 0);
  const wounded = casualties.reduce((sum, one) => sum + one.wounded, 0);
  const kit = kitText(names, sumKit(casualties.map((one) => one.kit)));
  const men = `${grouped(killed)} killed and ${grouped(wounded)} wounded`;
  const hit = killed + wounded === 0 ? [] : [men];
  const harm = [...hit, ...(kit === "" ? [] : [`${kit} destroyed`])].join(", ") || "nobody was hit";
  return `${nameOf(names, "wings", wing)} struck ${nameOf(names, "places", place)}: ${harm}.`;
}

/** A wing driven from its base. */
export function tellRebased(names: Names, { wing, to, readyTurn }: EventOf<"wing-rebased">) {
  const name = nameOf(names, "wings", wing);
  if (to === null) return `${name} lost its base and has nowhere to go.`;
  return `${name} moved to ${nameOf(names, "places", to)}; it flies again from turn ${readyTurn}.`;
}
