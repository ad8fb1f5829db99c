import { type Entry, entryLines, figure, type Found, interval } from "./experiment.ts";
import type { Line } from "./page.ts";
import { rounded } from "./wording.ts";

/** One measure over all runs. */
export interface MeasureTold extends Found {
  readonly title: string;
  readonly quantiles: readonly Found[];
  /** Of a time: the share of runs in which it came; else null. */
  readonly came: Found | null;
}

/** Measures with mean, interval and percentiles; of a time the mean is restricted to the horizon. */
export function measureSummaryLines(
  measures: readonly MeasureTold[],
  turns: number,
  width: number,
): Line[] {
  const columns = ["mean", "interval", "10 %", "median", "90 %", "came"];
  const heading = `Measures, in this model; a turn that did not come counts as ${turns} in the mean`;
  return entryLines(heading, columns, "rlrrrl", measures.map(measureEntry), width);
}

function measureEntry(measure: MeasureTold): Entry {
  const { title, found, quantiles, came } = measure;
  const [low, middle, high] = quantiles.map((one) => figure(one.found));
  const share = came === null ? "" : `${rounded(100 * (came.found ?? 0), 1)} %`;
  const cells = [figure(found), interval(measure), low ?? "", middle ?? "", high ?? "", share];
  return { title, cells };
}
