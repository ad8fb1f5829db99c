/** The saved game: lines, their text, and what they come to. Pure: text in, text out. */
export * from "./lines.ts";
export * from "./archive.ts";
export { branchAt, type BranchOptions } from "./branch.ts";
export type { Difference } from "./difference.ts";
export { fitProblems } from "./fit.ts";
export { type CommittedTurn, fold, type Folded, type TurnRecord } from "./fold.ts";
export { formatLine, NO_LINE } from "./format.ts";
export {
  appendLine,
  type Entry,
  type HeaderFields,
  type Journal,
  seedAt,
  startJournal,
} from "./journal.ts";
export { type Dropped, JOURNAL_LIMIT, type ParsedJournal, parseJournal } from "./parse.ts";
export type { LineProblem } from "./problems.ts";
export { type Mismatch, type Recomputed, type RecomputedTurn, recompute } from "./recompute.ts";
export { type ResolvedTurn, resolveTurn, type TurnAsked } from "./resolve.ts";
export { journalJsonSchema, TEXT_LIMITS } from "./schema.ts";
export { type Summary, summarise } from "./summary.ts";
export { type Book, openTable, PERSON, type Players, type Table, unsaved } from "./table.ts";
export type { TableNames } from "./table-names.ts";
export type { Truth } from "./truth.ts";
