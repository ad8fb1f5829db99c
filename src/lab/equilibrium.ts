import type { LinearProgram, SolveLinear } from "./linear-program.ts";
import { type Payoffs, securityLevels } from "./security.ts";

/** The value of a zero-sum game to Red, and how often each side plays each course of action. */
export interface Equilibrium {
  readonly value: number;
  readonly redMix: readonly number[];
  readonly blueMix: readonly number[];
}

/**
 * The zero-sum equilibrium (von Neumann 1928): Red takes the mix whose worst column is best, Blue the
 * mix whose best row is least. Of several it gives one, and the first saddle where there is any.
 */
export function equilibriumOf(payoffs: Payoffs, solve: SolveLinear): Equilibrium {
  return saddleOf(payoffs) ?? mixedEquilibrium(payoffs, solve);
}

/** Single courses of action that neither side would leave; null when there are none. */
function saddleOf(payoffs: Payoffs): Equilibrium | null {
  const { red, blue } = securityLevels(payoffs);
  if (red.level !== blue.level) return null;
  return {
    value: red.level,
    redMix: payoffs.map((_, at) => (at === red.choice ? 1 : 0)),
    blueMix: (payoffs[0] ?? []).map((_, at) => (at === blue.choice ? 1 : 0)),
  };
}

/** By linear programming (Dantzig 1951). */
function mixedEquilibrium(payoffs: Payoffs, solve: SolveLinear): Equilibrium {
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
