import {
  type FormationState,
  type Id,
  isMet,
  type Objective,
  type Sight,
} from "../../engine/index.ts";

/** Whose game is measured, and by what. */
export interface Yardstick {
  readonly seat: Id;
  readonly side: Id | null;
  /** The objectives that the seat scores by: those of others are not among them. */
  readonly objectives: readonly Objective[];
  readonly places: readonly Id[];
}

/** Names of what is measured of a run, in order; the places follow them. */
export const MEASURES = ["points", "held", "lost"] as const;

/** The measures of one run in the making. */
export interface Gauge {
  /** After each turn, by what is known of it. */
  turn(sight: Sight): void;
  /** Writes the measures from `at` on, with men lost so far; gives the place after the last. */
  write(into: Float64Array, at: number, lost: number): number;
}

/** Plays one run with the first plan (0) or the second (1) and gives the men lost in it. */
export type PlayPlan = (plan: 0 | 1, seed: string, gauge: Gauge) => number;

/** How many numbers a gauge writes. */
export function widthOf({ places }: Yardstick): number {
  return MEASURES.length + places.length;
}

/**
 * Objectives that a seat scores by, given the aims that were chosen (13.2); without those that score
 * once and are known to have done so.
 */
export function scoredBy(
  objectives: Readonly<Record<Id, Objective>>,
  aims: Readonly<Record<Id, Id>>,
  seat: Id,
  hasScored: (id: Id) => boolean = () => false,
): readonly Objective[] {
  return Object.entries(objectives).flatMap(([id, one]) => {
    const isPursued = one.group === null || aims[one.group] === id;
    const isOpen = one.scored !== "first" || !hasScored(id);
    return isPursued && isOpen && one.seats.includes(seat) ? [one] : [];
  });
}

/**
 * Measures a run as if the game ended after its last turn: the points of objectives (13.1), places
 * that the side holds, men lost, and for each place 1 when the side holds it.
 */
export function startGauge({ side, objectives, places }: Yardstick): Gauge {
  const points = objectives.map(() => 0);
  let holds: (place: Id) => boolean = () => false;
  return {
    turn: (sight) => {
      for (const [at, { when, scored, points: each }] of objectives.entries()) {
        const met = isMet(when, sight) ? each : 0;
        if (scored === "each-turn") points[at] = (points[at] as number) + met;
        else if (scored === "end" || points[at] === 0) points[at] = met;
      }
      const held = new Set(places.filter((place) => sight.holder(place) === side));
      holds = (place) => held.has(place);
    },
    write: (into, at, lost) => {
      const held = places.map((place) => (holds(place) ? 1 : 0));
      const sums = [sumOf(points), sumOf(held), lost];
      into.set([...sums, ...held], at);
      return at + sums.length + held.length;
    },
  };
}

/** Killed, wounded, missing and captured so far, of formations that count. */
export function lostIn(
  formations: Readonly<Record<Id, FormationState>>,
  counts: (id: Id) => boolean = () => true,
): number {
  let sum = 0;
  for (const id in formations) {
    if (!counts(id)) continue;
    const { killed, wounded, missing, captured } = formations[id] as FormationState;
    sum += killed + wounded + missing + captured;
  }
  return sum;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
