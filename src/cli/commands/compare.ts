import type { Problem } from "../../engine/index.ts";
import { type Experiment, planOn, type StoppingRule } from "../../lab/experiment.ts";
import type { Question } from "../../lab/question.ts";
import { measureNames } from "../../lab/replicate.ts";
import type { Sample } from "../../lab/sample.ts";
import {
  differenceSentence,
  differenceTables,
  headLines,
  type Line,
  mainDifferenceLines,
  paragraph,
  plain,
  readmeText,
} from "../../reports/index.ts";
import type { Alternatives } from "../alternatives.ts";
import {
  answered,
  type AnsweredQuestion,
  differenceDocuments,
  differencesTold,
  gameDocuments,
} from "../compare-document.ts";
import { type CompareAsked, type CompareFlags, readCompare } from "../compare-asked.ts";
import { pairDocument, pairLines, partedPairs } from "../compare-pair.ts";
import { designOf } from "../design-document.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead, experimentHead, gameLine } from "../experiment-document.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { driveKept, resultsAsked } from "../keep-results.ts";
import { gameOf } from "../load-run.ts";
import { printProblems } from "../problems.ts";

/** Pairs between two looks at the interval: fixed beforehand, in the order of the seeds. */
const LOOK_EVERY = 100;

/** `tadmor compare`: alternatives on the same dice, and how sure their differences are. */
export async function compare(
  io: Io,
  operands: readonly string[],
  flags: CompareFlags,
): Promise<Exit> {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor compare", problems);
    return EXIT.badInput;
  };
  const asked = readCompare(name, flags);
  if (!asked.ok) return refuse(asked.problems);
  if (asked.value.pair !== null) return printPair(io, asked.value, asked.value.pair);
  const ended = await playAndPrint(io, asked.value);
  return Array.isArray(ended) ? refuse(ended) : (ended as Exit);
}

function printPair(io: Io, asked: CompareAsked, run: number): Exit {
  const { alternatives, seed, flags } = asked;
  const pairs = partedPairs(alternatives, seed, run);
  if (flags.json) {
    const document = { ...headOf(asked), runs: 1, differences: [], pairs: pairs.map(pairDocument) };
    printJson(io, document);
  } else
    printLines(
      io,
      pairs.flatMap((pair) => pairLines(pair, io.width)),
    );
  return EXIT.done;
}

/** Plays, keeps and prints; how it ended, or problems of the directory. */
async function playAndPrint(io: Io, asked: CompareAsked): Promise<Exit | readonly Problem[]> {
  const { alternatives, seed, runs, flags } = asked;
  const plan = planOn(seed, "abreast");
  const samples = alternatives.map(({ loaded }) => plan.sampleOf(gameOf(loaded), runs));
  const experiment = plan.experiment(stoppingRule(asked, samples));
  const measures = allMeasures(alternatives);
  const results = await resultsAsked(flags, () => ({
    design: designOf(alternatives, {
      command: "compare",
      seed,
      runs,
      measures,
      question: questionDocument(asked),
    }),
    table: { seed, alternatives: alternatives.map(({ name }) => name), measures },
  }));
  if (!results.ok) return results.problems;
  const readme = () => ({ readme: readmeOf(asked, samples, experiment) });
  await driveKept(io, experiment, asked, results.value, readme);
  const main = answered(alternatives, samples, asked.question);
  const reached = asked.halfWidth === null ? null : isNarrow(main, asked.halfWidth);
  if (flags.json) printJson(io, documentOf(asked, samples, main, reached));
  else printLines(io, linesOf(io, asked, samples, main, reached));
  return reached === false ? EXIT.finding : EXIT.done;
}

function stoppingRule(asked: CompareAsked, samples: readonly Sample[]): StoppingRule | undefined {
  const { alternatives, question, halfWidth } = asked;
  if (halfWidth === null) return undefined;
  const isReached = () => isNarrow(answered(alternatives, samples, question), halfWidth);
  return { every: LOOK_EVERY, isReached };
}

