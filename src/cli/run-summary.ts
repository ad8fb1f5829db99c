import type { MeasureSummary } from "../lab/summarise.ts";
import { finite } from "./experiment-document.ts";

/** A measure over all runs as other programs read it. */
export function summaryDocument(summary: MeasureSummary): object {
  const { found, low, high, level, n, quantiles, came } = summary;
  return {
    mean: found,
    low: finite(low),
    high: finite(high),
    level,
    n,
    quantiles: quantiles.map((one) => ({
      p: one.p,
      value: finite(one.found),
      low: finite(one.low),
      high: finite(one.high),
    })),
    ...(came === null
      ? {}
      : {
          came: { mean: came.found, low: came.low, high: came.high, n: came.n },
          horizon: came.horizon,
        }),
  };
}
