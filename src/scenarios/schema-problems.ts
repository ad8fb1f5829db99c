import type { z } from "zod";
import type { Problem } from "../engine/index.ts";
import { MOST_PROBLEMS } from "./limits.ts";
import { type Path, formatPointer, valueAt } from "./pointer.ts";
import { type Read, refuse } from "./read.ts";
import { keysAt } from "./schema-walk.ts";
import { clip, describe, listSome, nearest, quoteAll } from "./text.ts";

type Issue = z.core.$ZodIssue;

const SEE_SCHEMA = "the published JSON Schema tells the form (tadmor schema)";

/**
 * Data as a schema reads it, defaults filled in, or one problem for each mistake, whatever the
 * schema's inner form.
 */
export function readBy<T extends z.ZodType>(schema: T, data: unknown): Read<z.output<T>> {
  const read = schema.safeParse(data);
  if (read.success) return { ok: true, value: read.data };
  const context: Context = { schema, data };
  // One more than will be told, so that the reader hears that there are more.
  const issues = read.error.issues.slice(0, MOST_PROBLEMS + 1);
  return refuse(issues.flatMap((issue) => problemsOf(context, issue, [])));
}

interface Context {
  readonly schema: z.ZodType;
  readonly data: unknown;
}

function problemsOf(context: Context, issue: Issue, above: Path): Problem[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(context, issue.keys.slice(0, MOST_PROBLEMS + 1), path);
    case "invalid_union":
      return unionProblems(context, issue, path);
    case "invalid_key":
      return [badKey(issue, path)];
    default:
      return [plainProblem(context, issue, path)];
  }
}

function unknownKeys(context: Context, keys: readonly string[], path: Path): Problem[] {
  const known = keysAt(context.schema, path);
  return keys.map((key) => unknownKey(key, known, path));
}

function unknownKey(key: string, known: readonly string[], path: Path): Problem {
  const near = nearest(key, known);
  return {
    code: "schema.unknown-key",
    path: formatPointer([...path, key]),
    message: `found the unknown key "${clip(key)}", expected only ${listSome(known, 30)}`,
    hint: near === undefined ? "remove it, or put it into a note" : `did you mean "${near}"?`,
  };
}

function badKey(issue: z.core.$ZodIssueInvalidKey, path: Path): Problem {
  const expected = issue.issues[0]?.message ?? "a key of another form";
  return {
    code: "schema.bad-id",
    path: formatPointer(path),
    message: `found the key ${describe(path.at(-1))}, expected ${expectedOf(expected, "an id")}`,
    hint: "rename it here and wherever it is named",
  };
}

/** The problems of the alternative that the data comes nearest to; one problem when none is nearer. */
function unionProblems(
  context: Context,
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
): Problem[] {
  const found = valueAt(context.data, path);
  if (found === undefined) return [missing(context, issue, path)];
  const expected = expectedOf(issue.message, "one of several forms");
  const isObject = typeof found === "object" && found !== null && !Array.isArray(found);
  const branch = isObject ? nearestBranch(issue.errors, found) : undefined;
  if (branch === undefined)
    return [problem("schema.wrong-form", path, found, expected, unionHint(context, path, found))];
  return branch
    .flatMap((inner) => problemsOf(context, inner, path))
    .map((each) =>
      each.code === "schema.missing" ? { ...each, hint: `expected here: ${expected}` } : each,
    );
}

