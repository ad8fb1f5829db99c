// The table of `npm run bench`: every line, then ratios, then what is asked.
import { WARM_UP_RUNS } from "./clock.js";
import { ASKED, GROUPS, RATIOS } from "./lines.js";
import { machine, median, number, padded } from "./print.js";

/** Key → numbers of the runs, or why there are none → a table; lines without a key are left out. */
export function lineTable(measured, { seconds, runs }) {
  return [
    `Tadmor ${machine()}`,
    `Median of ${runs} runs after a warm-up (slowest and fastest). A rate is for a second of the`,
    `process's own processor time; a run of it is ${seconds} s, the warm-up ${number(WARM_UP_RUNS * seconds)} s.`,
    ...GROUPS.flatMap((group) => groupLines(group, measured)),
    ...titled("Ratios in this run", ratioLines(measured)),
    ...titled("What is asked of a whole campaign in the plain hand", askedLines(measured)),
  ].join("\n");
}

function groupLines({ title, unit, lines }, measured) {
  const asked = lines.filter(([key]) => key in measured);
  return titled(
    title,
    asked.map(([key, name]) => line(name, unit, measured[key])),
  );
}

function titled(title, lines) {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

function line(title, unit, runs) {
  if (typeof runs === "string") return padded(title, `not measured: ${runs}`);
  const spread = `(${number(Math.min(...runs))} to ${number(Math.max(...runs))})`;
  return padded(title, `${number(median(runs)).padStart(8)}${unit.padEnd(3)}  ${spread}`);
}

/** Medians by key, of what was measured. */
function mediansOf(measured) {
  const numbers = Object.entries(measured).filter(([, runs]) => typeof runs !== "string");
  return Object.fromEntries(numbers.map(([key, runs]) => [key, median(runs)]));
}

function ratioLines(measured) {
  const of = mediansOf(measured);
  return RATIOS.filter(([, above, below]) => above in of && below in of).map(
    ([title, above, below]) => padded(title, number(of[above] / of[below]).padStart(8)),
  );
}

function askedLines(measured) {
  const of = mediansOf(measured);
  return ASKED.filter(([, key]) => key in of).map(([name, key, asked]) => {
    const met = of[key] >= asked ? "met" : `missed by a factor of ${number(asked / of[key])}`;
    return padded(`${name}: ${number(asked)}/s`, `  ${met}`);
  });
}
