import { type Line } from "./page.ts";
import type { HeatData, MatrixData, PlotFoot } from "./plot-data.ts";
import { framed, labelled } from "./plot-text.ts";
import { rounded } from "./wording.ts";

const SHADES = [" ", "░", "▒", "▓", "█"];

/** A heat map: a number and a shade a cell, y upwards; where there is no room, shades alone. */
export function heatText({ title, x, y, cells }: HeatData, foot: PlotFoot, width: number): Line[] {
  const known = cells.flat().filter((cell) => cell !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const labels = labelled(
    y.levels.map((level) => rounded(level)),
    10,
  );
  const room = width - (labels[0]?.length ?? 0) - 4;
  const isRoomy = x.levels.length * 9 <= room;
  const across = isRoomy ? 9 : Math.max(1, Math.min(3, Math.floor(room / x.levels.length)));
  const cellText = (cell: number | null) => {
    const shade = cell === null ? "·" : shadeOf(cell, low, high);
    if (!isRoomy) return shade.repeat(across);
    return cell === null ? "    ·    " : `${rounded(cell).padStart(6)} ${shade}${shade}`;
  };
  const rows = cells.map((row, at) => `  ${labels[at]} ${row.map(cellText).join("")}`).toReversed();
  const scale = isRoomy
    ? x.levels.map((level) => rounded(level).padStart(6).padEnd(9)).join("")
    : endsText(x.levels, across);
  const under = `  ${" ".repeat(labels[0]?.length ?? 0)} ${scale}`;
  const shades = `  ${SHADES.slice(1).join(" ")} ${known.length === 0 ? "nothing was run" : `from ${rounded(low)} to ${rounded(high)}`}; across: ${x.title}`;
  return framed(title, [`  ${y.title}`, ...rows, under, shades], foot, width);
}

function shadeOf(value: number, low: number, high: number): string {
  const steps = SHADES.length - 1;
  const at = high > low ? Math.floor(((value - low) / (high - low)) * steps) : 0;
  return SHADES[Math.min(steps - 1, at) + 1] as string;
}

function endsText(levels: readonly number[], across: number): string {
  const [first = "", last = ""] = [levels[0], levels.at(-1)].map((level) => rounded(level ?? 0));
  return `${first}${last.padStart(Math.max(1, levels.length * across - first.length))}`;
}

/** A payoff matrix: Red down, Blue across by letter, the mixes beside both; what is struck out has a ×. */
export function matrixText(
  { title, red, blue, cells }: MatrixData,
  foot: PlotFoot,
  width: number,
): Line[] {
  const letters = blue.map((_, at) => String.fromCharCode(65 + at));
  const labels = labelled(["", ...red.map((choice) => choice.title)], 26);
  const numbers = cells.map((row) => row.map(({ found }) => rounded(found)));
  const across = Math.max(6, ...numbers.flat().map(({ length }) => length + 1));
  const line = (label: string, mix: string, row: readonly string[]) =>
    `  ${label}  ${mix.padStart(5)} ${row.map((cell) => cell.padStart(across)).join("")}`;
  const rows = red.map((choice, at) =>
    line(labels[at + 1] as string, mixText(choice), numbers[at] ?? []),
  );
  const key = blue.map((choice, at) => `  ${letters[at]}  ${choice.title}`.slice(0, width));
  return framed(
    title,
    [
      line(labels[0] as string, "", letters),
      line(labels[0] as string, "", blue.map(mixText)),
      ...rows,
      ...key,
    ],
    foot,
    width,
  );
}

function mixText({ weight, isStruck }: MatrixData["red"][number]): string {
  return isStruck ? "×" : `${rounded(100 * weight, 0)} %`;
}
