import { canonicalJson, type Casualties, type Event, type Id } from "../engine/index.ts";
import { type Parting, partingOf } from "./parting.ts";
import type { TableNames } from "./table-names.ts";

/** What somebody may know of one turn of a game; turn 0 is the start. */
export interface CourseTurn {
  readonly turn: number;
  readonly events: readonly Event[];
  readonly holders: Readonly<Record<Id, Id | null>>;
}

/** What a turn came to: what changed in it, and men and points so far. */
export interface TurnSum {
  readonly taken: readonly { readonly place: Id; readonly by: Id }[];
  /** Contingents that left the campaign. */
  readonly left: readonly Id[];
  /** Men lost so far by side; stragglers are not lost. */
  readonly lost: Readonly<Record<Id, number>>;
  /** Points so far by seat. */
  readonly points: Readonly<Record<Id, number>>;
}

/** One turn of two courses beside each other; null past the end of one. */
export interface ComparedTurn {
  readonly turn: number;
  readonly same: boolean;
  readonly first: TurnSum | null;
  readonly second: TurnSum | null;
  /** Events that the other course does not have in the turn. */
  readonly firstOnly: readonly Event[];
  readonly secondOnly: readonly Event[];
  /** Places of different holders at its end. */
  readonly apart: readonly {
    readonly place: Id;
    readonly first: Id | null;
    readonly second: Id | null;
  }[];
}

/** Two courses side by side, and where they part; null when neither tells another story. */
export interface Comparison {
  readonly parting: Parting | null;
  readonly turns: readonly ComparedTurn[];
}

/** Compares two courses of one scenario turn by turn. */
export function compareCourses(
  names: TableNames,
  first: readonly CourseTurn[],
  second: readonly CourseTurn[],
): Comparison {
  const [ones, others] = [sumsOf(names, first), sumsOf(names, second)];
  const count = Math.max(first.length, second.length);
  const turns = Array.from({ length: count }, (_, at) => {
    const [one, other] = [first[at], second[at]];
    return {
      turn: at,
      same: one !== undefined && other !== undefined && apartIn(at, one, other) === null,
      first: ones[at] ?? null,
      second: others[at] ?? null,
      firstOnly: eventsOnlyIn(one, other),
      secondOnly: eventsOnlyIn(other, one),
      apart: one === undefined || other === undefined ? [] : holdersApart(one, other),
    };
  });
  return { parting: firstParting(first, second), turns };
}

function eventsOnlyIn(
  one: CourseTurn | undefined,
  other: CourseTurn | undefined,
): readonly Event[] {
  if (one === undefined || other === undefined) return [];
  const known = new Set(other.events.map(canonicalJson));
  return one.events.filter((event) => !known.has(canonicalJson(event)));
}

function apartIn(turn: number, one: CourseTurn, other: CourseTurn): Parting | null {
  return partingOf(turn, one.events, other.events);
}

/** That one course goes on longer is no parting: the other may still come to the same. */
function firstParting(first: readonly CourseTurn[], second: readonly CourseTurn[]): Parting | null {
  for (const [at, one] of first.entries()) {
    const other = second[at];
    const parting = other === undefined ? null : apartIn(at, one, other);
    if (parting !== null) return parting;
  }
  return null;
}

function holdersApart(one: CourseTurn, other: CourseTurn): ComparedTurn["apart"] {
  return Object.keys(one.holders).flatMap((place) => {
    const [first, second] = [one.holders[place] ?? null, other.holders[place] ?? null];
    return first === second ? [] : [{ place, first, second }];
  });
}

function sumsOf(names: TableNames, course: readonly CourseTurn[]): readonly TurnSum[] {
  const lost: Record<Id, number> = Object.fromEntries(
    Object.keys(names.sides).map((id) => [id, 0]),
  );
  const points: Record<Id, number> = {};
  return course.map(({ events }) => {
    for (const event of events) {
      countLosses(names, lost, event);
      countPoints(names, points, event);
    }
    return {
      taken: events.flatMap((event) =>
        event.kind === "place-taken" ? [{ place: event.place, by: event.by }] : [],
      ),
      left: events.flatMap((event) => (event.kind === "contingent-left" ? [event.contingent] : [])),
      lost: { ...lost },
      points: { ...points },
    };
  });
}

function countLosses({ formations }: TableNames, lost: Record<Id, number>, event: Event): void {
  const lose = (formation: Id, men: number) => {
    const side = formations[formation]?.side;
    if (side !== undefined) lost[side] = (lost[side] ?? 0) + men;
  };
  switch (event.kind) {
    case "battle-resolved":
    case "air-struck":
    case "column-struck":
      return event.casualties.forEach((hit: Casualties) =>
        lose(hit.formation, hit.killed + hit.wounded),
      );
    case "formation-broke":
      return lose(event.formation, event.missing);
    case "surrendered":
      return lose(event.formation, event.captured);
    default:
      return;
  }
}

/** 13.3: the end counts anew what was scored on the way. */
function countPoints({ objectives }: TableNames, points: Record<Id, number>, event: Event): void {
  if (event.kind === "game-ended") Object.assign(points, event.scores);
  if (event.kind !== "objective-scored") return;
  for (const seat of objectives[event.objective]?.seats ?? [])
    points[seat] = (points[seat] ?? 0) + event.points;
}
