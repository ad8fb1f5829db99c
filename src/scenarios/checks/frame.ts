import type { Problem } from "../../engine/index.ts";
import { checkThresholds } from "./thresholds.ts";
import type { JsonObject } from "../json.ts";
import { isObject, numberOf, problemAt, recordsOf, textOf } from "../loose.ts";
import { describe } from "../text.ts";

const TOLERANCE = 1e-6;

/** What is wrong with the frame of a scenario: clock, weather, tracks. */
export function checkFrame(data: JsonObject): Problem[] {
  return [
    ...clockProblems(data),
    ...weatherProblems(data),
    ...trackProblems(data),
    ...checkThresholds(data),
  ];
}

function clockProblems(data: JsonObject): Problem[] {
  const clock = data["clock"];
  if (!isObject(clock)) return [];
  const { start, dawnHour, duskHour } = clock;
  const problems: Problem[] = [];
  if (typeof start === "string" && /^\d{4}-\d{2}-\d{2}T/.test(start) && !isDate(start)) {
    problems.push(
      problemAt(
        ["clock", "start"],
        "clock.no-date",
        `found ${describe(start)}, expected a day and hour that exist`,
        "check the month's length and the hour",
      ),
    );
  }
  if (typeof dawnHour === "number" && typeof duskHour === "number" && dawnHour >= duskHour) {
    problems.push(
      problemAt(
        ["clock", "dawnHour"],
        "clock.no-day",
        `found dawn at ${dawnHour} and dusk at ${duskHour}, expected dawn before dusk`,
        "give both as hours of the local day",
      ),
    );
  }
  return problems;
}

/** Whether a local date and time is in the calendar; JavaScript alone would turn 31 June into 1 July. */
function isDate(start: string): boolean {
  const local = Date.parse(`${start.slice(0, 19)}Z`);
  return (
    Number.isFinite(local) && new Date(local).toISOString().slice(0, 19) === start.slice(0, 19)
  );
}

function weatherProblems(data: JsonObject): Problem[] {
  const weather = data["weather"];
  if (!isObject(weather)) return [];
  const odds = Object.values(weather).map(numberOf);
  if (odds.includes(undefined)) return [];
  const sum = (odds as number[]).reduce((total, each) => total + each, 0);
  if (Math.abs(sum - 1) <= TOLERANCE) return [];
  return [
    problemAt(
      ["weather"],
      "weather.sum",
      `found odds that add up to ${Number(sum.toFixed(6))}, expected 1`,
      "give each weather its share of all half-days",
    ),
  ];
}

function trackProblems(data: JsonObject): Problem[] {
  return recordsOf(data, "tracks").flatMap(([id, { initial, minimum, maximum }]) => {
    if (typeof initial !== "number" || typeof minimum !== "number" || typeof maximum !== "number")
      return [];
    if (initial >= minimum && initial <= maximum) return [];
    return [
      problemAt(
        ["tracks", id, "initial"],
        "track.outside",
        `found ${initial}, expected a start from ${minimum} to ${maximum}`,
        "mend the start or the bounds",
      ),
    ];
  });
}

/** The scenario names the parameter file it is read with. */
export function checkParametersName(
  data: JsonObject,
  parameters: JsonObject | undefined,
): Problem[] {
  const [asked, given] = [textOf(data["parameters"]), textOf(parameters?.["id"])];
  if (asked === undefined || given === undefined || asked === given) return [];
  return [
    problemAt(
      ["parameters"],
      "parameters.other",
      `found ${describe(asked)}, expected ${describe(given)}, the parameters it is read with`,
      "name that file, or read the scenario with the other",
    ),
  ];
}
