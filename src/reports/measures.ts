import type { Event, Id, Setup } from "../engine/index.ts";
import type { AirTally } from "./air-tally.ts";
import { type Holders, type Loss, LOSSES, startTally, type Tally, tallyTurn } from "./tally.ts";

/** Measures that are a turn, of one place or contingent. */
type TimeKind = "fall" | "entry" | "first-assault" | "left";

/** What a measure is of; the schema of scenarios says what each kind needs. */
type MeasureOf =
  | { readonly kind: TimeKind | "held-at-end" | "score" | "track"; readonly subject: Id }
  | { readonly kind: "latest" | "earliest"; readonly of: readonly Id[] }
  | { readonly kind: "share"; readonly part: Id; readonly whole: Id }
  | { readonly kind: "count-fallen"; readonly places: readonly Id[]; readonly byTurn: number }
  | {
      readonly kind: "men";
      readonly states: readonly Loss[];
      readonly side?: Id | undefined;
      readonly contingents?: readonly Id[] | undefined;
    }
  | {
      readonly kind: "kit-captured" | "kit-in-service";
      readonly kinds: readonly Id[];
      readonly by: Id;
    };

/** A measure that the scenario asks for. */
export type MeasureAsked = { readonly title: string } & MeasureOf;

/**
 * Measures by name. A turn is null when what it times had not happened by the horizon, a share when
 * there is no whole to be a part of.
 */
export type Measures = Readonly<Record<string, number | null>>;

/** What a reader calls a measure: those that every run has are called by their names. */
export function measureTitle(asked: Readonly<Record<Id, MeasureAsked>>, name: string): string {
  return asked[name]?.title ?? name.replaceAll("-", " ");
}

/** A finished run, as its summary needs it. */
export interface FinishedRun {
  readonly setup: Setup;
  readonly asked: Readonly<Record<Id, MeasureAsked>>;
  readonly measures: Measures;
  /** Reaches the last turn of the run. */
  readonly holders: Holders;
  /** What aircraft claimed and hit, where that is told. */
  readonly air?: AirTally;
  /** Turns played. */
  readonly turn: number;
  /** Where another seed can be asked for, the one of this run. */
  readonly seed?: string;
}

/** A run's measures in the making: feed it the events of each turn, in order. */
export interface MeasureFold {
  turn(events: readonly Event[]): void;
  /** The measures up to the last turn that was fed. */
  result(): Measures;
  /** Turns fed so far. */
  turns(): number;
  readonly holders: Holders;
  readonly air: AirTally;
}

/**
 * Folds a run's events, and nothing else, to its measures: those the scenario asks for by their
 * ids, then `entry-SUBJECT`, `SIDE-killed`, `CONTINGENT-left`, `SEAT-score` and `TRACK-track`, in
 * that order.
 */
export function foldMeasures(setup: Setup, asked: Readonly<Record<Id, MeasureAsked>>): MeasureFold {
  const tally = startTally(setup);
  return {
    holders: tally.holders,
    air: tally.air,
    turn: (events) => tallyTurn(setup, tally, events),
    turns: () => tally.turn,
    result: () => ({
      ...askedMeasures(setup, asked, tally),
      ...losses(setup, tally),
      ...departures(setup, tally),
      ...scores(setup, tally),
      ...forMen(setup, tally),
      ...tracks(tally),
    }),
  };
}

/** Whether a null of this measure means that the time had not come by the horizon. */
export function isTime(asked: MeasureAsked): boolean {
  return TIMES.includes(asked.kind);
}

const TIMES: readonly string[] = ["fall", "entry", "first-assault", "left", "latest", "earliest"];

/**
 * Turn of the fall (`model.md` 8.21): the first at whose end somebody else than at the start holds
 * the place and still does one turn later, or at the horizon; null when it did not fall.
 */
export function fallOf(timeline: readonly (Id | null)[]): number | null {
  const isLost = (turn: number) => timeline[turn] !== null && timeline[turn] !== timeline[0];
  for (let turn = 1; turn < timeline.length; turn++) {
    const isLast = turn === timeline.length - 1;
    if (isLost(turn) && (isLast || timeline[turn + 1] === timeline[turn])) return turn;
  }
  return null;
}

/** First turn at whose end somebody else than at the start holds the place; null when none does. */
export function entryOf(timeline: readonly (Id | null)[]): number | null {
  const turn = timeline.findIndex((holder) => holder !== null && holder !== timeline[0]);
  return turn === -1 ? null : turn;
}

type Values = Record<string, number | null>;

function askedMeasures(
  setup: Setup,
  asked: Readonly<Record<Id, MeasureAsked>>,
  tally: Tally,
): Values {
  const values: Values = {};
  for (const id in asked) {
    const measure = asked[id] as MeasureAsked;
    values[id] = valueOf(setup, tally, measure);
    if (measure.kind === "fall") {
      values[`entry-${measure.subject}`] = entryOf(tally.holders[measure.subject] ?? []);
    }
  }
  // What is made of other measures comes when they are known, in the place it has in the file.
  for (const id in asked) {
    const made = madeOf(asked[id] as MeasureAsked, values);
    if (made !== undefined) values[id] = made;
  }
  return values;
}

