import { type Id, invariant } from "../engine/index.ts";
import { extend, type Journal, journalOf } from "./journal.ts";
import type { HeaderLine, TurnLine } from "./lines.ts";
import { plainText } from "./plain.ts";
import { TEXT_LIMITS } from "./schema.ts";

/** How a branch goes on: null keeps the dice of its parent, a seed draws fresh ones. */
export interface BranchOptions {
  readonly title: string | null;
  readonly freshSeed: string | null;
  /** Who plays on, by seat; a seat left out goes on as it was. */
  readonly players?: Readonly<Record<Id, string>>;
}

/**
 * A new journal that shares the first `turn` turns (0: none) with its parent and names the parent's
 * last shared line by its digest; with the text of its whole file.
 */
export function branchAt(
  journal: Journal,
  turn: number,
  options: BranchOptions,
): { journal: Journal; text: string } {
  invariant(
    Number.isInteger(turn) && turn >= 0 && turn < journal.turn,
    `no turn ${turn} to branch at`,
  );
  const shared = journal.entries.slice(0, sharedLines(journal, turn));
  const digest = shared.at(-1)?.sum as string;
  let branch = journalOf(headerOf(journal.header, { digest, turn }, options));
  for (const { line } of shared.slice(1)) {
    const next = extend(branch.journal, line as TurnLine);
    branch = { journal: next.journal, text: branch.text + next.text };
  }
  return branch;
}

function sharedLines({ entries }: Journal, turn: number): number {
  if (turn === 0) return 1;
  return 1 + entries.findIndex(({ line }) => line.kind === "commit" && line.turn === turn);
}

function headerOf(
  header: HeaderLine,
  parent: { digest: string; turn: number },
  { title, freshSeed, players = {} }: BranchOptions,
): HeaderLine {
  const cleanTitle = title === null ? null : plainText(title, TEXT_LIMITS.title);
  const seats = { ...header.players, ...players };
  const branch = { ...header, players: seats, title: cleanTitle, parent };
  if (freshSeed === null) return branch;
  const kept = header.reseeds.filter(({ fromTurn }) => fromTurn <= parent.turn);
  return { ...branch, reseeds: [...kept, { fromTurn: parent.turn + 1, seed: freshSeed }] };
}
