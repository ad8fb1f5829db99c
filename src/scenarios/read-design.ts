import type { Problem } from "../engine/index.ts";
import { testReferences } from "./checks/analysis.ts";
import { knownIn, matchesOf, referencesAt, unknownReferences } from "./checks/references.ts";
import type { Factor } from "./factors.ts";
import { type Json, type JsonObject } from "./json.ts";
import { isObject, problemAt } from "./loose.ts";
import { parseKind } from "./kinds.ts";
import { problemsIn, type Read, readOf } from "./read.ts";
import { readFactors } from "./read-factors.ts";
import type { Scenario } from "./read-scenario.ts";
import { readBy } from "./schema-problems.ts";
import { type DesignFile, designSchema } from "./schema/design.ts";
import { describe, listSome, nearest } from "./text.ts";

/** A design, its factors read against the scenario it is for. */
export interface Design extends Omit<DesignFile, "factors"> {
  readonly factors: readonly Factor[];
}

/** Most points of a design. */
const MOST_POINTS = 10_000;

/** Text of a design, read against its scenario with the variant it names → a design, or every problem. */
export function readDesign(text: string, scenario: Scenario): Read<Design> {
  const json = parseKind(text, "design");
  if (!json.ok) return json;
  const form = readBy(designSchema, json.value);
  const factors = readFactors(sectionOf(json.value, "factors"), scenario);
  const problems = [
    ...problemsIn(form),
    ...problemsIn(factors),
    ...subjectProblems(json.value, scenario),
    ...measureProblems(json.value, scenario),
    ...breakEvenProblems(json.value),
    ...(form.ok && factors.ok ? sizeProblems(form.value, factors.value) : []),
  ];
  return readOf(problems, () => ({
    ...(form as { value: DesignFile }).value,
    factors: (factors as { value: Factor[] }).value,
  }));
}

/** One section of a JSON object. */
export function sectionOf(data: Json, section: string): Json | undefined {
  return isObject(data) ? data[section] : undefined;
}

/** What is wrong with what a design or a claim says it is about. */
export function subjectProblems(data: Json, { setup, file }: Scenario): Problem[] {
  if (!isObject(data)) return [];
  const known = knownIn(file as unknown as JsonObject, undefined);
  const references = [
    ...referencesAt(data, "variant", "variants", []),
    ...referencesAt(data, "length", "lengths", []),
    ...referencesAt(data, "courses/*", "courses", []),
  ];
  const { scenario } = data;
  const other = typeof scenario === "string" && scenario !== setup.id;
  return [
    ...(other ? [otherScenario(scenario, setup.id)] : []),
    ...unknownReferences(references, known),
  ];
}

function otherScenario(found: string, id: string): Problem {
  const message = `found ${describe(found)}, expected ${describe(id)}`;
  const hint = "read it with the scenario it was written for";
  return problemAt(["scenario"], "design.other-scenario", message, hint);
}

function measureProblems(data: Json, { file }: Scenario): Problem[] {
  const tests = matchesOf(data, "measures/*/test");
  const references = [
    ...referencesAt(data, "measures/*/measure", "measures", []),
    ...tests.flatMap(({ value, path }) => testReferences(value, path)),
  ];
  return unknownReferences(references, knownIn(file as unknown as JsonObject, undefined));
}

/** A break-even is asked of a factor and a test that the design itself has. */
function breakEvenProblems(data: Json): Problem[] {
  const named = (section: string) => {
    const found = sectionOf(data, section);
    return isObject(found) ? found : {};
  };
  const tests = Object.entries(named("measures")).flatMap(([id, one]) =>
    isObject(one) && "test" in one ? [id] : [],
  );
  return [
    ...notAmong(data, "factor", Object.keys(named("factors")), "a factor of this design"),
    ...notAmong(data, "measure", tests, "a measure of this design that is a test"),
  ];
}

function notAmong(data: Json, key: string, ids: readonly string[], what: string): Problem[] {
  return matchesOf(data, `breakEven/*/${key}`).flatMap(({ value, path }) => {
    if (typeof value !== "string" || ids.includes(value)) return [];
    const near = nearest(value, ids);
    const hint = near === undefined ? `there are: ${listSome(ids)}` : `did you mean "${near}"?`;
    const message = `found ${describe(value)}, expected the id of ${what}`;
    return [problemAt(path, "reference.unknown", message, hint)];
  });
}

/** How many levels a factor has in a full factorial design. */
function levelsOf({ levels }: Factor, otherwise: number): number {
  return levels?.length ?? otherwise;
}

function sizeProblems({ design }: DesignFile, factors: readonly Factor[]): Problem[] {
  if (design.kind !== "full-factorial") return [];
  const points = factors.reduce((all, one) => all * levelsOf(one, design.levels), 1);
  if (points <= MOST_POINTS) return [];
  const message = `found ${points} points, expected at most ${MOST_POINTS}`;
  const hint = "fewer levels or factors, or a latin hypercube";
  return [problemAt(["design"], "design.too-large", message, hint)];
}
