import type { Id, Setup } from "../../engine/index.ts";

/** Class of a side's colour: that of its affiliation; of nobody its own. */
export function lookOf({ sides }: Pick<Setup, "sides">, side: Id | null): string {
  return side === null ? "nobody" : (sides[side]?.affiliation ?? "nobody");
}

/** The letter of a side, which says whose a thing is where no colour does. */
export function letterOf({ sides }: Pick<Setup, "sides">, side: Id | null): string {
  return side === null ? "" : (sides[side]?.letter ?? "?");
}

/** Units that a text of this size in a sans-serif type takes, roughly. */
export function widthOf(text: string, size: number): number {
  return text.length * size * 0.56;
}
