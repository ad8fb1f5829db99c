import { sumOf } from "../chance/arithmetic.ts";
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
  | { readonly under: { readonly place: Id } }
  /** Hours since the start, as the turn about to be played begins. */
  | { readonly hour: { readonly from?: number | undefined; readonly to?: number | undefined } }
  /** A live report of an enemy at a place, at most so many turns old. */
  | { readonly reported: { readonly place: Id; readonly withinTurns: number } }
  /** Share of a contingent's formations on the map that are broken or lost. */
  | { readonly broken: { readonly contingent: Id; readonly atLeast: number } }
  /** Men of the asking side at a place. */
  | {
      readonly men: {
        readonly place: Id;
        readonly atLeast?: number | undefined;
        readonly atMost?: number | undefined;
      };
    };

/** What a condition may ask; a View answers from knowledge, a World from truth. */
export interface Sight {
  /** The turn about to be played. */
  readonly turn: number;
  readonly night: boolean;
  /** Hours since the start at which that turn begins. */
  readonly hour: number;
  holder(place: Id): Id | null;
  value(place: Id): number;
  /** The place it is a sector of, or itself. */
  parent(place: Id): Id;
  left(contingent: Id): boolean;
  active(formation: Id): boolean;
  placeOf(formation: Id): Id | null;
  /** Men of the asking side and of its enemies at a place, as known. */
  ownMen(place: Id): number;
  enemyMen(place: Id): number;
  track(track: Id): number;
  /** Whether the place was assaulted in the turn before. */
  assaulted(place: Id): boolean;
  /** Turns since the last live report of an enemy there; Infinity when there is none. */
  reportAge(place: Id): number;
  /** Share of a contingent's formations on the map that are broken or lost. */
  brokenShare(contingent: Id): number;
}

type Kind = Condition extends infer One ? (One extends object ? keyof One : never) : never;
type Asked<K extends Kind> = Extract<Condition, Readonly<Record<K, unknown>>>[K];

type Answers<K extends Kind> = { readonly [P in K]: (asked: Asked<P>, sight: Sight) => boolean };

/** How each kind of condition is answered, but for those that are made of others. */
const ANSWERS: Answers<Exclude<Kind, "all" | "any" | "not">> = {
  always: () => true,
  turn: ({ from, to }, sight) => isWithin(sight.turn, from, to),
  night: (night, sight) => sight.night === night,
  held: ({ place, by }, sight) => sight.holder(place) === by,
  lostShare: ({ places, by, atLeast }, sight) =>
    lostShareOf(places, sight, (place) => sight.holder(place) !== by) >= atLeast,
  left: (contingent, sight) => sight.left(contingent),
  active: (formation, sight) => sight.active(formation),
  at: ({ formation, place }, sight) => sight.placeOf(formation) === place,
  enemy: ({ place, menAtLeast }, sight) => sight.enemyMen(place) >= menAtLeast,
  ratio: ({ place, atLeast }, sight) => ratioAt(place, sight) >= atLeast,
  track: ({ track, atLeast, atMost }, sight) => isWithin(sight.track(track), atLeast, atMost),
  under: ({ place }, sight) => sight.assaulted(place),
  hour: ({ from, to }, sight) => isWithin(sight.hour, from, to),
  reported: ({ place, withinTurns }, sight) => sight.reportAge(place) <= withinTurns,
  broken: ({ contingent, atLeast }, sight) => sight.brokenShare(contingent) >= atLeast,
  men: ({ place, atLeast, atMost }, sight) => isWithin(sight.ownMen(place), atLeast, atMost),
};

/** A condition made ready to be asked of any sight. */
type Test = (sight: Sight) => boolean;

const tests = new WeakMap<Condition, Test>();

/** A condition, which has one key, made ready; once each, since finding its key costs more than asking. */
export function testOf(condition: Condition): Test {
  let test = tests.get(condition);
  if (test === undefined) tests.set(condition, (test = makeTest(condition)));
  return test;
}

function makeTest(condition: Condition): Test {
  if ("all" in condition) return all(condition.all.map(testOf));
  if ("any" in condition) return any(condition.any.map(testOf));
  if ("not" in condition) return not(testOf(condition.not));
  const kind = Object.keys(condition)[0] as keyof typeof ANSWERS;
  const answer = ANSWERS[kind] as (asked: unknown, sight: Sight) => boolean;
  const asked = (condition as Readonly<Record<string, unknown>>)[kind];
  return (sight) => answer(asked, sight);
}

function all(parts: readonly Test[]): Test {
  return (sight) => parts.every((test) => test(sight));
}

function any(parts: readonly Test[]): Test {
  return (sight) => parts.some((test) => test(sight));
}

function not(part: Test): Test {
  return (sight) => !part(sight);
}

/** Whether a condition holds for what `sight` can see. */
export function isMet(condition: Condition, sight: Sight): boolean {
  return testOf(condition)(sight);
}

function isWithin(value: number, from: number | undefined, to: number | undefined): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

/**
 * Share of places that is lost, by value (10.2.2): sectors of one place count as one, the most
 * valuable of all and of those lost.
 */
export function lostShareOf(
  places: readonly Id[],
  { value, parent }: Pick<Sight, "value" | "parent">,
  isLost: (place: Id) => boolean,
): number {
  const all: Record<Id, number> = {};
  const lost: Record<Id, number> = {};
  for (const place of places) {
    const group = parent(place);
    all[group] = Math.max(all[group] ?? 0, value(place));
    if (isLost(place)) lost[group] = Math.max(lost[group] ?? 0, value(place));
  }
  const whole = sumOf(Object.values(all));
  return whole > 0 ? sumOf(Object.values(lost)) / whole : 0;
}

/** Own to enemy men; without an enemy any threshold is met. */
function ratioAt(place: Id, sight: Sight): number {
  const enemy = sight.enemyMen(place);
  return enemy > 0 ? sight.ownMen(place) / enemy : Number.MAX_VALUE;
}
