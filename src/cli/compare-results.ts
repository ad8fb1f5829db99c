import type { ResultsOf } from "../edge/results.ts";
import { type Experiment, planOn, type StoppingRule } from "../lab/experiment.ts";
import { measureNames } from "../lab/replicate.ts";
import type { Sample } from "../lab/sample.ts";
import type { Alternatives } from "./alternatives.ts";
import type { CompareAsked } from "./compare-asked.ts";
import { answered, type AnsweredQuestion } from "./compare-document.ts";
import { designOf } from "./design-document.ts";
import { gameOf } from "./load-run.ts";

/** Pairs between two looks at the interval: fixed beforehand, in the order of the seeds. */
const LOOK_EVERY = 100;

/** A comparison that is planned: a sample for each alternative, run by run on the same seeds. */
export interface PlannedCompare {
  readonly samples: readonly Sample[];
  readonly experiment: Experiment;
}

/** All pairs of runs, planned. */
export function planCompare(asked: CompareAsked): PlannedCompare {
  const { alternatives, seed, runs } = asked;
  const plan = planOn(seed, "abreast");
  const samples = alternatives.map(({ loaded }) => plan.sampleOf(gameOf(loaded), runs));
  return { samples, experiment: plan.experiment(stoppingRule(asked, samples)) };
}

function stoppingRule(asked: CompareAsked, samples: readonly Sample[]): StoppingRule | undefined {
  const { alternatives, question, halfWidth } = asked;
  if (halfWidth === null) return undefined;
  const isReached = () => isNarrow(answered(alternatives, samples, question), halfWidth);
  return { every: LOOK_EVERY, isReached };
}

/** Whether every interval is as narrow as was asked (Chow and Robbins 1965). */
export function isNarrow({ differences }: AnsweredQuestion, halfWidth: number): boolean {
  return differences.every(({ low, high }) => (high - low) / 2 <= halfWidth);
}

/** Pairs of runs that every alternative has. */
export function pairsOf(samples: readonly Sample[]): number {
  return Math.min(...samples.map((sample) => sample.runs));
}

/** What a directory of a comparison is of: a row for each run of each alternative. */
export function compareResultsOf(asked: CompareAsked): ResultsOf {
  const { alternatives, seed, runs } = asked;
  const measures = allMeasures(alternatives);
  return {
    design: designOf(alternatives, {
      command: "compare",
      seed,
      runs,
      measures,
      question: questionDocument(asked),
    }),
    table: { seed, alternatives: alternatives.map(({ name }) => name), measures },
  };
}

/** What was asked first, and how narrow it was to be. */
export function questionDocument({ question, halfWidth }: CompareAsked): object {
  return { ...question, halfWidth, every: halfWidth === null ? null : LOOK_EVERY };
}

/** Names of every alternative's measures, each once. */
function allMeasures(alternatives: Alternatives): readonly string[] {
  return [...new Set(alternatives.flatMap(({ loaded }) => measureNames(gameOf(loaded))))];
}
