import type { Problem } from "../../engine/index.ts";
import { pointsOfDesign } from "../../lab/design-points.ts";
import { planOn } from "../../lab/experiment.ts";
import type { PointRuns } from "../../lab/responses.ts";
import { sweepOf } from "../../lab/sweep.ts";
import { isTime, type PlotFoot, sweepLines } from "../../reports/index.ts";
import { type Design, type FactorValues, readDesign } from "../../scenarios/index.ts";
import { drive, jobsAsked } from "../drive.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead } from "../experiment-document.ts";
import { DEFAULT_SEED, type SharedFlags } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { type LoadedSubject, loadSubject } from "../load-subject.ts";
import { printProblems } from "../problems.ts";
import { missingFile } from "../usage.ts";

/** Flags of `tadmor sweep`. */
export interface SweepFlags extends SharedFlags {
  readonly jobs?: string | undefined;
}

/** `tadmor sweep`: plays the points of a design and tells what moves its measures. */
export async function sweep(io: Io, operands: readonly string[], flags: SweepFlags): Promise<Exit> {
  const [file] = operands;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, file ?? "tadmor sweep", problems);
    return EXIT.badInput;
  };
  if (file === undefined) return refuse([missingFile("a design")]);
  const jobs = jobsAsked(flags);
  if (typeof jobs !== "number") return refuse([jobs]);
  const loaded = loadSubject(file, readDesign);
  if (!loaded.ok) return refuse(loaded.problems);
  const { asked } = loaded.value;
  const seed = flags.seed ?? DEFAULT_SEED;
  const plan = planOn(seed, "abreast");
  const points: PointRuns[] = [];
  for (const values of pointsOfDesign(asked)) {
    const game = loaded.value.gameAt(values);
    if (!game.ok) return refuse(game.problems.map((problem) => atPoint(problem, values)));
    points.push({ values, sample: plan.sampleOf(game.value, asked.runs) });
  }
  const ended = await drive(io, plan.experiment(), { jobs });
  if (ended === "stopped") io.err("stopped: what follows is of the runs that were played\n");
  print(io, loaded.value, points, seed, flags);
  return EXIT.done;
}

function atPoint(problem: Problem, values: FactorValues): Problem {
  const point = Object.entries(values).map(([id, value]) => `${id} ${value}`);
  return { ...problem, message: `at the point ${point.join(", ")}: ${problem.message}` };
}

function print(
  io: Io,
  { asked, run }: LoadedSubject<Design>,
  points: readonly PointRuns[],
  seed: string,
  flags: SweepFlags,
): void {
  const { measures } = run.scenario.file;
  const isTimed = (id: string) => measures[id] !== undefined && isTime(measures[id]);
  const found = sweepOf(asked, points, seed, isTimed);
  const runs = points.reduce((sum, { sample }) => sum + sample.runs, 0);
  if (flags.json) {
    const { title, factors, breakEven, design } = asked;
    const head = documentHead(run, seed);
    return printJson(io, { ...head, title, design, factors, breakEven, runs, ...found });
  }
  const { setup, hash } = run.scenario;
  const foot: PlotFoot = { scenario: setup.id, hash, seed, runs };
  printLines(io, sweepLines(asked, found, foot, io.width));
}
