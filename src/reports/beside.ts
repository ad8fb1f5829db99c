import type { Id } from "../engine/index.ts";
import { forcesOf, holderName, nameOf, type Names } from "./names.ts";
import {
  citationOf,
  entriesOf,
  type HistoricalRecord,
  type RecordControl,
  recordTimeline,
} from "./record.ts";
import type { Holders } from "./tally.ts";

/** One place in a turn in which the run or the record changed its holder. */
export interface Comparison {
  readonly place: Id;
  /** `silent`: the run changed the holder of a place that the record says nothing of. */
  readonly kind: "agrees" | "departs" | "silent";
  /** "Record: … Run: …", or the other way round when the run moved first. */
  readonly text: string;
}

/** A turn of a run beside the record. */
export interface BesideTurn {
  readonly comparisons: readonly Comparison[];
  /** Places that parted in an earlier turn and are still apart. */
  readonly stillApart: readonly Id[];
}

interface Course {
  readonly place: Id;
  readonly turn: number;
  readonly entries: readonly RecordControl[];
  /** Holder by turn, from 0. */
  readonly record: readonly (Id | null)[];
  readonly run: readonly (Id | null)[];
}

/**
 * Compares who holds what at the end of a turn (from 1) with the record. `holders` must reach that
 * turn; places are in id order.
 */
export function besideTurn(
  names: Names,
  record: HistoricalRecord,
  holders: Holders,
  turn: number,
): BesideTurn {
  const courses = Object.keys(holders).map((place) => courseOf(record, holders, place, turn));
  const moved = courses.filter((course) => hasMoved(course.run, turn) || isNews(course));
  const apart = courses.filter((course) => isApart(course) && !moved.includes(course));
  return {
    comparisons: moved.map((course) => comparisonOf(names, course)),
    stillApart: apart.map(({ place }) => place),
  };
}

function courseOf(record: HistoricalRecord, holders: Holders, place: Id, turn: number): Course {
  const run = holders[place] ?? [];
  const entries = entriesOf(record.control, place);
  return { place, turn, entries, run, record: recordTimeline(entries, run[0] ?? null, turn) };
}

function hasMoved(timeline: readonly (Id | null)[], turn: number): boolean {
  return timeline[turn] !== timeline[turn - 1];
}

function isNews({ entries, record, turn }: Course): boolean {
  return hasMoved(record, turn) || entries.some((entry) => entry.turn === turn);
}

function isApart({ entries, record, run, turn }: Course): boolean {
  return entries.length > 0 && record[turn] !== run[turn];
}

function comparisonOf(names: Names, course: Course): Comparison {
  const { place, entries } = course;
  const kind = entries.length === 0 ? "silent" : isApart(course) ? "departs" : "agrees";
  if (kind === "agrees" && isTogether(course)) {
    return { place, kind, text: `${nameOf(names, "places", place)}. ${bothClause(names, course)}` };
  }
  const clauses = [recordClause(names, course), runClause(names, course)];
  const ordered = isNews(course) ? clauses : clauses.toReversed();
  return { place, kind, text: `${nameOf(names, "places", place)}. ${ordered.join(" ")}` };
}

/** Whether both changed the holder in this very turn. */
function isTogether({ record, run, turn }: Course): boolean {
  return hasMoved(record, turn) && hasMoved(run, turn) && record[turn - 1] === run[turn - 1];
}

function bothClause(names: Names, { entries, run, turn }: Course): string {
  const change = `Both: ${holderName(names, run[turn - 1] ?? null)} → ${holderName(names, run[turn] ?? null)}`;
  const entry = entries.findLast((one) => one.turn <= turn);
  return `${change}${entry === undefined ? "" : ` ${citationOf(entry)}`}.${noteOf(entry)}`;
}

function noteOf(entry: RecordControl | undefined): string {
  return entry?.note === undefined ? "" : ` ${entry.note}`;
}

function recordClause(names: Names, { entries, record, turn }: Course): string {
  if (entries.length === 0) return "The record does not say who held it.";
  const entry = entries.findLast((one) => one.turn <= turn);
  const next = entries.find((one) => one.turn > turn);
  const until = next === undefined ? "" : ` until turn ${next.turn}`;
  if (entry === undefined) {
    const vouched = next === undefined ? "" : ` ${citationOf(next)}`;
    return `Record: held by ${holderForces(names, record[turn])}${until}${vouched}.`;
  }
  const change = changeText(names, record, turn, "held by");
  return `Record: ${change} ${citationOf(entry)}.${noteOf(entry)}`;
}

function runClause(names: Names, { run, turn }: Course): string {
  return `Run: ${changeText(names, run, turn, "still held by")}.`;
}

/** The change that brought the holder of a turn, or that there was none. */
function changeText(
  names: Names,
  timeline: readonly (Id | null)[],
  turn: number,
  unchanged: string,
): string {
  const since = timeline.findLastIndex((holder, at) => at <= turn && holder !== timeline[turn]) + 1;
  if (since === 0) return `${unchanged} ${holderForces(names, timeline[turn])}`;
  const from = holderName(names, timeline[since - 1] ?? null);
  const to = holderName(names, timeline[turn] ?? null);
  return `${from} → ${to} on turn ${since}`;
}

function holderForces(names: Names, holder: Id | null | undefined): string {
  return holder === null || holder === undefined ? "nobody" : forcesOf(names, holder);
}

/** Places still apart as one sentence; empty when there are none. */
export function stillApartText(names: Names, places: readonly Id[]): string {
  if (places.length === 0) return "";
  const all = places.map((place) => nameOf(names, "places", place)).join("; ");
  return `${all}.`;
}
