import type { SavedGame } from "./archive.ts";
import type { HeaderLine } from "./lines.ts";

/** A saved game in the tree of those that come from one. */
export interface FamilyMember {
  readonly file: string;
  readonly name: string;
  readonly writtenAt: number;
  readonly header: HeaderLine;
  readonly turns: number;
  readonly over: boolean;
  /** Branches between it and the first of the tree. */
  readonly depth: number;
  /** File of the game it branched from; null for the first, and when that game is not there. */
  readonly from: string | null;
}

type Readable = SavedGame & { readonly summary: { readonly ok: true } };

/** The games that share turns with one, in the order of a tree; empty when it is not among them. */
export function familyOf(games: readonly SavedGame[], file: string): readonly FamilyMember[] {
  const readable = games.filter((game): game is Readable => game.summary.ok);
  const own = readable.find((game) => game.file === file);
  return own === undefined ? [] : branchesOf(readable, rootOf(readable, own), 0, null);
}

function rootOf(games: readonly Readable[], game: Readable): Readable {
  const parent = parentOf(games, game);
  return parent === null ? game : rootOf(games, parent);
}

/** A digest names a line and all before it, so nothing can come from itself. */
function parentOf(games: readonly Readable[], game: Readable): Readable | null {
  const { parent } = game.summary.header;
  if (parent === null) return null;
  const found = games
    .filter(({ summary }) => summary.sums[parent.turn] === parent.digest)
    .toSorted(inOrder);
  return found.find((one) => one !== game) ?? null;
}

function branchesOf(
  games: readonly Readable[],
  game: Readable,
  depth: number,
  from: string | null,
): readonly FamilyMember[] {
  const { file, name, writtenAt, summary } = game;
  const { header, turns, over } = summary;
  const branches = games.filter((one) => parentOf(games, one) === game).toSorted(inOrder);
  return [
    { file, name, writtenAt, header, turns, over, depth, from },
    ...branches.flatMap((one) => branchesOf(games, one, depth + 1, file)),
  ];
}

/** Earlier branches first; of the same turn, by name with numbers as they count. */
function inOrder(a: Readable, b: Readable): number {
  const [first, second] = [a, b].map(({ summary }) => summary.header.parent?.turn ?? 0);
  return (
    (first ?? 0) - (second ?? 0) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1)
  );
}
