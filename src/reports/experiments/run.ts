import type { Block, Section, TableBlock } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { binText } from "../plot-bins.ts";
import { figure, type Found, interval } from "../experiment.ts";
import type { CurveData, HistogramData, PlotFoot } from "../plot-data.ts";
import { curveSpec, histogramSpec } from "../plot-vega.ts";
import type { MeasureTold } from "../summarised.ts";
import { rounded } from "../wording.ts";

/** A measure of many runs as a picture: of a time its fall curve, else a histogram. */
export type RunPicture =
  | { readonly kind: "curve"; readonly data: CurveData }
  | { readonly kind: "histogram"; readonly data: HistogramData };

/** Many runs of one game. */
interface RunsTold {
  /** The measures that the scenario asks for, then the others. */
  readonly asked: readonly MeasureTold[];
  readonly others: readonly MeasureTold[];
  readonly pictures: readonly RunPicture[];
  readonly turns: number;
  readonly foot: PlotFoot;
}

/** The measures of many runs, and a picture of each. */
export function runSections({ asked, others, pictures, turns, foot }: RunsTold): Section[] {
  const caption = `Means with 95 % intervals, in this model; a turn that did not come counts as ${turns}`;
  return [
    {
      id: "measures",
      title: "Measures",
      blocks: [
        measureTable(caption, asked),
        ...(others.length === 0
          ? []
          : [
              {
                kind: "fold",
                summary: "Every other measure",
                blocks: [measureTable(caption, others)],
              } as const,
            ]),
      ],
    },
    ...curvesSection(pictures, foot),
    ...histogramsSection(pictures, foot),
  ];
}

function measureTable(caption: string, measures: readonly MeasureTold[]): TableBlock {
  const head = ["measure", "mean", "interval", "10 %", "median", "90 %", "came"];
  return tableOf(caption, [head, ...measures.map(measureRow)], true);
}

function measureRow(measure: MeasureTold): string[] {
  const { title, found, quantiles, came } = measure;
  const [low, middle, high] = quantiles.map((one) => figure(one.found));
  const share = came === null ? "" : `${percent(came)} %`;
  return [title, figure(found), interval(measure), low ?? "", middle ?? "", high ?? "", share];
}

function percent({ found }: Found): string {
  return rounded(100 * (found ?? 0), 1);
}

function curvesSection(pictures: readonly RunPicture[], foot: PlotFoot): Section[] {
  const curves = pictures.flatMap((one) => (one.kind === "curve" ? [one.data] : []));
  // A curve along the ground shows nothing: it is said.
  const never = curves.filter(({ turns }) => turns.at(-1)?.found === 0);
  const blocks = curves
    .filter((one) => !never.includes(one))
    .flatMap((one) => curveBlocks(one, foot));
  const titles = never.map(({ title }) => title.replace(/: share of runs by turn$/, ""));
  const said: Block[] =
    never.length === 0
      ? []
      : [{ kind: "text", text: `In none of the runs, in this model: ${titles.join("; ")}.` }];
  return curves.length === 0
    ? []
    : [{ id: "times", title: "When things came", blocks: [...blocks, ...said] }];
}

function histogramsSection(pictures: readonly RunPicture[], foot: PlotFoot): Section[] {
  const blocks = pictures.flatMap((one) =>
    one.kind === "histogram" ? histogramBlocks(one.data, foot) : [],
  );
  return blocks.length === 0 ? [] : [{ id: "spread", title: "How the runs spread", blocks }];
}

function curveBlocks(data: CurveData, foot: PlotFoot): Block[] {
  const { title, turns } = data;
  const rows = turns.map(({ label, ...one }) => [label, one.found.toFixed(3), interval(one)]);
  return [
    { kind: "figure", title, says: curveSays(data), plot: curveSpec(data, foot) },
    {
      kind: "fold",
      summary: "The same as a table",
      blocks: [tableOf(title, [["turn", "share of runs", "interval"], ...rows], true)],
    },
  ];
}

/** When half of the runs were through, and how many at the end. */
function curveSays({ turns }: CurveData): string {
  const last = turns.at(-1);
  const half = turns.find(({ found }) => found >= 1 / 2);
  if (last === undefined) return "No turn was played.";
  const end = `In ${percent(last)} % of the runs it came by ${last.label} (95 % ${interval(last)}).`;
  return half === undefined
    ? `${end} Half of the runs were never through.`
    : `${end} Half of the runs were through by ${half.label}.`;
}

function histogramBlocks(data: HistogramData, foot: PlotFoot): Block[] {
  const { title, bins, without } = data;
  const rows = [
    ...bins.map((bin) => [binText(bin), String(bin.count)]),
    ...(without === null ? [] : [[without.words, String(without.count)]]),
  ];
  return [
    { kind: "figure", title, says: histogramSays(data), plot: histogramSpec(data, foot) },
    {
      kind: "fold",
      summary: "The same as a table",
      blocks: [tableOf(title, [["value", "runs"], ...rows], true)],
    },
  ];
}

function histogramSays({ bins, without }: HistogramData): string {
  const most = bins.toSorted((a, b) => b.count - a.count)[0];
  const last = bins.at(-1);
  const first = bins[0];
  if (most === undefined || first === undefined || last === undefined) return "No run has a value.";
  const none = without === null ? "" : ` ${without.count} runs have none.`;
  return `From ${rounded(first.from)} to ${rounded(last.to)}; most often ${binText(most)}, in ${most.count} runs.${none}`;
}
