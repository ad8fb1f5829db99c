import type { Problem } from "../../engine/index.ts";
import type { PointRuns } from "../../lab/responses.ts";
import { type Sweep, sweepOf } from "../../lab/sweep.ts";
import { isTime, type PlotFoot, sweepLines, sweepSpecs } from "../../reports/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead } from "../experiment-document.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { driveKept, resultsAsked } from "../keep-results.ts";
import { PAGE_COLUMNS, type Pictures, writePictures } from "../pictures.ts";
import { printProblems } from "../problems.ts";
import { planSweep, readSweep, type SweepAsked, type SweepFlags } from "../sweep-asked.ts";
import { sweepKept, sweepResultsOf } from "../sweep-results.ts";

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
  const foundOnce = () => (swept ??= foundIn(asked, points));
  await driveKept(io, experiment, asked, results.value, () =>
    sweepKept(asked, points, foundOnce(), experiment),
  );
  const found = foundOnce();
  print(io, asked, points, found);
  return writePictures(asked.flags.html, () => picturesOf(asked, points, found));
}

/** What was found by now. */
function foundIn({ subject, seed }: SweepAsked, points: readonly PointRuns[]): Sweep {
  const { measures } = subject.run.scenario.file;
  const isTimed = (id: string) => measures[id] !== undefined && isTime(measures[id]);
  return sweepOf(subject.asked, points, seed, isTimed);
}

function footOf({ subject, seed }: SweepAsked, points: readonly PointRuns[]): PlotFoot {
  const { setup, hash } = subject.run.scenario;
  const runs = points.reduce((sum, { sample }) => sum + sample.runs, 0);
  return { scenario: setup.id, hash, seed, runs };
}

function print(io: Io, swept: SweepAsked, points: readonly PointRuns[], found: Sweep): void {
  const { subject, seed, flags } = swept;
  const { asked, run } = subject;
  const foot = footOf(swept, points);
  if (!flags.json) return printLines(io, sweepLines(asked, found, foot, io.width));
  const { title, factors, breakEven, design } = asked;
  const { runs } = foot;
  const head = documentHead(run, seed);
  printJson(io, { ...head, title, design, factors, breakEven, runs, ...found });
}

function picturesOf(swept: SweepAsked, points: readonly PointRuns[], found: Sweep): Pictures {
  const { asked } = swept.subject;
  const foot = footOf(swept, points);
  return {
    title: asked.title,
    specs: sweepSpecs(asked, found, foot),
    words: sweepLines(asked, found, foot, PAGE_COLUMNS),
  };
}
