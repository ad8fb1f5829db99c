import { shareEstimate, type Estimate } from "./estimates.ts";
import { columnOf, type Sample } from "./sample.ts";

/** The share of runs in which a time had come by a turn. */
export interface FallenBy extends Estimate {
  readonly turn: number;
}

/** A fall curve: for each turn to the horizon the share, with Wilson's interval, which holds turn by turn. */
export function fallCurve(sample: Sample, measure: string): FallenBy[] {
  const column = columnOf(sample, measure);
  return Array.from({ length: sample.horizon }, (_, at) => {
    const turn = at + 1;
    const fallen = column.filter((value) => value !== null && value <= turn).length;
    return { turn, ...shareEstimate(fallen, column.length) };
  });
}
