import { loadLinearSolver } from "../edge/linear-solver.ts";
import { matrixOf } from "../lab/matrix.ts";
import { payoffsOf } from "../lab/payoffs.ts";
import type { Document } from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { type Kept, tooLittle } from "./experiment-page.ts";
import { type MatrixAsked, type MatrixSamples, planMatrix, readMatrix } from "./matrix-asked.ts";
import { matrixPage, matrixResultsOf, type SolvedBlock } from "./matrix-document.ts";

/** Runs of each cell from which a matrix can be read off. */
export const FEWEST_RUNS = 2;

/** Runs that every cell has. */
export function commonRuns(samples: readonly MatrixSamples[]): number {
  return Math.min(...samples.flat(2).map((sample) => sample.runs));
}

/** Every block solved by the runs that all its cells have; none where they are too few. */
export async function solvedBlocks(
  { blocks, payoff, seed }: MatrixAsked,
  samples: readonly MatrixSamples[],
): Promise<readonly SolvedBlock[]> {
  const runs = commonRuns(samples);
  if (runs < FEWEST_RUNS) return [];
  const solve = await loadLinearSolver();
  return blocks.map((block, at) => {
    const cells = samples[at] ?? [];
    const payoffs = cells.map((row) =>
      row.map((sample) => payoffsOf(payoff, sample).slice(0, runs)),
    );
    return { block, found: matrixOf(payoffs, solve, seed) };
  });
}

/** A matrix that a directory holds. */
export function keptMatrix(name: string | null, directory: string): Read<Kept> {
  const asked = readMatrix(name, { resume: directory });
  if (!asked.ok) return asked;
  const { plan, samples } = planMatrix(asked.value);
  const page = async (remark: string | null): Promise<Read<Document>> => {
    const runs = commonRuns(samples);
    if (runs < FEWEST_RUNS) return tooLittle(`${runs} runs of every cell`, String(FEWEST_RUNS));
    const solved = await solvedBlocks(asked.value, samples);
    const told = { runs, isDecided: false, remark };
    return { ok: true, value: matrixPage(asked.value, solved, told) };
  };
  return {
    ok: true,
    value: { of: matrixResultsOf(asked.value), experiment: plan.experiment(), page },
  };
}
