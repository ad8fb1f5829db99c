import type { Problem } from "../../engine/index.ts";
import { planOn } from "../../lab/experiment.ts";
import { type MeasureSummary, summariesOf } from "../../lab/summarise.ts";
import { headLines, measureSummaryLines } from "../../reports/index.ts";
import { drive } from "../drive.ts";
import { EXIT, type Exit } from "../exit.ts";
import { countAsked, DEFAULT_SEED, type SharedFlags } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { documentHead, experimentHead, finite } from "../experiment-document.ts";
import { gameOf, type LoadedRun, loadRun } from "../load-run.ts";
import { printProblems } from "../problems.ts";

/** Flags of `tadmor run`. */
export interface RunFlags extends SharedFlags {
  readonly runs?: string | undefined;
  readonly length?: string | undefined;
  readonly variant?: string | undefined;
  readonly red?: string | undefined;
  readonly blue?: string | undefined;
  readonly course?: string | undefined;
  readonly aim?: readonly string[] | undefined;
}

/** Runs of an experiment that names no number, and the most it may name. */
export const RUNS = { usual: 1000, most: 1_000_000 } as const;

/** `tadmor run`: replications of a scenario, and its measures with their intervals. */
export async function run(io: Io, operands: readonly string[], flags: RunFlags): Promise<Exit> {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor run", problems);
    return EXIT.badInput;
  };
  const runs = countAsked("runs", flags.runs, RUNS.usual, RUNS.most);
  if (typeof runs !== "number") return refuse([runs]);
  const loaded = loadRun(name, { length: flags.length, variant: flags.variant }, flags);
  if (!loaded.ok) return refuse(loaded.problems);
  await runAndPrint(io, loaded.value, runs, flags);
  return EXIT.done;
}

async function runAndPrint(
  io: Io,
  loaded: LoadedRun,
  runs: number,
  flags: RunFlags,
): Promise<void> {
  const game = gameOf(loaded);
  const seed = flags.seed ?? DEFAULT_SEED;
  const plan = planOn(seed);
  const sample = plan.sampleOf(game, runs);
  await drive(io, plan.experiment());
  const measures = summariesOf(game, sample);
  if (flags.json) {
    const head = documentHead(loaded, seed, flags);
    const documents = Object.entries(measures).map(([id, one]) => [id, documentOf(one)]);
    return printJson(io, {
      ...head,
      asked: runs,
      runs: sample.runs,
      measures: Object.fromEntries(documents),
    });
  }
  const told = Object.entries(game.asked).flatMap(([id, { title }]) =>
    measures[id] === undefined ? [] : [{ title, ...measures[id] }],
  );
  const turns = sample.horizon;
  printLines(io, [
    ...(flags.quiet ? [] : headLines(experimentHead(loaded, seed, sample.runs), io.width)),
    ...measureSummaryLines(told, turns, io.width),
  ]);
}

function documentOf({ found, low, high, level, n, quantiles, came }: MeasureSummary): object {
  return {
    mean: found,
    low: finite(low),
    high: finite(high),
    level,
    n,
    quantiles: quantiles.map((one) => ({
      p: one.p,
      value: finite(one.found),
      low: finite(one.low),
      high: finite(one.high),
    })),
    ...(came === null
      ? {}
      : {
          came: { mean: came.found, low: came.low, high: came.high, n: came.n },
          horizon: came.horizon,
        }),
  };
}
