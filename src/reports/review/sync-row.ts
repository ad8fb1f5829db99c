import type { ReviewedTurn } from "./reviewed.ts";

/** A row of the synchronisation matrix; a cell is a few short lines, none where nothing happened. */
export interface SyncRow {
  readonly title: string;
  readonly cell: (turn: ReviewedTurn) => readonly string[];
}

/** Equal texts once each, with how often they stood there: "assault The mill (3)". */
export function tallied(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => (count === 1 ? text : `${text} (${count})`));
}

/** A line that begins with what it is of; none without anything to say. */
export function lineOf(head: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${head} ${items.join(", ")}.`];
}
