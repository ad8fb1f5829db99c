import type { Id, Problem } from "../engine/index.ts";
import { isQuantity } from "./checks/quantities.ts";
import type { Factor } from "./factors.ts";
import type { Json } from "./json.ts";
import { isObject, numberOf, problemAt } from "./loose.ts";
import { type Path, parsePointer, valueAt } from "./pointer.ts";
import { type Read, refuse } from "./read.ts";
import type { Scenario } from "./read-scenario.ts";
import { isWholeAt } from "./schema-walk.ts";
import { type FactorFile, factor as factorSchema } from "./schema/factor.ts";
import { parametersSchema } from "./schema/parameters.ts";
import { scenarioSchema } from "./schema/scenario.ts";
import { clip } from "./text.ts";

/**
 * The factors of a file, read against a scenario: each that is of the right form, and the problems
 * of those that name no number or no range. What is not of the right form is the schema's to tell.
 */
export function readFactors(data: Json | undefined, scenario: Scenario): Read<Factor[]> {
  const factors: Factor[] = [];
  const problems: Problem[] = [];
  for (const [id, value] of isObject(data) ? Object.entries(data) : []) {
    const form = factorSchema.safeParse(value);
    if (!form.success) continue;
    const read = readFactor(id, form.data, scenario, ["factors", id]);
    if (read.ok) factors.push(read.value);
    else problems.push(...read.problems);
  }
  problems.push(...movedTwice(factors));
  return problems.length > 0 ? refuse(problems) : { ok: true, value: factors };
}

function readFactor(id: Id, file: FactorFile, scenario: Scenario, path: Path): Read<Factor> {
  const { kind, pointers, at } = movedBy(file);
  const isParameter = kind === "parameter";
  const [root, schema] = isParameter
    ? [scenario.parametersFile, parametersSchema]
    : [scenario.file, scenarioSchema];
  const parts = pointers.map((pointer) => valueAt(root, parsePointer(pointer)) as Json | undefined);
  const missing = parts.flatMap((part, index) =>
    numberOf(part) === undefined
      ? [noNumber(part, pointers[index] ?? "", [...path, ...at(index)], isParameter)]
      : [],
  );
  if (missing.length > 0) return refuse(missing);
  const found = parts.map((part) => numberOf(part) as number);
  const wholeParts = pointers.map((pointer) => isWholeAt(schema, parsePointer(pointer)));
  const isWhole = kind !== "scaled" && wholeParts.every(Boolean);
  const range = file.range ?? ownRange(file, kind, parts);
  const problems = [
    ...(kind === "total" && sumOf(found) === 0 ? [nothingToShare(path)] : []),
    ...rangeProblems(range, path),
    ...valueProblems(file, isWhole, path),
  ];
  if (problems.length > 0 || range === null) return refuse(problems);
  const step = file.step ?? (isWhole ? 1 : null);
  const value = kind === "scaled" ? 1 : sumOf(found);
  const { title, levels } = file;
  const factor = { id, title, kind, pointers, found, wholeParts, value, ...range, step };
  return { ok: true, value: { ...factor, levels: levels?.toSorted((a, b) => a - b) ?? null } };
}

interface Moved {
  readonly kind: Factor["kind"];
  readonly pointers: readonly string[];
  /** Where the pointer of an index stands below the factor. */
  readonly at: (index: number) => Path;
}

function movedBy({ of }: FactorFile): Moved {
  if ("pointer" in of)
    return { kind: "pointer", pointers: [of.pointer], at: () => ["of", "pointer"] };
  if ("parameter" in of)
    return { kind: "parameter", pointers: [of.parameter], at: () => ["of", "parameter"] };
  if ("total" in of)
    return { kind: "total", pointers: of.total, at: (index) => ["of", "total", index] };
  return { kind: "scaled", pointers: of.scaled, at: (index) => ["of", "scaled", index] };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The estimates' own low and high, summed over a total; null where one has none. */
function ownRange(
  { levels }: FactorFile,
  kind: Factor["kind"],
  parts: readonly (Json | undefined)[],
): Range | null {
  if (levels !== undefined) return { low: Math.min(...levels), high: Math.max(...levels) };
  if (kind === "scaled") return null;
  const ranges = parts.map(rangeOf);
  if (ranges.includes(null)) return null;
  const known = ranges.filter((range) => range !== null);
  return { low: sumOf(known.map(({ low }) => low)), high: sumOf(known.map(({ high }) => high)) };
}

function rangeOf(part: Json | undefined): Range | null {
  if (!isObject(part) || !isQuantity(part)) return null;
  const { low, high } = part;
  return typeof low === "number" && typeof high === "number" ? { low, high } : null;
}

function rangeProblems(range: Range | null, path: Path): Problem[] {
  if (range === null) {
    const message = "found no range, and no low and high where it points, expected one of the two";
    return [problemAt(path, "factor.no-range", message, '"range": { "low": 0.5, "high": 2 }')];
  }
  if (range.low <= range.high) return [];
  const message = `found low ${range.low} above high ${range.high}, expected low to be at most high`;
  return [problemAt([...path, "range"], "factor.range", message, "change the two")];
}

/** Whole numbers have whole levels, ends and steps; levels differ. */
function valueProblems({ range, levels, step }: FactorFile, isWhole: boolean, path: Path) {
  const named: [Path, number | undefined][] = [
    [["range", "low"], range?.low],
    [["range", "high"], range?.high],
    [["step"], step],
    ...(levels ?? []).map((level, at): [Path, number] => [["levels", at], level]),
  ];
  const broken = named.filter(
    ([, value]) => isWhole && value !== undefined && !Number.isInteger(value),
  );
  const twice = (levels ?? []).flatMap((level, at, all) =>
    all.indexOf(level) < at ? [[["levels", at] as Path, level] as const] : [],
  );
  return [
    ...broken.map(([at, value]) =>
      problemAt(
        [...path, ...at],
        "factor.not-whole",
        `found ${value}, expected a whole number`,
        "what it moves is counted in whole pieces",
      ),
    ),
    ...twice.map(([at, value]) =>
      problemAt(
        [...path, ...at],
        "factor.level-twice",
        `found ${value} a second time, expected each level once`,
        "remove it",
      ),
    ),
  ];
}

function noNumber(part: Json | undefined, pointer: string, path: Path, isParameter: boolean) {
  const where = isParameter ? "the parameters" : "the scenario";
  const found = part === undefined ? "nothing" : isObject(part) ? "a group of values" : "no number";
  const message = `found ${found} at ${clip(pointer)}, expected a number of ${where}`;
  const hint = isParameter
    ? "look it up in the parameter file, for example /odds/sharpness"
    : "look it up in the scenario, for example /formations/ID/men; of what a variant adds, name the variant";
  return problemAt(path, "factor.unknown", message, hint);
}

function nothingToShare(path: Path): Problem {
  const message = "found a sum of 0, expected something to keep the shares of";
  return problemAt([...path, "of"], "factor.total", message, "name numbers that are not all 0");
}

/** Two factors that move one number would undo each other. */
function movedTwice(factors: readonly Factor[]): Problem[] {
  const first = new Map<string, Id>();
  return factors.flatMap(({ id, kind, pointers }) =>
    pointers.flatMap((pointer) => {
      const key = `${kind === "parameter"} ${pointer.replace(/\/value$/, "")}`;
      const before = first.get(key);
      first.set(key, before ?? id);
      if (before === undefined) return [];
      const message = `found ${clip(pointer)}, which "${before}" moves too, expected each number once`;
      return [
        problemAt(["factors", id, "of"], "factor.twice", message, "leave one of the two out"),
      ];
    }),
  );
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
