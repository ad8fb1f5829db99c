// The table of `npm run bench -- --experiment`.
import { machine, number, padded } from "./print.js";

/** Seconds and megabytes of an experiment on one worker and on two → a table with their ratio. */
export function experimentTable([one, two], size) {
  return [
    `${number(Number(size))} runs of the default campaign, start to Parquet, ${machine()}`,
    "(seconds by the clock on the wall and of the processor; resident memory at most; threads included)",
    "",
    line("one worker", one, size),
    line("two workers", two, size),
    padded("one worker over two, by the clock on the wall", number(one.seconds / two.seconds)),
  ].join("\n");
}

function line(title, { seconds, processor, megabytes }, size) {
  const shown = [
    `${number(seconds).padStart(6)} s (${number(size / seconds)}/s)`,
    `${number(processor).padStart(6)} s of the processor (${number(size / processor)}/s)`,
    `${number(megabytes).padStart(6)} MB`,
  ];
  return `  ${title.padEnd(12)} ${shown.join("  ")}`;
}
