import type { Problem } from "../../engine/index.ts";
import type { Experiment } from "../../lab/experiment.ts";
import type { Sample } from "../../lab/sample.ts";
import { summariesOf } from "../../lab/summarise.ts";
import { headLines, measureSummaryLines, measureTitle, readmeText } from "../../reports/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead, experimentHead, playedHead, gameLine } from "../experiment-document.ts";
import { countAsked } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { driveKept, isLost, resultsAsked } from "../keep-results.ts";
import { gameOf } from "../load-run.ts";
import { runAsJournal, writeJournal } from "../open-run.ts";
import { printProblems } from "../problems.ts";
import {
  planRun,
  readRun,
  type RunAsked,
  type RunFlags,
  runResultsOf,
  RUNS,
} from "../run-asked.ts";
import { runFoot, runPage } from "../run-page.ts";
import { picturesText, runPictures } from "../run-pictures.ts";
import { summaryDocument } from "../run-summary.ts";
import { writePage } from "../write-page.ts";

/** `tadmor run`: replications of a scenario, and its measures with their intervals. */
export async function run(io: Io, operands: readonly string[], flags: RunFlags): Promise<Exit> {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor run", problems);
    return EXIT.badInput;
  };
  const asked = readRun(name, flags);
  if (!asked.ok) return refuse(asked.problems);
  const problems =
    flags.open === undefined
      ? await playAndPrint(io, asked.value)
      : openRun(io, asked.value, flags.open);
  return problems.length > 0 ? refuse(problems) : EXIT.done;
}

/** Plays, keeps and prints; problems of the directory where it cannot be written to. */
async function playAndPrint(io: Io, asked: RunAsked): Promise<readonly Problem[]> {
  const { sample, experiment } = planRun(asked);
  const results = await resultsAsked(asked.flags, () => runResultsOf(asked));
  if (!results.ok) return results.problems;
  const unkept = await driveKept(io, experiment, asked, results.value, () => ({
    readme: readmeOf(asked, experiment),
  }));
  if (isLost(experiment, unkept)) return unkept;
  printFound(io, asked, sample);
  return [...unkept, ...(await writePage(asked.flags.html, () => runPage(asked, sample)))];
}

function readmeOf({ loaded, seed, runs }: RunAsked, experiment: Experiment): string {
  const head = playedHead(loaded, seed, experiment.played());
  return readmeText({
    ...head,
    command: "run",
    asked: runs,
    games: [gameLine("Played", loaded)],
    isDecided: false,
    findings: [],
  });
}

function printFound(io: Io, asked: RunAsked, sample: Sample): void {
  const { loaded, seed, runs, flags } = asked;
  const game = gameOf(loaded);
  const measures = summariesOf(game, sample);
  if (flags.json) {
    const documents = Object.entries(measures).map(([id, one]) => [id, summaryDocument(one)]);
    return printJson(io, {
      ...documentHead(loaded, seed),
      asked: runs,
      runs: sample.runs,
      measures: Object.fromEntries(documents),
    });
  }
  // Where a scenario asks for none, those are told that every run has.
  const ids = Object.keys(Object.keys(game.asked).length > 0 ? game.asked : measures);
  const told = ids.flatMap((id) =>
    measures[id] === undefined ? [] : [{ title: measureTitle(game.asked, id), ...measures[id] }],
  );
  const foot = runFoot(asked, sample);
  printLines(io, [
    ...(flags.quiet ? [] : headLines(experimentHead(loaded, seed, sample.runs), io.width)),
    ...measureSummaryLines(told, sample.horizon, io.width),
    ...(flags.plots ? picturesText(runPictures(game, sample), foot, io.width) : []),
  ]);
}

/** Writes one run as a saved game, to a file or to standard output. */
function openRun(io: Io, { loaded, seed, flags }: RunAsked, open: string): readonly Problem[] {
  const run = countAsked("open", open, 1, RUNS.most);
  if (typeof run !== "number") return [run];
  const text = runAsJournal(loaded, seed, run);
  if (flags.output === undefined) {
    io.out(text);
    return [];
  }
  const problem = writeJournal(flags.output, text);
  if (problem !== null) return [problem];
  if (!flags.quiet) io.err(`Run ${run} is in ${flags.output}: tadmor replay ${flags.output}\n`);
  return [];
}
