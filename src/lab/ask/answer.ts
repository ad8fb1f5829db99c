import type { AskedAnswer, AskedMeasure, AskedRow } from "../../reports/index.ts";
import { type Compared, type Difference, differencesIn } from "../compare.ts";
import { meanEstimate, shareOfOnes } from "../estimates.ts";
import { MEASURES, widthOf, type Yardstick } from "./gauge.ts";

/** What pairs of runs say, in the order of their seeds: `values` as `AskedGame.play` gives them. */
export function answerOf(yardstick: Yardstick, values: Float64Array): AskedAnswer {
  const measures = measuresOf(yardstick);
  const width = widthOf(yardstick);
  const runs = values.length / (2 * width);
  const compared = measures.map((measure, column): Compared => {
    const isShare = measure.kind === "place";
    const plan = (of: 0 | 1) => columnOf(values, width, column, of, runs);
    return { isShare, values: [plan(0), plan(1)] };
  });
  const differences = differencesIn(compared);
  const rows = measures.map((measure, at): AskedRow => {
    const { isShare, values: both } = compared[at] as Compared;
    const [a = [], b = []] = both;
    const found = differences[at] as Difference;
    const difference = { ...found, ...(isShare ? bounded(found) : {}), of: measures.length };
    const estimate = isShare ? shareOfOnes : meanEstimate;
    return { measure, a: estimate(a), b: estimate(b), difference };
  });
  return { runs, parted: partedIn(values, width, runs), rows: told(rows) };
}

function measuresOf({ side, places }: Yardstick): readonly AskedMeasure[] {
  const named = places.map((place): AskedMeasure => ({ kind: "place", place }));
  // Who belongs to no side holds nothing and loses nobody.
  const kinds = side === null ? (["points"] as const) : MEASURES;
  return [...kinds.map((kind): AskedMeasure => ({ kind })), ...named];
}

function columnOf(
  values: Float64Array,
  width: number,
  column: number,
  plan: 0 | 1,
  runs: number,
): number[] {
  const at = plan * width + column;
  return Array.from({ length: runs }, (_, run) => values[2 * run * width + at] as number);
}

/** Two chances differ by no more than 1. */
function bounded({ low, high }: Difference) {
  return { low: Math.max(-1, low), high: Math.min(1, high) };
}

function partedIn(values: Float64Array, width: number, runs: number): number {
  let parted = 0;
  for (let run = 0; run < runs; run++) {
    const at = 2 * run * width;
    for (let column = 0; column < width; column++) {
      if (values[at + column] === values[at + width + column]) continue;
      parted += 1;
      break;
    }
  }
  return parted;
}

function differs({ difference: { found, varianceRatio } }: AskedRow): boolean {
  return found !== 0 || varianceRatio !== null;
}

/** Of the places those whose holding ever differs, the one that differs most first. */
function told(rows: readonly AskedRow[]): readonly AskedRow[] {
  const isPlace = ({ measure }: AskedRow) => measure.kind === "place";
  const differing = rows.filter((row) => isPlace(row) && differs(row));
  const sizeOf = ({ difference }: AskedRow) => Math.abs(difference.found ?? 0);
  return [
    ...rows.filter((row) => !isPlace(row)),
    ...differing.toSorted((one, other) => sizeOf(other) - sizeOf(one)),
  ];
}
