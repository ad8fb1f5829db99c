// The table of `npm run bench -- --profile`.
import { machine } from "./print.js";

/** Not in an experiment's turn: only a saved game has them. */
const SAVED_ONLY = "digests";

/** Microseconds of a turn by what they went on, and of it whole without clocks → a table of shares. */
export function profileTable({ [SAVED_ONLY]: digests, ...spent }, { turn }) {
  const total = Object.values(spent).reduce((sum, time) => sum + time, 0);
  const line = (name, time) =>
    `  ${name.padEnd(32)} ${time.toFixed(1).padStart(8)}  ${share(time, total).padStart(7)}`;
  return [
    `Microseconds of the processor for a turn in the plain hand, ${machine()}`,
    "(start: a campaign's, spread over its turns; apply: with the loop of step round it)",
    "",
    ...Object.entries(spent).map(([name, time]) => line(name, time)),
    "",
    line("turn of an experiment", total),
    line("the same without clocks", turn),
    "",
    line("digests of a saved game's turn", digests),
  ].join("\n");
}

function share(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
