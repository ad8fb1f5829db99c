import type { Effect, Event, Id, Ruling } from "../engine/index.ts";

/** What the first line of every journal says it is. */
export const JOURNAL_FORMAT = "tadmor-journal/1";

/** SHA-256 as 64 hex digits. */
export type Digest = string;

/** The scenario a game is played on, and what was changed in it before the first turn. */
export interface PlayedScenario {
  readonly id: Id;
  /** Where it was read from when it was named by path; null for one that ships with the game. */
  readonly file: string | null;
  readonly hash: Digest;
  readonly length: Id;
  readonly variant: Id | null;
  /** RFC 6902 operations of an excursion, whole, so that the journal needs no second file. */
  readonly excursion: readonly { readonly op: string; readonly path: string }[] | null;
}

/** From `fromTurn` on the dice are those of `seed`: what a branch with fresh dice records. */
interface Reseed {
  readonly fromTurn: number;
  readonly seed: string;
}

/** First line: everything that a game's turns follow from, apart from orders and White's hand. */
export interface HeaderLine {
  readonly kind: "header";
  readonly format: typeof JOURNAL_FORMAT;
  readonly engine: string;
  readonly scenario: PlayedScenario;
  readonly parameters: { readonly id: Id; readonly hash: Digest };
  readonly seed: string;
  /** In rising order of `fromTurn`; empty when the game never changed its dice. */
  readonly reseeds: readonly Reseed[];
  /** Who sits where: "person" or the name of a policy, by seat. */
  readonly players: Readonly<Record<Id, string>>;
  /** Aims chosen at set-up, by group; where none is, the first by id. */
  readonly aims?: Readonly<Record<Id, Id>>;
  readonly title: string | null;
  /** The journal this one branched from: the digest of its line and the turns copied. */
  readonly parent: { readonly digest: Digest; readonly turn: number } | null;
}

/** A seat sealed its orders for a turn; its last such line before the commit counts. */
interface OrdersLine {
  readonly kind: "orders";
  readonly turn: number;
  readonly seat: Id;
  readonly orders: readonly string[];
}

/** White asked to see what a turn would bring. */
interface DraftLine {
  readonly kind: "draft";
  readonly turn: number;
}

/** White overruled a draw or an outcome; the last ruling on the same thing counts. */
interface RulingLine {
  readonly kind: "ruling";
  readonly turn: number;
  readonly ruling: Ruling;
}

/** White put an inject into a turn by hand: one of the scenario's list, or with no id a free one. */
export interface InjectLine {
  readonly kind: "inject";
  readonly turn: number;
  /** The seat that put it in. */
  readonly by: Id;
  readonly inject: Id | null;
  /** Null for the audience that the list names; a free one says whose it is. */
  readonly audience: readonly Id[] | null;
  /** Null, null and none for one of the list, which has its own. */
  readonly title: string | null;
  readonly text: string | null;
  readonly effects: readonly Effect[];
}

/** White took back a ruling or an inject by hand of the open turn: the line that it stands in. */
interface WithdrawalLine {
  readonly kind: "withdrawal";
  readonly turn: number;
  /** Number of the line in the journal, the header being 1. */
  readonly line: number;
}

/** A remark on a turn; changes nothing. `seat` is null when nobody signed it. */
export interface NoteLine {
  readonly kind: "note";
  readonly turn: number;
  readonly text: string;
  readonly seat: Id | null;
}

/** A turn as it was adjudicated: orders as used, events, a digest for each entity after it. */
export interface CommitLine {
  readonly kind: "commit";
  readonly turn: number;
  readonly orders: Readonly<Record<Id, readonly string[]>>;
  readonly events: readonly Event[];
  /** By JSON Pointer into the world, `/` for what stands in no record. */
  readonly digests: Readonly<Record<string, Digest>>;
  /** Digest of `digests`. */
  readonly digest: Digest;
}

/** A line that belongs to a turn. */
export type TurnLine =
  | OrdersLine
  | DraftLine
  | RulingLine
  | InjectLine
  | WithdrawalLine
  | NoteLine
  | CommitLine;
/** Any line of a journal. */
export type JournalLine = HeaderLine | TurnLine;

/** What ties a line to its file: the `sum` of the line before it, and its own. */
export interface Chain {
  readonly prev: Digest;
  readonly sum: Digest;
}
