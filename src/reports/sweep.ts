import { type Entry, entryLines, figure, type Found, interval } from "./experiment.ts";
import { type Line, listUnder, paragraph, plain } from "./page.ts";
import type { HeatData, PlotFoot } from "./plot-data.ts";
import { heatText } from "./plot-text-cells.ts";
import { tornadoText } from "./plot-text-whiskers.ts";
import { rounded } from "./wording.ts";

interface FactorTold {
  readonly id: string;
  readonly title: string;
}

type Values = Readonly<Record<string, number>>;

/** A swept measure as it is told. */
interface MeasureSwept {
  readonly table: readonly (Found & { readonly values: Values; readonly n: number })[];
  readonly effects: Readonly<Record<string, Found>>;
  readonly ranks: Readonly<Record<string, Found>>;
  readonly outliers: readonly {
    readonly values: Values;
    readonly run: number;
    readonly value: number;
    readonly distance: number;
  }[];
}

/** What was asked, and what came of it. */
interface SweptTold {
  readonly measures: Readonly<Record<string, MeasureSwept>>;
  readonly breakEvens: readonly (Found & {
    readonly factor: string;
    readonly measure: string;
    readonly share: number;
    readonly direction: "rising" | "falling";
    readonly found: number;
  })[];
}

/** The design, as far as it is told. */
interface DesignTold {
  readonly title: string;
  readonly factors: readonly FactorTold[];
  readonly measures: Readonly<Record<string, { readonly title: string }>>;
}

/** A sweep: for each measure its table, its effects, its ranks and outliers; then break-evens. */
export function sweepLines(
  design: DesignTold,
  { measures, breakEvens }: SweptTold,
  foot: PlotFoot,
  width: number,
): Line[] {
  return [
    { text: design.title, tone: "title" },
    plain(""),
    ...Object.entries(measures).flatMap(([id, swept]) =>
      measureLines(design, design.measures[id]?.title ?? id, swept, foot, width),
    ),
    ...listUnder(
      "Break-even, in this model",
      breakEvens.map((one) => breakEvenText(design, one)),
      width,
    ),
  ];
}

function measureLines(
  { factors }: DesignTold,
  title: string,
  { table, effects, ranks, outliers }: MeasureSwept,
  foot: PlotFoot,
  width: number,
): Line[] {
  const bars = factors.flatMap(({ id, title: name }) => {
    const found = effects[id]?.found ?? null;
    return found === null ? [] : [{ ...(effects[id] as Found), found, title: name, source: "" }];
  });
  const widest = bars.toSorted((a, b) => Math.abs(b.found) - Math.abs(a.found));
  const ranked = factors.map(({ id, title: name }) => {
    const one = ranks[id] ?? { found: null, low: -1, high: 1 };
    return { title: name, cells: [figure(one.found), interval(one)] };
  });
  const heat = heatOf(title, factors, table);
  return [
    ...(heat === null ? tableLines(title, factors, table, width) : heatText(heat, foot, width)),
    ...(bars.length === 0
      ? []
      : tornadoText({ title: `${title}: effects from low to high`, bars: widest }, foot, width)),
    ...entryLines(`${title}: partial rank correlations`, ["", "interval"], "rl", ranked, width),
    ...listUnder(
      `${title}: runs far from the others of their point`,
      outliers.map(
        ({ values, run, value }) =>
          `run ${run} at ${pointText(factors, values)}: ${rounded(value)}`,
      ),
      width,
    ),
  ];
}

/** Two factors with few levels and every cell played make a heat map. */
function heatOf(
  title: string,
  factors: readonly FactorTold[],
  table: MeasureSwept["table"],
): HeatData | null {
  const [x, y] = factors;
  if (x === undefined || y === undefined || factors.length > 2) return null;
  const levelsOf = ({ id }: FactorTold) =>
    [...new Set(table.map(({ values }) => values[id] as number))].toSorted((a, b) => a - b);
  const [across, up] = [levelsOf(x), levelsOf(y)];
  if (across.length * up.length !== table.length) return null;
  const cell = (a: number, b: number) =>
    table.find(({ values }) => values[x.id] === a && values[y.id] === b)?.found ?? null;
  return {
    title,
    x: { title: x.title, levels: across },
    y: { title: y.title, levels: up },
    cells: up.map((b) => across.map((a) => cell(a, b))),
  };
}

const MOST_ROWS = 40;

function tableLines(
  title: string,
  factors: readonly FactorTold[],
  table: MeasureSwept["table"],
  width: number,
): Line[] {
  const entries = table.slice(0, MOST_ROWS).map(
    (point): Entry => ({
      title: pointText(factors, point.values),
      cells: [figure(point.found), interval(point)],
    }),
  );
  const rest = table.length - entries.length;
  const more = rest > 0 ? paragraph(`  and ${rest} points more (--json has all)`, { width }) : [];
  return [...entryLines(title, ["mean", "interval"], "rl", entries, width), ...more];
}

function pointText(factors: readonly FactorTold[], values: Values): string {
  return factors.map(({ id, title }) => `${title} ${rounded(values[id] ?? 0)}`).join("; ");
}

function breakEvenText(
  { factors, measures }: DesignTold,
  { factor, measure, share, direction, ...found }: SweptTold["breakEvens"][number],
): string {
  const name = factors.find(({ id }) => id === factor)?.title ?? factor;
  const what = measures[measure]?.title ?? measure;
  const where = Number.isFinite(found.found)
    ? `at ${figure(found.found)} (${interval(found)})`
    : "beyond the range that was tried";
  return `${what}, in ${rounded(100 * share)} % of the runs: ${name} ${where}; ${direction}.`;
}
