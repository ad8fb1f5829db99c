import { match } from "ts-pattern";
import type { EventOf } from "../engine/index.ts";
import { nameOf, type Names } from "./names.ts";
import { counted, listed, rounded } from "./wording.ts";

/** A march of one turn. */
export function tellMarched(names: Names, event: EventOf<"marched">): string {
  const { formation, path, towards, kmDone } = event;
  const reached = listed(path.map((place) => nameOf(names, "places", place)));
  const done = reached === "" ? [] : [`marched to ${reached}`];
  const on =
    towards === null
      ? []
      : [`is ${rounded(kmDone, 0)} km on the way to ${nameOf(names, "places", towards)}`];
  return `${nameOf(names, "formations", formation)} ${listed([...done, ...on]) || "stood ready to march"}.`;
}

/** A march that came to a stop. */
export function tellHalted(names: Names, { formation, at, before, reason }: EventOf<"halted">) {
  const next = nameOf(names, "places", before);
  const why = match(reason)
    .with("enemy", () => `before ${next}: the enemy is there`)
    .with("no-road", () => `before ${next}: no road leads on`)
    .with("disengaging", () => `to fight itself free before it goes to ${next}`)
    .exhaustive();
  return `${nameOf(names, "formations", formation)} halted at ${nameOf(names, "places", at)} ${why}.`;
}

/** A formation drawn up to attack. */
export function tellDeployed(names: Names, event: EventOf<"deployed">): string {
  const { formation, at, against, meeting, verb } = event;
  const [from, to] = [nameOf(names, "places", at), nameOf(names, "places", against)];
  const how = meeting
    ? `met the enemy on the road from ${from} to ${to}`
    : `drew up at ${from} against ${to}${intentOf(verb)}`;
  return `${nameOf(names, "formations", formation)} ${how}.`;
}

function intentOf(verb: EventOf<"deployed">["verb"]): string {
  if (verb === "fix") return ", to hold the enemy there";
  return verb === "pursue" ? ", on the heels of the enemy" : "";
}

/** A formation that rested while others held its place. */
export function tellRotated(names: Names, { formation, place }: EventOf<"rotated">): string {
  const name = nameOf(names, "formations", formation);
  return `${name} was out of the line and did not fight at ${nameOf(names, "places", place)}.`;
}

/** What was seen of a place by those sent to look at it. */
export function tellScouted(names: Names, event: EventOf<"scouted">): string {
  const who = listed(event.formations.map((id) => nameOf(names, "formations", id)));
  const seen = event.seen.length === 0 ? "no enemy" : counted(event.seen.length, "enemy formation");
  return `${who} reconnoitred ${nameOf(names, "places", event.place)} and saw ${seen}.`;
}

/** A reinforcement that came. */
export function tellArrived(names: Names, { formation, place }: EventOf<"arrived">): string {
  return `${nameOf(names, "formations", formation)} arrived at ${nameOf(names, "places", place)}.`;
}

/** Stragglers whose formation will not rally any more. */
export function tellForsaken(names: Names, event: EventOf<"stragglers-missing">): string {
  const { formation, men } = event;
  return `${counted(men, "straggler")} of ${nameOf(names, "formations", formation)} did not come back and are missing.`;
}

/** A broken formation that came together again. */
export function tellRallied(names: Names, event: EventOf<"rallied">): string {
  const back = event.stragglers === 0 ? "" : `, ${counted(event.stragglers, "straggler")} back`;
  const name = nameOf(names, "formations", event.formation);
  return `${name} rallied at cohesion ${rounded(event.cohesion, 0)}${back}.`;
}
