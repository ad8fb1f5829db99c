import type { Problem } from "../../engine/index.ts";
import { type Experiment, planOn } from "../../lab/experiment.ts";
import { measureNames } from "../../lab/replicate.ts";
import type { Sample } from "../../lab/sample.ts";
import { summariesOf } from "../../lab/summarise.ts";
import { headLines, measureSummaryLines, type PlotFoot, readmeText } from "../../reports/index.ts";
import type { Read } from "../../scenarios/index.ts";
import { designOf } from "../design-document.ts";
import { jobsAsked } from "../drive.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead, experimentHead, gameLine } from "../experiment-document.ts";
import { countAsked, DEFAULT_SEED, type SharedFlags } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { driveKept, resultsAsked, type ResultsFlags, resultsProblems } from "../keep-results.ts";
import { type GameFlags, type LoadedGame, loadGame } from "../load-game.ts";
import { gameOf } from "../load-run.ts";
import { runAsJournal, writeJournal } from "../open-run.ts";
import { PAGE_COLUMNS, type Pictures, writePictures } from "../pictures.ts";
import { printProblems } from "../problems.ts";
import { pictureSpecs, picturesText, runPictures } from "../run-pictures.ts";
import { summaryDocument } from "../run-summary.ts";
import { choosesGame, loadSavedGame, savedDesign } from "../saved-design.ts";

/** Flags of `tadmor run`. */
export interface RunFlags extends SharedFlags, GameFlags, ResultsFlags {
  readonly runs?: string | undefined;
  readonly jobs?: string | undefined;
  /** A run to write as a saved game, and where. */
  readonly open?: string | undefined;
  readonly output?: string | undefined;
  /** Whether measures are drawn in the terminal. */
  readonly plots?: boolean | undefined;
  /** Where a page of pictures goes. */
  readonly html?: string | undefined;
}

/** Runs of an experiment that names no number, and the most it may name. */
export const RUNS = { usual: 1000, most: 1_000_000 } as const;

/** What `tadmor run` is asked for, read and checked. */
interface Asked {
  readonly loaded: LoadedGame;
  readonly seed: string;
  readonly runs: number;
  readonly jobs: number;
  readonly flags: RunFlags;
}

/** `tadmor run`: replications of a scenario, and its measures with their intervals. */
export async function run(io: Io, operands: readonly string[], flags: RunFlags): Promise<Exit> {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor run", problems);
    return EXIT.badInput;
  };
  const asked = readAsked(name, flags);
  if (!asked.ok) return refuse(asked.problems);
  const problems =
    flags.open === undefined
      ? await playAndPrint(io, asked.value)
      : openRun(io, asked.value, flags.open);
  return problems.length > 0 ? refuse(problems) : EXIT.done;
}

function readAsked(name: string | null, flags: RunFlags): Read<Asked> {
  const jobs = jobsAsked(flags);
  const typed = countAsked("runs", flags.runs, RUNS.usual, RUNS.most);
  const saved = flags.resume === undefined ? null : savedDesign(flags.resume, "run");
  const isSaved = saved?.ok === true && !choosesGame(flags);
  const game = saved?.ok === true ? saved.value.games[0] : undefined;
  const loaded =
    isSaved && game !== undefined
      ? loadSavedGame(name ?? saved.value.scenario, game)
      : loadGame(name, flags);
  const problems = [
    ...[jobs, typed].filter((one) => typeof one !== "number"),
    ...resultsProblems(flags),
    ...(saved?.ok === false ? saved.problems : []),
    ...(loaded.ok ? [] : loaded.problems),
  ];
  if (problems.length > 0 || !loaded.ok) return { ok: false, problems };
  const design = saved?.ok === true ? saved.value : null;
  const runs = flags.runs === undefined && design !== null ? design.runs : (typed as number);
  const seed = flags.seed ?? design?.seed ?? DEFAULT_SEED;
  return { ok: true, value: { loaded: loaded.value, seed, runs, jobs: jobs as number, flags } };
}

/** Plays, keeps and prints; problems of the directory where it cannot be written to. */
async function playAndPrint(io: Io, asked: Asked): Promise<readonly Problem[]> {
  const { loaded, seed, runs, flags } = asked;
  const game = gameOf(loaded);
  const plan = planOn(seed);
  const sample = plan.sampleOf(game, runs);
  const experiment = plan.experiment();
  const measures = measureNames(game);
  const { title } = loaded.scenario.setup;
  const results = await resultsAsked(flags, () => ({
    design: designOf([{ name: "run", title, loaded }], { command: "run", seed, runs, measures }),
    table: { seed, alternatives: null, measures },
  }));
  if (!results.ok) return results.problems;
  await driveKept(io, experiment, asked, results.value, () => ({
    readme: readmeOf(asked, experiment),
  }));
  printFound(io, asked, sample);
  return writePictures(flags.html, () => pagePictures(asked, sample));
}

function readmeOf({ loaded, seed, runs }: Asked, experiment: Experiment): string {
  const head = experimentHead(loaded, seed, experiment.played());
  const { parameters } = loaded.scenario.setup;
  return readmeText({
    ...head,
    command: "run",
    asked: runs,
    scenario: { id: head.scenario, hash: head.hash },
    parameters: { id: parameters.id, hash: loaded.scenario.parametersHash },
    games: [gameLine("Played", loaded)],
    isDecided: false,
    findings: [],
  });
}

function printFound(io: Io, { loaded, seed, runs, flags }: Asked, sample: Sample): void {
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
  const told = Object.entries(game.asked).flatMap(([id, { title }]) =>
    measures[id] === undefined ? [] : [{ title, ...measures[id] }],
  );
  const foot = footOf(loaded, seed, sample);
  printLines(io, [
    ...(flags.quiet ? [] : headLines(experimentHead(loaded, seed, sample.runs), io.width)),
    ...measureSummaryLines(told, sample.horizon, io.width),
    ...(flags.plots ? picturesText(runPictures(game, sample), foot, io.width) : []),
  ]);
}

function footOf({ scenario }: LoadedGame, seed: string, { runs }: Sample): PlotFoot {
  return { scenario: scenario.setup.id, hash: scenario.hash, seed, runs };
}

function pagePictures({ loaded, seed }: Asked, sample: Sample): Pictures {
  const pictures = runPictures(gameOf(loaded), sample);
  const foot = footOf(loaded, seed, sample);
  const head = headLines(experimentHead(loaded, seed, sample.runs), PAGE_COLUMNS);
  return {
    title: loaded.scenario.setup.title,
    specs: pictureSpecs(pictures, foot),
    words: [...head, ...picturesText(pictures, foot, PAGE_COLUMNS)],
  };
}

/** Writes one run as a saved game, to a file or to standard output. */
function openRun(io: Io, { loaded, seed, flags }: Asked, open: string): readonly Problem[] {
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
