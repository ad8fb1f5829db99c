import type { Id } from "../../engine/player.ts";
import { widthOf } from "../text/span.ts";
import { type Canvas, isFree, mark, write } from "./canvas.ts";
import type { Group, PicturePlace } from "./picture.ts";
import { placeHead, symbolOf } from "./symbols.ts";

/** A place on the pane by its cell, and the columns that its sign, label or name takes there. */
export interface Placed {
  readonly place: PicturePlace;
  readonly groups: readonly Group[];
  readonly column: number;
  readonly row: number;
  readonly from: number;
  /** The first column after it. */
  readonly to: number;
  /** What is written of it; null when there is no room, and it takes its cell alone. */
  readonly head: { readonly name: string; readonly mirrored: boolean } | null;
}

/** Writes a place with its label, or its sign alone, where there is room. */
export function drawHead(canvas: Canvas, at: Placed): Placed {
  for (const name of [at.place.label, ""]) {
    for (const mirrored of [false, true]) {
      const width = widthOf(placeHead(at.place, name, false, mirrored));
      const from = mirrored ? at.column - width + 1 : at.column - 1;
      if (isFree(canvas, from, at.row, width))
        return written(canvas, { ...at, from, to: from + width, head: { name, mirrored } });
    }
  }
  return at;
}

/** Writes the label out as the name where what is drawn already leaves room for it. */
export function spellOut(canvas: Canvas, at: Placed): Placed {
  const { place, head, from, to, row } = at;
  if (head === null || head.name === "") return at;
  const more = widthOf(placeHead(place, place.name, false, head.mirrored)) - (to - from);
  if (more <= 0) return at;
  // One column beside it stays free.
  if (!isFree(canvas, head.mirrored ? from - more : to + 1, row, more - 1)) return at;
  const wider = head.mirrored ? { from: from - more } : { to: to + more };
  return written(canvas, { ...at, ...wider, head: { ...head, name: place.name } });
}

function written(canvas: Canvas, at: Placed): Placed {
  if (at.head !== null)
    write(canvas, at.from, at.row, placeHead(at.place, at.head.name, false, at.head.mirrored));
  return at;
}

/** Marks the chosen place where it came to lie; nothing else of the map hangs on it. */
export function markChosen(canvas: Canvas, placed: readonly Placed[], chosen: Id | null): void {
  const at = placed.find(({ place }) => place.id === chosen);
  if (at === undefined) return;
  const { place, head, from, row } = at;
  if (head === null) mark(canvas, at.column, row, symbolOf(place), "cursor");
  else write(canvas, from, row, placeHead(place, head.name, true, head.mirrored));
}
