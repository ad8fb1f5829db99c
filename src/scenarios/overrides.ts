import type { Problem } from "../engine/index.ts";
import { isQuantity } from "./checks/quantities.ts";
import type { Json } from "./json.ts";
import { isObject, problemAt } from "./loose.ts";
import { formatPointer, parsePointer, valueAt } from "./pointer.ts";
import { type PatchOperation, patched } from "./patch.ts";
import { type Read, readOf, refuse } from "./read.ts";
import { readBy } from "./schema-problems.ts";
import { type ParametersFile, parametersSchema } from "./schema/parameters.ts";
import type { ScenarioFile } from "./schema/scenario.ts";
import { clip } from "./text.ts";

type Override = ScenarioFile["overrides"][number];

/** The parameters as one scenario changes them, or a problem for each override that cannot be. */
export function overridden(
  data: Json,
  file: ParametersFile,
  overrides: readonly Override[],
): Read<ParametersFile> {
  const whole = overriddenAtOnce(data, overrides);
  if (whole.ok) return whole;
  // One by one, so that each problem is told of the override that has it.
  const problems: Problem[] = [];
  let at: Overridden = { data, file };
  overrides.forEach((override, index) => {
    const next = overriddenOnce(at.data, override, index);
    if (next.ok) at = next.value;
    else problems.push(...next.problems);
  });
  return readOf(problems, () => at.file);
}

/** An experiment may override hundreds: the file is read once when all are right. */
function overriddenAtOnce(data: Json, overrides: readonly Override[]): Read<ParametersFile> {
  const operations = overrides.map((override) => operationOf(data, override));
  const patch = operations.filter((operation) => operation !== null);
  if (patch.length < overrides.length) return refuse([]);
  const changed = patched(data, patch, ["overrides"]);
  return changed.ok ? readBy(parametersSchema, changed.value) : changed;
}

/** The operation of an override; null when what it names is no number. */
function operationOf(data: Json, { path, value, why }: Override): PatchOperation | null {
  const target = valueAt(data, parsePointer(path)) as Json | undefined;
  if (isQuantity(target))
    return { op: "replace", path, value: { value, assumption: why.slice(0, 600) } };
  return typeof target === "number" ? { op: "replace", path, value } : null;
}

interface Overridden {
  readonly data: Json;
  readonly file: ParametersFile;
}

function overriddenOnce(data: Json, override: Override, index: number): Read<Overridden> {
  const operation = operationOf(data, override);
  if (operation === null) {
    const { path } = override;
    return refuse([noTarget(valueAt(data, parsePointer(path)) as Json | undefined, path, index)]);
  }
  const next = patched(data, [operation], ["overrides", index]);
  if (!next.ok) return next;
  const file = readBy(parametersSchema, next.value);
  if (file.ok) return { ok: true, value: { data: next.value, file: file.value } };
  return refuse(
    file.problems.map((each) => ({ ...each, path: formatPointer(["overrides", index, "value"]) })),
  );
}

function noTarget(target: Json | undefined, path: string, index: number): Problem {
  const found =
    target === undefined
      ? "no parameter"
      : isObject(target)
        ? "a group of parameters"
        : "no number";
  return problemAt(
    ["overrides", index, "path"],
    "override.unknown",
    `found ${found} at ${clip(path)}, expected the pointer of one quantity of the parameters`,
    "look the pointer up in the parameter file, for example /odds/sharpness",
  );
}
