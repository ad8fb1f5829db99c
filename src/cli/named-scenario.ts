import { findScenario, isPath } from "../edge/assets.ts";
import { readTextFile } from "../edge/files.ts";
import type { Id, Problem } from "../engine/index.ts";
import { type Json, kindOf, LARGEST_FILE_BYTES, parseJson } from "../scenarios/index.ts";

/** What a file calls something; undefined where it has no such text. */
export function textAt(data: Json, key: string): string | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** Id → file of the scenarios among some files; of two that have the same id, the first. */
export function scenariosAmong(files: readonly string[]): ReadonlyMap<Id, string> {
  const found = new Map<Id, string>();
  for (const file of files) {
    const id = scenarioIn(file);
    if (id !== undefined && !found.has(id)) found.set(id, file);
  }
  return found;
}

function scenarioIn(file: string): Id | undefined {
  const text = readTextFile(file, LARGEST_FILE_BYTES);
  const json = text.ok ? parseJson(text.value) : text;
  return json.ok && kindOf(json.value) === "scenario" ? textAt(json.value, "id") : undefined;
}

/** What is wrong with the scenario that a file is about, told of that file. */
export function ofScenario(
  name: string | null,
  problems: readonly Problem[],
  path = "/scenario",
): Problem[] {
  const isMissing = name !== null && !isPath(name) && !findScenario(name).ok;
  return problems.map((problem) => {
    const at = problem.path === "" ? "" : ` at ${problem.path}`;
    const told = { ...problem, path, message: `its scenario${at}: ${problem.message}` };
    return isMissing ? { ...told, hint: byFile(problem.hint) } : told;
  });
}

/** The hint of a name that is found nowhere: what it may have meant, and how one that does not ship is named. */
function byFile(hint: string): string {
  const way = "--scenario FILE.json names one that does not ship";
  return hint.endsWith("?") ? `${hint} ${way}` : way;
}
