import { tone } from "../text/span.ts";
import { type Canvas, isEmpty, write } from "./canvas.ts";

/** How to read the map, a row each; at most 76 columns. */
export const LEGEND: readonly string[] = [
  "G■PAL!  holder's letter, kind, name; ! fought over, ? nobody reported there",
  "█ city ■ town ▪ village ▲ hill • post ◊ field ┼ junction ╪ airfield",
  "[G3 IA▅1.4k]  side, formations, branches, men; ~ reported, ? report is old",
  "road ⠤⠤⠤ track ⠄⠠⠄  ╫ front  ► attack  {4} sorties  ^ rough ~ rolling ground",
];

/** The legend in the last rows above the scale, where nothing else is drawn there. */
export function drawLegend(canvas: Canvas): void {
  const first = canvas.rows - LEGEND.length - 2;
  const widest = Math.max(...LEGEND.map((row) => row.length));
  if (first < 0 || widest > canvas.columns || !isBare(canvas, first)) return;
  LEGEND.forEach((text, at) => {
    write(canvas, 0, first + 1 + at, [tone("dim", text)]);
  });
}

function isBare(canvas: Canvas, first: number): boolean {
  for (let row = first; row < canvas.rows - 1; row++)
    for (let column = 0; column < canvas.columns; column++)
      if (!isEmpty(canvas, column, row)) return false;
  return true;
}
