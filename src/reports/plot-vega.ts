import { binText } from "./plot-bins.ts";
import {
  type CurveData,
  footText,
  type HeatData,
  type HistogramData,
  type MatrixData,
  type PlotFoot,
  type ResponseData,
  type TornadoData,
} from "./plot-data.ts";
import { rounded } from "./wording.ts";

/** A Vega-Lite specification: plain JSON with its data inside, so that it draws offline. */
export type PlotSpec = Readonly<Record<string, unknown>>;

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
/** Told apart by lightness too, so that it prints in grey. */
const [INK, BAND] = ["#1b3a5c", "#9db4cc"];

function specOf(
  title: string,
  foot: PlotFoot,
  values: readonly object[],
  rest: Readonly<Record<string, unknown>>,
): PlotSpec {
  return {
    $schema: SCHEMA,
    title: { text: title, subtitle: footText(foot), anchor: "start" },
    data: { values },
    width: 480,
    config: { view: { stroke: null }, font: "sans-serif" },
    ...rest,
  };
}

const axis = (field: string, type: string, title: string | null, more: object = {}) => ({
  field,
  type,
  title,
  ...more,
});

/** A histogram; runs without a value stand in a bar of their own at the end. */
export function histogramSpec(data: HistogramData, foot: PlotFoot): PlotSpec {
  const bars = data.bins.map((bin) => ({ value: binText(bin), count: bin.count }));
  const { without } = data;
  const last = without === null ? [] : [{ value: without.words, count: without.count }];
  return specOf(data.title, foot, [...bars, ...last], {
    mark: { type: "bar", color: INK },
    encoding: {
      x: axis("value", "ordinal", data.unit, { sort: null }),
      y: axis("count", "quantitative", "runs"),
    },
  });
}

/** A fall curve: a step line with its band, from 0 to 1. */
export function curveSpec({ title, turns }: CurveData, foot: PlotFoot): PlotSpec {
  const share = { scale: { domain: [0, 1] } };
  const x = axis("turn", "quantitative", "turn", { axis: { tickMinStep: 1 } });
  return specOf(title, foot, turns, {
    layer: [
      {
        mark: { type: "area", color: BAND, interpolate: "step-after" },
        encoding: {
          x,
          y: axis("low", "quantitative", "share of runs", share),
          y2: { field: "high" },
        },
      },
      {
        mark: { type: "line", color: INK, interpolate: "step-after", point: true },
        encoding: {
          x,
          y: axis("found", "quantitative", "share of runs", share),
          tooltip: [{ field: "label" }, { field: "found" }, { field: "low" }, { field: "high" }],
        },
      },
    ],
  });
}

/** A heat map of two factors, each cell with its number. */
export function heatSpec({ title, x, y, cells }: HeatData, foot: PlotFoot): PlotSpec {
  const values = cells.flatMap((row, at) =>
    row.map((value, column) => ({ x: x.levels[column], y: y.levels[at], value })),
  );
  const both = {
    x: axis("x", "ordinal", x.title),
    y: axis("y", "ordinal", y.title, { sort: "descending" }),
  };
  return specOf(title, foot, values, { layer: cellLayers(both, "value") });
}

/** Shaded cells with the number on each, dark on light and light on dark. */
function cellLayers(both: object, field: string): object[] {
  const middle = `datum['${field}'] === null || datum['${field}'] < cut`;
  return [
    {
      mark: "rect",
      encoding: {
        ...both,
        color: axis(field, "quantitative", null, { scale: { scheme: "blues" } }),
      },
    },
    {
      transform: [
        {
          joinaggregate: [
            { op: "min", field, as: "least" },
            { op: "max", field, as: "most" },
          ],
        },
        { calculate: "(datum.least + datum.most) / 2", as: "cut" },
      ],
      mark: "text",
      encoding: {
        ...both,
        text: axis(field, "quantitative", null, { format: ".2~f" }),
        color: {
          condition: { test: middle.replace("cut", "datum.cut"), value: "black" },
          value: "white",
        },
      },
    },
  ];
}

/** A response curve: each level with its interval, joined by straight lines. */
export function responseSpec({ title, x, points }: ResponseData, foot: PlotFoot): PlotSpec {
  const across = axis("at", "quantitative", x, { scale: { zero: false } });
  const up = axis("found", "quantitative", null, { scale: { zero: false } });
  return specOf(title, foot, points, {
    layer: [
      {
        mark: { type: "area", color: BAND },
        encoding: { x: across, y: axis("low", "quantitative", null), y2: { field: "high" } },
      },
      { mark: { type: "line", color: INK, point: true }, encoding: { x: across, y: up } },
    ],
  });
}

/** A tornado: each factor's effect with its interval, in the order given. */
export function tornadoSpec({ title, bars }: TornadoData, foot: PlotFoot): PlotSpec {
  const values = bars.map(({ title, source, ...bar }) => ({
    factor: source === "" ? title : `${title} (${source})`,
    ...bar,
  }));
  const y = axis("factor", "nominal", null, { sort: null, axis: { labelLimit: 420 } });
  return specOf(title, foot, values, {
    layer: [
      {
        mark: { type: "bar", color: BAND },
        encoding: { y, x: axis("found", "quantitative", "effect") },
      },
      {
        mark: { type: "rule", color: INK, strokeWidth: 2 },
        encoding: { y, x: axis("low", "quantitative", "effect"), x2: { field: "high" } },
      },
    ],
  });
}

/** A payoff matrix; the mixes stand in the labels, what is struck out is in brackets. */
export function matrixSpec({ title, red, blue, cells }: MatrixData, foot: PlotFoot): PlotSpec {
  const label = ({ title, weight, isStruck }: MatrixData["red"][number]) =>
    isStruck ? `(${title})` : `${title}, ${rounded(100 * weight, 0)} %`;
  const values = cells.flatMap((row, at) =>
    row.map((cell, column) => ({
      red: label(red[at] as MatrixData["red"][number]),
      blue: label(blue[column] as MatrixData["blue"][number]),
      ...cell,
    })),
  );
  const both = {
    x: axis("blue", "nominal", "Blue", { sort: null, axis: { labelAngle: -30, labelLimit: 480 } }),
    y: axis("red", "nominal", "Red", { sort: null, axis: { labelLimit: 480 } }),
  };
  return specOf(title, foot, values, { layer: cellLayers(both, "found") });
}
