import { type Entry, entryLines, figure, interval } from "./experiment.ts";
import { type Line, listUnder, paragraph, plain } from "./page.ts";
import type { PlotFoot } from "./plot-data.ts";
import { heatText } from "./plot-text-cells.ts";
import { tornadoText } from "./plot-text-whiskers.ts";
import type { DesignTold, FactorTold, MeasureSwept, SweptTold, Values } from "./sweep-told.ts";
import { heatOf, tornadoOf } from "./sweep-plots.ts";
import { rounded } from "./wording.ts";
import { type WrongWayTold, wrongWayTexts } from "./wrong-way.ts";

/** A sweep: for each measure its table, its effects, its ranks and outliers; then break-evens. */
export function sweepLines(
  design: DesignTold,
  { measures, breakEvens }: SweptTold,
  wrongWays: readonly WrongWayTold[],
  foot: PlotFoot,
  width: number,
): Line[] {
  return [
    { text: design.title, tone: "title" },
    plain(""),
    ...Object.entries(measures).flatMap(([id, swept]) =>
      measureLines(design, design.measures[id]?.title ?? id, swept, foot, width),
    ),
    ...listUnder("Break-even, in this model", breakEvenTexts(design, breakEvens), width),
    ...(wrongWays.length === 0 ? [] : [plain("")]),
    ...listUnder(
      "Seeds that go the wrong way, in this model",
      wrongWays.flatMap(wrongWayTexts),
      width,
    ),
  ];
}

function measureLines(
  { factors }: DesignTold,
  title: string,
  { table, effects, ranks, outliers, same }: MeasureSwept,
  foot: PlotFoot,
  width: number,
): Line[] {
  if (same !== null) return [...listUnder(title, [`${sameText(same)}.`], width), plain("")];
  const effectsSeen = tornadoOf(title, factors, effects);
  const ranked = factors.map(({ id, title: name }) => {
    const one = ranks[id] ?? { found: null, low: -1, high: 1 };
    return { title: name, cells: [figure(one.found), interval(one)] };
  });
  const heat = heatOf(title, factors, table);
  return [
    ...(heat === null ? tableLines(title, factors, table, width) : heatText(heat, foot, width)),
    ...(effectsSeen === null ? [] : tornadoText(effectsSeen, foot, width)),
    ...entryLines(`${title}: partial rank correlations`, ["", "interval"], "rl", ranked, width),
    ...listUnder(
      `${title}: runs far from the others of their point`,
      outliers.map(
        ({ values, run, value }) =>
          `run ${run} at ${pointText(factors, values)}: ${rounded(value)}`,
      ),
      width,
    ),
    ...(outliers.length === 0 ? [] : [plain("")]),
  ];
}

/** That a measure was the same in all runs, so that no factor has an effect to rank. */
export function sameText(same: number): string {
  return `the same in every run of every point: ${rounded(same)}`;
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

/** A point in words: each factor with its value. */
export function pointText(factors: readonly FactorTold[], values: Values): string {
  return factors.map(({ id, title }) => `${title} ${rounded(values[id] ?? 0)}`).join("; ");
}

/** Where factors carry tests to their shares, a sentence each. */
export function breakEvenTexts(
  design: DesignTold,
  breakEvens: SweptTold["breakEvens"],
): readonly string[] {
  return breakEvens.map((one) => breakEvenText(design, one));
}

function breakEvenText(
  { factors, measures }: DesignTold,
  { factor, measure, share, direction, fit, ...found }: SweptTold["breakEvens"][number],
): string {
  const name = factors.find(({ id }) => id === factor)?.title ?? factor;
  const what = measures[measure]?.title ?? measure;
  if (direction === null) {
    const always = `${rounded(100 * (fit[0]?.value ?? 0))} % at every point`;
    return `${what}, in ${rounded(100 * share)} % of the runs: no break-even of ${name}; it is ${always}.`;
  }
  const where = Number.isFinite(found.found)
    ? `at ${figure(found.found)} (${interval(found)})`
    : "beyond the range that was tried";
  return `${what}, in ${rounded(100 * share)} % of the runs: ${name} ${where}; ${direction}.`;
}
