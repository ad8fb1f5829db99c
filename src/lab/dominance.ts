import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Estimate } from "./estimates.ts";
import type { RunPayoffs } from "./matrix-game.ts";
import { columnsOf } from "./security.ts";

/** A course of action struck out: another is better against everything that is left. */
export interface Struck {
  readonly side: "red" | "blue";
  /** Indices of the course of action and of the one that is better. */
  readonly choice: number;
  readonly by: number;
  /** The round it went in, from 1: later rounds look only at what is left. */
  readonly round: number;
  /** How much better against each course of the enemy's that is left, on the same dice. */
  readonly evidence: readonly (Estimate & { readonly against: number })[];
}

/** Confidence that nothing is struck out wrongly in a round. */
const LEVEL = 0.95;

/**
 * Strikes out what is strictly dominated with evidence, again and again until nothing more goes. One
 * course beats another when the interval of the paired difference is clear of zero against every
 * course left to the enemy: all must be, so that the level needs no correction for their number
 * (Berger 1982); it is shared among the ordered pairs that are compared in the round (Bonferroni).
 */
export function strikeOut(runs: RunPayoffs): Struck[] {
  const left = { red: runs.map((_, at) => at), blue: (runs[0] ?? []).map((_, at) => at) };
  const struck: Struck[] = [];
  for (let round = 1; ; round++) {
    const found = [
      ...beatenRows(runs, left.red, left.blue).map((one) => ({ ...one, side: "red" as const })),
      ...beatenRows(negated(columnsOf(runs)), left.blue, left.red).map((one) => ({
        ...one,
        side: "blue" as const,
      })),
    ];
    if (found.length === 0) return struck;
    struck.push(...found.map((one) => ({ ...one, round })));
    const gone = (side: Struck["side"]) =>
      found.filter((one) => one.side === side).map(({ choice }) => choice);
    left.red = left.red.filter((at) => !gone("red").includes(at));
    left.blue = left.blue.filter((at) => !gone("blue").includes(at));
  }
}

type Beaten = Omit<Struck, "side" | "round">;

/** Of the rows left, those that another row left beats in all columns left. */
function beatenRows(
  runs: RunPayoffs,
  rows: readonly number[],
  columns: readonly number[],
): Beaten[] {
  const pairs = rows.length * (rows.length - 1);
  const level = 1 - (1 - LEVEL) / Math.max(1, pairs);
  return rows.flatMap((choice) => {
    for (const by of rows) {
      if (by === choice) continue;
      const evidence = columns.map((against) => ({
        against,
        ...pairedAt(runs[choice]?.[against] ?? [], runs[by]?.[against] ?? [], level),
      }));
      if (evidence.every(({ low }) => low > 0)) return [{ choice, by, evidence }];
    }
    return [];
  });
}

/** The mean of `b` less `a`, pair by pair, with Student's interval, its lower end at a level. */
function pairedAt(a: readonly number[], b: readonly number[], level: number): Estimate {
  const differences = a.map((value, at) => (b[at] as number) - value);
  const n = differences.length;
  const found = mean(differences);
  if (n < 2) return { found, low: -Infinity, high: Infinity, n };
  const half = (tQuantile(level, n - 1) * sampleStandardDeviation(differences)) / Math.sqrt(n);
  return { found, low: found - half, high: found + half, n };
}

function negated(runs: RunPayoffs): RunPayoffs {
  return runs.map((row) => row.map((cell) => cell.map((value) => -value)));
}
