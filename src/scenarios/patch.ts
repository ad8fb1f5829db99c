import jsonpatch from "fast-json-patch";
import type { Problem } from "../engine/index.ts";
import { isQuantity } from "./checks/quantities.ts";
import type { Json } from "./json.ts";
import { FORBIDDEN_KEYS } from "./limits.ts";
import { problemAt } from "./loose.ts";
import { type Path, formatPointer, parsePointer, valueAt } from "./pointer.ts";
import { type Read, refuse } from "./read.ts";
import { clip, nearest } from "./text.ts";

/** One RFC 6902 operation; `from` for move and copy, `value` for add, replace and test. */
export interface PatchOperation {
  readonly op: "add" | "remove" | "replace" | "move" | "copy" | "test";
  readonly path: string;
  readonly from?: string | undefined;
  readonly value?: unknown;
}

/**
 * A copy of the data with a patch applied in order, or the problem of the first operation that
 * cannot be; `above` is where the patch itself stands. A bare number set on a quantity sets its
 * value, whose parent is then the patch.
 */
export function patched(
  data: Json,
  patch: readonly PatchOperation[],
  above: Path = [],
): Read<Json> {
  let document = structuredClone(data);
  for (const [index, operation] of patch.entries()) {
    const refusal = refusalOf(operation);
    if (refusal !== undefined) return refuse([problemOf(operation, refusal, [...above, index])]);
    try {
      const asked = withParent(document, operation) as never;
      document = jsonpatch.applyOperation(document, asked, true, true, true, index).newDocument;
    } catch (error) {
      const near = nearPath(document, operation.path);
      return refuse([problemOf(operation, reasonOf(error), [...above, index], near)]);
    }
  }
  return { ok: true, value: document };
}

/** Pointers that no patch may touch; the library guards some of them, and the whole is ours to promise. */
function refusalOf({ path, from }: PatchOperation): string | undefined {
  const pointers = from === undefined ? [path] : [path, from];
  for (const pointer of pointers) {
    if (pointer !== "" && !pointer.startsWith("/"))
      return "a pointer that does not begin with a slash";
    if (parsePointer(pointer).some((step) => FORBIDDEN_KEYS.includes(step)))
      return "a name that JavaScript keeps for itself";
  }
  return undefined;
}

const SET_BY_PATCH = "set by a patch";

function withParent(document: Json, operation: PatchOperation): PatchOperation {
  if (operation.op !== "replace" && operation.op !== "add")
    return { ...operation, value: structuredClone(operation.value) };
  if (typeof operation.value !== "number")
    return { ...operation, value: structuredClone(operation.value) };
  const path = parsePointer(operation.path);
  // The number may be named itself, or its value; a place has a quantity of the name "value".
  const named = [path, path.slice(0, path.at(-1) === "value" ? -1 : undefined)];
  const quantity = named.find((one) => isQuantity(valueAt(document, one) as Json));
  if (quantity === undefined) return operation;
  return {
    op: "replace",
    path: formatPointer(quantity),
    value: { value: operation.value, assumption: SET_BY_PATCH },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  OPERATION_PATH_UNRESOLVABLE: "a place that is not there",
  OPERATION_FROM_UNRESOLVABLE: "a place to take from that is not there",
  OPERATION_PATH_CANNOT_ADD: "a place where nothing can be added",
  OPERATION_PATH_ILLEGAL_ARRAY_INDEX: "a list place that is no number",
  OPERATION_VALUE_OUT_OF_BOUNDS: "a list place beyond the end of the list",
  TEST_OPERATION_FAILED: "another value than the test asked for",
};

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  return REASONS[name] ?? "an operation that cannot be done";
}

/** The pointer that a mistyped one most likely meant; undefined when it is right, or near none. */
function nearPath(document: Json, path: string): string | undefined {
  let here: Json | undefined = document;
  const meant: string[] = [];
  for (const step of parsePointer(path)) {
    if (typeof here !== "object" || here === null) return undefined;
    const key = Object.hasOwn(here, step) ? step : nearest(String(step), Object.keys(here));
    if (key === undefined) return undefined;
    meant.push(String(key));
    here = valueAt(here, [key]) as Json | undefined;
  }
  const near = formatPointer(meant);
  return near === path ? undefined : near;
}

function problemOf(
  { op, path }: PatchOperation,
  found: string,
  at: Path,
  near?: string | undefined,
): Problem {
  return problemAt(
    at,
    "patch.refused",
    `found ${found} (${op} ${clip(path)}), expected an RFC 6902 operation on this scenario`,
    near === undefined
      ? "check the pointer against the file; ~1 stands for a slash inside a name"
      : `did you mean ${clip(near)}?`,
  );
}
