// The table of `npm run bench -- --profile`.
import { machine } from "./print.js";

/**
 * Microseconds of a turn by what they went on, of it whole without clocks, and of a saved game's
 * digests, which an experiment's turn has not → a table of shares.
 */
export function profileTable(spent, whole, digests) {
  const total = Object.values(spent).reduce((sum, time) => sum + time, 0);
  const line = (name, time) =>
    `  ${name.padEnd(32)} ${time.toFixed(1).padStart(8)}  ${share(time, total).padStart(7)}`;
  return [
    `Microseconds of a turn in the plain hand, ${machine()}`,
    "(start: a campaign's, spread over its turns; apply: with the loop of step round it; the fastest",
    "time of each part of each turn, played again and again, so that nothing else counts)",
    "",
    ...Object.entries(spent).map(([name, time]) => line(name, time)),
    "",
    line("turn of an experiment", total),
    line("the same without clocks", whole),
    "",
    line("digests of a saved game's turn", digests),
  ].join("\n");
}

function share(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
