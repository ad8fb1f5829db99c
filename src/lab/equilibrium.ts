import type { LinearProgram, SolveLinear } from "./linear-program.ts";

/** Payoffs to Red: a row for each of Red's courses of action, a column for each of Blue's. */
export type Payoffs = readonly (readonly number[])[];

/** The value of a zero-sum game to Red, and how often each side plays each course of action. */
export interface Equilibrium {
  readonly value: number;
  readonly redMix: readonly number[];
  readonly blueMix: readonly number[];
}

/**
 * The zero-sum equilibrium by linear programming (von Neumann 1928; Dantzig 1951): Red takes the mix
 * whose worst column is best, Blue the mix whose best row is least. Of several it gives one.
 */
export function equilibriumOf(payoffs: Payoffs, solve: SolveLinear): Equilibrium {
  const size = largest(payoffs);
  // The solver's tolerances are absolute: payoffs are brought to the size of 1.
  const scaled = payoffs.map((row) => row.map((value) => value / size));
  const red = solve(bestWorst(scaled));
  const blue = solve(bestWorst(negatedTurned(scaled)));
  return {
    value: ((red.value - blue.value) / 2) * size,
    redMix: mixOf(red.x.slice(0, -1)),
    blueMix: mixOf(blue.x.slice(0, -1)),
  };
}

function largest(payoffs: Payoffs): number {
  const size = Math.max(...payoffs.flat().map(Math.abs));
  return size > 0 ? size : 1;
}

/** Maximise v so that the mix of rows gives at least v in every column; v is the last variable. */
function bestWorst(payoffs: Payoffs): LinearProgram {
  const rows = payoffs.length;
  const columns = payoffs[0]?.map((_, at) => payoffs.map((row) => row[at] as number)) ?? [];
  const zeros = payoffs.map(() => 0);
  const ones = payoffs.map(() => 1);
  return {
    objective: [...zeros, 1],
    rows: [
      ...columns.map((column) => ({
        coefficients: [...column, -1],
        relation: "atLeast" as const,
        bound: 0,
      })),
      { coefficients: [...ones, 0], relation: "equal", bound: 1 },
    ],
    free: [...Array.from({ length: rows }, () => false), true],
  };
}

/** The same game seen by Blue. */
function negatedTurned(payoffs: Payoffs): number[][] {
  return payoffs[0]?.map((_, at) => payoffs.map((row) => -(row[at] as number))) ?? [];
}

const DUST = 1e-9;

/** Shares without the solver's dust, summing to 1. */
function mixOf(shares: readonly number[]): number[] {
  const clean = shares.map((share) => (share < DUST ? 0 : share));
  const sum = clean.reduce((all, share) => all + share, 0);
  return clean.map((share) => share / sum);
}
