import type { Id } from "../engine/index.ts";

/** How sure the record is: high, medium or low. */
export type Confidence = "H" | "M" | "L";

/** Something that happened in a turn, as the sources tell it. */
interface RecordEvent {
  readonly turn: number;
  readonly text: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}

/** Who held a place at the end of a turn and, until its next entry, after it. */
export interface RecordControl {
  readonly place: Id;
  readonly turn: number;
  readonly holder: Id | null;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly note?: string | undefined;
}

/** A number that the sources give, with the range between them. */
export interface RecordFigure {
  readonly title: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly note?: string | undefined;
}

/** A question on which the sources contradict each other. */
interface RecordConflict {
  readonly question: string;
  readonly positions: readonly { readonly text: string; readonly sources: readonly string[] }[];
}

/** What history says happened, as a scenario file has it. */
export interface HistoricalRecord {
  readonly events: readonly RecordEvent[];
  readonly control: readonly RecordControl[];
  readonly figures: Readonly<Record<Id, RecordFigure>>;
  readonly conflicts: Readonly<Record<Id, RecordConflict>>;
}

/** Sources and confidence, in brackets after what they vouch for. */
export function citationOf(cited: {
  readonly sources: readonly string[];
  readonly confidence?: Confidence;
}): string {
  const sure = cited.confidence === undefined ? "" : `; ${CONFIDENCE[cited.confidence]}`;
  return `[${cited.sources.join(", ")}${sure}]`;
}

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  H: "high",
  M: "medium",
  L: "low",
};

/** The entries of one place, by turn; empty when the record is silent on it. */
export function entriesOf(control: readonly RecordControl[], place: Id): readonly RecordControl[] {
  const entries = control.filter((entry) => entry.place === place);
  return entries.toSorted((a, b) => a.turn - b.turn);
}

/** Who held a place at the end of each turn by the record, from the holder before turn 1. */
export function recordTimeline(
  entries: readonly RecordControl[],
  start: Id | null,
  turns: number,
): (Id | null)[] {
  const timeline: (Id | null)[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    const entry = entries.findLast((one) => one.turn <= turn);
    timeline.push(entry === undefined ? start : entry.holder);
  }
  return timeline;
}
