import type { BattleResolved, Event, Retreated, Surrendered } from "../events/types.ts";
import { isAttacking, isMarching } from "../orders/types.ts";
import { road } from "../world/map.ts";
import type { Id, Place, Setup } from "../world/setup.ts";
import type { FormationState, PlaceState } from "../world/world.ts";
import { isCovered } from "./rearguard.ts";
import { findRefuge, isOwn, retreatOf, surrenderOf } from "./rout.ts";
import {
  enemyMenAt,
  logged,
  type Phase,
  sideOf,
  type Standing,
  standing,
  stateOf,
  type Turn,
  unitsAt,
} from "./turn.ts";

/** 8.2: whoever was ordered out of an assaulted place and has fought there now goes. */
export const withdrawals: Phase = (turn) => {
  const pinned = logged(turn, "halted").filter((event) => event.reason === "disengaging");
  if (pinned.length === 0) return [];
  const stands = standing(turn);
  return pinned.flatMap(({ formation, at, before }): Event[] => {
    const state = stateOf(turn, formation);
    if (state.status !== "active" || isAttacking(state.task.verb)) return [];
    const side = sideOf(turn, formation);
    if (!isOwn(turn, before, side, stands)) return [];
    const rearguard = isCovered(stands, at, side, formation);
    return [retreatOf(turn, formation, at, before, { ordered: true, rearguard })];
  });
};

interface Fall {
  readonly place: Id;
  readonly by: Id;
  readonly entering: readonly Id[];
}

/**
 * 8.4: falls are decided for all places first, then carried out together: a place falls when the
 * attack has come through its depth, or nobody is left to hold it, and the attacker's men there are
 * at least its minimum garrison. Whoever still holds it retreats or surrenders.
 */
export const falls: Phase = (turn) => {
  const stands = standing(turn);
  const fallen = decided(turn, stands);
  const closed = new Set(fallen.map((fall) => fall.place));
  return fallen.flatMap((fall) => [
    ...leave(turn, fall, stands, closed),
    {
      kind: "place-taken",
      place: fall.place,
      from: turn.world.places[fall.place]?.holder ?? null,
      by: fall.by,
      how: "assault",
    } satisfies Event,
    ...fall.entering.map((formation) => entered(turn, formation, fall.place)),
  ]);
};

function decided(turn: Turn, stands: Standing): Fall[] {
  const fallen = new Map<Id, Fall>();
  for (const battle of logged(turn, "battle-resolved")) {
    const fall = battle.link === null ? fallOf(turn, battle, stands) : null;
    if (fall !== null && !fallen.has(fall.place)) fallen.set(fall.place, fall);
  }
  return [...fallen.values()];
}

function fallOf(turn: Turn, battle: BattleResolved, stands: Standing): Fall | null {
  const entering = battle.attackers
    .map((one) => one.formation)
    .filter((id) => stateOf(turn, id).status === "active");
  const men = entering.reduce((sum, id) => sum + stateOf(turn, id).men, 0);
  const { minimumGarrison, depthKm } = turn.setup.places[battle.place] as Place;
  const { advanceKm, assaultedBy } = turn.world.places[battle.place] as PlaceState;
  // Of two sides that assault one place the marker is that of the last.
  if (assaultedBy !== battle.attacker) return null;
  const held = enemyMenAt(stands, battle.place, battle.attacker) > 0;
  // 4.9: a holding attack takes a place only when nobody is left in it.
  const isThrough = advanceKm >= depthKm && !battle.holding;
  const falls = men > 0 && men >= minimumGarrison && (isThrough || !held);
  return falls ? { place: battle.place, by: battle.attacker, entering } : null;
}

function leave(
  turn: Turn,
  { place, by }: Fall,
  stands: Standing,
  closed: ReadonlySet<Id>,
): (Retreated | Surrendered)[] {
  return unitsAt(stands, place)
    .filter((unit) => unit.side !== by)
    .map(({ id, side }) => {
      const to =
        chosenExit(turn, id, place, stands, closed) ?? findRefuge(turn, id, place, stands, closed);
      if (to === null) return surrenderOf(turn, id, place);
      const rearguard = isCovered(stands, place, side, id);
      return retreatOf(turn, id, place, to, { ordered: false, rearguard });
    });
}

/** 8.1: the stated route first: the next place on the road to where a delay or withdrawal leads. */
function chosenExit(
  turn: Turn,
  id: Id,
  place: Id,
  stands: Standing,
  closed: ReadonlySet<Id>,
): Id | null {
  const { task } = stateOf(turn, id) as FormationState;
  const isLeading = task.verb === "delay" || (isMarching(task.verb) && !isAttacking(task.verb));
  if (task.to === null || task.to === place || !isLeading) return null;
  const next = road(turn.setup as Setup, place, task.to)?.[0];
  if (next === undefined || closed.has(next)) return null;
  return isOwn(turn, next, sideOf(turn, id), stands) ? next : null;
}

function entered(turn: Turn, formation: Id, place: Id): Event {
  const arrived = stateOf(turn, formation).task.to === place;
  return { kind: "marched", formation, path: [place], towards: null, kmDone: 0, arrived };
}

/** 8.5: the broken to whose refuge the enemy comes run on, or are taken. */
export const flight: Phase = (turn) => {
  const stands = standing(turn);
  return turn.units.flatMap(({ id, side, state: { status, place } }): Event[] => {
    if (status !== "broken" || place === null) return [];
    if (isOwn(turn, place, side, stands)) return [];
    const to = findRefuge(turn, id, place, stands, new Set());
    if (to === null) return [surrenderOf(turn, id, place)];
    return [retreatOf(turn, id, place, to, { ordered: false, rearguard: false })];
  });
};
