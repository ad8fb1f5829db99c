import type { Id, Setup } from "../engine/index.ts";
import { type Sample, valueIn } from "./sample.ts";

/** A measure with the weight it has in the payoff to Red. */
export interface PayoffTerm {
  readonly measure: string;
  readonly weight: number;
  /** What stands for a run without the measure, as a turn after the horizon for what did not come. */
  readonly missing: number;
}

/** The payoff to Red of each run: the weighted sum of measures. */
export function payoffsOf(terms: readonly PayoffTerm[], sample: Sample): number[] {
  return Array.from({ length: sample.runs }, (_, run) =>
    terms.reduce(
      (sum, { measure, weight, missing }) =>
        sum + weight * (valueIn(sample, measure, run) ?? missing),
      0,
    ),
  );
}

/**
 * The scenario's own scoring (13.3) as a payoff: the scores of the seats of one side less those of the
 * other's, each side's as the mean of its seats, so that a side of many seats weighs no more. Seats of
 * neither side count for nothing.
 */
export function scoringTerms(
  { seats }: Pick<Setup, "seats">,
  sides: { readonly red: Id; readonly blue: Id },
): PayoffTerm[] {
  const seatsOf = (side: Id) =>
    Object.keys(seats).filter((id) => seats[id]?.side === side && seats[id]?.role === "command");
  const terms = (side: Id, sign: number) =>
    seatsOf(side).map((seat, _, all) => ({
      measure: `${seat}-score`,
      weight: sign / all.length,
      missing: 0,
    }));
  return [...terms(sides.red, 1), ...terms(sides.blue, -1)];
}
