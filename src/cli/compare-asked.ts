import type { Problem } from "../engine/index.ts";
import type { Question } from "../lab/question.ts";
import type { Read } from "../scenarios/index.ts";
import { type Alternatives, alternativesAsked, together } from "./alternatives.ts";
import { jobsAsked } from "./drive.ts";
import { countAsked, DEFAULT_SEED, type SharedFlags } from "./flags.ts";
import { type ResultsFlags, resultsProblems } from "./keep-results.ts";
import type { GameFlags } from "./load-game.ts";
import { halfWidthAsked, questionAsked, type QuestionFlags } from "./question-asked.ts";
import { choosesGame, loadSavedGame, type SavedDesign, savedDesignOf } from "./saved-design.ts";

/** Flags of `tadmor compare`. */
export interface CompareFlags extends SharedFlags, GameFlags, ResultsFlags, QuestionFlags {
  readonly runs?: string | undefined;
  readonly jobs?: string | undefined;
  readonly untilHalfWidth?: string | undefined;
  readonly pair?: string | undefined;
}

/** What `tadmor compare` is asked for, read and checked. */
export interface CompareAsked {
  readonly alternatives: Alternatives;
  readonly question: Question;
  /** At this half-width of the interval it stops; null never. */
  readonly halfWidth: number | null;
  readonly seed: string;
  /** Pairs of runs, at most. */
  readonly runs: number;
  readonly jobs: number;
  /** The one run to tell of; null for a comparison. */
  readonly pair: number | null;
  readonly flags: CompareFlags;
}

const USUAL_PAIRS = 1000;
const MOST_PAIRS = 1_000_000;

/** Reads all that a command line names, or every problem of it. */
export function readCompare(name: string | null, flags: CompareFlags): Read<CompareAsked> {
  const counts = countsAsked(flags);
  const saved = flags.resume === undefined ? null : savedDesignOf(flags.resume, "compare", name);
  const design = saved?.ok === true ? saved.value : null;
  const isSaved = design !== null && !choosesGame(flags);
  // Of a directory that cannot be read nobody asked for others: it alone is wrong.
  const isLost = saved?.ok === false && !choosesGame(flags);
  const alternatives = isSaved ? savedAlternatives(name, design) : alternativesAsked(name, flags);
  const question = alternatives.ok ? questionOf(alternatives.value, flags, design) : null;
  const problems = [
    ...Object.values(counts).filter((one) => isProblem(one)),
    ...resultsProblems(flags),
    ...(saved?.ok === false ? saved.problems : []),
    ...(alternatives.ok || isLost ? [] : alternatives.problems),
    ...(question?.ok === false ? question.problems : []),
  ];
  if (problems.length > 0 || !alternatives.ok || question?.ok !== true) {
    return { ok: false, problems };
  }
  const { runs, jobs, halfWidth, pair } = counts as Counts<never>;
  return {
    ok: true,
    value: {
      alternatives: alternatives.value,
      question: question.value,
      halfWidth: flags.untilHalfWidth === undefined ? savedHalfWidth(design) : halfWidth,
      seed: flags.seed ?? design?.seed ?? DEFAULT_SEED,
      runs: flags.runs === undefined && design !== null ? design.runs : runs,
      jobs,
      pair,
      flags,
    },
  };
}

interface Counts<Wrong> {
  readonly runs: number | Wrong;
  readonly jobs: number | Wrong;
  readonly halfWidth: number | null | Wrong;
  readonly pair: number | null | Wrong;
}

function countsAsked(flags: CompareFlags): Counts<Problem> {
  return {
    runs: countAsked("runs", flags.runs, USUAL_PAIRS, MOST_PAIRS),
    jobs: jobsAsked(flags),
    halfWidth: halfWidthAsked(flags.untilHalfWidth),
    pair: flags.pair === undefined ? null : countAsked("pair", flags.pair, 1, MOST_PAIRS),
  };
}

function isProblem(found: number | null | Problem): found is Problem {
  return typeof found === "object" && found !== null;
}

/** What a directory holds is asked again where nothing else is. */
function questionOf(
  [{ loaded }]: Alternatives,
  flags: QuestionFlags,
  design: SavedDesign | null,
): Read<Question> {
  const { measure, by } = design?.question ?? {};
  const isAsked = flags.measure !== undefined || flags.by !== undefined;
  if (isAsked || typeof measure !== "string") return questionAsked(loaded, flags);
  return questionAsked(loaded, { measure, by: typeof by === "number" ? String(by) : undefined });
}

function savedHalfWidth(design: SavedDesign | null): number | null {
  const halfWidth = design?.question["halfWidth"];
  return typeof halfWidth === "number" ? halfWidth : null;
}

function savedAlternatives(
  name: string | null,
  { scenario, games }: SavedDesign,
): Read<Alternatives> {
  return together(
    games.map((game) => {
      const loaded = loadSavedGame(name ?? scenario, game);
      if (!loaded.ok) return loaded;
      return { ok: true, value: { name: game.name, title: game.title, loaded: loaded.value } };
    }),
  );
}
