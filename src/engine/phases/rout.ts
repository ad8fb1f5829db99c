import { settle } from "../chance/arithmetic.ts";
import type { Draw, FormationBroke, Kit, Retreated, Surrendered } from "../events/types.ts";
import { turnsFor } from "../world/clock.ts";
import { idsOf } from "../world/ids.ts";
import { nearestPlace } from "../world/map.ts";
import type { Id } from "../world/setup.ts";
import { enemyMenAt, logged, sideOf, type Standing, stateOf, type Turn } from "./turn.ts";

interface LeftBehind {
  readonly abandoned: Kit;
  readonly draws: readonly Draw[];
}

/**
 * 7.6: heavy kit left behind: a share of each kind, settled into whole pieces by one draw a kind;
 * a formation without wheels leaves all of it. 8.7: a rearguard saves part of what the others leave.
 */
function leftBehind(turn: Turn, id: Id, share: number, rearguard: boolean): LeftBehind {
  const { kit } = stateOf(turn, id);
  const covered = rearguard ? share * turn.setup.parameters.capture.rearguard : share;
  const left = turn.setup.formations[id]?.mobility === "static" ? 1 : covered;
  const abandoned: Record<Id, number> = {};
  const draws: Draw[] = [];
  for (const kind of idsOf(turn.setup.parameters.kit)) {
    const pieces = kit[kind] ?? 0;
    if (pieces === 0 || !turn.setup.parameters.kit[kind]?.heavy) continue;
    const draw = turn.chance.draw("abandon", turn.number, kind, id);
    draws.push(draw);
    const some = Math.min(pieces, settle(pieces * left, draw.u));
    if (some > 0) abandoned[kind] = some;
  }
  return { abandoned, draws };
}

/** Whether a place is held by a side and no enemy stands in it. */
export function isOwn(turn: Turn, place: Id, side: Id, stands: Standing): boolean {
  return turn.world.places[place]?.holder === side && enemyMenAt(stands, place, side) === 0;
}

/**
 * 8.1: the nearest place by road, held by its side and free of the enemy, to which a formation can
 * fall back through places where no enemy stands; null when there is none.
 */
export function findRefuge(
  turn: Turn,
  id: Id,
  from: Id,
  stands: Standing,
  closed: ReadonlySet<Id>,
): Id | null {
  const side = sideOf(turn, id);
  const isWanted = (place: Id) => !closed.has(place) && isOwn(turn, place, side, stands);
  const passable = (place: Id) => enemyMenAt(stands, place, side) === 0;
  return nearestPlace(turn.setup, from, isWanted, passable);
}

/**
 * 7.5: a broken formation runs: it stays where nobody attacks, or goes to the nearest refuge not
 * under assault if there is one. Of an encircled one more go missing, and the rest slip through.
 */
export function rout(
  turn: Turn,
  id: Id,
  from: Id,
  stands: Standing,
  escape: Escape,
): FormationBroke | Surrendered {
  const to = refugeOf(turn, id, from, escape.encircled, stands);
  if (to === null) return surrenderOf(turn, id, from);
  const rules = turn.setup.parameters.cohesion;
  const { men } = stateOf(turn, id);
  const gone = Math.floor(men * goneShare(turn, escape) + 0.5);
  const stragglers = Math.floor(gone * rules.stragglers + 0.5);
  const rallyTurn = turn.number + turnsFor(turn.setup.clock, rules.rallyHours);
  return {
    kind: "formation-broke",
    formation: id,
    side: sideOf(turn, id),
    place: from,
    to,
    missing: gone - stragglers,
    stragglers,
    pursued: escape.pursued,
    rearguard: escape.rearguard,
    ...leftBehind(turn, id, turn.setup.parameters.capture.routAbandoned, escape.rearguard),
    rallyTurn,
  };
}

/** How a formation that breaks gets away. */
export interface Escape {
  /** Whether the enemy holds every way out (5.4.7). */
  readonly encircled: boolean;
  /** Whether the enemy was on its heels (4.10). */
  readonly pursued: boolean;
  /** Whether a rearguard covers it (8.7). */
  readonly rearguard: boolean;
}

/** 7.5, 4.10, 8.7: the share of its men that a formation loses as it breaks. */
function goneShare(turn: Turn, { encircled, pursued, rearguard }: Escape): number {
  const rules = turn.setup.parameters.cohesion;
  const share = Math.max(
    rules.missing,
    pursued ? rules.missingPursued : 0,
    encircled ? rules.missingEncircled : 0,
  );
  return rearguard ? share * rules.rearguardMissing : share;
}

function refugeOf(turn: Turn, id: Id, from: Id, encircled: boolean, stands: Standing): Id | null {
  const side = sideOf(turn, id);
  const assaults = logged(turn, "battle-resolved").filter((battle) => battle.link === null);
  const assaulted = new Set(assaults.map((battle) => battle.place));
  if (!assaulted.has(from) && isOwn(turn, from, side, stands)) return from;
  const refuge =
    findRefuge(turn, id, from, stands, assaulted) ??
    findRefuge(turn, id, from, stands, new Set([from]));
  if (refuge !== null || !encircled) return refuge;
  const isWanted = (place: Id) => place !== from && isOwn(turn, place, side, stands);
  return nearestPlace(turn.setup, from, isWanted, () => true);
}

/** 8.3: with no way out a formation lays down its arms, and all its kit stays. */
export function surrenderOf(turn: Turn, formation: Id, place: Id): Surrendered {
  const { men, kit } = stateOf(turn, formation);
  const pieces = Object.entries(kit).filter(([, count]) => count > 0);
  const abandoned = Object.fromEntries(pieces);
  const side = sideOf(turn, formation);
  return { kind: "surrendered", formation, side, place, captured: men, abandoned };
}

/** 8.2: a formation that gives way in order leaves some heavy kit, less behind a rearguard (8.7). */
export function retreatOf(
  turn: Turn,
  formation: Id,
  from: Id,
  to: Id,
  how: { readonly ordered: boolean; readonly rearguard: boolean },
): Retreated {
  const { withdrawAbandoned } = turn.setup.parameters.capture;
  const left = leftBehind(turn, formation, withdrawAbandoned, how.rearguard);
  return { kind: "retreated", formation, side: sideOf(turn, formation), from, to, ...how, ...left };
}
