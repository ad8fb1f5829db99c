import { summariesOf } from "../lab/summarise.ts";
import type { Sample } from "../lab/sample.ts";
import { type Document, measureTitle, type PlotFoot, runSections } from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { gameLine } from "./experiment-document.ts";
import { experimentPage, type Kept } from "./experiment-page.ts";
import { gameOf } from "./load-run.ts";
import { planRun, readRun, type RunAsked, runResultsOf } from "./run-asked.ts";
import { runPictures } from "./run-pictures.ts";

/** Many runs of a game as a page. */
export function runPage(asked: RunAsked, sample: Sample, remark: string | null = null): Document {
  const { loaded, seed, runs } = asked;
  const game = gameOf(loaded);
  const told = Object.entries(summariesOf(game, sample)).map(([id, one]) => ({
    title: measureTitle(game.asked, id),
    isAsked: game.asked[id] !== undefined,
    ...one,
  }));
  const page = {
    command: "run",
    loaded,
    seed,
    runs: sample.runs,
    asked: runs,
    games: [gameLine("Played", loaded)],
    isDecided: false,
    design: runResultsOf(asked).design,
    remark,
  };
  return experimentPage(
    page,
    runSections({
      asked: told.filter(({ isAsked }) => isAsked),
      others: told.filter(({ isAsked }) => !isAsked),
      pictures: runPictures(game, sample),
      turns: sample.horizon,
      foot: runFoot(asked, sample),
    }),
  );
}

/** What stands under every picture of many runs. */
export function runFoot({ loaded, seed }: RunAsked, { runs }: Sample): PlotFoot {
  const { setup, hash } = loaded.scenario;
  return { scenario: setup.id, hash, seed, runs };
}

/** Runs that a directory holds. */
export function keptRun(name: string | null, directory: string): Read<Kept> {
  const asked = readRun(name, { resume: directory });
  if (!asked.ok) return asked;
  const { sample, experiment } = planRun(asked.value);
  const of = runResultsOf(asked.value);
  const page = (remark: string | null) =>
    ({ ok: true, value: runPage(asked.value, sample, remark) }) as const;
  return { ok: true, value: { of, experiment, page } };
}
