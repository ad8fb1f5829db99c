import { z } from "zod";
import { parseJson } from "./json.ts";
import { isObject, problemAt } from "./loose.ts";
import { type Read, withProblems } from "./read.ts";
import { readBy } from "./schema-problems.ts";
import { id } from "./schema/quantity.ts";
import { describe, listSome } from "./text.ts";

// Files of the collection itself: never absolute, never above it.
const file = z
  .string()
  .regex(
    /^(?!.*(^|\/)\.\.?(\/|$))[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*\.json$/,
    "a path below scenarios/ that ends in .json",
  );

const indexSchema = z.strictObject({
  default: id,
  scenarios: z.record(id, z.strictObject({ file, coas: z.record(id, file).default({}) })),
  parameters: z.record(id, file),
});

/** The collection of scenarios: id → file and courses of action, paths relative to the index. */
export type ScenarioIndex = z.output<typeof indexSchema>;

/** Text of `scenarios/index.json` → the collection, or every problem. */
export function readIndex(text: string): Read<ScenarioIndex> {
  const json = parseJson(text);
  if (!json.ok) return json;
  return withProblems(readBy(indexSchema, json.value), defaultProblems(json.value));
}

function defaultProblems(data: unknown) {
  if (!isObject(data as never)) return [];
  const { default: chosen, scenarios } = data as Record<string, unknown>;
  if (typeof chosen !== "string" || !isObject(scenarios as never)) return [];
  const ids = Object.keys(scenarios as object);
  if (ids.includes(chosen)) return [];
  return [
    problemAt(
      ["default"],
      "reference.unknown",
      `found ${describe(chosen)}, expected the id of a scenario`,
      `there are: ${listSome(ids)}`,
    ),
  ];
}
