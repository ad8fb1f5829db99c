import { type Line, paragraph, plain } from "./page.ts";
import { binText } from "./plot-bins.ts";
import { footText, type HistogramData, type PlotFoot, type Whisker } from "./plot-data.ts";

/** A picture of text: its heading, its rows, and under them what it was made of. */
export function framed(
  title: string,
  rows: readonly string[],
  foot: PlotFoot,
  width: number,
): Line[] {
  return [
    ...paragraph(title, { width }).map(({ text }): Line => ({ text, tone: "heading" })),
    ...rows.map((row) => plain(row.trimEnd())),
    ...paragraph(footText(foot), { width, first: "  ", rest: "  " }),
    plain(""),
  ];
}

/** Labels of one width, cut where they are longer than that. */
export function labelled(labels: readonly string[], most: number): string[] {
  const width = Math.min(most, Math.max(0, ...labels.map(({ length }) => length)));
  return labels.map((label) =>
    (label.length > width ? `${label.slice(0, width - 1)}…` : label).padEnd(width),
  );
}

/** The column of a value on a scale from `low` to `high` of so many columns, from 0. */
export function columnAt(value: number, low: number, high: number, columns: number): number {
  if (high <= low) return 0;
  const at = Math.round(((value - low) / (high - low)) * (columns - 1));
  return Math.min(columns - 1, Math.max(0, at));
}

/** "0.55 (0.50 to 0.60)". */
export function whiskerText({ found, low, high }: Whisker): string {
  return `${found.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

/** A histogram as bars: a row a bin, with its count. */
export function histogramText(data: HistogramData, foot: PlotFoot, width: number): Line[] {
  const { title, unit, bins, without } = data;
  const rows = [
    ...bins.map((bin) => ({ label: binText(bin), count: bin.count })),
    ...(without === null ? [] : [{ label: without.words, count: without.count }]),
  ];
  const labels = labelled([unit, ...rows.map(({ label }) => label)], 20);
  const counts = rows.map(({ count }) => String(count));
  const digits = Math.max(4, ...counts.map(({ length }) => length));
  const head = labels[0] as string;
  const columns = Math.max(10, width - head.length - digits - 6);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const bars = rows.map(({ count }, at) => {
    const bar = "■".repeat(Math.ceil((count / most) * columns));
    return `  ${labels[at + 1]}  ${(counts[at] as string).padStart(digits)}  ${bar}`;
  });
  return framed(title, [`  ${head}  ${"runs".padStart(digits)}`, ...bars], foot, width);
}
