// Repeats something for a time and counts: what every child process measures with.

/** A child's arguments: what to measure, seconds of one run, runs after the warm-up. */
export const [subject, seconds, runs] = [
  process.argv[2],
  Number(process.argv[3]),
  Number(process.argv[4]),
];

/** Compiling what is hot takes seconds: the warm-up is as long as this many runs. */
export const WARM_UP_RUNS = 3;

/**
 * Does `once(at)` for at 0, 1, 2 … through a warm-up and then several runs, and prints as JSON how
 * often it was done a second in each. The seconds are the process's own of the processor, collecting
 * garbage and compiling included: what else a machine does takes nothing away from them.
 */
export function report(once) {
  let at = 0;
  const next = () => once(at++);
  rateOf(next, WARM_UP_RUNS * seconds);
  console.log(JSON.stringify(Array.from({ length: runs }, () => rateOf(next, seconds))));
}

function rateOf(next, length) {
  const start = processorSeconds();
  let done = 0;
  let passed = 0;
  while (passed < length) {
    next();
    done++;
    passed = processorSeconds() - start;
  }
  return done / passed;
}

function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
