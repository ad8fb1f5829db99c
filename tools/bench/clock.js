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
 * Does `once(at)` for at 0, 1, 2 … through a warm-up and then several runs. Prints as JSON, for each
 * run, how often it was done a second and the processor time taken for each second that passed.
 */
export function report(once) {
  let at = 0;
  const next = () => once(at++);
  timed(next, WARM_UP_RUNS * seconds);
  console.log(JSON.stringify(Array.from({ length: runs }, () => timed(next, seconds))));
}

function timed(next, length) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let done = 0;
  let passed = 0;
  while (passed < length) {
    next();
    done++;
    passed = (performance.now() - start) / 1000;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: done / passed, processors: (user + system) / 1e6 / passed };
}
