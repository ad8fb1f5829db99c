import { fallCurve } from "../lab/fall-curve.ts";
import type { Game } from "../lab/replicate.ts";
import { presentColumn, type Sample } from "../lab/sample.ts";
import { isTimed, isYesOrNo } from "../lab/summarise.ts";
import {
  binsOf,
  type CurveData,
  curveText,
  halfDay,
  type HistogramData,
  histogramText,
  type Line,
  type PlotFoot,
  type RunPicture,
} from "../reports/index.ts";

/** A picture of each measure that the scenario asks for; what is yes or no is a number and has none. */
export function runPictures(game: Game, sample: Sample): RunPicture[] {
  return Object.entries(game.asked).flatMap(([id, { title }]): RunPicture[] => {
    if (sample.columns[id] === undefined || isYesOrNo(game, id)) return [];
    return isTimed(game, id)
      ? [{ kind: "curve", data: curveOf(game, sample, id, title) }]
      : [{ kind: "histogram", data: histogramOf(sample, id, title) }];
  });
}

function curveOf({ setup }: Game, sample: Sample, id: string, title: string): CurveData {
  const turns = fallCurve(sample, id).map(({ found, ...one }) => ({
    ...one,
    found: found ?? 0,
    label: `${one.turn} · ${halfDay(setup.clock, one.turn)}`,
  }));
  return { title: `${title}: share of runs by turn`, turns };
}

function histogramOf(sample: Sample, id: string, title: string): HistogramData {
  const present = [...presentColumn(sample, id)];
  const missing = sample.runs - present.length;
  const without = missing === 0 ? null : { count: missing, words: "none" };
  return { title, unit: "", bins: binsOf(present), without };
}

/** Pictures as text, one under the other. */
export function picturesText(
  pictures: readonly RunPicture[],
  foot: PlotFoot,
  width: number,
): Line[] {
  return pictures.flatMap((one) =>
    one.kind === "curve" ? curveText(one.data, foot, width) : histogramText(one.data, foot, width),
  );
}
