import { type Entry, entryLines, figure, type Found, interval } from "./experiment.ts";
import { type Line, paragraph, plain } from "./page.ts";
import { grouped, rounded } from "./wording.ts";

/** One difference between two alternatives. */
export interface DifferenceTold extends Found {
  /** Titles of the alternatives. */
  readonly a: string;
  readonly b: string;
  /** What was asked, in words: "the chance that the town has fallen by 4 May". */
  readonly question: string;
  /** The measure's title. */
  readonly label: string;
  readonly meanA: number | null;
  readonly meanB: number | null;
  readonly n: number;
  readonly varianceRatio: number | null;
  readonly superiority: number | null;
  readonly apart: boolean;
  /** Comparisons that are counted together with it. */
  readonly of: number;
}

/** A difference as one plain sentence, or two where several comparisons count. */
export function differenceSentence(told: DifferenceTold): string {
  const { a, b, question, found, n, apart, of } = told;
  if (found === null) return `There is no pair of runs to tell "${a}" from "${b}" by.`;
  const interval95 = `95 % ${places(told.low)} to ${places(told.high)}`;
  if (told.low <= 0 && told.high >= 0) {
    return `"${a}" and "${b}" are not told apart by ${question}: the difference is ${places(found)} (${interval95}, ${pairsText(n)}), in this model.`;
  }
  const [verb, low, high] =
    found < 0 ? ["lowers", -told.high, -told.low] : ["raises", told.low, told.high];
  const by = `${places(Math.abs(found))} (95 % ${places(low as number)} to ${places(high as number)}, ${pairsText(n)})`;
  const alone = `"${b}" ${verb} ${question} by ${by} against "${a}", in this model.`;
  if (apart || of < 2) return alone;
  return `${alone} Among ${of} comparisons that is not enough to tell them apart (Holm).`;
}

function places(value: number): string {
  if (!Number.isFinite(value)) return "open";
  if (Math.abs(value) >= 100) return grouped(Math.round(value));
  const text = value.toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}

function pairsText(n: number): string {
  return `${grouped(n)} pair${n === 1 ? "" : "s"}`;
}

/** What the same dice were worth: how many runs independent seeds would have needed. */
export function pairingSentence({ n, varianceRatio }: DifferenceTold): string {
  if (varianceRatio === null) return "No pair of runs differed.";
  const needed = grouped(Math.ceil(n * varianceRatio));
  return `The same dice made its variance ${rounded(varianceRatio)} times smaller: independent seeds would have needed ${needed} runs of each.`;
}

/** The main differences as sentences with what pairing was worth. */
export function mainDifferenceLines(told: readonly DifferenceTold[], width: number): Line[] {
  return told.flatMap((one) => [
    ...paragraph(differenceSentence(one), { width }),
    ...paragraph(`${pairingSentence(one)} ${superiorityText(one)}`, {
      width,
      first: "  ",
      rest: "  ",
    }),
    plain(""),
  ]);
}

/** In how many pairs the second has more of it. */
export function superiorityText({ b, superiority }: DifferenceTold): string {
  if (superiority === null) return "";
  return `"${b}" has the more of it in ${rounded(100 * superiority, 1)} % of pairs, equal ones counted as half.`;
}

/** Means of every measure of the scenario, for each two alternatives; times are restricted means. */
export function differenceTables(
  told: readonly DifferenceTold[],
  turns: number,
  width: number,
): Line[] {
  const groups = new Map<string, DifferenceTold[]>();
  for (const one of told) {
    const heading = `"${one.b}" (b) against "${one.a}" (a)`;
    groups.set(heading, [...(groups.get(heading) ?? []), one]);
  }
  return [...groups].flatMap(([heading, ones]) => [
    ...paragraph(heading, { width }),
    ...entryLines(meansHeading(turns), COLUMNS, "rrrlrr", ones.map(entryOf), width),
    ...paragraph(medianText(ones), { width }),
    plain(""),
  ]);
}

function meansHeading(turns: number): string {
  return `Means, in this model; a turn that did not come counts as ${turns}`;
}

const COLUMNS = ["a", "b", "b less a", "interval", "b above", "pairing"];

function entryOf(one: DifferenceTold): Entry {
  const above = one.superiority === null ? "" : `${rounded(100 * one.superiority, 1)} %`;
  const pairing = one.varianceRatio === null ? "same" : `${rounded(one.varianceRatio, 1)} ×`;
  const cells = [
    figure(one.meanA),
    figure(one.meanB),
    figure(one.found),
    interval(one),
    above,
    pairing,
  ];
  return { title: one.label, cells };
}

/** What the same dice were worth over all measures. */
export function medianText(told: readonly DifferenceTold[]): string {
  const ratios = told.flatMap(({ varianceRatio }) => varianceRatio ?? []).toSorted((x, y) => x - y);
  const median = ratios[Math.floor((ratios.length - 1) / 2)];
  if (median === undefined) return "The same dice: no measure ever differed.";
  return `The same dice: the median over these measures of the variance ratio is ${rounded(median)}. Intervals of this table stand each for itself.`;
}
