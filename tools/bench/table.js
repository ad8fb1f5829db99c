// What npm run bench prints.
import { cpus } from "node:os";
import { WARM_UP_RUNS } from "./clock.js";

/** Campaigns a second on one core in the plain hand: the least that will do, and what we want. */
const FLOOR = 1000;
const GOAL = 5000;

const ROWS = [
  ["plain", "whole campaign, plain hand, measures folded"],
  ["immer", "whole campaign, Immer hand, events and worlds kept"],
  ["editsPlain", "its edits alone, plain hand"],
  ["editsImmer", "its edits alone, Immer hand, one produce a turn"],
  ["boardgame", "its edits alone, boardgame.io 0.50 client, one move a turn"],
];

/** Runs of each measurement → medians with their spread, ratios, floor and goal. */
export function rateTable(measured, { seconds, runs }) {
  const rates = Object.fromEntries(ROWS.map(([key]) => [key, medianOf(measured[key])]));
  return [
    `Campaigns a second on one core, ${machine()}:`,
    `median of ${runs} runs of ${seconds} s after a warm-up of ${Number((WARM_UP_RUNS * seconds).toFixed(1))} s`,
    "(slowest and fastest run; least share of a core that was free for it)",
    "",
    ...ROWS.map(([key, title]) => rateLine(title, measured[key])),
    "",
    "Ratios in this run",
    ratioLine("whole campaign, plain over Immer", rates.plain / rates.immer),
    ratioLine("whole campaign, plain over boardgame.io's edits", rates.plain / rates.boardgame),
    ratioLine("whole campaign, Immer over boardgame.io's edits", rates.immer / rates.boardgame),
    ratioLine("edits alone, plain over boardgame.io", rates.editsPlain / rates.boardgame),
    ratioLine("edits alone, Immer over boardgame.io", rates.editsImmer / rates.boardgame),
    "",
    "Plain hand, whole campaigns",
    verdict("floor", FLOOR, rates.plain),
    verdict("goal", GOAL, rates.plain),
  ].join("\n");
}

/** Absolute numbers hold here and nowhere else. */
function machine() {
  const { model } = cpus()[0] ?? { model: "unknown processor" };
  return `on this machine (${model.trim()}, ${cpus().length} cores, Node ${process.versions.node})`;
}

function medianOf(runs) {
  const sorted = runs.map(({ perSecond }) => perSecond).toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function rateLine(title, runs) {
  const rates = runs.map(({ perSecond }) => perSecond);
  const spread = `${whole(Math.min(...rates))} to ${whole(Math.max(...rates))}`;
  const core = Math.min(...runs.map(({ processors }) => processors));
  const share = `${whole(core * 100)} %`;
  return `  ${title.padEnd(58)} ${whole(medianOf(runs)).padStart(7)}/s  (${spread}; ${share})`;
}

function ratioLine(title, ratio) {
  return `  ${title.padEnd(58)} ${ratio.toFixed(ratio < 10 ? 2 : 1).padStart(7)}`;
}

function verdict(name, asked, rate) {
  const what = rate >= asked ? "met" : `missed by a factor of ${(asked / rate).toFixed(2)}`;
  return `  ${`${name} ${whole(asked)}/s`.padEnd(58)} ${what}`;
}

function whole(number) {
  return Math.round(number).toLocaleString("en");
}

/** Seconds and megabytes of an experiment on one worker and on two → a table with their ratio. */
export function experimentTable([one, two], size) {
  const line = (title, { seconds, megabytes }) =>
    `  ${title.padEnd(28)} ${seconds.toFixed(1).padStart(8)} s  ${whole(size / seconds).padStart(7)}/s  ${whole(megabytes).padStart(6)} MB`;
  return [
    `${whole(Number(size))} runs of the default campaign, start to Parquet, ${machine()}`,
    "(seconds from start to end; resident memory at most, threads included)",
    "",
    line("one worker", one),
    line("two workers", two),
    ratioLine("one worker over two, in time", one.seconds / two.seconds),
  ].join("\n");
}

/** Milliseconds at the screens of the built program → a table with budgets; idle in seconds. */
export function screensTable({ starts, keys, forecasts, idle, seconds }) {
  const line = (title, times, budget) => {
    const [middle, high] = [0.5, 0.95].map((part) => quantile(times, part));
    const share = `${(middle / budget).toFixed(2)} of ${budget} ms`;
    return `  ${title.padEnd(26)} ${middle.toFixed(0).padStart(6)} ms  ${high.toFixed(0).padStart(6)} ms   ${share}`;
  };
  return [
    `The built program in a pseudo-terminal of 120 by 40, ${machine()}`,
    "(median, 95th percentile, median over its budget)",
    "",
    line("first frame, warm", starts, 1000),
    line("key to painted frame", keys, 50),
    line("key to another forecast", forecasts, 50),
    `  ${"idle".padEnd(26)} ${idle.toFixed(2)} s of processor time in ${seconds} s, of 0.1 s in 60 s`,
  ].join("\n");
}

function quantile(times, part) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** Microseconds of a turn by what they went on → a table with shares. */
export function profileTable(spent) {
  const total = Object.values(spent).reduce((sum, time) => sum + time, 0);
  const line = (name, time) =>
    `  ${name.padEnd(24)} ${time.toFixed(1).padStart(8)}  ${share(time, total).padStart(6)}`;
  return [
    `Microseconds of a turn in the plain hand, ${machine()}`,
    "(start: a campaign's, spread over its turns; apply: with the loop of step round it)",
    "",
    ...Object.entries(spent).map(([name, time]) => line(name, time)),
    "",
    line("turn", total),
  ].join("\n");
}

function share(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
