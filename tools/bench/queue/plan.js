// The plan past these machines, from what a chunk was measured to cost: the table and the curve of
// `npm run bench -- --queue`. Everything beyond the measured costs is arithmetic, and marked as such.
import { machine } from "../print.js";

const PARTS = ["worker", "redis", "coordinator"];
/** How much of a worker's time may go to anything but runs. */
const MOST_OVERHEAD = 0.02;
const CORES = [10, 100, 1000];

/** Measured costs → what is printed. */
export function queuePlan({ msARun, costs }) {
  const model = {
    msARun,
    ...Object.fromEntries(PARTS.map((part) => [part, lineThrough(costs, part)])),
  };
  const least = leastChunk(model);
  const sizes = [...new Set([least, 25, 100, 400])].toSorted((a, b) => a - b);
  return [
    `A chunk through one Redis, in processor milliseconds, ${machine()}`,
    "(rows as long as the default campaign's, made up; what other work costs the caches is in it)",
    "",
    row("runs of a chunk", PARTS),
    ...costs.map((cost) =>
      row(
        cost.runs,
        PARTS.map((part) => cost[part].toFixed(2)),
      ),
    ),
    row(
      "a chunk + a run",
      PARTS.map((part) => `${model[part].fixed.toFixed(2)} + ${model[part].each.toFixed(3)}`),
    ),
    "",
    `A run takes ${msARun.toFixed(1)} ms. With ${least} runs or more, less than 2 % of a worker's time goes to the queue.`,
    `One Redis saturates at ${perSecond(model.redis.fixed + 25 * model.redis.each)} chunks of 25 runs a second, one coordinator at ${perSecond(model.coordinator.fixed + 25 * model.coordinator.each)}.`,
    "",
    "EXTRAPOLATED from these costs, tried on no such number of machines: the share of all cores' time that",
    "goes into runs, while one Redis and one coordinator, each on a core of its own, serve them.",
    "",
    row(
      "runs of a chunk",
      CORES.map((cores) => `${cores} cores`),
    ),
    ...sizes.map((runs) =>
      row(
        runs,
        CORES.map((cores) => percent(efficiency(model, runs, cores))),
      ),
    ),
    "",
    ...curve(model, 100),
  ].join("\n");
}

/** The share of the cores' time that goes into runs: what workers could do, or what the others let through. */
export function efficiency(model, runs, cores) {
  const costOf = ({ fixed, each }) => fixed + each * runs;
  const work = runs * model.msARun;
  const wanted = cores / (work + costOf(model.worker));
  const served = 1 / Math.max(costOf(model.redis), costOf(model.coordinator));
  return (Math.min(wanted, served) * work) / cores;
}

/** The fewest runs of a chunk with which a worker loses little enough. */
function leastChunk({ msARun, worker }) {
  const room = (MOST_OVERHEAD / (1 - MOST_OVERHEAD)) * msARun - worker.each;
  return room <= 0 ? Infinity : Math.max(1, Math.ceil(worker.fixed / room));
}

/** Least squares through the costs of a part by the runs of a chunk; neither number below nothing. */
function lineThrough(costs, part) {
  const n = costs.length;
  const mean = (of) => costs.reduce((sum, cost) => sum + of(cost), 0) / n;
  const [x, y] = [mean(({ runs }) => runs), mean((cost) => cost[part])];
  const over = mean((cost) => (cost.runs - x) * (cost[part] - y));
  const each = Math.max(0, over / mean(({ runs }) => (runs - x) ** 2));
  return { fixed: Math.max(0, y - each * x), each };
}

const WIDTH = 60;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

function curve(model, runs) {
  return [
    `efficiency by cores, chunks of ${runs} runs (extrapolated)`,
    ...STEPS.map((cores) => {
      const share = efficiency(model, runs, cores);
      return `${String(cores).padStart(6)} ${"█".repeat(Math.round(WIDTH * share)).padEnd(WIDTH, "·")} ${percent(share)}`;
    }),
  ];
}

function perSecond(ms) {
  return Math.floor(1000 / ms).toLocaleString("en");
}

function percent(share) {
  return `${(100 * share).toFixed(0)} %`;
}

function row(title, cells) {
  return `  ${String(title).padEnd(18)}${cells.map((cell) => String(cell).padStart(16)).join("")}`;
}
