import type { HeatData, ResponseData, TornadoData } from "./plot-data.ts";
import type { FactorTold, MeasureSwept } from "./sweep-told.ts";

/** The effects of all factors on a measure, the widest first; null when none is known. */
export function tornadoOf(
  title: string,
  factors: readonly FactorTold[],
  effects: MeasureSwept["effects"],
): TornadoData | null {
  const bars = factors.flatMap(({ id, title: name }) => {
    const effect = effects[id];
    if (effect === undefined || effect.found === null) return [];
    return [{ ...effect, found: effect.found, title: name, source: "" }];
  });
  if (bars.length === 0) return null;
  const widest = bars.toSorted((a, b) => Math.abs(b.found) - Math.abs(a.found));
  return { title: `${title}: effects from low to high`, bars: widest };
}

/** Two factors with few levels and every cell played make a heat map. */
export function heatOf(
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

/** One factor makes a response curve: its levels, each with what was found there. */
export function responseOf(
  title: string,
  factors: readonly FactorTold[],
  table: MeasureSwept["table"],
): ResponseData | null {
  const [x, ...others] = factors;
  if (x === undefined || others.length > 0) return null;
  const points = table.flatMap(({ values, found, low, high }) =>
    found === null ? [] : [{ at: values[x.id] ?? 0, found, low, high }],
  );
  if (points.length < 2) return null;
  return { title, x: x.title, points: points.toSorted((a, b) => a.at - b.at) };
}
