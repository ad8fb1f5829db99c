import type { Event } from "../events/types.ts";
import type { Id } from "../world/setup.ts";
import {
  dropWeakAssaults,
  pinAssaulted,
  releaseMeetings,
  stopAtMeetings,
  stopAtRaces,
} from "./encounters.ts";
import { columnsStruck } from "./interdiction.ts";
import { type March, planMarch } from "./march.ts";
import { type Phase, type Standing, standing, stateOf, type Turn, unitsAt } from "./turn.ts";

/**
 * 4: all marches of the turn, planned from one snapshot and made together. Places are taken in
 * passing when nobody stands there; nobody passes a defended place.
 */
export const movement: Phase = (turn) => {
  const stands = standing(turn);
  const marches: March[] = [];
  for (const unit of turn.units) {
    const march = planMarch(turn, unit, stands);
    if (march !== null) marches.push(march);
  }
  stopAtMeetings(turn, marches);
  dropWeakAssaults(turn, marches, stands);
  pinAssaulted(turn, marches);
  stopAtRaces(turn, marches);
  releaseMeetings(marches);
  return [
    ...marches.flatMap(eventsOf),
    ...walkIns(turn, marches, stands),
    ...columnsStruck(turn, marches),
  ];
};

function eventsOf(march: March): Event[] {
  const at = march.path[march.path.length - 1] ?? march.from;
  const events: Event[] = [];
  if (march.path.length > 0 || march.towards !== null) events.push(marchedEvent(march, at));
  if (march.halt !== null) events.push({ kind: "halted", formation: march.id, at, ...march.halt });
  const against = march.assaults ?? march.meets;
  if (against !== null) {
    events.push({
      kind: "deployed",
      formation: march.id,
      at,
      against,
      meeting: march.meets !== null,
      verb: march.verb,
    });
  }
  return events;
}

function marchedEvent({ id, path, towards, kmDone, goal }: March, at: Id): Event {
  return { kind: "marched", formation: id, path, towards, kmDone, arrived: at === goal };
}

/**
 * 4.3: an undefended place of the enemy or of nobody falls to whoever passes or enters it when its
 * side's men there come to at least its minimum garrison.
 */
function walkIns(turn: Turn, marches: readonly March[], stands: Standing): Event[] {
  const men: Record<Id, number> = {};
  const taken: Record<Id, Id> = {};
  for (const march of marches) {
    for (const place of march.path) {
      if (turn.world.places[place]?.holder === march.side) continue;
      const entering = `${place} ${march.side}`;
      men[entering] ??= menAt(stands, place, march.side);
      men[entering] += stateOf(turn, march.id).men;
      const needed = turn.setup.places[place]?.minimumGarrison ?? 0;
      if ((men[entering] as number) >= needed) taken[place] ??= march.side;
    }
  }
  return Object.keys(taken)
    .toSorted()
    .map((place): Event => {
      const from = turn.world.places[place]?.holder ?? null;
      return { kind: "place-taken", place, from, by: taken[place] as Id, how: "walk-in" };
    });
}

function menAt(stands: Standing, place: Id, side: Id): number {
  const own = unitsAt(stands, place).filter((unit) => unit.side === side);
  return own.reduce((men, unit) => men + unit.state.men, 0);
}
