import type { EventOf } from "../engine/index.ts";
import { forcesOf, nameOf, type Names, titleOf } from "./names.ts";
import { counted, listed, rounded, signed } from "./wording.ts";

/** A patron's reckoning in a sentence, with who decided it if it was not the risk. */
export function tellWeighed(names: Names, event: EventOf<"patron-weighed">): string {
  const { contingent, risk, tolerance } = event;
  const weighed = `a reported risk of ${rounded(risk)} against a tolerance of ${rounded(tolerance)}`;
  const who = nameOf(names, "contingents", contingent);
  return `${who} weighed ${weighed}: ${decisionText(event)}.`;
}

/** What came of a patron's reckoning, and on whose word. */
export function decisionText({ leavesTurn, released, ruling }: EventOf<"patron-weighed">): string {
  const decision = leavesTurn > 0 ? `it leaves in turn ${leavesTurn}` : "it stays";
  if (ruling !== null) return `${decision}, as White ruled (${ruling})`;
  return released ? `${decision}, sent home by its own seat` : decision;
}

/** A contingent kept back when it was to leave. */
export function tellHeld(names: Names, event: EventOf<"patron-held">): string {
  const { contingent, times, price, ruling } = event;
  const who = nameOf(names, "contingents", contingent);
  if (ruling !== null) return `${who} was kept here, as White ruled (${ruling}).`;
  const often = `held back by its own seat (${counted(times, "time")} by now)`;
  const cost =
    price === null
      ? ""
      : ` for ${signed(price.points)} on ${titleOf(names, "tracks", price.track)}`;
  return `${who} was ${often}${cost}.`;
}

/** A formation that went home, or to another front. */
export function tellLeft(names: Names, event: EventOf<"formation-left">): string {
  const { formation, place, recalled } = event;
  const name = nameOf(names, "formations", formation);
  if (place === null) return `${name} was called away before it came.`;
  const from = nameOf(names, "places", place);
  return recalled ? `${name} was called away from ${from}.` : `${name} left ${from} for home.`;
}

/** Formations off the map that were called. */
export function tellCalled(names: Names, { pool, early }: EventOf<"pool-called">): string {
  return `${titleOf(names, "pools", pool)} were called${early ? " before their time" : ""}.`;
}

/** A track that moved, and what moved it where that is known. */
export function tellTrack(names: Names, { track, to, because }: EventOf<"track-moved">): string {
  const causes = [...new Set(because.split(", "))].map((cause) => cause.replaceAll("-", " "));
  const why = because === "" ? "" : ` (${listed(causes)})`;
  return `${titleOf(names, "tracks", track)} moved to ${rounded(to)}${why}.`;
}

/** A track that reached a threshold. */
export function tellThreshold(names: Names, event: EventOf<"threshold-passed">): string {
  return `${titleOf(names, "tracks", event.track)} passed a threshold: ${event.title}.`;
}

/** A patron that puts up with more, or with less. */
export function tellTolerance(names: Names, event: EventOf<"tolerance-shifted">): string {
  const who = nameOf(names, "contingents", event.contingent);
  return `${who} has its tolerance moved by ${signed(event.shift)} in all, on the logit scale.`;
}

/** A wing that flies more, or less. */
export function tellScaled(names: Names, { wing, factor }: EventOf<"sorties-scaled">): string {
  return `${nameOf(names, "wings", wing)} now flies ${rounded(factor)} times its sorties.`;
}

/** A contingent with another commander. */
export function tellCommand(names: Names, event: EventOf<"command-changed">): string {
  const who = nameOf(names, "contingents", event.contingent);
  return `${who} has a new commander, felt in the battles of turn ${event.turn}.`;
}

/** Supply given to a side, or taken from it. */
export function tellSupply(names: Names, { side, days }: EventOf<"supply-changed">): string {
  const what = days < 0 ? "lost" : "were given";
  return `${forcesOf(names, side)} ${what} ${counted(Math.abs(days), "day")} of supply.`;
}
