import type { Id } from "../../engine/player.ts";
import { type Tone, tone } from "../text/span.ts";
import { type Canvas, drawLine, isEmpty, mark, write } from "./canvas.ts";
import type { Dot, Projected } from "./projection.ts";

/** A road that somebody was told to attack along, the place he stands at first. */
export interface Axis {
  readonly road: readonly Id[];
  readonly look: Tone;
}

const HEADS = { east: "►", west: "◄", north: "▲", south: "▼" } as const;

/** Each axis as a line along its road; its arrow is set later, over what is written by then. */
export function drawAxes(canvas: Canvas, { dots }: Projected, axes: readonly Axis[]): void {
  for (const { road, look } of axes) {
    road.slice(1).forEach((place, at) => {
      const [from, to] = [dots[road[at] as Id], dots[place]];
      if (from !== undefined && to !== undefined) drawLine(canvas, from, to, look, 0);
    });
  }
}

/** The point of each axis: on the free cell nearest to its end. */
export function drawArrows(canvas: Canvas, { dots }: Projected, axes: readonly Axis[]): void {
  for (const { road, look } of axes) {
    const [before, end] = [dots[road.at(-2) ?? ""], dots[road.at(-1) ?? ""]];
    if (before === undefined || end === undefined) continue;
    const at = freeNear(canvas, before, end);
    if (at !== null) write(canvas, at.x >> 1, at.y >> 2, [tone(look, headOf(before, end))]);
  }
}

function headOf(from: Dot, to: Dot): string {
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? HEADS.east : HEADS.west;
  return y >= 0 ? HEADS.south : HEADS.north;
}

/** Going back from the end, the first cell that carries no text. */
function freeNear(canvas: Canvas, from: Dot, to: Dot): Dot | null {
  const steps = 24;
  for (let back = 1; back < steps; back++) {
    const share = back / steps;
    const x = Math.round(to.x + (from.x - to.x) * share);
    const y = Math.round(to.y + (from.y - to.y) * share);
    if (isEmpty(canvas, x >> 1, y >> 2, true)) return { x, y };
  }
  return null;
}

/** Where enemies face each other across a road: a bar on the middle of it. */
export function drawFronts(
  canvas: Canvas,
  { dots }: Projected,
  fronts: readonly (readonly [Id, Id])[],
): void {
  for (const [a, b] of fronts) {
    const [from, to] = [dots[a], dots[b]];
    if (from === undefined || to === undefined) continue;
    const [x, y] = [Math.round((from.x + to.x) / 2), Math.round((from.y + to.y) / 2)];
    if (isEmpty(canvas, x >> 1, y >> 2, true)) mark(canvas, x >> 1, y >> 2, "╫", "warn");
  }
}
