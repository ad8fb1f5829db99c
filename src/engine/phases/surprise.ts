import { clamp, interpolate } from "../chance/arithmetic.ts";
import type { Combatant } from "../events/types.ts";
import { hoursAt } from "../world/clock.ts";
import { entriesOf } from "../world/ids.ts";
import type { Parameters } from "../world/parameters.ts";
import type { Clock, Id } from "../world/setup.ts";
import type { Turn } from "./turn.ts";

/** What the attacker has of surprise, and the share of his men it came from. */
export interface Surprised {
  /** Factor of the odds; 1 for none. */
  readonly factor: number;
  /** Share of the attackers no enemy seat had a report of; null where the scenario's counts. */
  readonly hidden: number | null;
}

/** No surprise at all, as in a meeting. */
export const NOT_SURPRISED: Surprised = { factor: 1, hidden: null };

/**
 * 5.4.8: the scenario's surprise in its opening assaults while it lasts; in any other, what the
 * defender's side has no report of.
 */
export function surpriseIn(
  turn: Turn,
  place: Id,
  attacker: Id,
  defender: Id,
  attackers: readonly Combatant[],
): Surprised {
  const { clock, parameters, surprise } = turn.setup;
  const scripted = surprise.find((one) => one.side === attacker);
  const began = turn.world.places[place]?.firstAssaultTurn || turn.number;
  if (scripted !== undefined && isOpening({ clock, parameters }, began, turn.number))
    return {
      factor: surpriseAt({ clock, parameters }, scripted.factor, turn.number),
      hidden: null,
    };
  const hidden = hiddenShare(turn, defender, attackers);
  return { factor: interpolate(parameters.surprise.byHidden, hidden), hidden };
}

interface Rules {
  readonly clock: Clock;
  readonly parameters: Parameters;
}

/** Whether an assault that began in one turn is still an opening one of the scenario's in another. */
function isOpening({ clock, parameters }: Rules, began: number, turn: number): boolean {
  const { openingHours, surpriseDays } = parameters.odds;
  return hoursAt(clock, began) < openingHours && hoursAt(clock, turn) < surpriseDays * 24;
}

/** 5.4.8: the scenario's factor in an opening assault, fading evenly to nothing over some days. */
function surpriseAt({ clock, parameters }: Rules, factor: number, turn: number): number {
  const { surpriseDays } = parameters.odds;
  return 1 + (factor - 1) * ((surpriseDays - hoursAt(clock, turn) / 24) / surpriseDays);
}

/** Share of the attackers' men in formations that no seat of a side has a live report of. */
function hiddenShare(turn: Turn, defender: Id, attackers: readonly Combatant[]): number {
  const watching = entriesOf(turn.setup.seats).filter(({ value }) => value.side === defender);
  let men = 0;
  let unseen = 0;
  for (const one of attackers) {
    men += one.men;
    if (!watching.some(({ id }) => isReported(turn, id, one.formation))) unseen += one.men;
  }
  return men > 0 ? unseen / men : 0;
}

function isReported(turn: Turn, seat: Id, formation: Id): boolean {
  const contact = turn.world.knowledge[seat]?.contacts[formation];
  return contact !== undefined && contact.place !== null;
}

/** How far a surprise goes from none, 0, to full, 1: losses, cohesion and breach use this scale. */
export function surpriseExtent(parameters: Parameters, factor: number): number {
  return clamp((factor - 1) / (parameters.odds.surpriseFull - 1), 0, 1);
}
