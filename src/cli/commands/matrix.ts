import { loadLinearSolver } from "../../edge/linear-solver.ts";
import type { Id, Problem } from "../../engine/index.ts";
import { type MatrixResult, matrixOf } from "../../lab/matrix.ts";
import { type PayoffTerm, payoffsOf } from "../../lab/payoffs.ts";
import { planOn } from "../../lab/experiment.ts";
import type { Sample } from "../../lab/sample.ts";
import { matrixLines, type PlotFoot } from "../../reports/index.ts";
import { drive, jobsAsked } from "../drive.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead } from "../experiment-document.ts";
import { countAsked, DEFAULT_SEED, flagProblem, type SharedFlags } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { gameOf, type LoadedRun, loadRun } from "../load-run.ts";
import { payoffAsked, sidesOf } from "../payoff-asked.ts";
import { printProblems } from "../problems.ts";

/** Flags of `tadmor matrix`. */
export interface MatrixFlags extends SharedFlags {
  readonly runs?: string | undefined;
  readonly length?: string | undefined;
  readonly variant?: string | undefined;
  readonly red?: string | undefined;
  readonly blue?: string | undefined;
  readonly aim?: readonly string[] | undefined;
  readonly payoff?: string | undefined;
  readonly jobs?: string | undefined;
}

/** Runs a cell: model.md 8.19. */
const RUNS = { usual: 400, most: 100_000 } as const;

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
  const runs = countAsked("runs", flags.runs, RUNS.usual, RUNS.most);
  const jobs = jobsAsked(flags);
  if (typeof runs !== "number" || typeof jobs !== "number")
    return refuse([runs, jobs].filter((one) => typeof one !== "number"));
  const options = { length: flags.length, variant: flags.variant };
  const base = loadRun(name, options, { aim: flags.aim });
  if (!base.ok) return refuse(base.problems);
  const sides = sidesOf(base.value.scenario.setup);
  if (sides === null) return refuse([noSides()]);
  const payoff = payoffAsked(flags.payoff, gameOf(base.value), sides);
  if ("code" in payoff) return refuse([payoff]);
  const red = coursesAsked(base.value, flags.red, sides.red);
  const blue = coursesAsked(base.value, flags.blue, sides.blue);
  const seed = flags.seed ?? DEFAULT_SEED;
  const plan = planOn(seed, "abreast");
  const cells: Sample[][] = [];
  for (const one of red) {
    const row: Sample[] = [];
    for (const other of blue) {
      const loaded = loadRun(name, options, { red: one, blue: other, aim: flags.aim });
      if (!loaded.ok) return refuse(loaded.problems);
      row.push(plan.sampleOf(gameOf(loaded.value), runs));
    }
    cells.push(row);
  }
  await drive(io, plan.experiment(), { jobs });
  const common = Math.min(...cells.flat().map((sample) => sample.runs));
  if (common < 2) return refuse([tooFew(common)]);
  const found = await solved(cells, payoff, common, seed);
  print(io, base.value, { red, blue, payoff, seed, runs: common }, found, flags);
  return EXIT.done;
}

/** The courses of a side that are asked for; all that the scenario has when none are. */
function coursesAsked({ scenario }: LoadedRun, typed: string | undefined, side: Id): string[] {
  const { courses } = scenario.file;
  const all = Object.keys(courses).filter((id) => courses[id]?.side === side);
  return typed === undefined ? all : typed.split(",").map((id) => id.trim());
}

async function solved(
  cells: readonly (readonly Sample[])[],
  payoff: readonly PayoffTerm[],
  runs: number,
  seed: string,
): Promise<MatrixResult> {
  const solve = await loadLinearSolver();
  const payoffs = cells.map((row) => row.map((sample) => payoffsOf(payoff, sample).slice(0, runs)));
  return matrixOf(payoffs, solve, seed);
}

interface Asked {
  readonly red: readonly string[];
  readonly blue: readonly string[];
  readonly payoff: readonly PayoffTerm[];
  readonly seed: string;
  readonly runs: number;
}

function print(
  io: Io,
  run: LoadedRun,
  { red, blue, payoff, seed, runs }: Asked,
  found: MatrixResult,
  flags: MatrixFlags,
): void {
  const { equilibrium, bootstrap, security, ...rest } = found;
  if (flags.json) {
    const mix = (ids: readonly string[], weights: readonly number[]) =>
      ids.map((coa, at) => ({ coa, weight: weights[at] ?? 0 }));
    return printJson(io, {
      ...documentHead(run, seed),
      runs,
      red,
      blue,
      terms: payoff,
      ...rest,
      payoff: found.payoff.map((row) => row.map(({ found: mean, ...one }) => ({ mean, ...one }))),
      value: { mean: equilibrium.value, ...bootstrap.value, level: bootstrap.level },
      redMix: mix(red, equilibrium.redMix),
      blueMix: mix(blue, equilibrium.blueMix),
      security,
      bootstrap,
    });
  }
  const { setup, hash, file } = run.scenario;
  const titles = (ids: readonly string[]) => ids.map((id) => file.courses[id]?.title ?? id);
  const foot: PlotFoot = { scenario: setup.id, hash, seed, runs: runs * red.length * blue.length };
  const title = `Payoff to Red: ${payoff.map(({ measure, weight }) => `${weight.toFixed(2)} × ${measure}`).join(" + ")}`;
  const told = { ...found, title, red: titles(red), blue: titles(blue) };
  printLines(io, matrixLines(told, foot, io.width));
}

function noSides(): Problem {
  const message = "found no hostile side, or no friendly one, expected both";
  return { code: "matrix.sides", path: "/sides", message, hint: "a matrix is of two sides" };
}

function tooFew(runs: number): Problem {
  const message = `--runs: found ${runs} runs of every cell, expected at least 2`;
  return flagProblem("runs", "few", message, "--runs 400");
}
