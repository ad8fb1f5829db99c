import type { Problem } from "../../engine/index.ts";
import type { PointRuns } from "../../lab/responses.ts";
import type { Sweep } from "../../lab/sweep.ts";
import { sweepLines } from "../../reports/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead } from "../experiment-document.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { driveKept, isLost, resultsAsked } from "../keep-results.ts";
import { printProblems } from "../problems.ts";
import { planSweep, readSweep, type SweepAsked, type SweepFlags } from "../sweep-asked.ts";
import { sweepFoot, sweepFound, sweepPage, type SweepTold } from "../sweep-page.ts";
import { sweepKept, sweepResultsOf } from "../sweep-results.ts";
import { wrongWaysTold } from "../sweep-wrong-way.ts";
import { writePage } from "../write-page.ts";

/** `tadmor sweep`: plays the points of a design and tells what moves its measures. */
export async function sweep(io: Io, operands: readonly string[], flags: SweepFlags): Promise<Exit> {
  const [file] = operands;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, file ?? "tadmor sweep", problems);
    return EXIT.badInput;
  };
  const asked = readSweep(file, flags);
  if (!asked.ok) return refuse(asked.problems);
  const problems = await playAndPrint(io, asked.value);
  return problems.length > 0 ? refuse(problems) : EXIT.done;
}

/** Plays, keeps and prints; problems of a point, or of the directory. */
async function playAndPrint(io: Io, asked: SweepAsked): Promise<readonly Problem[]> {
  const planned = planSweep(asked);
  if (!planned.ok) return planned.problems;
  const { plan, points } = planned.value;
  const results = await resultsAsked(asked.flags, () => sweepResultsOf(asked, points));
  if (!results.ok) return results.problems;
  const experiment = plan.experiment();
  // What is kept is what is printed: it is read off once, when all is played.
  let swept: Sweep | null = null;
  const foundOnce = () => (swept ??= sweepFound(asked, points));
  const unkept = await driveKept(io, experiment, asked, results.value, () =>
    sweepKept(asked, points, foundOnce(), experiment),
  );
  if (isLost(experiment, unkept)) return unkept;
  const told = { found: foundOnce(), wrongWays: wrongWaysTold(asked, points) };
  print(io, asked, points, told);
  const pageless = await writePage(asked.flags.html, () => sweepPage(asked, points, told));
  return [...unkept, ...pageless];
}

function print(
  io: Io,
  swept: SweepAsked,
  points: readonly PointRuns[],
  { found, wrongWays }: SweepTold,
): void {
  const { subject, seed, flags } = swept;
  const { asked, run } = subject;
  const foot = sweepFoot(swept, points);
  if (!flags.json) return printLines(io, sweepLines(asked, found, wrongWays, foot, io.width));
  const { title, factors, breakEven, design } = asked;
  const { runs } = foot;
  const head = documentHead(run, seed);
  printJson(io, { ...head, title, design, factors, breakEven, runs, ...found, wrongWays });
}
