import type { HandInject, Id, Ruling } from "../engine/index.ts";
import { injectIn, withInject, withRuling } from "./hand.ts";
import type { Journal } from "./journal.ts";
import type { CommitLine, NoteLine, TurnLine } from "./lines.ts";

/** What the lines of one turn come to. */
export interface TurnRecord {
  readonly turn: number;
  /** Number, from 1, of the last line that was written in it: its commit when it has one. */
  readonly line: number;
  /** Sealed orders by seat, as text; a seat that sealed nothing is absent. */
  readonly orders: Readonly<Record<Id, readonly string[]>>;
  readonly rulings: readonly Ruling[];
  /** Injects put in by hand, in order, each of the list once. */
  readonly injects: readonly HandInject[];
  /** Whether White has seen a draft of it. */
  readonly drafted: boolean;
  readonly notes: readonly NoteLine[];
}

/** A turn that was adjudicated. */
export interface CommittedTurn extends TurnRecord {
  readonly commit: CommitLine;
}

/** Where a game stands: the turns behind it and the one that is open. */
export interface Folded {
  readonly committed: readonly CommittedTurn[];
  readonly open: TurnRecord;
}

/** Folds a journal into its turns; with `recompute`, all that resuming a game needs. */
export function fold(journal: Journal): Folded {
  const committed: CommittedTurn[] = [];
  let open = emptyTurn(1);
  for (const [index, { line }] of journal.entries.entries()) {
    open = { ...open, line: index + 1 };
    if (line.kind === "commit") {
      committed.push({ ...open, commit: line });
      open = emptyTurn(line.turn + 1);
    } else if (line.kind !== "header") open = withLine(open, line);
  }
  return { committed, open: { ...open, line: journal.entries.length } };
}

function emptyTurn(turn: number): TurnRecord {
  return { turn, line: 0, orders: {}, rulings: [], injects: [], drafted: false, notes: [] };
}

function withLine(record: TurnRecord, line: Exclude<TurnLine, CommitLine>): TurnRecord {
  switch (line.kind) {
    case "orders":
      return { ...record, orders: { ...record.orders, [line.seat]: line.orders } };
    case "ruling":
      return { ...record, rulings: withRuling(record.rulings, line.ruling) };
    case "inject":
      return { ...record, injects: withInject(record.injects, injectIn(line)) };
    case "draft":
      return { ...record, drafted: true };
    case "note":
      return { ...record, notes: [...record.notes, line] };
  }
}
