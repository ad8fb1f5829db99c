// The table of `npm run bench -- --screens`.
import { machine, median, quantile } from "./print.js";

/** Milliseconds at the screens of the built program → a table with budgets; idle in seconds. */
export function screensTable({ starts, keys, forecasts, idle, seconds }) {
  const line = (title, { wall, processor }, budget) => {
    const times = [...[0.5, 0.95].map((part) => quantile(wall, part)), median(processor)];
    const shown = times.map((time) => `${time.toFixed(0).padStart(6)} ms`).join("  ");
    return `  ${title.padEnd(26)} ${shown}   ${(times[0] / budget).toFixed(2)} of ${budget} ms`;
  };
  return [
    `The built program in a pseudo-terminal of 120 by 40, ${machine()}`,
    "(by the clock on the wall: median, 95th percentile; median of the processor; first over budget)",
    "",
    line("first frame, warm", starts, 1000),
    line("key to painted frame", keys, 50),
    line("key to another forecast", forecasts, 50),
    `  ${"idle".padEnd(26)} ${idle.toFixed(2)} s of processor time in ${seconds} s, of 0.1 s in 60 s`,
  ].join("\n");
}
