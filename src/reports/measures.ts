import type { FormationState, Id, PlaceState, Setup, World } from "../engine/index.ts";

/** A measure that the scenario asks for. */
export interface MeasureAsked {
  readonly title: string;
  readonly kind: "fall" | "held-at-end" | "left";
  readonly subject: Id;
}

/** Measures by name. A turn is null when what it times had not happened by the horizon. */
export type Measures = Readonly<Record<string, number | null>>;

/** A finished run, as its summary needs it. */
export interface FinishedRun {
  readonly setup: Setup;
  readonly asked: Readonly<Record<Id, MeasureAsked>>;
  readonly measures: Measures;
  readonly world: World;
  /** Where another seed can be asked for, the one of this run. */
  readonly seed?: string;
}

/** Who held each place: at the start (index 0), then at the end of each turn. */
export type Holders = Readonly<Record<Id, (Id | null)[]>>;

/** Holders as they stand before turn 1; `holdersAfter` adds each turn. */
export function startHolders(setup: Setup): Holders {
  const places = Object.entries(setup.places);
  return Object.fromEntries(places.map(([id, { holder }]) => [id, [holder]]));
}

/** Notes who holds each place at the end of a turn; changes `holders`, so that a run is one fold. */
export function holdersAfter(holders: Holders, world: World): void {
  for (const id in world.places) holders[id]?.push((world.places[id] as PlaceState).holder);
}

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

/** Men by what became of them. */
export const LOSSES = ["killed", "wounded", "stragglers", "missing", "captured"] as const;

/**
 * The measures of a run, folded from who held what and how the world ended: those the scenario
 * asks for by their ids, then `entry-SUBJECT`, `SIDE-killed`, `CONTINGENT-left`, `SEAT-score` and
 * `TRACK-track`, in that order.
 */
export function measuresOf(
  setup: Setup,
  asked: Readonly<Record<Id, MeasureAsked>>,
  holders: Holders,
  world: World,
): Measures {
  return {
    ...askedMeasures(setup, asked, holders, world),
    ...losses(setup, world),
    ...departures(setup, world),
    ...scores(setup, world),
    ...tracks(world),
  };
}

type Values = Record<string, number | null>;

function askedMeasures(
  setup: Setup,
  asked: Readonly<Record<Id, MeasureAsked>>,
  holders: Holders,
  world: World,
): Values {
  const values: Values = {};
  for (const [id, { kind, subject }] of Object.entries(asked)) {
    const timeline = holders[subject] ?? [];
    if (kind === "fall") {
      values[id] = fallOf(timeline);
      values[`entry-${subject}`] = entryOf(timeline);
    } else if (kind === "held-at-end") values[id] = isHeld(setup, subject, timeline) ? 1 : 0;
    else values[id] = departureOf(world, subject);
  }
  return values;
}

function isHeld(setup: Setup, place: Id, timeline: readonly (Id | null)[]): boolean {
  return timeline.at(-1) === setup.places[place]?.holder;
}

/** Turn in which a contingent left the campaign; null while it is there. */
function departureOf(world: World, contingent: Id): number | null {
  const state = world.contingents[contingent];
  return state?.status === "left" ? state.leavesTurn : null;
}

function losses(setup: Setup, world: World): Values {
  const values: Values = {};
  for (const side of Object.keys(setup.sides)) {
    for (const loss of LOSSES) values[`${side}-${loss}`] = 0;
  }
  for (const id in world.formations) {
    const state = world.formations[id] as FormationState;
    const side = setup.formations[id]?.side;
    for (const loss of LOSSES) {
      values[`${side}-${loss}`] = (values[`${side}-${loss}`] as number) + state[loss];
    }
  }
  for (const side of Object.keys(setup.sides)) {
    const [killed, missing] = [values[`${side}-killed`], values[`${side}-missing`]];
    values[`${side}-killed-and-missing`] = (killed ?? 0) + (missing ?? 0);
  }
  return values;
}

function departures(setup: Setup, world: World): Values {
  const patrons = Object.keys(setup.contingents).filter(
    (id) => setup.contingents[id]?.patron !== null,
  );
  return Object.fromEntries(patrons.map((id) => [`${id}-left`, departureOf(world, id)]));
}

function scores(setup: Setup, world: World): Values {
  const seats = Object.keys(setup.seats).filter((id) => setup.seats[id]?.role === "command");
  return Object.fromEntries(seats.map((seat) => [`${seat}-score`, scoreOf(setup, world, seat)]));
}

function scoreOf(setup: Setup, world: World, seat: Id): number {
  return Object.entries(setup.objectives).reduce((sum, [id, { seats }]) => {
    return seats.includes(seat) ? sum + (world.objectives[id]?.scored ?? 0) : sum;
  }, 0);
}

function tracks(world: World): Values {
  return Object.fromEntries(Object.entries(world.tracks).map(([id, to]) => [`${id}-track`, to]));
}

/** Who holds each place in a world. */
export function finalHolders(world: World): Readonly<Record<Id, Id | null>> {
  return Object.fromEntries(Object.entries(world.places).map(([id, { holder }]) => [id, holder]));
}
