import type { BattleResolved, GaveWay } from "../events/types.ts";
import { findRefuge } from "./rout.ts";
import {
  logged,
  type Phase,
  type Standing,
  standing,
  type Turn,
  type Unit,
  unitsAt,
} from "./turn.ts";

/**
 * 7.7: a defender whose side lost too much in the battle, and who has a way out, goes over to delay
 * of itself: it fights on at another posture until its seat says otherwise (Epstein's feedback).
 */
export const givingWay: Phase = (turn) => {
  const trigger = (turn.setup.parameters.losses.delayTrigger * turn.hours) / 12;
  // Who fought a meeting was told to march, and so not to defend.
  const costly = logged(turn, "battle-resolved").filter(
    (battle) => !battle.encircled && battle.defenderLosses.rate >= trigger,
  );
  if (costly.length === 0) return [];
  const stands = standing(turn);
  return costly.flatMap((battle) => thoseIn(turn, battle, stands));
};

function thoseIn(turn: Turn, battle: BattleResolved, stands: Standing): GaveWay[] {
  const fought = new Set(battle.defenders.map(({ formation }) => formation));
  return unitsAt(stands, battle.place)
    .filter((unit) => fought.has(unit.id) && mayGo(turn, unit, battle.place, stands))
    .map(({ id }) => ({
      kind: "gave-way",
      formation: id,
      place: battle.place,
      rate: battle.defenderLosses.rate,
    }));
}

/** Told only to defend, not dug in for good, able to go, not come in this turn, and with a refuge. */
function mayGo(turn: Turn, { id, data, state }: Unit, place: string, stands: Standing): boolean {
  if (state.task.verb !== "defend" || state.works === "fortified") return false;
  if (data.mobility === "static") return false;
  if (logged(turn, "marched").some(({ formation }) => formation === id)) return false;
  return findRefuge(turn, id, place, stands, new Set()) !== null;
}
