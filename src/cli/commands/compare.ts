import type { Problem } from "../../engine/index.ts";
import type { Experiment } from "../../lab/experiment.ts";
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
import { type CompareAsked, type CompareFlags, readCompare } from "../compare-asked.ts";
import {
  answered,
  type AnsweredQuestion,
  differenceDocuments,
  differencesTold,
  gameDocuments,
} from "../compare-document.ts";
import { comparePage, otherQuestions, undecidedText } from "../compare-page.ts";
import { pairDocument, pairLines, partedPairs } from "../compare-pair.ts";
import {
  compareResultsOf,
  isNarrow,
  pairsOf,
  planCompare,
  questionDocument,
} from "../compare-results.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead, experimentHead, gameLine, playedHead } from "../experiment-document.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { driveKept, isLost, resultsAsked } from "../keep-results.ts";
import { printProblems } from "../problems.ts";
import { writePage } from "../write-page.ts";

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
  const { alternatives, flags, halfWidth } = asked;
  const { samples, experiment } = planCompare(asked);
  const results = await resultsAsked(flags, () => compareResultsOf(asked));
  if (!results.ok) return results.problems;
  const readme = () => ({ readme: readmeOf(asked, samples, experiment) });
  const unkept = await driveKept(io, experiment, asked, results.value, readme);
  if (isLost(experiment, unkept)) return unkept;
  const main = answered(alternatives, samples, asked.question);
  const reached = halfWidth === null ? null : isNarrow(main, halfWidth);
  if (flags.json) printJson(io, documentOf(asked, samples, main, reached));
  else printLines(io, linesOf(io, asked, samples, main, reached));
  const pageless = await writePage(flags.html, () =>
    comparePage(asked, samples, { isDecided: experiment.isWhole(), remark: null }),
  );
  const problems = [...unkept, ...pageless];
  if (problems.length > 0) return problems;
  return reached === false ? EXIT.finding : EXIT.done;
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
  const stopped = reached === false ? undecidedText(halfWidth) : null;
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
  const head = playedHead(loaded, seed, pairsOf(samples));
  const main = answered(alternatives, samples, question);
  return readmeText({
    ...head,
    command: "compare",
    asked: runs,
    games: alternatives.map((one) => gameLine(one.name, one.loaded)),
    isDecided: experiment.isWhole(),
    findings: differencesTold(alternatives, main).map(differenceSentence),
  });
}
