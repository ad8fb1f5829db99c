import type { HeaderLine, InjectLine, JournalLine } from "./lines.ts";

/** How far a journal has come: the header tells who may seal, `turn` is the open one. */
export interface Progress {
  readonly header: HeaderLine;
  readonly turn: number;
}

/** Why a line cannot stand next in a journal, or null; `progress` is null before the first line. */
export function misplacementOf(line: JournalLine, progress: Progress | null): string | null {
  if (line.kind === "header") return progress === null ? headerFlaw(line) : "a second header";
  if (progress === null) return `a ${line.kind} line before the header`;
  if (line.kind === "note") return line.turn <= progress.turn ? null : wrongTurn(line, progress);
  if (line.turn !== progress.turn) return wrongTurn(line, progress);
  if (line.kind === "inject" && !isWhole(line)) {
    return "an inject that is neither one of the list nor whole in itself";
  }
  if (line.kind !== "orders" || Object.hasOwn(progress.header.players, line.seat)) return null;
  return `orders of "${line.seat}", a seat that nobody plays`;
}

/** A free inject has audience, title and text; one of the list none of its own but an audience. */
function isWhole({ inject, audience, title, text, effects }: InjectLine): boolean {
  if (inject === null) return audience !== null && title !== null && text !== null;
  return title === null && text === null && effects.length === 0;
}

function wrongTurn(line: { kind: string; turn: number }, { turn }: Progress): string {
  return `a ${line.kind} line for turn ${line.turn} while turn ${turn} is open`;
}

function headerFlaw({ reseeds }: HeaderLine): string | null {
  const rising = reseeds.every((reseed, at) => reseed.fromTurn > (reseeds[at - 1]?.fromTurn ?? 0));
  return rising ? null : "its reseeds do not rise by turn";
}
