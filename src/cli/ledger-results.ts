import type { Kept as KeptFiles, ResultsOf } from "../edge/results.ts";
import type { Experiment } from "../lab/experiment.ts";
import { measureNames } from "../lab/replicate.ts";
import type { PointRuns } from "../lab/responses.ts";
import type { Read } from "../scenarios/index.ts";
import { csvText, type Document, heldText, ledgerTexts, readmeText } from "../reports/index.ts";
import { designOf } from "./design-document.ts";
import { playedHead, gameLine } from "./experiment-document.ts";
import { type Kept, tooLittle } from "./experiment-page.ts";
import { FEWEST, type LedgerAsked, planLedger, readLedger } from "./ledger-asked.ts";
import { ledgerFound, ledgerPage, ledgerTold } from "./ledger-page.ts";
import { gameOf } from "./load-run.ts";

/** What a point of a ledger is called in the column `alternative`. */
const pointName = (at: number) => `point ${at + 1}`;

/** What a directory of a ledger is of: a row for each run of each draw of the numbers. */
export function ledgerResultsOf(
  { run, seed, runs, question, points: count, flags }: LedgerAsked,
  points: readonly PointRuns[],
): ResultsOf {
  const measures = measureNames(gameOf(run));
  const { title } = run.scenario.setup;
  const loaded = { ...run, excursion: null };
  return {
    design: designOf([{ name: "as-written", title, loaded }], {
      command: "ledger",
      seed,
      runs,
      measures,
      question: { ...question, points: count, below: flags.below ?? null },
    }),
    table: { seed, alternatives: points.map((_, at) => pointName(at)), measures },
  };
}

/** What is made of a ledger's runs in its directory. */
export function ledgerKept(
  asked: LedgerAsked,
  points: readonly PointRuns[],
  experiment: Experiment,
): KeptFiles {
  const { run, seed, runs } = asked;
  const whole = wholePoints(asked, points);
  const head = playedHead(run, seed, experiment.played());
  const told =
    whole.length < FEWEST ? null : ledgerTold(asked, ledgerFound(asked, whole), whole.length);
  const readme = readmeText({
    ...head,
    title: told === null ? head.title : `What moves ${told.title}`,
    command: "ledger",
    asked: points.length * runs,
    games: [
      gameLine("As written", { ...run, excursion: null }),
      `${points.length} draws of ${asked.numbers.length} uncertain numbers, ${runs} runs each on seeds of their own; the column \`alternative\` names the draw, and points.csv has its numbers.`,
    ],
    isDecided: false,
    files: ["`points.csv`: the numbers of every draw, a column a number."],
    findings: told === null ? [] : [heldText(told), ...ledgerTexts(told)],
  });
  return { readme, files: { "points.csv": pointsCsv(asked, points) } };
}

/** The points all of whose runs were played. */
export function wholePoints({ runs }: LedgerAsked, points: readonly PointRuns[]) {
  return points.filter(({ sample }) => sample.runs === runs);
}

function pointsCsv({ numbers }: LedgerAsked, points: readonly PointRuns[]): string {
  const ids = numbers.map(({ factor }) => factor.id);
  const rows = points.map(({ values }, at) => [
    pointName(at),
    ...ids.map((id) => values[id] ?? null),
  ]);
  return csvText(["alternative", ...ids], rows);
}

/** A ledger that a directory holds. */
export function keptLedger(name: string | null, directory: string): Read<Kept> {
  const asked = readLedger(name, { resume: directory });
  if (!asked.ok) return asked;
  const planned = planLedger(asked.value);
  if (!planned.ok) return planned;
  const { plan, points } = planned.value;
  const of = ledgerResultsOf(asked.value, points);
  const page = (remark: string | null): Read<Document> => {
    const whole = wholePoints(asked.value, points);
    if (whole.length < FEWEST)
      return tooLittle(`${whole.length} draws that were played to the end`, String(FEWEST));
    return { ok: true, value: ledgerPage(asked.value, whole, { design: of.design, remark }) };
  };
  return { ok: true, value: { of, experiment: plan.experiment(), page } };
}
