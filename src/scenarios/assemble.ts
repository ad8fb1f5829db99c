import type { Problem } from "../engine/index.ts";
import { checkScenario } from "./checks/scenario.ts";
import type { Json } from "./json.ts";
import { overridden } from "./overrides.ts";
import { type PatchOperation, patched } from "./patch.ts";
import { type Path, formatPointer } from "./pointer.ts";
import type { Read } from "./read.ts";
import type { ParametersFile } from "./schema/parameters.ts";
import type { ScenarioFile } from "./schema/scenario.ts";

/** A scenario and its parameters, each right by itself: as written, and as their schemas read them. */
export interface Pair {
  readonly data: Json;
  readonly file: ScenarioFile;
  readonly parameters: Json;
  readonly parametersFile: ParametersFile;
}

/** A scenario with the parameters as it changes them. */
export interface Fitted {
  readonly file: ScenarioFile;
  readonly parametersFile: ParametersFile;
}

/** The parameters overridden as the scenario asks, or the problems of its overrides. */
export function fit({ file, parameters, parametersFile }: Pair): Read<Fitted> {
  if (file.overrides.length === 0) return { ok: true, value: { file, parametersFile } };
  const numbers = overridden(parameters, parametersFile, file.overrides);
  return numbers.ok ? { ok: true, value: { file, parametersFile: numbers.value } } : numbers;
}

/** The problems of every variant that could not be played. */
export function tryVariants(pair: Pair): Problem[] {
  return Object.entries(pair.file.variants).flatMap(([id, { patch }]) => {
    const tried = changeBy(pair, patch, ["variants", id, "patch"]);
    return tried.ok ? [] : tried.problems.map((problem) => ofVariant(id, problem));
  });
}

function ofVariant(id: string, problem: Problem): Problem {
  const path = formatPointer(["variants", id]);
  if (problem.path.startsWith(`${path}/`)) return problem;
  return { ...problem, path, message: `with this variant, at ${problem.path}: ${problem.message}` };
}

/** What to change in a scenario: one of its variants, then a patch. */
interface Change {
  readonly variant?: string | undefined;
  readonly patch?: readonly PatchOperation[] | undefined;
}

/** The scenario after a variant that it has, and then a patch, or what is wrong with it then. */
export function change(pair: Pair, { variant, patch }: Change): Read<Fitted> {
  if (variant === undefined) return changeBy(pair, patch ?? [], ["patch"]);
  const varied = patched(pair.data, pair.file.variants[variant]!.patch, [
    "variants",
    variant,
    "patch",
  ]);
  return varied.ok ? changeBy({ ...pair, data: varied.value }, patch ?? [], ["patch"]) : varied;
}

function changeBy(pair: Pair, patch: readonly PatchOperation[], above: Path): Read<Fitted> {
  const data = patched(pair.data, patch, above);
  if (!data.ok) return data;
  const file = checkScenario(data.value, pair.parameters);
  return file.ok ? fit({ ...pair, data: data.value, file: file.value }) : file;
}
