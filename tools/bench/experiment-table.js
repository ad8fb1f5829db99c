// The table of `npm run bench -- --experiment`.
import { machine, number, padded } from "./print.js";

/** Seconds and megabytes of an experiment on one worker and on two → a table with their ratio. */
export function experimentTable([one, two], size) {
  const line = (title, { seconds, megabytes }) =>
    `  ${title.padEnd(28)} ${seconds.toFixed(1).padStart(8)} s  ${number(size / seconds).padStart(7)}/s  ${number(megabytes).padStart(6)} MB`;
  return [
    `${number(Number(size))} runs of the default campaign, start to Parquet, ${machine()}`,
    "(seconds from start to end; resident memory at most, threads included)",
    "",
    line("one worker", one),
    line("two workers", two),
    padded("one worker over two, in time", number(one.seconds / two.seconds)),
  ].join("\n");
}
