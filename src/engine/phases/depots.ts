import { apportion, clamp, sumOf, toThousandth } from "../chance/arithmetic.ts";
import type { DepotDrawn } from "../events/types.ts";
import type { Id } from "../world/setup.ts";
import type { PlaceState } from "../world/world.ts";
import type { Turn, Unit } from "./turn.ts";

/** A formation that no road feeds, and the days of supply it used in the turn. */
export interface Cut {
  readonly unit: Unit;
  readonly usedDays: number;
}

/** Days that each took from the depot of its place, and what left the depots. */
export interface Drawn {
  readonly days: ReadonlyMap<Id, number>;
  readonly events: readonly DepotDrawn[];
}

const NOTHING: Drawn = { days: new Map(), events: [] };

/**
 * 11.11: formations of the holder's that no road joins to a source live on the depot of their place:
 * as much as a road would bring them (11.5), in man-days, shared out by need when it runs out.
 */
export function drawFromDepots(turn: Turn, cut: readonly Cut[]): Drawn {
  if (cut.length === 0) return NOTHING;
  const days = new Map<Id, number>();
  const events: DepotDrawn[] = [];
  for (const { id: place, state } of turn.places) {
    if (state.depotManDays === 0) continue;
    const here = cut.filter(({ unit }) => unit.state.place === place && unit.side === state.holder);
    const manDays = drawAt(turn, state, here, days);
    if (manDays > 0) events.push({ kind: "depot-drawn", place, side: state.holder as Id, manDays });
  }
  return { days, events };
}

function drawAt(
  turn: Turn,
  { depotManDays }: PlaceState,
  here: readonly Cut[],
  days: Map<Id, number>,
): number {
  const wanted = here.map((one) => wantedDays(turn, one));
  // To thousandths first: a tenth of a day for 400 men is 40 man-days, whatever the last bit says.
  const needs = here.map(({ unit }, at) =>
    Math.ceil(toThousandth(unit.state.men * (wanted[at] as number))),
  );
  const given = apportion(depotManDays, needs);
  here.forEach(({ unit }, at) => {
    const need = needs[at] as number;
    // The share first: who was given all of its need has exactly what it wanted.
    if (need > 0) days.set(unit.id, (wanted[at] as number) * ((given[at] as number) / need));
  });
  return sumOf(given);
}

/** What it used and what it lacks, at most what a road brings in the time. */
function wantedDays(turn: Turn, { unit, usedDays }: Cut): number {
  const most = (turn.setup.parameters.supply.recoveryPerDay * turn.hours) / 24;
  return clamp(unit.data.supplyDays - unit.state.supplyDays + usedDays, 0, most);
}
