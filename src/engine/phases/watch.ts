import { exp } from "../chance/arithmetic.ts";
import { heightsOver } from "../world/heights.ts";
import type { Id, Place } from "../world/setup.ts";
import type { Standing, Turn } from "./turn.ts";

/** How many watchers a side has over a place; 0 for a place it does not watch. */
export type Watch = (place: Id) => number;

/**
 * 2.5, 2.12: a place is watched from itself, its neighbours and the heights over it, where the side has
 * troops of its own. A seat of no side watches every place once, from the air (2.8).
 */
export function watchOf(turn: Turn, side: Id | null, stands: Standing): Watch {
  if (side === null) return () => 1;
  const { overlook } = turn.setup.parameters.reports;
  const manned = new Set<Id>();
  for (const [place, units] of stands) {
    if (units.some((unit) => unit.side === side)) manned.add(place);
  }
  const known = new Map<Id, number>();
  const watchersOver = (place: Id) => {
    let watchers = manned.has(place) ? 1 : 0;
    for (const link of turn.setup.neighbours[place] ?? []) if (manned.has(link.to)) watchers++;
    for (const height of heightsOver(turn.setup, place))
      if (manned.has(height)) watchers += overlook;
    known.set(place, watchers);
    return watchers;
  };
  return (place) => known.get(place) ?? watchersOver(place);
}

/** 2.5: chance 1 − e^(−watchers × rate of the terrain), halved at night (Koopman's form). */
export function detectionAt(turn: Turn, place: Id, watchers: number): number {
  const { parameters, places } = turn.setup;
  const rate = parameters.terrains[(places[place] as Place).terrain]?.detection ?? 0;
  return 1 - exp(-watchers * rate * (turn.night ? parameters.night.detection : 1));
}