/** Whether every interval is as narrow as was asked (Chow and Robbins 1965). */
function isNarrow({ differences }: AnsweredQuestion, halfWidth: number): boolean {
  return differences.every(({ low, high }) => (high - low) / 2 <= halfWidth);
}

/** Names of every alternative's measures, each once. */
function allMeasures(alternatives: Alternatives): readonly string[] {
  return [...new Set(alternatives.flatMap(({ loaded }) => measureNames(gameOf(loaded))))];
}

function questionDocument({ question, halfWidth }: CompareAsked): object {
  return { ...question, halfWidth, every: halfWidth === null ? null : LOOK_EVERY };
}

function headOf(asked: CompareAsked): object {
  const { alternatives, seed } = asked;
  const head = documentHead(alternatives[0].loaded, seed) as Record<string, unknown>;
  const { scenario, engine, parameters, length, turns } = head;
  return {
    scenario,
    seed,
    engine,
    parameters,
    length,
    turns,
    alternatives: alternatives.map(({ name }) => name),
    games: gameDocuments(alternatives),
  };
}

function otherQuestions({ alternatives }: CompareAsked): Question[] {
  const { measures } = alternatives[0].loaded.scenario.file;
  return Object.keys(measures).map((measure) => ({ measure, by: null }));
}

function documentOf(
  asked: CompareAsked,
  samples: readonly Sample[],
  main: AnsweredQuestion,
  reached: boolean | null,
): object {
  const { alternatives, runs } = asked;
  const others = otherQuestions(asked).map((one) => answered(alternatives, samples, one));
  return {
    ...headOf(asked),
    asked: runs,
    runs: pairsOf(samples),
    question: { ...questionDocument(asked), reached },
    differences: [main, ...others].flatMap((one) => differenceDocuments(alternatives, one)),
  };
}

function pairsOf(samples: readonly Sample[]): number {
  return Math.min(...samples.map((sample) => sample.runs));
}

function linesOf(
  { width }: Io,
  asked: CompareAsked,
  samples: readonly Sample[],
  main: AnsweredQuestion,
  reached: boolean | null,
): Line[] {
  const { alternatives, seed, flags, halfWidth } = asked;
  const head = experimentHead(alternatives[0].loaded, seed, pairsOf(samples));
  const games = alternatives.flatMap(({ title, loaded }) =>
    paragraph(gameLine(`"${title}"`, loaded), { width, first: "  ", rest: "    " }),
  );
  const others = otherQuestions(asked).flatMap((one) =>
    differencesTold(alternatives, answered(alternatives, samples, one)),
  );
  const stopped =
    reached === false ? `Undecided: the interval never was ${halfWidth} to each side.` : null;
  return [
    ...(flags.quiet
      ? []
      : [
          ...headLines({ ...head, changes: [], alternatives: alternatives.length }, width),
          ...games,
          plain(""),
        ]),
    ...mainDifferenceLines(differencesTold(alternatives, main), width),
    ...(stopped === null ? [] : [...paragraph(stopped, { width }), plain("")]),
    ...(flags.quiet ? [] : differenceTables(others, head.turns, width)),
  ];
}

function readmeOf(asked: CompareAsked, samples: readonly Sample[], experiment: Experiment): string {
  const { alternatives, seed, runs, question } = asked;
  const [{ loaded }] = alternatives;
  const head = experimentHead(loaded, seed, pairsOf(samples));
  const main = answered(alternatives, samples, question);
  return readmeText({
    ...head,
    command: "compare",
    asked: runs,
    scenario: { id: head.scenario, hash: head.hash },
    parameters: {
      id: loaded.scenario.setup.parameters.id,
      hash: loaded.scenario.parametersHash,
    },
    games: alternatives.map((one) => gameLine(one.name, one.loaded)),
    isDecided: experiment.next() === null,
    findings: differencesTold(alternatives, main).map(differenceSentence),
  });
}
