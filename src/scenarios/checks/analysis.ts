import type { Problem } from "../../engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import { idsOf, isObject, problemAt, recordsOf, textOf, textsOf } from "../loose.ts";
import type { Path } from "../pointer.ts";
import { describe, listSome, nearest } from "../text.ts";
import {
  knownIn,
  matchesOf,
  type Reference,
  referencesAt,
  type Target,
  unknownReferences,
} from "./references.ts";

/** What is wrong with what is measured, and with what the record, levers and reports ask of it. */
export function checkAnalysis(data: JsonObject, parameters: JsonObject | undefined): Problem[] {
  const references = [...measureReferences(data), ...askedReferences(data)];
  return [
    ...unknownReferences(references, knownIn(data, parameters)),
    ...madeProblems(data),
    ...menProblems(data),
    ...percentileProblems(data),
    ...leverProblems(data),
    ...figureProblems(data),
  ];
}

/** What the subject of a measure is; of any other kind a place. */
const SUBJECTS: Readonly<Record<string, Target>> = {
  left: "contingents",
  score: "seats",
  track: "tracks",
};

const IN_MEASURE: readonly (readonly [pattern: string, target: Target])[] = [
  ["of/*", "measures"],
  ["part", "measures"],
  ["whole", "measures"],
  ["places/*", "places"],
  ["side", "sides"],
  ["contingents/*", "contingents"],
  ["kinds/*", "parameters/kit"],
  ["by", "sides"],
];

function measureReferences(data: JsonObject): Reference[] {
  return matchesOf(data, "measures/*").flatMap(({ path, value }) => {
    if (!isObject(value)) return [];
    const subject = SUBJECTS[textOf(value["kind"]) ?? ""] ?? "places";
    return [["subject", subject] as const, ...IN_MEASURE].flatMap(([pattern, target]) =>
      referencesAt(value, pattern, target, path),
    );
  });
}

const IN_ANALYSIS: readonly (readonly [pattern: string, target: Target])[] = [
  ["targets/*/length", "lengths"],
  ["targets/*/what/measure", "measures"],
  ["reports/*/measure", "measures"],
  ["levers/*/variant", "variants"],
  ["levers/*/courses/*", "courses"],
  ["levers/*/length", "lengths"],
];

/** Where a scenario states a test. */
const TESTS = [
  "targets/*/what/test",
  "targets/*/what/given",
  "levers/*/measures/*/test",
  "record/conflicts/*/positions/*/resembles",
];

function askedReferences(data: JsonObject): Reference[] {
  const plain = IN_ANALYSIS.flatMap(([pattern, target]) => referencesAt(data, pattern, target, []));
  const tests = TESTS.flatMap((pattern) => matchesOf(data, pattern));
  return [...plain, ...tests.flatMap(({ value, path }) => testReferences(value, path))];
}

/** Every measure inside a test, however deep. */
export function testReferences(test: Json, path: Path): Reference[] {
  const own = ["measure", "never", "gap/from", "gap/to"].flatMap((pattern) =>
    referencesAt(test, pattern, "measures", path),
  );
  const inner = ["all/*", "any/*", "of/*", "not"].flatMap((step) => matchesOf(test, step, path));
  return [...own, ...inner.flatMap((part) => testReferences(part.value, part.path))];
}

const TIMES = ["fall", "entry", "first-assault", "left"];
const COUNTS = ["men", "kit-captured", "kit-in-service", "count-fallen"];

/** Measures made of others that are not of the kind that can be: times, and counts. */
function madeProblems(data: JsonObject): Problem[] {
  const kinds = new Map(
    recordsOf(data, "measures").map(([id, each]) => [id, textOf(each["kind"])]),
  );
  const wrong = (patterns: readonly string[], allowed: readonly string[]) =>
    patterns
      .flatMap((pattern) => matchesOf(data, `measures/*/${pattern}`))
      .flatMap(({ path, value }) => {
        const kind = kinds.get(textOf(value) ?? "");
        if (kind === undefined || allowed.includes(kind)) return [];
        const found = `found ${describe(value)}, a measure of the kind ${describe(kind)}`;
        const message = `${found}, expected one of ${listSome(allowed)}`;
        return [problemAt(path, "measure.kind", message, "name a measure of one of these kinds")];
      });
  return [...wrong(["of/*"], TIMES), ...wrong(["part", "whole"], COUNTS)];
}

function menProblems(data: JsonObject): Problem[] {
  return recordsOf(data, "measures")
    .filter(([, each]) => each["kind"] === "men" && "side" in each === "contingents" in each)
    .map(([id, each]) => {
      const found =
        "side" in each ? "both a side and contingents" : "neither a side nor contingents";
      const message = `found ${found}, expected one of the two`;
      return problemAt(["measures", id], "measure.whose", message, "say whose men are counted");
    });
}

function percentileProblems(data: JsonObject): Problem[] {
  return recordsOf(data, "targets").flatMap(([id, { what }]) => {
    if (!isObject(what)) return [];
    const { low, high, atLeast, atMost } = what;
    const isUpsideDown = (a: Json | undefined, b: Json | undefined) =>
      typeof a === "number" && typeof b === "number" && a > b;
    if (!isUpsideDown(low, high) && !isUpsideDown(atLeast, atMost)) return [];
    const message = "found a lower bound above the upper one, expected them the other way round";
    return [problemAt(["targets", id, "what"], "target.bounds", message, "change the two")];
  });
}

function leverProblems(data: JsonObject): Problem[] {
  return recordsOf(data, "levers")
    .filter(([, lever]) => lever["variant"] === undefined && textsOf(lever["courses"]).length === 0)
    .map(([id]) => {
      const message = "found neither a variant nor courses, expected what is changed";
      return problemAt(["levers", id], "lever.nothing", message, "name a variant of this scenario");
    });
}

/** Figures of the record that reports stand beside and that are not there. */
function figureProblems(data: JsonObject): Problem[] {
  const record = data["record"];
  const known = isObject(record) ? idsOf(record, "figures") : null;
  if (known === null) return [];
  return matchesOf(data, "reports/*/figure").flatMap(({ path, value }) => {
    if (typeof value !== "string" || known.includes(value)) return [];
    const near = nearest(value, known);
    const hint = near === undefined ? `there are: ${listSome(known)}` : `did you mean "${near}"?`;
    const message = `found ${describe(value)}, expected the id of a figure of the record`;
    return [problemAt(path, "reference.unknown", message, hint)];
  });
}
