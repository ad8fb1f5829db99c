import { canonicalJson } from "../engine/index.ts";

/** Where two values part: what the journal has and what the rules give, as JSON cut short. */
export interface Difference {
  /** JSON Pointer. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** First place, keys in code-unit order, where two plain values differ; null when they are equal. */
export function firstDifference(
  expected: unknown,
  found: unknown,
  path: string,
): Difference | null {
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return expected === found ? null : { path, expected: shown(expected), found: shown(found) };
  }
  for (const key of keysOf(expected, found)) {
    const difference = firstDifference(at(expected, key), at(found, key), pathTo(path, key));
    if (difference !== null) return difference;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Keys of either; those of arrays as they count, "2" before "10". */
function keysOf(a: object, b: object): readonly string[] {
  if (Array.isArray(a)) return Object.keys(Object.keys(a).length > Object.keys(b).length ? a : b);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
}

function at(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function pathTo(path: string, key: string): string {
  return `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

const LONGEST = 160;

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = canonicalJson(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
