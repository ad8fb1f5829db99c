import type { Problem } from "../../engine/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { driveKept, isLost, resultsAsked } from "../keep-results.ts";
import {
  type MatrixAsked,
  type MatrixFlags,
  planMatrix,
  readMatrix,
  tooFew,
} from "../matrix-asked.ts";
import {
  matrixDocument,
  matrixPage,
  matrixReadme,
  matrixReport,
  matrixResultsOf,
  type SolvedBlock,
} from "../matrix-document.ts";
import { commonRuns, FEWEST_RUNS, solvedBlocks } from "../matrix-solved.ts";
import { printProblems } from "../problems.ts";
import { writePage } from "../write-page.ts";

/** `tadmor matrix`: Red's courses of action against Blue's on common seeds, and how to mix them. */
export async function matrix(
  io: Io,
  operands: readonly string[],
  flags: MatrixFlags,
): Promise<Exit> {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor matrix", problems);
    return EXIT.badInput;
  };
  const asked = readMatrix(name, flags);
  if (!asked.ok) return refuse(asked.problems);
  const problems = await playAndPrint(io, asked.value);
  return problems.length > 0 ? refuse(problems) : EXIT.done;
}

/** Plays, keeps and prints; problems of the directory, or too few runs to say anything. */
async function playAndPrint(io: Io, asked: MatrixAsked): Promise<readonly Problem[]> {
  const { plan, samples } = planMatrix(asked);
  const results = await resultsAsked(asked.flags, () => matrixResultsOf(asked));
  if (!results.ok) return results.problems;
  const experiment = plan.experiment();
  // What is kept is what is printed: it is solved once, when all is played.
  let solved: readonly SolvedBlock[] | null = null;
  const solvedOnce = async () => (solved ??= await solvedBlocks(asked, samples));
  const unkept = await driveKept(io, experiment, asked, results.value, async () => ({
    readme: matrixReadme(asked, await solvedOnce(), commonRuns(samples), experiment),
  }));
  if (isLost(experiment, unkept)) return unkept;
  const runs = commonRuns(samples);
  if (runs < FEWEST_RUNS) return [...unkept, tooFew(runs)];
  const blocks = await solvedOnce();
  if (asked.flags.json) printJson(io, matrixDocument(asked, blocks, runs));
  else printLines(io, matrixReport(asked, blocks, runs, io.width));
  const page = { runs, isDecided: false, remark: null };
  const pageless = await writePage(asked.flags.html, () => matrixPage(asked, blocks, page));
  return [...unkept, ...pageless];
}
