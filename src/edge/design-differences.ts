import type { Problem } from "../engine/index.ts";
import type { Json } from "../scenarios/index.ts";
import { describe } from "../scenarios/text.ts";
import { formatPointer, type Path } from "../scenarios/pointer.ts";

/** A problem for each place where the design of a directory is not the one that is asked for. */
export function differencesOf(found: Json, expected: Json, path: Path = []): Problem[] {
  if (isRecord(found) && isRecord(expected)) {
    const keys = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
    return keys.flatMap((key) =>
      differencesOf(found[key] ?? null, expected[key] ?? null, [...path, key]),
    );
  }
  if (Array.isArray(found) && Array.isArray(expected) && found.length === expected.length) {
    return found.flatMap((one, at) =>
      differencesOf(one as Json, expected[at] as Json, [...path, at]),
    );
  }
  if (JSON.stringify(found) === JSON.stringify(expected)) return [];
  return [
    {
      code: "results.differs",
      path: formatPointer(path),
      message: `found ${describe(found)} in the directory, expected ${describe(expected)}`,
      hint: "resume with the files and the version that it was begun with, or begin another by --out",
    },
  ];
}

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
