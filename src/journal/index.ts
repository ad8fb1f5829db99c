/** The saved game: lines, their text, and what they come to. Pure: text in, text out. */
export * from "./lines.ts";
export * from "./archive.ts";
export { branchAt } from "./branch.ts";
export {
  compareCourses,
  type ComparedTurn,
  type Comparison,
  type CourseTurn,
  type TurnSum,
} from "./comparison.ts";
export { type FamilyMember, familyOf } from "./family.ts";
export { fitProblems } from "./fit.ts";
export { type CommittedTurn, fold, type HandLine } from "./fold.ts";
export { formatLine, NO_LINE } from "./format.ts";
export {
  appendLine,
  type HeaderFields,
  type Journal,
  seedAt,
  startJournal,
} from "./journal.ts";
export { type Dropped, JOURNAL_LIMIT, type ParsedJournal, parseJournal } from "./parse.ts";
export { type Mismatch, recompute } from "./recompute.ts";
export { type ResolvedTurn, resolveTurn } from "./resolve.ts";
export { journalJsonSchema } from "./schema.ts";
export { summarise, type Summary } from "./summary.ts";
export { injectLine } from "./hand.ts";
export { type PlayedWithout, replayWithout, type Without, WITHOUT } from "./without.ts";
export {
  type Answer,
  misfitOf,
  orderProblems,
} from "./packet/answer.ts";
export { type Packet, gameOf, packetOf } from "./packet/packet.ts";
export { type AnswerBox, packetTable } from "./packet/packet-table.ts";
export {
  formatSealed,
  PACKET_LIMIT,
  parseAnswer,
  parsePacket,
  sealedJsonSchema,
} from "./packet/sealed-file.ts";
export { type Book, openTable, PERSON, type Players, type Table, unsaved } from "./table.ts";
export type { ListedInject } from "./listed.ts";
export { readOrders, readSealed, type Standing } from "./standing.ts";
export type { TableNames } from "./table-names.ts";
export type { Truth } from "./truth.ts";
