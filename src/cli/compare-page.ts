import type { Question } from "../lab/question.ts";
import type { Sample } from "../lab/sample.ts";
import { compareSections, type Document } from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { type CompareAsked, readCompare } from "./compare-asked.ts";
import { answered, differencesTold } from "./compare-document.ts";
import { compareResultsOf, isNarrow, pairsOf, planCompare } from "./compare-results.ts";
import { experimentHead, gameLine } from "./experiment-document.ts";
import { experimentPage, type Kept, tooLittle } from "./experiment-page.ts";

/** A comparison as a page. */
export function comparePage(
  asked: CompareAsked,
  samples: readonly Sample[],
  { isDecided, remark }: { readonly isDecided: boolean; readonly remark: string | null },
): Document {
  const { alternatives, question, halfWidth, seed, runs } = asked;
  const [{ loaded }] = alternatives;
  const pairs = pairsOf(samples);
  const { turns, scenario, hash, title } = experimentHead(loaded, seed, pairs);
  const main = answered(alternatives, samples, question);
  const others = otherQuestions(asked).flatMap((one) =>
    differencesTold(alternatives, answered(alternatives, samples, one)),
  );
  const isOpen = halfWidth !== null && !isNarrow(main, halfWidth);
  const page = {
    command: "compare",
    title: `${title}: ${alternatives.length} alternatives on the same dice`,
    loaded,
    seed,
    runs: pairs,
    asked: runs,
    games: alternatives.map((one) => gameLine(`“${one.title}”`, one.loaded)),
    isDecided: isDecided && !isOpen,
    design: compareResultsOf(asked).design,
    remark,
  };
  return experimentPage(
    page,
    compareSections({
      main: differencesTold(alternatives, main),
      others,
      remarks: isOpen ? [undecidedText(halfWidth)] : [],
      turns,
      foot: { scenario, hash, seed, runs: pairs * alternatives.length },
    }),
  );
}

/** That the interval never was as narrow as was asked. */
export function undecidedText(halfWidth: number | null): string {
  return `Undecided: the interval never was ${halfWidth} to each side.`;
}

/** Every measure of the scenario, each as a question of its own. */
export function otherQuestions({ alternatives }: CompareAsked): Question[] {
  const { measures } = alternatives[0].loaded.scenario.file;
  return Object.keys(measures).map((measure) => ({ measure, by: null }));
}

/** A comparison that a directory holds. */
export function keptCompare(name: string | null, directory: string): Read<Kept> {
  const asked = readCompare(name, { resume: directory });
  if (!asked.ok) return asked;
  const { samples, experiment } = planCompare(asked.value);
  const page = (remark: string | null): Read<Document> => {
    const pairs = pairsOf(samples);
    if (pairs === 0) return tooLittle("no run of every alternative", "one");
    const isDecided = experiment.isWhole();
    return { ok: true, value: comparePage(asked.value, samples, { isDecided, remark }) };
  };
  return { ok: true, value: { of: compareResultsOf(asked.value), experiment, page } };
}
