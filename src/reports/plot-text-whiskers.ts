import type { Line } from "./page.ts";
import type { CurveData, PlotFoot, TornadoData, Whisker } from "./plot-data.ts";
import { columnAt, framed, labelled, whiskerText } from "./plot-text.ts";
import { rounded } from "./wording.ts";

const LABEL = 28;
const NARROWEST = 12;

/** A fall curve: a row a turn, the share found as ● in its band ░, from 0 to 1. */
export function curveText({ title, turns }: CurveData, foot: PlotFoot, width: number): Line[] {
  const labels = labelled(
    turns.map(({ label }) => label),
    LABEL,
  );
  const numbers = turns.map(whiskerText);
  const columns = columnsLeft(width, labels, numbers);
  const rows = turns.map((turn, at) => {
    const band = bandOf(turn, 0, 1, columns);
    return `  ${labels[at]} │${band}│ ${numbers[at]}`;
  });
  const scale = `0${" ".repeat(columns - 2)}1`;
  const head = `  ${" ".repeat(labels[0]?.length ?? 0)}  ${scale}`;
  return framed(title, [head, ...rows], foot, width);
}

function columnsLeft(width: number, labels: readonly string[], numbers: readonly string[]): number {
  const longest = Math.max(0, ...numbers.map(({ length }) => length));
  return Math.max(NARROWEST, width - (labels[0]?.length ?? 0) - longest - 6);
}

function bandOf({ found, low, high }: Whisker, from: number, to: number, columns: number): string {
  const at = (value: number) => columnAt(value, from, to, columns);
  return Array.from({ length: columns }, (_, column) => {
    if (column === at(found)) return "●";
    return column >= at(low) && column <= at(high) ? "░" : " ";
  }).join("");
}

/** A tornado: a row a factor, a bar ■ from zero │ to its effect ● in its interval ░; sources below. */
export function tornadoText({ title, bars }: TornadoData, foot: PlotFoot, width: number): Line[] {
  const labels = labelled(
    bars.map((bar) => bar.title),
    LABEL,
  );
  const numbers = bars.map(({ found, low, high }) =>
    [found, low, high].every(Number.isFinite)
      ? `${rounded(found)} (${rounded(low)} to ${rounded(high)})`
      : rounded(found),
  );
  const columns = columnsLeft(width, labels, numbers);
  const ends = bars.flatMap(({ found, low, high }) => [found, low, high]).filter(Number.isFinite);
  const [from, to] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const rows = bars.flatMap((bar, at) => [
    `  ${labels[at]}  ${barOf(bar, from, to, columns)}  ${numbers[at]}`,
    ...(bar.source === "" ? [] : [`    ${bar.source}`.slice(0, width)]),
  ]);
  return framed(title, rows, foot, width);
}

function barOf({ found, low, high }: Whisker, from: number, to: number, columns: number): string {
  const at = (value: number) => columnAt(value, from, to, columns);
  const zero = at(0);
  const [first, last] = [Math.min(zero, at(found)), Math.max(zero, at(found))];
  return Array.from({ length: columns }, (_, column) => {
    if (column === at(found)) return "●";
    if (column === zero) return "│";
    if (column >= at(low) && column <= at(high)) return "░";
    return column >= first && column <= last ? "■" : " ";
  }).join("");
}
