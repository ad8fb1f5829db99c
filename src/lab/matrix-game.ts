import { type Estimate, meanEstimate } from "./estimates.ts";
import type { Equilibrium } from "./equilibrium.ts";
import { columnsOf, type Payoffs } from "./security.ts";

/**
 * Payoffs to Red of every run: by Red's course of action, then Blue's, then the run. Run r has one
 * seed in all cells, and all cells have as many runs.
 */
export type RunPayoffs = readonly (readonly (readonly number[])[])[];

/** Mean payoffs, each with its interval. */
export function cellEstimates(runs: RunPayoffs): Estimate[][] {
  return runs.map((row) => row.map(meanEstimate));
}

/** Mean payoffs over some runs, by their index from 0; over all when none are named. */
export function meanPayoffs(runs: RunPayoffs, seeds?: readonly number[]): number[][] {
  return runs.map((row) =>
    row.map((cell) => {
      const chosen = seeds?.map((seed) => cell[seed] as number) ?? cell;
      return chosen.reduce((sum, one) => sum + one, 0) / chosen.length;
    }),
  );
}

/** What Red gives up in each cell against its best answer to the column, 0 or more. */
export function redRegret(payoffs: Payoffs): number[][] {
  const best = columnsOf(payoffs).map((column) => Math.max(...column));
  return payoffs.map((row) => row.map((value, at) => (best[at] as number) - value));
}

/** What Blue gives up in each cell against its best answer to the row, 0 or more. */
export function blueRegret(payoffs: Payoffs): number[][] {
  return payoffs.map((row) => row.map((value) => value - Math.min(...row)));
}

/**
 * What it is worth to a side to know which course of action the enemy, who plays his equilibrium mix,
 * has drawn: the mean payoff of the best answers over the value of the game, 0 or more.
 */
export function valueOfKnowing(
  payoffs: Payoffs,
  { value, redMix, blueMix }: Equilibrium,
): { readonly red: number; readonly blue: number } {
  const columns = columnsOf(payoffs);
  const red = blueMix.reduce((sum, share, at) => sum + share * Math.max(...(columns[at] ?? [])), 0);
  const blue = redMix.reduce((sum, share, at) => sum + share * Math.min(...(payoffs[at] ?? [])), 0);
  return { red: Math.max(0, red - value), blue: Math.max(0, value - blue) };
}