/** Undefined when two alternatives are equally near, for then nobody knows what was meant. */
function nearestBranch(
  branches: readonly (readonly Issue[])[],
  found: object,
): readonly Issue[] | undefined {
  const ranked = branches
    .map((issues) => ({
      issues,
      distance: issues.reduce((sum, issue) => sum + weightOf(issue, found), 0),
    }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = ranked;
  return first !== undefined && first.distance < (second?.distance ?? Infinity)
    ? first.issues
    : undefined;
}

/** A wrong name says more about what was meant than a wrong value, and than one that is not there. */
function weightOf(issue: Issue, found: object): number {
  if (issue.code === "unrecognized_keys") return 3 * issue.keys.length;
  if (issue.code === "invalid_value" && issue.path.length === 1)
    return Object.hasOwn(found, issue.path[0] as string) ? 3 : 1;
  const isWrongKind = issue.code === "invalid_type" || issue.code === "invalid_union";
  return issue.path.length <= 1 && isWrongKind ? 1 : 0.1;
}

function plainProblem(context: Context, issue: Issue, path: Path): Problem {
  const found = valueAt(context.data, path);
  if (found === undefined) return missing(context, issue, path);
  if (issue.code === "invalid_value") return wrongName(issue, path, found);
  const code = codeOf(issue);
  const hint = code === "schema.out-of-range" ? "is a sign or a digit wrong?" : hintFor(found);
  return problem(code, path, found, expectation(issue), hint);
}

function missing(context: Context, issue: Issue, path: Path): Problem {
  const present = Object.keys(
    (valueAt(context.data, path.slice(0, -1)) as object | undefined) ?? {},
  );
  const near = nearest(String(path.at(-1)), present);
  const hint = near === undefined ? "add it" : `is "${clip(near)}" meant for it?`;
  return problem("schema.missing", path, undefined, expectation(issue), hint);
}

function wrongName(issue: z.core.$ZodIssueInvalidValue, path: Path, found: unknown): Problem {
  const names = issue.values.map(String);
  if (names.length === 1)
    return problem(
      "schema.unknown-name",
      path,
      found,
      quoteAll(names),
      "nothing else is understood here",
    );
  const near = typeof found === "string" ? nearest(found, names) : undefined;
  const hint = near === undefined ? "use one of these" : `did you mean "${near}"?`;
  return problem("schema.unknown-name", path, found, `one of ${listSome(names, 20)}`, hint);
}

function problem(
  code: string,
  path: Path,
  found: unknown,
  expected: string,
  hint: string,
): Problem {
  return {
    code,
    path: formatPointer(path),
    message: `found ${describe(found)}, expected ${expected}`,
    hint,
  };
}

function hintFor(found: unknown): string {
  if (typeof found === "string" && found.trim() !== "" && Number.isFinite(Number(found))) {
    return "a number stands without quotes";
  }
  return SEE_SCHEMA;
}

/** A union in which no alternative is near: perhaps its one key is mistyped. */
function unionHint(context: Context, path: Path, found: unknown): string {
  if (typeof found === "number")
    return "a quantity names its parent: sources with low and high, or an assumption";
  if (typeof found !== "object" || found === null) return hintFor(found);
  const known = keysAt(context.schema, path);
  const near = Object.keys(found)
    .map((key) => nearest(key, known))
    .find((key) => key !== undefined);
  return near === undefined ? SEE_SCHEMA : `did you mean "${near}"?`;
}

function codeOf(issue: Issue): string {
  if (issue.code === "invalid_type") return "schema.wrong-type";
  return issue.code === "too_small" || issue.code === "too_big"
    ? "schema.out-of-range"
    : "schema.wrong-form";
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  tuple: "a list",
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? issue.expected;
    case "too_small":
      return `${unitOf(issue.origin)}${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
    case "too_big":
      return `${unitOf(issue.origin)}${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
    case "invalid_format":
      return expectedOf(issue.message, `text like ${issue.pattern ?? issue.format}`);
    case "invalid_value":
      return `one of ${listSome(issue.values.map(String), 20)}`;
    case "invalid_union":
      return expectedOf(issue.message, "one of several forms");
    default:
      return expectedOf(issue.message, "another form");
  }
}

function unitOf(origin: string): string {
  if (origin === "string") return "a length of ";
  return origin === "array" ? "a list of " : "";
}

/** The schema's own words for what it expects, unless it has only the library's. */
function expectedOf(message: string, otherwise: string): string {
  return /^(Invalid|Too|Unrecognized)/.test(message) ? otherwise : message;
}
