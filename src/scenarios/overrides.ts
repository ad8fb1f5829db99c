import type { Problem } from "../engine/index.ts";
import { isQuantity } from "./checks/quantities.ts";
import type { Json } from "./json.ts";
import { isObject, problemAt } from "./loose.ts";
import { formatPointer, parsePointer, valueAt } from "./pointer.ts";
import { patched } from "./patch.ts";
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
  const problems: Problem[] = [];
  let at: Overridden = { data, file };
  overrides.forEach((override, index) => {
    const next = overriddenOnce(at.data, override, index);
    if (next.ok) at = next.value;
    else problems.push(...next.problems);
  });
  return readOf(problems, () => at.file);
}

interface Overridden {
  readonly data: Json;
  readonly file: ParametersFile;
}

function overriddenOnce(data: Json, override: Override, index: number): Read<Overridden> {
  const { path, value, why } = override;
  const target = valueAt(data, parsePointer(path)) as Json | undefined;
  const isWhole = isQuantity(target);
  if (!isWhole && typeof target !== "number") return refuse([noTarget(target, path, index)]);
  const operation = isWhole ? { value, assumption: why.slice(0, 600) } : value;
  const next = patched(data, [{ op: "replace", path, value: operation }], ["overrides", index]);
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
