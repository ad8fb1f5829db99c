import { setImmediate } from "node:timers/promises";
import type { Experiment } from "../lab/experiment.ts";
import type { Io } from "./io.ts";

/** How long runs are played before the terminal and the keyboard get their turn. */
const BREATH_MS = 100;

/**
 * Plays an experiment to its end or to Ctrl-C, whichever comes first; says which. A second Ctrl-C
 * ends the program as it always does.
 */
export async function drive(io: Io, experiment: Experiment): Promise<"done" | "stopped"> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  try {
    await play(io, experiment, () => stopped);
  } finally {
    process.removeListener("SIGINT", stop);
    io.progress?.("");
  }
  return stopped ? "stopped" : "done";
}

async function play(io: Io, experiment: Experiment, isStopped: () => boolean): Promise<void> {
  const started = performance.now();
  let breathed = started;
  while (!isStopped() && experiment.step()) {
    const now = performance.now();
    if (now - breathed < BREATH_MS) continue;
    breathed = now;
    io.progress?.(progressLine(experiment.played(), experiment.total, now - started));
    await setImmediate();
  }
}

const BAR = 20;

/** "■■■■······ 412 of 1000 runs, 181 a second, 3 s left". */
function progressLine(played: number, total: number, ms: number): string {
  const full = Math.floor((BAR * played) / total);
  const rate = (1000 * played) / ms;
  const left = Math.ceil((total - played) / rate);
  const bar = "■".repeat(full).padEnd(BAR, "·");
  return `${bar} ${played} of ${total} runs, ${rate.toFixed(0)} a second, ${left} s left`;
}
