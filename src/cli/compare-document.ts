import { type Difference, differencesOf } from "../lab/compare.ts";
import { answersOf, type Question } from "../lab/question.ts";
import type { Sample } from "../lab/sample.ts";
import { differenceSentence, type DifferenceTold, measureTitle } from "../reports/index.ts";
import type { Alternatives } from "./alternatives.ts";
import { excursionDocument } from "./design-document.ts";
import { finite } from "./experiment-document.ts";
import { gameOf } from "./load-run.ts";
import { questionTold } from "./question-asked.ts";

/** Differences in the answers to one question, every two alternatives. */
export interface AnsweredQuestion {
  readonly question: Question;
  readonly differences: readonly Difference[];
}

/** Answers a question by what was played so far. */
export function answered(
  alternatives: Alternatives,
  samples: readonly Sample[],
  question: Question,
): AnsweredQuestion {
  const games = alternatives.map(({ loaded }) => gameOf(loaded));
  return { question, differences: differencesOf(answersOf(question, games, samples)) };
}

/** A question's differences as a reader is told them. */
export function differencesTold(
  alternatives: Alternatives,
  { question, differences }: AnsweredQuestion,
): DifferenceTold[] {
  // In the names of the first alternative.
  const words = questionTold(alternatives[0].loaded.scenario, question);
  return differences.map((difference) => ({
    ...difference,
    a: alternatives[difference.a]?.title ?? "",
    b: alternatives[difference.b]?.title ?? "",
    question: words,
    label: measureTitle(alternatives[0].loaded.scenario.file.measures, question.measure),
    of: differences.length,
  }));
}

/** A question's differences as other programs read them. */
export function differenceDocuments(
  alternatives: Alternatives,
  one: AnsweredQuestion,
): readonly object[] {
  const told = differencesTold(alternatives, one);
  return one.differences.map((difference, at) => ({
    a: alternatives[difference.a]?.name,
    b: alternatives[difference.b]?.name,
    measure: one.question.measure,
    by: one.question.by,
    mean: difference.found,
    low: finite(difference.low),
    high: finite(difference.high),
    level: difference.level,
    n: difference.n,
    meanA: difference.meanA,
    meanB: difference.meanB,
    pairedSd: difference.pairedSd,
    unpairedSd: difference.unpairedSd,
    varianceRatio: difference.varianceRatio,
    independentRuns:
      difference.varianceRatio === null ? null : Math.ceil(difference.n * difference.varianceRatio),
    superiority: difference.superiority,
    apart: difference.apart,
    sentence: told[at] === undefined ? null : differenceSentence(told[at]),
  }));
}

/** The alternatives as other programs read them. */
export function gameDocuments(alternatives: Alternatives): readonly object[] {
  return alternatives.map(({ name, title, loaded }) => ({
    name,
    title,
    variant: loaded.options.variant ?? null,
    excursion: excursionDocument(loaded.excursion),
    courses: loaded.coas,
    aims: loaded.aims,
  }));
}
