import { interval } from "./experiment.ts";
import { type Line, listUnder, paragraph, plain } from "./page.ts";
import { footText, type PlotFoot } from "./plot-data.ts";
import { counted, rounded } from "./wording.ts";

/** One judged point as it is told. */
interface PointTold {
  readonly values: Readonly<Record<string, number>>;
  readonly judgement: "holds" | "broken" | "undecided";
  readonly found: number | null;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly against: readonly number[];
}

/** A hunted claim as it is told. */
export interface ClaimTold {
  readonly title: string;
  readonly statement: string;
  readonly teaches: string | null;
  /** Factor → its title. */
  readonly factors: Readonly<Record<string, string>>;
  readonly verdict: "survived" | "refuted" | "undecided";
  readonly expected: string | null;
  readonly counterexample: PointTold | null;
  readonly isSmallest: boolean;
  readonly points: readonly PointTold[];
  readonly drawn: number;
  readonly brokenShareAtMost: number | null;
  readonly confidence: number;
  /** Whether it was stopped before its end. */
  readonly isStopped: boolean;
}

/** What a claim says, what became of it, and how sure that is. */
export function claimLines(claim: ClaimTold, foot: PlotFoot, width: number): Line[] {
  const { title, statement, verdict } = claim;
  return [
    { text: title, tone: "title" },
    ...paragraph(statement, { width }),
    plain(""),
    { text: `${verdict.toUpperCase()}, in this model`, tone: "heading" },
    ...verdictTexts(claim).flatMap((text) => paragraph(text, { width, first: "  ", rest: "  " })),
    ...listUnder("Points that are not clear", unclear(claim), width),
    ...lessonTexts(claim).flatMap((text) => [plain(""), ...paragraph(text, { width })]),
    ...paragraph(footText(foot), { width }),
  ];
}

/** What a claim teaches, told beside the verdict it was written for and no other. */
export function lessonTexts({ teaches, expected, verdict }: ClaimTold): string[] {
  return teaches === null || (expected !== null && expected !== verdict) ? [] : [teaches];
}

/** What became of a claim, a sentence each, and whether that is news. */
export function verdictTexts(claim: ClaimTold): string[] {
  const { expected, verdict, isStopped } = claim;
  const changed =
    // Undecided is no other answer: the budget did not reach as far.
    expected === null || expected === verdict || verdict === "undecided"
      ? []
      : [`When the claim was written it was ${expected}: something has changed since.`];
  const stopped = isStopped ? ["Stopped before its end."] : [];
  return [...verdictWords(claim), ...stopped, ...changed];
}

function verdictWords(claim: ClaimTold): string[] {
  const { counterexample, points, drawn, brokenShareAtMost, confidence } = claim;
  const percent = `${rounded(100 * confidence, 1)} %`;
  const tried = `${counted(points.length, "point")} tried`;
  if (counterexample !== null) return brokenWords(claim, counterexample);
  if (brokenShareAtMost === null)
    return [`No point breaks it, and some are not clear at the cap of runs. ${tried}.`];
  return [
    `It holds at every point: ${tried}, ${drawn} draws of them even over the ranges.`,
    `With ${percent} confidence at most ${rounded(100 * brokenShareAtMost, 1)} % of the force levels in the ranges break it.`,
  ];
}

function brokenWords({ isSmallest, factors, points }: ClaimTold, broken: PointTold): string[] {
  const smallest = isSmallest
    ? "The smallest force levels that break it"
    : "Force levels that break it (the budget ended before the smallest was found)";
  return [
    `${smallest}: ${pointText(factors, broken)}.`,
    `There ${rounded(broken.found ?? 0)} of the runs pass (${interval(broken)}, ${counted(broken.n, "run")}).`,
    `Runs that speak against it: ${broken.against.join(", ")}. ${counted(points.length, "point")} tried.`,
  ];
}

function pointText(titles: ClaimTold["factors"], { values }: PointTold): string {
  return Object.entries(values)
    .map(([id, value]) => `${titles[id] ?? id} ${rounded(value)}`)
    .join("; ");
}

const MOST_UNCLEAR = 8;

function unclear({ factors, points }: ClaimTold): string[] {
  const open = points.filter(({ judgement }) => judgement === "undecided");
  const told = open
    .slice(0, MOST_UNCLEAR)
    .map(
      (point) => `${pointText(factors, point)}: ${rounded(point.found ?? 0)} (${interval(point)})`,
    );
  const rest = open.length - told.length;
  return rest > 0 ? [...told, `and ${rest} more`] : told;
}
