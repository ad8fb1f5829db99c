import type { Scouted } from "../events/types.ts";
import { placesWithinTwo } from "../world/map.ts";
import type { Id } from "../world/setup.ts";
import { logged, type Standing, type Turn, type Unit, unitsAt } from "./turn.ts";
import { detectionAt } from "./watch.ts";

/**
 * 2.11: what a side's formations on reconnaissance see of each place they were sent to look at, as the
 * turn ends: every enemy formation there is tested once.
 */
export function scoutingsOf(turn: Turn, side: Id, stands: Standing): readonly Scouted[] {
  const scouts = turn.units.filter((unit) => unit.side === side && isScouting(turn, unit));
  if (scouts.length === 0) return [];
  const targets = [...new Set(scouts.map(({ state }) => state.task.to as Id))].toSorted();
  return targets.map((place) => {
    const sent = scouts.filter(({ state }) => state.task.to === place);
    return scouted(turn, side, place, sent, stands);
  });
}

/** A formation looks when it neither marched nor fought, and is near enough. */
function isScouting(turn: Turn, { id, state: { status, task, place } }: Unit): boolean {
  if (task.verb !== "reconnoitre" || status !== "active") return false;
  if (task.to === null || place === null) return false;
  if (!placesWithinTwo(turn.setup, place).includes(task.to)) return false;
  const fought = logged(turn, "battle-resolved").some((battle) =>
    [...battle.attackers, ...battle.defenders].some(({ formation }) => formation === id),
  );
  return !fought && !logged(turn, "marched").some(({ formation }) => formation === id);
}

function scouted(
  turn: Turn,
  side: Id,
  place: Id,
  sent: readonly Unit[],
  stands: Standing,
): Scouted {
  const chance = detectionAt(turn, place, sent.length * turn.setup.parameters.reports.scout);
  const isSeen = (id: Id) => turn.chance.draw("scout", turn.number, place, id).u < chance;
  const enemies = unitsAt(stands, place).filter((unit) => unit.side !== side);
  return {
    kind: "scouted",
    formations: sent.map(({ id }) => id),
    place,
    chance,
    seen: enemies.map(({ id }) => id).filter(isSeen),
  };
}
