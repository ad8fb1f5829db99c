import type { Event, Id, Setup } from "../engine/index.ts";

/** What the crews of a wing claim to have hit in strikes, and what they hit. */
interface Struck {
  claimedMen: number;
  hitMen: number;
  claimedKit: number;
  hitKit: number;
}

/** Claims beside the truth by wing. What support hits is part of its battle, and not told apart. */
export type AirTally = Readonly<Record<Id, Struck>>;

/** The tally before turn 1. */
export function startAir(setup: Setup): AirTally {
  const none = () => ({ claimedMen: 0, hitMen: 0, claimedKit: 0, hitKit: 0 });
  return Object.fromEntries(Object.keys(setup.wings).map((wing) => [wing, none()]));
}

/** Adds an event; those that are nothing to do with strikes, or of an unknown wing, change nothing. */
export function tallyAir(air: AirTally, event: Event): void {
  if (event.kind === "sorties-flown") {
    const struck = air[event.wing];
    if (struck === undefined || event.claims === null || event.mission === "support") return;
    struck.claimedMen += event.claims.men;
    struck.claimedKit += event.claims.kit;
  } else if (event.kind === "air-struck") {
    const struck = air[event.wing];
    if (struck === undefined) return;
    for (const { killed, wounded, kit } of event.casualties) {
      struck.hitMen += killed + wounded;
      struck.hitKit += piecesIn(kit);
    }
  } else if (event.kind === "kit-destroyed" && event.wing !== null) {
    const struck = air[event.wing];
    if (struck !== undefined) struck.hitKit += piecesIn(event.kit);
  }
}

function piecesIn(kit: Readonly<Record<Id, number>>): number {
  let sum = 0;
  for (const kind in kit) sum += kit[kind] as number;
  return sum;
}
