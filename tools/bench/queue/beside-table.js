// The table of `npm run bench -- --beside`.
import { machine, median } from "../print.js";

/** Rates of experiments by threads and through a queue → a table with the ratio of their medians. */
export function besideTable({ runs, threads, queue }) {
  const line = (title, rates) =>
    `  ${title.padEnd(28)} ${median(rates).toFixed(1).padStart(8)}/s  (${rates.map((rate) => rate.toFixed(1)).join(", ")})`;
  return [
    `${runs} runs of the default campaign, by turns, median of ${threads.length}, ${machine()}`,
    "",
    line("two worker threads", threads),
    line("two workers at a queue", queue),
    `  ${"queue over threads".padEnd(28)} ${(median(queue) / median(threads)).toFixed(2).padStart(8)}`,
  ].join("\n");
}