function valueOf(setup: Setup, tally: Tally, asked: MeasureAsked): number | null {
  switch (asked.kind) {
    case "fall":
      return fallOf(tally.holders[asked.subject] ?? []);
    case "entry":
      return entryOf(tally.holders[asked.subject] ?? []);
    case "first-assault":
      return tally.assaulted[asked.subject] ?? null;
    case "held-at-end":
      return isHeld(setup, tally, asked.subject) ? 1 : 0;
    case "left":
      return tally.left[asked.subject] ?? null;
    case "score":
      return tally.scores[asked.subject] ?? 0;
    case "track":
      return tally.tracks[asked.subject] ?? 0;
    case "count-fallen":
      return asked.places.filter((place) => hasFallen(tally, place, asked.byTurn)).length;
    case "men":
      return menLost(setup, tally, asked);
    case "kit-captured":
      return piecesOf(tally.kit.captured[asked.by], asked.kinds);
    case "kit-in-service":
      return piecesOf(tally.kit.inService[asked.by], asked.kinds);
    default:
      return null;
  }
}

function madeOf(asked: MeasureAsked, values: Values): number | null | undefined {
  switch (asked.kind) {
    case "latest":
    case "earliest":
      return extremeOf(asked.kind, timesOf(asked.of, values));
    case "share":
      return shareOf(values[asked.part] ?? 0, values[asked.whole] ?? 0);
    default:
      return undefined;
  }
}

function timesOf(ids: readonly Id[], values: Values): number[] {
  return ids.map((id) => values[id] ?? Infinity);
}

/** Of the latest none, of the earliest not all may be without a time. */
function extremeOf(kind: "latest" | "earliest", times: readonly number[]): number | null {
  const extreme = kind === "latest" ? Math.max(...times) : Math.min(...times);
  return Number.isFinite(extreme) ? extreme : null;
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function isHeld(setup: Setup, { holders }: Tally, place: Id): boolean {
  return holders[place]?.at(-1) === setup.places[place]?.holder;
}

function hasFallen({ holders }: Tally, place: Id, byTurn: number): boolean {
  return (fallOf(holders[place] ?? []) ?? Infinity) <= byTurn;
}

function menLost(
  setup: Setup,
  { men }: Tally,
  { states, side, contingents }: Extract<MeasureAsked, { kind: "men" }>,
): number {
  let sum = 0;
  for (const contingent in men) {
    if (side !== undefined && setup.contingents[contingent]?.side !== side) continue;
    if (contingents !== undefined && !contingents.includes(contingent)) continue;
    for (const state of states) sum += (men[contingent] as Record<Loss, number>)[state];
  }
  return sum;
}

function piecesOf(pieces: Readonly<Record<Id, number>> | undefined, kinds: readonly Id[]): number {
  return kinds.reduce((sum, kind) => sum + (pieces?.[kind] ?? 0), 0);
}

function losses(setup: Setup, tally: Tally): Values {
  const values: Values = {};
  for (const side in setup.sides) {
    for (const loss of LOSSES) {
      values[`${side}-${loss}`] = sideLosses(setup, tally, side, [loss]);
    }
  }
  for (const side in setup.sides) {
    values[`${side}-killed-and-missing`] = sideLosses(setup, tally, side, ["killed", "missing"]);
  }
  return values;
}

function sideLosses(setup: Setup, tally: Tally, side: Id, states: readonly Loss[]): number {
  return menLost(setup, tally, { title: "", kind: "men", states, side });
}

function departures(setup: Setup, { left }: Tally): Values {
  const patrons = Object.keys(setup.contingents).filter(
    (id) => setup.contingents[id]?.patron !== null,
  );
  return Object.fromEntries(patrons.map((id) => [`${id}-left`, left[id] ?? null]));
}

function scores(setup: Setup, tally: Tally): Values {
  const seats = Object.keys(setup.seats).filter((id) => setup.seats[id]?.role === "command");
  return Object.fromEntries(seats.map((seat) => [`${seat}-score`, tally.scores[seat] ?? 0]));
}

/** Points for men, which are counted when the game has ended. */
function forMen(setup: Setup, tally: Tally): Values {
  const keys = Object.entries(setup.scores).flatMap(([id, { seats }]) =>
    seats.map((seat) => `${seat}-score-${id}`),
  );
  return Object.fromEntries(keys.map((key) => [key, tally.forMen[key] ?? null]));
}

function tracks(tally: Tally): Values {
  return Object.fromEntries(Object.entries(tally.tracks).map(([id, to]) => [`${id}-track`, to]));
}

/** Who held each place in the end. */
export function finalHolders(holders: Holders): Readonly<Record<Id, Id | null>> {
  return Object.fromEntries(Object.entries(holders).map(([id, line]) => [id, line.at(-1) ?? null]));
}
