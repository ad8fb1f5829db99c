import { openHands } from "../../edge/hands.ts";
import { writeNewText } from "../../edge/write-text.ts";
import type { Problem } from "../../engine/index.ts";
import { hunt, type HuntResult } from "../../lab/claim-hunt.ts";
import { type ClaimPlayers, playedEvaluator } from "../../lab/claim-runs.ts";
import { claimLines, type PlotFoot } from "../../reports/index.ts";
import { type Claim, readClaim } from "../../scenarios/index.ts";
import { jobsAsked } from "../drive.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead } from "../experiment-document.ts";
import { DEFAULT_SEED, type SharedFlags } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { type LoadedSubject, loadSubject } from "../load-subject.ts";
import { printProblems } from "../problems.ts";
import { missingFile } from "../usage.ts";

/** Flags of `tadmor claim`. */
export interface ClaimFlags extends SharedFlags {
  readonly jobs?: string | undefined;
  /** Where the counterexample goes, as an excursion. */
  readonly out?: string | undefined;
}

/** `tadmor claim`: hunts force levels that break a claim; exit 1 when it is refuted or undecided. */
export async function claim(io: Io, operands: readonly string[], flags: ClaimFlags): Promise<Exit> {
  const [file] = operands;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, file ?? "tadmor claim", problems);
    return EXIT.badInput;
  };
  if (file === undefined) return refuse([missingFile("a claim")]);
  const jobs = jobsAsked(flags);
  if (typeof jobs !== "number") return refuse([jobs]);
  const loaded = loadSubject(file, readClaim);
  if (!loaded.ok) return refuse(loaded.problems);
  const seed = flags.seed ?? DEFAULT_SEED;
  const hunted = await huntWith(io, loaded.value, seed, jobs);
  if (hunted.problems.length > 0) return refuse(hunted.problems);
  const excursion = excursionOf(loaded.value, hunted.result);
  print(io, loaded.value, { ...hunted, seed, excursion }, flags);
  if (flags.out !== undefined && excursion !== null) {
    const text = `${JSON.stringify(excursion, null, 2)}\n`;
    const problem = writeNewText(flags.out, text);
    if (problem !== null) return refuse([problem]);
  }
  return hunted.result.verdict === "survived" && !hunted.isStopped ? EXIT.done : EXIT.finding;
}

interface Hunted {
  readonly result: HuntResult;
  readonly isStopped: boolean;
  /** Why a point of the ranges is no scenario. */
  readonly problems: readonly Problem[];
  readonly runs: number;
}

/** Hunts to the end or to Ctrl-C: what is not played by then is undecided. */
async function huntWith(
  io: Io,
  { asked, gameAt }: LoadedSubject<Claim>,
  seed: string,
  jobs: number,
): Promise<Hunted> {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  let problems: readonly Problem[] = [];
  let runs = 0;
  const hands = await openHands(jobs, asked.budget.runs);
  const players: ClaimPlayers = {
    pieces: jobs,
    gameAt: (values) => {
      const game = isStopped || problems.length > 0 ? null : gameAt(values);
      if (game?.ok === false) problems = game.problems;
      return game?.ok ? game.value : null;
    },
    play: async (game, from, to) => {
      const rows = await hands.play({ batch: 0, game, seed, from, to });
      runs += to - from + 1;
      io.progress?.(`${runs} runs`);
      return rows;
    },
  };
  process.once("SIGINT", stop);
  try {
    const result = await hunt({ ...asked, seed }, playedEvaluator(players, asked.test));
    return { result, isStopped, problems, runs };
  } finally {
    process.removeListener("SIGINT", stop);
    io.progress?.("");
    await hands.close();
  }
}

/** What replays a counterexample: the variant's patch, the claim's own and the point's. */
function excursionOf(
  { asked, run, patchAt }: LoadedSubject<Claim>,
  { counterexample }: HuntResult,
): object | null {
  if (counterexample === null) return null;
  const { variant, scenario, title, statement } = asked;
  const varied = variant === undefined ? [] : (run.scenario.file.variants[variant]?.patch ?? []);
  return {
    format: "tadmor-excursion/1",
    scenario,
    title: `Breaks: ${title}`.slice(0, 120),
    reason: statement.slice(0, 2000),
    patch: [...varied, ...patchAt(counterexample.values)],
  };
}

interface Printed extends Hunted {
  readonly seed: string;
  readonly excursion: object | null;
}

function print(
  io: Io,
  { asked, run }: LoadedSubject<Claim>,
  { result, isStopped, runs, seed, excursion }: Printed,
  flags: ClaimFlags,
): void {
  const { title, statement, teaches = null, expected = null, factors, budget } = asked;
  if (flags.json) {
    return printJson(io, {
      ...documentHead(run, seed),
      claim: { title, statement, side: asked.side, threshold: asked.threshold },
      runs,
      stopped: isStopped,
      ...result,
      excursion,
    });
  }
  const { setup, hash } = run.scenario;
  const foot: PlotFoot = { scenario: setup.id, hash, seed, runs };
  const titles = Object.fromEntries(factors.map((factor) => [factor.id, factor.title]));
  const { confidence } = budget;
  const told = { ...result, title, statement, teaches, expected, factors: titles, confidence };
  printLines(io, claimLines({ ...told, isStopped }, foot, io.width));
}
