import { differenceSentence, type DifferenceTold } from "./compared.ts";
import type { Found } from "./experiment.ts";
import { listed } from "./wording.ts";
import type { Id } from "../engine/index.ts";

/** What is measured of both plans: points, places held, men lost, or whether one place is held. */
export type AskedMeasure =
  | { readonly kind: "points" | "held" | "lost" }
  | { readonly kind: "place"; readonly place: Id };

/** One measure of both plans, and the second less the first, pair by pair on the same dice. */
export interface AskedRow {
  readonly measure: AskedMeasure;
  readonly a: Found;
  readonly b: Found;
  readonly difference: Omit<DifferenceTold, "a" | "b" | "question" | "label">;
}

/** What the laboratory found so far. */
export interface AskedAnswer {
  /** Pairs of runs that count. */
  readonly runs: number;
  /** Pairs in which the two plans came to something different. */
  readonly parted: number;
  /** Points, places and men; then the places that differ, the one that differs most first. */
  readonly rows: readonly AskedRow[];
}

/** Whose answer it is, as words need it. */
export interface AskedWords {
  /** Titles of the plans. */
  readonly a: string;
  readonly b: string;
  readonly places: Readonly<Record<Id, { readonly name: string }>>;
  /** Whether the seat itself reads it. */
  readonly yours: boolean;
}

/** What a row of the table is called. */
export function askedLabel({ places }: AskedWords, measure: AskedMeasure): string {
  switch (measure.kind) {
    case "points":
      return "Points";
    case "held":
      return "Places held";
    case "lost":
      return "Men lost";
    case "place":
      return places[measure.place]?.name ?? measure.place;
  }
}

/** A row in one plain sentence, "in this model". */
function askedSentence(words: AskedWords, row: AskedRow): string {
  const question = questionOf(words, row.measure);
  const label = askedLabel(words, row.measure);
  return differenceSentence({ ...row.difference, a: words.a, b: words.b, question, label });
}

function questionOf({ yours, places }: AskedWords, measure: AskedMeasure): string {
  const side = yours ? "your side" : "its side";
  switch (measure.kind) {
    case "points":
      return yours ? "the points of your objectives" : "the points of its objectives";
    case "held":
      return `the number of places that ${side} holds`;
    case "lost":
      return `the men that ${side} loses`;
    case "place":
      return `the chance that ${side} holds ${places[measure.place]?.name ?? measure.place}`;
  }
}

/** Places that are told in words; the table has them all. */
const MOST_PLACES = 3;

/** Sentences for what counts: points, places and men, then the places that are told apart most. */
export function askedSentences(words: AskedWords, answer: AskedAnswer): readonly string[] {
  if (answer.runs === 0) return [];
  if (answer.parted === 0)
    return [
      `In none of ${answer.runs} pairs do "${words.a}" and "${words.b}" come to anything different, in this model.`,
    ];
  const places = answer.rows.filter(
    ({ measure, difference }) => measure.kind === "place" && difference.apart,
  );
  const all = answer.rows.filter(({ measure }) => measure.kind !== "place");
  const told = [...all, ...places.slice(0, MOST_PLACES)];
  const same = told.filter(isSame).map(({ measure }) => questionOf(words, measure));
  // What is clear comes first.
  const clear = told.toSorted((one, other) => rank(one) - rank(other));
  return [
    ...clear.filter((row) => !isSame(row)).map((row) => askedSentence(words, row)),
    ...(same.length === 0 ? [] : [`The same in every pair: ${listed(same)}.`]),
  ];
}

function rank({ difference }: AskedRow): number {
  return difference.apart ? 0 : 1;
}

function isSame({ difference: { found, varianceRatio } }: AskedRow): boolean {
  return found === 0 && varianceRatio === null;
}
