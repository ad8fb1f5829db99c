import type { Kept, ResultsOf } from "../edge/results.ts";
import type { Experiment } from "../lab/experiment.ts";
import { measureNames } from "../lab/replicate.ts";
import type { PointRuns } from "../lab/responses.ts";
import type { Sweep } from "../lab/sweep.ts";
import { breakEvenTexts, readmeText } from "../reports/index.ts";
import type { Design, FactorValues } from "../scenarios/index.ts";
import { designOf } from "./design-document.ts";
import { playedHead, gameLine } from "./experiment-document.ts";
import type { LoadedGame } from "./load-game.ts";
import { gameOf } from "./load-run.ts";
import type { LoadedSubject } from "./load-subject.ts";
import { runAsJournal } from "./open-run.ts";
import { pointName, type SweepAsked } from "./sweep-asked.ts";

/** What a directory of a sweep is of: its design, and a row for each run of each point. */
export function sweepResultsOf(
  { subject, file, seed }: SweepAsked,
  points: readonly PointRuns[],
): ResultsOf {
  const { asked, run } = subject;
  const measures = measureNames(gameOf(run));
  const loaded = { ...run, excursion: null };
  return {
    design: designOf([{ name: "as-written", title: asked.title, loaded }], {
      command: "sweep",
      seed,
      runs: asked.runs,
      measures,
      question: { design: file },
    }),
    table: { seed, alternatives: points.map(({ values }) => pointName(values)), measures },
  };
}

/** What is made of a sweep's runs in its directory. */
export function sweepKept(
  { subject, seed }: SweepAsked,
  points: readonly PointRuns[],
  found: Sweep,
  experiment: Experiment,
): Kept {
  const { asked, run } = subject;
  const outliers = outlierJournals(subject, seed, found);
  const head = playedHead(run, seed, Math.min(...points.map(({ sample }) => sample.runs)));
  const readme = readmeText({
    ...head,
    title: asked.title,
    command: "sweep",
    asked: asked.runs,
    games: [
      gameLine("As written", { ...run, excursion: null }),
      `${points.length} points of ${asked.factors.map(({ title }) => title).join(", ")}; the column \`alternative\` names them.`,
    ],
    isDecided: experiment.isWhole(),
    outliers: Object.keys(outliers).length > 0,
    findings: breakEvenTexts(asked, found.breakEvens),
  });
  return { readme, outliers };
}

/** Every outlier of any measure once, as a saved game: name of its file → text. */
function outlierJournals(
  subject: LoadedSubject<Design>,
  seed: string,
  { measures }: Sweep,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { point, values, run } of Object.values(measures).flatMap((one) => one.outliers)) {
    const loaded = gameAt(subject, values);
    if (loaded === null) continue;
    texts[`point-${point + 1}-run-${run}.jsonl`] ??= runAsJournal(loaded, seed, run);
  }
  return texts;
}

function gameAt({ asked, runAt, patchAt }: LoadedSubject<Design>, values: FactorValues) {
  const run = runAt(values);
  if (!run.ok) return null;
  const patch = patchAt(values);
  const excursion = {
    title: pointName(values),
    reason: `A point of the design "${asked.title}".`,
    patch,
    file: "design.json",
    fromFile: patch.length,
  };
  return { ...run.value, excursion } satisfies LoadedGame;
}
