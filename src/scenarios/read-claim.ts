import type { Problem } from "../engine/index.ts";
import { testReferences } from "./checks/analysis.ts";
import { knownIn, unknownReferences } from "./checks/references.ts";
import type { Factor } from "./factors.ts";
import { type Json, type JsonObject } from "./json.ts";
import { isObject, problemAt } from "./loose.ts";
import { parseKind } from "./kinds.ts";
import { problemsIn, type Read, readOf } from "./read.ts";
import { sectionOf, subjectProblems } from "./read-design.ts";
import { readFactors } from "./read-factors.ts";
import type { Scenario } from "./read-scenario.ts";
import { readBy } from "./schema-problems.ts";
import { type ClaimFile, claimSchema } from "./schema/claim.ts";

/** A claim, its factors read against the scenario it is about. */
export interface Claim extends Omit<ClaimFile, "factors" | "atLeast" | "atMost"> {
  readonly factors: readonly Factor[];
  /** On which side of the threshold the share of runs is said to lie. */
  readonly side: "atLeast" | "atMost";
  readonly threshold: number;
}

/** Text of a claim, read against its scenario with the variant it names → a claim, or every problem. */
export function readClaim(text: string, scenario: Scenario): Read<Claim> {
  const json = parseKind(text, "claim");
  if (!json.ok) return json;
  const form = readBy(claimSchema, json.value);
  const factors = readFactors(sectionOf(json.value, "factors"), scenario);
  const tests = testReferences(sectionOf(json.value, "test") ?? null, ["test"]);
  const problems = [
    ...problemsIn(form),
    ...problemsIn(factors),
    ...subjectProblems(json.value, scenario),
    ...unknownReferences(tests, knownIn(scenario.file as unknown as JsonObject, undefined)),
    ...thresholdProblems(json.value),
  ];
  return readOf(problems, () =>
    claimOf((form as { value: ClaimFile }).value, (factors as { value: Factor[] }).value),
  );
}

function claimOf(
  { atLeast, atMost, factors: _, ...file }: ClaimFile,
  factors: readonly Factor[],
): Claim {
  const side = atLeast === undefined ? "atMost" : "atLeast";
  return { ...file, factors, side, threshold: (atLeast ?? atMost) as number };
}

/** A claim has one threshold. */
function thresholdProblems(data: Json): Problem[] {
  if (!isObject(data) || "atLeast" in data !== "atMost" in data) return [];
  const found = "atLeast" in data ? "both atLeast and atMost" : "neither atLeast nor atMost";
  const message = `found ${found}, expected one of the two`;
  return [
    problemAt([], "claim.threshold", message, '"atLeast": 0.5 says: in half of the runs or more'),
  ];
}
