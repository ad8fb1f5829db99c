import type { HandInject, Id, Ruling } from "../engine/index.ts";
import { injectIn, withInject, withRuling } from "./hand.ts";
import type { Journal } from "./journal.ts";
import type { CommitLine, NoteLine, TurnLine } from "./lines.ts";

/** A ruling or an inject by hand, and the number of its line in the journal. */
export type HandLine =
  | { readonly line: number; readonly kind: "ruling"; readonly ruling: Ruling }
  | { readonly line: number; readonly kind: "inject"; readonly inject: HandInject };

/** What the lines of one turn come to. */
export interface TurnRecord {
  readonly turn: number;
  /** Number, from 1, of the last line that was written in it: its commit when it has one. */
  readonly line: number;
  /** Sealed orders by seat, as text; a seat that sealed nothing is absent. */
  readonly orders: Readonly<Record<Id, readonly string[]>>;
  /** All of White's hand that was not withdrawn, in the order in which it was put in. */
  readonly hand: readonly HandLine[];
  /** What of it counts: of two rulings on one thing the last. */
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
  const hand = { hand: [], rulings: [], injects: [] };
  return { turn, line: 0, orders: {}, ...hand, drafted: false, notes: [] };
}

function withLine(record: TurnRecord, line: Exclude<TurnLine, CommitLine>): TurnRecord {
  switch (line.kind) {
    case "orders":
      return { ...record, orders: { ...record.orders, [line.seat]: line.orders } };
    case "ruling": {
      const { ruling } = line;
      return withHand(record, [...record.hand, { line: record.line, kind: "ruling", ruling }]);
    }
    case "inject": {
      const inject = injectIn(line);
      return withHand(record, [...record.hand, { line: record.line, kind: "inject", inject }]);
    }
    case "withdrawal":
      return withHand(
        record,
        record.hand.filter((one) => one.line !== line.line),
      );
    case "draft":
      return { ...record, drafted: true };
    case "note":
      return { ...record, notes: [...record.notes, line] };
  }
}

function withHand(record: TurnRecord, hand: readonly HandLine[]): TurnRecord {
  let rulings: readonly Ruling[] = [];
  let injects: readonly HandInject[] = [];
  for (const one of hand) {
    if (one.kind === "ruling") rulings = withRuling(rulings, one.ruling);
    else injects = withInject(injects, one.inject);
  }
  return { ...record, hand, rulings, injects };
}
