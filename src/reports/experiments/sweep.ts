import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { figure, interval } from "../experiment.ts";
import type { PlotFoot } from "../plot-data.ts";
import { heatSpec, responseSpec, tornadoSpec } from "../plot-vega.ts";
import { heatOf, responseOf, tornadoOf } from "../sweep-plots.ts";
import { breakEvenTexts, pointText, sameText } from "../sweep.ts";
import type { DesignTold, FactorTold, MeasureSwept, SweptTold } from "../sweep-told.ts";
import { rounded } from "../wording.ts";
import { stepRows, type WrongWayTold, wrongWayTexts } from "../wrong-way.ts";

/** A sweep: where factors carry tests to their shares, then a section a measure. */
export function sweepSections(
  design: DesignTold,
  { measures, breakEvens }: SweptTold,
  wrongWays: readonly WrongWayTold[],
  foot: PlotFoot,
): Section[] {
  const { factors, measures: titles } = design;
  const even = breakEvenTexts(design, breakEvens);
  return [
    ...(even.length === 0
      ? []
      : [
          {
            id: "break-even",
            title: "Break-even, in this model",
            blocks: [{ kind: "list", items: even } as const],
          },
        ]),
    ...Object.entries(measures).map(([id, swept]) => {
      const title = titles[id]?.title ?? id;
      return { id: `measure-${id}`, title, blocks: measureBlocks(factors, title, swept, foot) };
    }),
    ...(wrongWays.length === 0
      ? []
      : [
          {
            id: "wrong-way",
            title: "Seeds that go the wrong way",
            blocks: wrongWays.flatMap(wrongWayBlocks),
          },
        ]),
  ];
}

function measureBlocks(
  factors: readonly FactorTold[],
  title: string,
  { table, effects, ranks, outliers, same }: MeasureSwept,
  foot: PlotFoot,
): Block[] {
  if (same !== null) return [{ kind: "text", text: `In this model ${sameText(same)}.` }];
  const heat = heatOf(title, factors, table);
  const response = responseOf(title, factors, table);
  const tornado = tornadoOf(title, factors, effects);
  return [
    ...(response === null
      ? []
      : [
          {
            kind: "figure",
            title,
            says: response.points
              .map((one) => `At ${rounded(one.at)} ${figure(one.found)} (${interval(one)})`)
              .join("; "),
            plot: responseSpec(response, foot),
          } as const,
        ]),
    ...(heat === null
      ? []
      : [
          {
            kind: "figure",
            title,
            says: "A cell for every two levels; the table below has the same numbers.",
            plot: heatSpec(heat, foot),
          } as const,
        ]),
    tableOf(
      `${title}: every point, in this model`,
      [
        [...factors.map((one) => one.title), "mean", "interval", "runs"],
        ...table.map((point) => [
          ...factors.map(({ id }) => rounded(point.values[id] ?? 0)),
          figure(point.found),
          interval(point),
          String(point.n),
        ]),
      ],
      true,
    ),
    ...(tornado === null
      ? []
      : [
          {
            kind: "figure",
            title: tornado.title,
            says: tornado.bars
              .map((bar) => `${bar.title} ${figure(bar.found)} (${interval(bar)})`)
              .join("; "),
            plot: tornadoSpec(tornado, foot),
          } as const,
        ]),
    tableOf(
      `${title}: partial rank correlations`,
      [
        ["factor", "correlation", "interval"],
        ...factors.map(({ id, title: name }) => {
          const one = ranks[id] ?? { found: null, low: -1, high: 1 };
          return [name, figure(one.found), interval(one)];
        }),
      ],
      true,
    ),
    ...outlierBlocks(factors, outliers),
  ];
}

function outlierBlocks(
  factors: readonly FactorTold[],
  outliers: MeasureSwept["outliers"],
): Block[] {
  if (outliers.length === 0) return [];
  const items = outliers.map(
    ({ values, run, value }) => `run ${run} at ${pointText(factors, values)}: ${rounded(value)}`,
  );
  return [
    { kind: "heading", text: "Runs far from the others of their point" },
    { kind: "list", items },
  ];
}

function wrongWayBlocks(told: WrongWayTold): Block[] {
  const title = `${told.factor} on ${told.measure}`;
  return [
    { kind: "heading", text: title },
    ...wrongWayTexts(told).map((text) => ({ kind: "text", text }) as const),
    tableOf(`${title}, step by step, in this model`, stepRows(told), true),
  ];
}
