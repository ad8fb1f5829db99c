import { hoursAt } from "./clock.ts";
import type { Parameters } from "./parameters.ts";
import type { AirMission, Clock, Wing } from "./setup.ts";
import type { WingState } from "./world.ts";

interface Rules {
  readonly clock: Clock;
  readonly parameters: Parameters;
}

/**
 * Sorties a wing can fly in a turn, whole: aircraft by daily rate, serviceability and the part of
 * a day; fewer away from its own base (6.1, 6.11) or by an effect (12.3); none before it is ready.
 * Base status is settled in flight.
 */
export function sortiesOf(rules: Rules, wing: Wing, state: WingState, turn: number): number {
  if (turn < state.readyTurn || hoursAt(rules.clock, turn) < wing.fromHour) return 0;
  const rebased = state.rebased ? rules.parameters.air.rebasedFactor : 1;
  const perTurn = (wing.sortiesPerAircraftPerDay * rules.clock.turnHours) / 24;
  return Math.floor(state.aircraft * perTurn * wing.serviceability * rebased * state.factor);
}

/** Whether a mission hits what is at a place, so that rules of engagement and claims apply (6.9, 6.10). */
export function hitsPlace(mission: AirMission): boolean {
  return mission === "support" || mission === "strike" || mission === "destroy";
}
