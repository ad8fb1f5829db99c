import type { Json, JsonObject } from "./json.ts";
import { type Path, formatPointer } from "./pointer.ts";
import type { Problem } from "../engine/index.ts";

// Checks read the file as it was written, before any schema has vouched for it, so that a file
// with one wrong number still hears about its missing places. What is not of the asked kind is
// passed over here: the schema has its own words for it.

/** The records of a section: its ids with those values that are objects. */
export function recordsOf(data: JsonObject, section: string): [string, JsonObject][] {
  const found = data[section];
  if (!isObject(found)) return [];
  return Object.entries(found).filter((entry): entry is [string, JsonObject] => isObject(entry[1]));
}

/** The ids of a section, or null when it is no object. */
export function idsOf(data: JsonObject | undefined, section: string): readonly string[] | null {
  const found = data?.[section];
  return isObject(found) ? Object.keys(found) : null;
}

/** Narrows to a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value when it is text. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The texts of a list; empty when it is none. */
export function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** The number of a quantity or of a bare number. */
export function numberOf(value: Json | undefined): number | undefined {
  const number = isObject(value) ? value["value"] : value;
  return typeof number === "number" ? number : undefined;
}

/** A problem at a path; `message` holds what was found and what was expected. */
export function problemAt(path: Path, code: string, message: string, hint: string): Problem {
  return { code, path: formatPointer(path), message, hint };
}
