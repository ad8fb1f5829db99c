import { tone } from "../text/span.ts";
import { type Canvas, isEmpty, write } from "./canvas.ts";
import type { Picture } from "./picture.ts";
import type { Projected } from "./projection.ts";

/** How far round a place its ground is hinted at. */
const REACH_KM = 14;
/** One cell in so many carries a hint. */
const EVERY = 9;

const MARKS = { rough: "^", rolling: "~", town: "", open: "" } as const;

/** Sparse signs on empty cells: what the ground is like near the places whose ground is known. */
export function drawRelief(canvas: Canvas, picture: Picture, { dots, dotsPerKm }: Projected): void {
  const places = Object.values(picture.places).flatMap(({ id, ground }) => {
    const dot = dots[id];
    return dot === undefined || MARKS[ground] === undefined ? [] : [{ dot, ground }];
  });
  const reach = REACH_KM * dotsPerKm;
  for (let row = 0; row < canvas.rows; row++) {
    for (let column = 0; column < canvas.columns; column++) {
      // Scattered, but the same wherever it is drawn again.
      if ((column * 7 + row * 31 + ((column * row) % 5)) % EVERY !== 0) continue;
      if (!isEmpty(canvas, column, row)) continue;
      const mark = markAt(places, column * 2 + 1, row * 4 + 2, reach);
      if (mark !== "") write(canvas, column, row, [tone("relief", mark)]);
    }
  }
}

interface Ground {
  readonly dot: { readonly x: number; readonly y: number };
  readonly ground: keyof typeof MARKS;
}

function markAt(places: readonly Ground[], x: number, y: number, reach: number): string {
  let nearest = reach * reach;
  let mark = "";
  for (const { dot, ground } of places) {
    const away = (dot.x - x) * (dot.x - x) + (dot.y - y) * (dot.y - y);
    if (away >= nearest) continue;
    nearest = away;
    mark = MARKS[ground];
  }
  return mark;
}
