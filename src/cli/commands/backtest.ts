import type { Problem } from "../../engine/index.ts";
import { planBacktest } from "../../lab/backtest.ts";
import { besideTargetLines, headLines, targetLines } from "../../reports/index.ts";
import { backtestDocument, backtestTold } from "../backtest-document.ts";
import { type LoadedBacktest, loadBacktest } from "../load-backtest.ts";
import { drive, jobsAsked } from "../drive.ts";
import { EXIT, type Exit } from "../exit.ts";
import { experimentHead } from "../experiment-document.ts";
import { countAsked, DEFAULT_SEED, type SharedFlags } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { printProblems } from "../problems.ts";
import { RUNS } from "../run-asked.ts";

/** Flags of `tadmor backtest`. */
export interface BacktestFlags extends SharedFlags {
  readonly runs?: string | undefined;
  /** Whether levers are asked too, and of how many pairs of runs. */
  readonly levers?: string | true | undefined;
  readonly length?: string | undefined;
  readonly red?: string | undefined;
  readonly blue?: string | undefined;
  readonly course?: string | undefined;
  readonly jobs?: string | undefined;
}

const USUAL_PAIRS = 500;

/** `tadmor backtest`: the record's targets against the distribution of outcomes. */
export async function backtest(
  io: Io,
  operands: readonly string[],
  flags: BacktestFlags,
): Promise<Exit> {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor backtest", problems);
    return EXIT.badInput;
  };
  const typed = flags.levers === true ? undefined : flags.levers;
  const runs = countAsked("runs", flags.runs, RUNS.usual, RUNS.most);
  const pairs = countAsked("levers", typed, USUAL_PAIRS, RUNS.most);
  const jobs = jobsAsked(flags);
  if (typeof runs !== "number" || typeof pairs !== "number" || typeof jobs !== "number") {
    return refuse([runs, pairs, jobs].filter((one) => typeof one !== "number"));
  }
  const loaded = loadBacktest(name, flags, flags.levers !== undefined);
  if (!loaded.ok) return refuse(loaded.problems);
  if (flags.levers !== undefined && Object.keys(loaded.value.asked.levers).length === 0)
    io.err("--levers: found no lever in this scenario; its targets alone are asked.\n");
  const size = { runs, pairs, jobs, seed: flags.seed ?? DEFAULT_SEED };
  return ask(io, loaded.value, size, flags);
}

interface Size {
  readonly runs: number;
  readonly pairs: number;
  readonly jobs: number;
  readonly seed: string;
}

async function ask(
  io: Io,
  loaded: LoadedBacktest,
  size: Size,
  flags: BacktestFlags,
): Promise<Exit> {
  const backtested = planBacktest({ ...loaded.asked, ...size });
  const ended = await drive(io, backtested, size);
  const result = backtested.result();
  if (ended === "stopped") {
    io.err(
      `Stopped after ${backtested.played()} of ${backtested.total} runs; what follows is of these.\n`,
    );
  }
  if (flags.json) printJson(io, backtestDocument(loaded, size, result));
  else {
    const told = backtestTold(loaded, result);
    printLines(io, [
      ...(flags.quiet
        ? []
        : headLines(experimentHead(loaded.run, size.seed, result.runs), io.width)),
      ...targetLines(told.targets, io.width),
      ...(flags.quiet ? [] : besideTargetLines(told, io.width)),
    ]);
  }
  return Object.values(result.targets).every(({ ok }) => ok) ? EXIT.done : EXIT.finding;
}
