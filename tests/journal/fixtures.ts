import type { Event } from "../../src/engine/index.ts";
import {
  appendLine,
  type CommitLine,
  formatLine,
  injectLine,
  type HeaderFields,
  type Journal,
  type JournalLine,
  NO_LINE,
  parseJournal,
  startJournal,
  type TurnLine,
} from "../../src/journal/index.ts";

export const aDigest = "ab".repeat(32);

export const headerFields: HeaderFields = {
  scenario: {
    id: "small",
    file: null,
    hash: aDigest,
    length: "short",
    variant: null,
    excursion: null,
  },
  parameters: { id: "erc-1", hash: aDigest },
  seed: "a seed",
  reseeds: [],
  players: { red: "person", blue: "hold", white: "person" },
  title: "Syndicate 4, تدمر",
  parent: null,
};

/** A commit whose events are well formed and mean nothing. */
export function aCommit(turn: number): CommitLine {
  const began = { kind: "turn-began", turn, odds: 1 / (turn + 2) } as unknown as Event;
  return {
    kind: "commit",
    turn,
    orders: { red: [`first move to p${turn}`], blue: [] },
    events: [began, began],
    digests: { "/": aDigest, "/formations/first": aDigest },
    digest: aDigest,
  };
}

/** Every kind of line, three turns committed and the fourth open with sealed orders. */
export const everyLine: readonly TurnLine[] = [
  { kind: "orders", turn: 1, seat: "red", orders: ["first move to p1"] },
  { kind: "note", turn: 1, text: "why so slow, كتيبة?", seat: "white" },
  { kind: "draft", turn: 1 },
  {
    kind: "ruling",
    turn: 1,
    ruling: { kind: "draw", key: "odds/1/p1/-", u: 0.25, reason: "the bridge was mined" },
  },
  aCommit(1),
  { kind: "orders", turn: 2, seat: "red", orders: ["first move to p2"] },
  injectLine(2, "white", { inject: "storm" }),
  { kind: "withdrawal", turn: 2, line: 3 },
  aCommit(2),
  { kind: "orders", turn: 3, seat: "red", orders: [] },
  { kind: "orders", turn: 3, seat: "red", orders: ["first move to p3"] },
  aCommit(3),
  { kind: "orders", turn: 4, seat: "red", orders: ["first defend", "second move to p4 via p3"] },
];

export interface Written {
  readonly journal: Journal;
  readonly text: string;
}

/** A new journal with these lines appended, and its whole text. */
export function written(lines: readonly TurnLine[], fields: HeaderFields = headerFields): Written {
  let whole: Written = startJournal(fields);
  for (const line of lines) {
    const next = appendLine(whole.journal, line);
    whole = { journal: next.journal, text: whole.text + next.text };
  }
  return whole;
}

/** A whole line with a correct sum, whatever it holds: what a forger would write. */
export function forged(line: object, prev: string = NO_LINE): string {
  return `${formatLine(line as JournalLine, prev).text}\n`;
}

/** The journal that a text must hold. */
export function parsed(text: string): Journal {
  const result = parseJournal(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.journal;
}
