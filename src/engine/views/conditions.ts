import type { Id } from "../world/id.ts";

/**
 * The one grammar of conditions: courses of action, injects, reinforcements, pools and objectives.
 * Turns are counted from 1; bounds are inclusive.
 */
export type Condition =
  | { readonly always: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly turn: { readonly from?: number | undefined; readonly to?: number | undefined } }
  | { readonly night: boolean }
  | { readonly held: { readonly place: Id; readonly by: Id } }
  | {
      readonly lostShare: {
        readonly places: readonly Id[];
        readonly by: Id;
        readonly atLeast: number;
      };
    }
  | { readonly left: Id }
  | { readonly active: Id }
  | { readonly at: { readonly formation: Id; readonly place: Id } }
  | { readonly enemy: { readonly place: Id; readonly menAtLeast: number } }
  | { readonly ratio: { readonly place: Id; readonly atLeast: number } }
  | {
      readonly track: {
        readonly track: Id;
        readonly atLeast?: number | undefined;
        readonly atMost?: number | undefined;
      };
    }
  | { readonly under: { readonly place: Id } };

/** What a condition may ask; a View answers from knowledge, a World from truth. */
export interface Sight {
  /** The turn about to be played. */
  readonly turn: number;
  readonly night: boolean;
  holder(place: Id): Id | null;
  value(place: Id): number;
  left(contingent: Id): boolean;
  active(formation: Id): boolean;
  placeOf(formation: Id): Id | null;
  /** Men of the asking side and of its enemies at a place, as known. */
  ownMen(place: Id): number;
  enemyMen(place: Id): number;
  track(track: Id): number;
  /** Whether the place was assaulted in the turn before. */
  assaulted(place: Id): boolean;
}

/** Whether a condition holds for what `sight` can see. */
export function isMet(condition: Condition, sight: Sight): boolean {
  if ("always" in condition) return true;
  if ("all" in condition) return condition.all.every((part) => isMet(part, sight));
  if ("any" in condition) return condition.any.some((part) => isMet(part, sight));
  if ("not" in condition) return !isMet(condition.not, sight);
  if ("turn" in condition) return isWithin(sight.turn, condition.turn.from, condition.turn.to);
  if ("night" in condition) return sight.night === condition.night;
  if ("held" in condition) return sight.holder(condition.held.place) === condition.held.by;
  if ("lostShare" in condition)
    return lostShareOf(condition.lostShare, sight) >= condition.lostShare.atLeast;
  if ("left" in condition) return sight.left(condition.left);
  if ("active" in condition) return sight.active(condition.active);
  if ("at" in condition) return sight.placeOf(condition.at.formation) === condition.at.place;
  if ("enemy" in condition)
    return sight.enemyMen(condition.enemy.place) >= condition.enemy.menAtLeast;
  if ("ratio" in condition) return ratioAt(condition.ratio.place, sight) >= condition.ratio.atLeast;
  if ("track" in condition) {
    return isWithin(
      sight.track(condition.track.track),
      condition.track.atLeast,
      condition.track.atMost,
    );
  }
  return sight.assaulted(condition.under.place);
}

function isWithin(value: number, from: number | undefined, to: number | undefined): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

function lostShareOf(asked: { places: readonly Id[]; by: Id }, sight: Sight): number {
  let lost = 0;
  let all = 0;
  for (const place of asked.places) {
    const value = sight.value(place);
    all += value;
    if (sight.holder(place) !== asked.by) lost += value;
  }
  return all > 0 ? lost / all : 0;
}

/** Own to enemy men; without an enemy any threshold is met. */
function ratioAt(place: Id, sight: Sight): number {
  const enemy = sight.enemyMen(place);
  return enemy > 0 ? sight.ownMen(place) / enemy : Number.MAX_VALUE;
}
