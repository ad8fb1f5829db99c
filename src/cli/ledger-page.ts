import { type Ledger, ledgerOf } from "../lab/ledger.ts";
import { answersOf } from "../lab/question.ts";
import type { PointRuns } from "../lab/responses.ts";
import { type Document, ledgerSections, type LedgerTold } from "../reports/index.ts";
import { gameLine } from "./experiment-document.ts";
import { experimentPage } from "./experiment-page.ts";
import type { LedgerAsked } from "./ledger-asked.ts";
import { gameOf } from "./load-run.ts";
import { questionTold } from "./question-asked.ts";

/** What the runs of the points say of the numbers. */
export function ledgerFound(
  { run, question, numbers }: LedgerAsked,
  points: readonly PointRuns[],
): Ledger {
  const game = gameOf(run);
  const answers = points.map(({ values, sample }) => {
    const [runs = []] = answersOf(question, [game], [sample]).values;
    return { values, runs: [...runs] };
  });
  return ledgerOf(numbers, answers);
}

/** The same as a reader is told it. */
export function ledgerTold(
  { run, question, seed, runs }: LedgerAsked,
  found: Ledger,
  points: number,
): LedgerTold {
  const { setup, hash } = run.scenario;
  const foot = { scenario: setup.id, hash, seed, runs: points * runs };
  return { title: questionTold(run.scenario, question), ...found, foot };
}

/** A ledger as a page; `points` are those that were played to the end. */
export function ledgerPage(
  asked: LedgerAsked,
  points: readonly PointRuns[],
  { design, remark }: { readonly design: object; readonly remark: string | null },
): Document {
  const { run, seed, runs } = asked;
  const told = ledgerTold(asked, ledgerFound(asked, points), points.length);
  const page = {
    command: "ledger",
    title: `What moves ${told.title}`,
    loaded: run,
    seed,
    runs: points.length * runs,
    asked: asked.points * runs,
    games: [
      gameLine("As written", { ...run, excursion: null }),
      `${points.length} draws of ${asked.numbers.length} uncertain numbers together, ${runs} runs each.`,
    ],
    isDecided: false,
    design,
    remark,
  };
  return experimentPage(page, ledgerSections(told));
}
