import type { Problem } from "../../engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import { MOST_PROBLEMS } from "../limits.ts";
import { idsOf, isObject, problemAt } from "../loose.ts";
import type { Path } from "../pointer.ts";
import { describe, listSome, nearest } from "../text.ts";

/** Every estimate whose bounds do not hold its value, every table out of order, every unknown source. */
export function checkQuantities(data: JsonObject): Problem[] {
  const ids = idsOf(data, "sources");
  const sources = ids && new Set(ids);
  const problems: Problem[] = [];
  walk(data, [], (value, path) => {
    if (problems.length > MOST_PROBLEMS) return;
    problems.push(...boundsProblems(value, path), ...tableProblems(value, path));
    if (sources !== null) problems.push(...sourceProblems(value, path, sources));
  });
  return problems;
}

/** Visits every object of the file but the patches of variants, which are operations, not data. */
function walk(value: Json, path: Path, visit: (value: JsonObject, path: Path) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) value.forEach((each, index) => walk(each, [...path, index], visit));
  else {
    visit(value, path);
    for (const [key, each] of Object.entries(value)) {
      if (path[0] !== "variants" || key !== "patch") walk(each, [...path, key], visit);
    }
  }
}

function boundsProblems({ value, low, high }: JsonObject, path: Path): Problem[] {
  // What a target asks has a value of the record between two percentiles of the runs.
  if (typeof value !== "number" || path[0] === "targets") return [];
  const lowest = typeof low === "number" ? low : -Infinity;
  const highest = typeof high === "number" ? high : Infinity;
  if (lowest > highest) {
    return [
      problemAt(
        [...path, "low"],
        "quantity.low-above-high",
        `found low ${lowest} above high ${highest}, expected low to be at most high`,
        "change the two, or mend one",
      ),
    ];
  }
  if (value >= lowest && value <= highest) return [];
  return [
    problemAt(
      [...path, "value"],
      "quantity.outside-range",
      `found ${value}, expected a value from ${low ?? "any"} to ${high ?? "any"}`,
      "mend the value, or widen low and high and say on whose word",
    ),
  ];
}

function tableProblems({ rows }: JsonObject, path: Path): Problem[] {
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) return [];
  const at = rows.findIndex((row, index) => index > 0 && !(xOf(row) > xOf(rows[index - 1])));
  if (at < 0) return [];
  return [
    problemAt(
      [...path, "rows", at, 0],
      "table.not-rising",
      `found ${xOf(rows[at])} after ${xOf(rows[at - 1])}, expected the first numbers of the rows to rise`,
      "put the rows in order, each x once",
    ),
  ];
}

function xOf(row: Json | undefined): number {
  return Array.isArray(row) && typeof row[0] === "number" ? row[0] : Number.NaN;
}

function sourceProblems(object: JsonObject, path: Path, known: ReadonlySet<string>): Problem[] {
  const cited = object["sources"];
  if (!Array.isArray(cited)) return [];
  return cited.flatMap((id, index) =>
    typeof id !== "string" || known.has(id)
      ? []
      : [unknownSource(id, [...path, "sources", index], [...known])],
  );
}

function unknownSource(id: string, path: Path, known: readonly string[]): Problem {
  const near = nearest(id, known);
  return problemAt(
    path,
    "reference.unknown-source",
    `found ${describe(id)}, expected a key of "sources"`,
    near === undefined ? `there are: ${listSome(known)}` : `did you mean "${near}"?`,
  );
}

/** Narrows to a quantity as the file writes it: a value with its parent beside it. */
export function isQuantity(value: Json | undefined): value is JsonObject {
  if (!isObject(value) || typeof value["value"] !== "number") return false;
  return "sources" in value || "assumption" in value;
}
