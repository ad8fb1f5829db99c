import type { EventKind } from "../engine/index.ts";
import { figure, type Found, interval } from "./experiment.ts";
import { counted, grouped, listed, rounded } from "./wording.ts";

/** How often more of a factor did worse, and where such pairs of runs part, as it is told. */
export interface WrongWayTold {
  /** Titles. */
  readonly factor: string;
  readonly measure: string;
  readonly direction: "rising" | "falling";
  readonly compared: number;
  /** `n` counts seeds. */
  readonly share: Found & { readonly n: number };
  readonly steps: readonly {
    readonly from: number;
    readonly to: number;
    readonly pairs: number;
    readonly wrong: number;
    readonly difference: Found;
  }[];
  readonly isMonotone: boolean;
  /** Of the pairs that were looked into: by what kind of event they part first. */
  readonly causes: readonly { readonly kind: EventKind | null; readonly count: number }[];
  readonly lookedInto: number;
  /** One such pair in words; null when there is none. */
  readonly example: string | null;
}

/** The share of wrong-way seeds with its cause, and whether the means go one way, in sentences. */
export function wrongWayTexts(told: WrongWayTold): string[] {
  const { factor, measure, direction, compared, share, isMonotone, example } = told;
  const more = direction === "rising" ? "less" : "more";
  const percent = `${rounded(100 * (share.found ?? 0), 1)} %`;
  const means = isMonotone
    ? "No step's mean goes against the whole effect (99 % intervals)."
    : "The mean of at least one step goes against the whole effect (99 % interval).";
  return [
    `${factor} on ${measure}: in ${percent} of ${counted(compared, "pair")} of runs, each on the same dice, ${counted(share.n, "seed")} in all (95 % ${interval({ low: 100 * share.low, high: 100 * share.high })}) the next level up came to ${more}, against the whole effect, which is ${direction}. ${means}`,
    ...(told.lookedInto === 0 ? [] : [causeText(told)]),
    ...(example === null ? [] : [example]),
  ];
}

function causeText({ causes, lookedInto }: WrongWayTold): string {
  const named = causes.map(({ kind, count }) => `${wordsOf(kind)} (${count})`);
  return `Of these, ${counted(lookedInto, "pair was", "pairs were")} looked into. They first part, other than in numbers, by ${listed(named)}.`;
}

const KINDS: Partial<Record<EventKind, string>> = {
  "order-began": "an order that is given in one of them alone",
  "battle-resolved": "the result of a battle",
  "place-taken": "a place that falls",
  "formation-broke": "a formation that breaks",
  surrendered: "a formation that surrenders",
  "gave-way": "a defender that gives way",
  retreated: "a retreat",
  "contingent-left": "a contingent that leaves",
};

function wordsOf(kind: EventKind | null): string {
  return kind === null ? "nothing but numbers" : (KINDS[kind] ?? kind.replaceAll("-", " "));
}

/** Rows of a table of the steps, its head first. */
export function stepRows({ steps }: WrongWayTold): string[][] {
  return [
    ["step", "pairs", "wrong way", "mean difference", "99 % interval"],
    ...steps.map(({ from, to, pairs, wrong, difference }) => [
      `${rounded(from)} to ${rounded(to)}`,
      grouped(pairs),
      pairs === 0 ? "" : `${rounded((100 * wrong) / pairs, 1)} %`,
      figure(difference.found),
      interval(difference),
    ]),
  ];
}
