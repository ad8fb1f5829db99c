import { widthOf, type Yardstick } from "./gauge.ts";

/** Pairs of runs that come in any order, and count in the order of their seeds. */
export interface PairsInOrder {
  /** Takes the measures of the pairs from `from` (from 1) on. */
  take(from: number, values: Float64Array): void;
  /** The measures of the first pairs without a gap. */
  values(): Float64Array;
  runs(): number;
}

/** Room for so many pairs. */
export function pairsInOrder(yardstick: Yardstick, total: number): PairsInOrder {
  const width = 2 * widthOf(yardstick);
  const all = new Float64Array(total * width);
  const arrived = new Map<number, number>();
  let runs = 0;
  return {
    take: (from, values) => {
      all.set(values, (from - 1) * width);
      arrived.set(from, values.length / width);
      for (let more = arrived.get(runs + 1); more !== undefined; more = arrived.get(runs + 1)) {
        arrived.delete(runs + 1);
        runs += more;
      }
    },
    values: () => all.subarray(0, runs * width),
    runs: () => runs,
  };
}
