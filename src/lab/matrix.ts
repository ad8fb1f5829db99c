import { type Struck, strikeOut } from "./dominance.ts";
import { type Equilibrium, equilibriumOf } from "./equilibrium.ts";
import type { Estimate } from "./estimates.ts";
import type { SolveLinear } from "./linear-program.ts";
import { bootstrapMatrix, type MatrixBootstrap } from "./matrix-bootstrap.ts";
import {
  blueRegret,
  cellEstimates,
  meanPayoffs,
  redRegret,
  type RunPayoffs,
  valueOfKnowing,
} from "./matrix-game.ts";
import { type Security, securityLevels } from "./security.ts";

/** Everything that a matrix of courses of action says for one payoff; in this model. */
export interface MatrixResult {
  /** Mean payoff to Red with its interval, by Red's course and then Blue's. */
  readonly payoff: readonly (readonly Estimate[])[];
  readonly security: { readonly red: Security; readonly blue: Security };
  readonly regret: {
    readonly red: readonly (readonly number[])[];
    readonly blue: readonly (readonly number[])[];
  };
  readonly struck: readonly Struck[];
  readonly equilibrium: Equilibrium;
  /** What it is worth to each side to know the enemy's choice. */
  readonly knowing: { readonly red: number; readonly blue: number };
  readonly bootstrap: MatrixBootstrap;
}

/** Reads a matrix off the payoffs of its runs, on common seeds, at least two a cell. */
export function matrixOf(
  runs: RunPayoffs,
  solve: SolveLinear,
  seed: string,
  resamples?: number,
): MatrixResult {
  const means = meanPayoffs(runs);
  const equilibrium = equilibriumOf(means, solve);
  return {
    payoff: cellEstimates(runs),
    security: securityLevels(means),
    regret: { red: redRegret(means), blue: blueRegret(means) },
    struck: strikeOut(runs),
    equilibrium,
    knowing: valueOfKnowing(means, equilibrium),
    bootstrap: bootstrapMatrix(runs, solve, seed, resamples),
  };
}
