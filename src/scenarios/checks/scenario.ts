import type { Problem } from "../../engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import { otherKind } from "../kinds.ts";
import { MOST_ENTRIES } from "../limits.ts";
import { isObject, problemAt } from "../loose.ts";
import { type Read, refuse, withProblems } from "../read.ts";
import { readBy } from "../schema-problems.ts";
import { type ParametersFile, parametersSchema } from "../schema/parameters.ts";
import { type ScenarioFile, scenarioSchema } from "../schema/scenario.ts";
import { checkAnalysis } from "./analysis.ts";
import { checkArrivals } from "./arrivals.ts";
import { checkCourses } from "./courses.ts";
import { checkForces } from "./forces.ts";
import { checkFrame, checkParametersName } from "./frame.ts";
import { checkIds } from "./ids.ts";
import { checkMap } from "./map.ts";
import { checkQuantities } from "./quantities.ts";
import { checkReferences } from "./references.ts";
import { roadsOf } from "./roads.ts";
import { checkSeats } from "./seats.ts";

/** A scenario's data read with these parameters, or everything wrong with it. */
export function checkScenario(data: Json, parameters: Json | undefined): Read<ScenarioFile> {
  const wrongFile = [...otherKind(data, "scenario"), ...crowdProblems(data)];
  if (wrongFile.length > 0) return refuse(wrongFile);
  const form = readBy(scenarioSchema, data);
  if (!isObject(data)) return form;
  return withProblems(form, meaningProblems(data, isObject(parameters) ? parameters : undefined));
}

/** Sections too large to be a scenario's; nothing else is looked at then. */
function crowdProblems(data: Json): Problem[] {
  if (!isObject(data)) return [];
  return Object.entries(data)
    .map(([section, entries]) => ({
      section,
      count: isObject(entries) ? Object.keys(entries).length : 0,
    }))
    .filter(({ count }) => count > MOST_ENTRIES)
    .map(({ section, count }) =>
      problemAt(
        [section],
        "section.too-many",
        `found ${count} entries, expected at most ${MOST_ENTRIES}`,
        "is this the right file?",
      ),
    );
}

function meaningProblems(data: JsonObject, parameters: JsonObject | undefined): Problem[] {
  const roads = roadsOf(data);
  return [
    ...checkParametersName(data, parameters),
    ...checkReferences(data, parameters),
    ...checkQuantities(data),
    ...checkIds(data, parameters),
    ...checkFrame(data),
    ...checkSeats(data),
    ...checkForces(data),
    ...checkMap(data, roads),
    ...checkArrivals(data, roads),
    ...checkAnalysis(data, parameters),
    ...checkCourses(data),
  ];
}

/** A parameter file's data, or everything wrong with it. */
export function checkParameters(data: Json): Read<ParametersFile> {
  const wrongFile = otherKind(data, "parameters");
  if (wrongFile.length > 0) return refuse(wrongFile);
  const form = readBy(parametersSchema, data);
  return isObject(data) ? withProblems(form, checkQuantities(data)) : form;
}
