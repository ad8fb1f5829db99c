import type { Id } from "../engine/player.ts";
import type { Game } from "./state.ts";

/** The people of a game in the groups they sit in, in the order of the people. */
export function cellsOf(
  people: readonly Id[],
  planned: readonly (readonly Id[])[],
): readonly (readonly Id[])[] {
  const cells: Id[][] = [];
  for (const seat of people) {
    if (cells.some((cell) => cell.includes(seat))) continue;
    const together = planned.find((cell) => cell.includes(seat)) ?? [];
    cells.push([seat, ...people.filter((other) => other !== seat && together.includes(other))]);
  }
  return cells;
}

/** Index of the cell that a seat is in; −1 for White and for a seat that no person plays. */
export function cellOf({ cells }: Game, seat: Id): number {
  return cells.findIndex((cell) => cell.includes(seat));
}

/** Whether more than one group looks at this screen in turn: then something must stand between. */
export function isShared({ cells, white }: Game): boolean {
  return cells.length + (white === null ? 0 : 1) > 1;
}

/** The next seat to be played: of the cell that sits, if it has one left, else of the first that has. */
export function nextSeat({ cells, sitting, waiting }: Game): Id | null {
  const here = sitting === null ? [] : (cells[sitting] ?? []);
  return [...here, ...cells.flat()].find((seat) => waiting.includes(seat)) ?? null;
}

/** The seats of the cell that sits; none between two. */
export function sittingCell({ cells, sitting }: Game): readonly Id[] {
  return sitting === null ? [] : (cells[sitting] ?? []);
}

/** "2/3 " for the second seat of a cell of three; empty for one seat alone. */
export function sittingWords(game: Game): string {
  const cell = sittingCell(game);
  const at = cell.indexOf(game.view?.brief.seat ?? "");
  return cell.length > 1 ? `${at + 1}/${cell.length} ` : "";
}
