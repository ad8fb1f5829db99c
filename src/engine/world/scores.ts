import { interpolate, toThousandth } from "../chance/arithmetic.ts";
import { entriesOf } from "./ids.ts";
import type { Formation, Id, Score, Setup } from "./setup.ts";
import { strengthOf } from "./strength.ts";
import type { FormationState, ObjectiveState, World } from "./world.ts";

/** Points of one seat for what became of men (13.4). */
export interface PointsForMen {
  readonly score: Id;
  readonly seat: Id;
  readonly points: number;
}

/** A seat's score: its objectives' points (13.3), and those for men as the world stands (13.4). */
export function scoreOf(setup: Setup, world: World, seat: Id): number {
  let sum = 0;
  for (const { id, value } of entriesOf(setup.objectives)) {
    if (value.seats.includes(seat)) sum += scoredBy(world, id, seat);
  }
  for (const { id, value } of entriesOf(setup.scores)) {
    if (value.seats.includes(seat)) sum += pointsOf(setup, world, id, seat);
  }
  return sum;
}

function scoredBy({ objectives }: World, id: Id, seat: Id): number {
  const ofSeats = objectives[id] as World["objectives"][Id];
  return (ofSeats[seat] as ObjectiveState).scored;
}

/** What every seat has for men as the world stands, by score and seat. */
export function pointsForMen(setup: Setup, world: World): readonly PointsForMen[] {
  return entriesOf(setup.scores).flatMap(({ id, value }) =>
    value.seats.map((seat) => ({ score: id, seat, points: pointsOf(setup, world, id, seat) })),
  );
}

function pointsOf(setup: Setup, world: World, id: Id, seat: Id): number {
  const score = setup.scores[id] as Score;
  if (score.kind === "own-dead") {
    return toThousandth(-score.pointsEach * killedOf(setup, world, score.contingents));
  }
  return toThousandth(score.points * residualPower(setup, world, seat));
}

/** 10.5: the dead of a contingent that is another's. */
function killedOf(setup: Setup, world: World, contingents: readonly Id[]): number {
  let killed = 0;
  for (const { id, value } of entriesOf(setup.formations)) {
    if (contingents.includes(value.contingent)) {
      killed += (world.formations[id] as FormationState).killed;
    }
  }
  return killed;
}

/** Power left of a seat's formations that came, over what they brought; at most 1. */
function residualPower(setup: Setup, world: World, seat: Id): number {
  let brought = 0;
  let left = 0;
  for (const { id, value: data } of entriesOf(setup.formations)) {
    if (data.seat !== seat) continue;
    const state = world.formations[id] as FormationState;
    if (state.status === "expected") continue;
    brought += powerOf(setup, data, { ...data, freshness: 1 });
    left += powerOf(setup, data, state);
  }
  return brought > 0 ? Math.min(1, left / brought) : 0;
}

/** Strength by 5.2, on ground that takes nothing from it, by quality, cohesion and freshness. */
function powerOf(
  { parameters }: Setup,
  { quality }: Formation,
  { men, kit, cohesion, freshness }: Measured,
): number {
  const strength = strengthOf(parameters, OPEN_GROUND, { men, kit });
  return strength * quality * interpolate(parameters.odds.cohesionCurve, cohesion) * freshness;
}

const OPEN_GROUND = { infantry: 1, vehicle: 1, gun: 1 };

type Measured = Pick<FormationState, "men" | "cohesion" | "freshness"> & Pick<Formation, "kit">;
