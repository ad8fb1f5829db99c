import type { Id, Problem } from "../engine/index.ts";
import { fitProblems, type HeaderLine } from "../journal/index.ts";
import {
  parseJson,
  type PatchOperation,
  type Read,
  type ReadOptions,
  readScenario,
  type Scenario,
} from "../scenarios/index.ts";
import { findScenario, type ScenarioSource } from "./assets.ts";

/** A scenario ready to play, and where its courses of action are. */
export interface LoadedScenario {
  readonly source: ScenarioSource;
  readonly scenario: Scenario;
  /** Text of its parameters. */
  readonly parametersText: string;
  /** What of it is played. */
  readonly options: ReadOptions;
}

/** Finds a scenario by id or path (null: the default) and reads it with its parameters. */
export function loadScenario(
  name: string | null,
  options: ReadOptions = {},
  directory?: string,
): Read<LoadedScenario> {
  const source = findScenario(name, directory);
  if (!source.ok) return source;
  const parameters = parametersOf(source.value);
  if (!parameters.ok) return withOtherProblems(source.value, parameters.problems, options);
  const scenario = readScenario(source.value.text, parameters.value, options);
  if (!scenario.ok) return scenario;
  const parametersText = parameters.value;
  const value = { source: source.value, scenario: scenario.value, parametersText, options };
  return { ok: true, value };
}

/** A scenario that names no known parameters is still read, for everything else that is wrong. */
function withOtherProblems(
  source: ScenarioSource,
  problems: readonly Problem[],
  options: ReadOptions,
): Read<never> {
  const any = source.readParameters(source.parameterIds[0] ?? "");
  const read = any.ok ? readScenario(source.text, any.value, options) : any;
  const others = read.ok ? [] : read.problems;
  const isNew = (one: Problem) => !problems.some(({ path }) => path === one.path);
  return { ok: false, problems: [...problems, ...others.filter(isNew)] };
}

/** The scenario that a journal was begun with: the same files, length, variant and excursion. */
export function loadPlayed(header: HeaderLine, directory?: string): Read<LoadedScenario> {
  const { id, file, length, variant, excursion } = header.scenario;
  const options = {
    length,
    variant: variant ?? undefined,
    patch: (excursion ?? undefined) as readonly PatchOperation[] | undefined,
  };
  const loaded = loadScenario(file ?? id, options, directory);
  if (!loaded.ok) return loaded;
  const problems = fitProblems(header, loaded.value.scenario);
  return problems.length > 0 ? { ok: false, problems } : loaded;
}

/** The text of the parameters that a scenario names; those of one that names none are not found. */
function parametersOf(source: ScenarioSource): Read<string> {
  const json = parseJson(source.text);
  if (!json.ok) return json;
  return source.readParameters(namedParameters(json.value));
}

function namedParameters(json: unknown): Id {
  if (typeof json !== "object" || json === null || !("parameters" in json)) return "";
  return typeof json.parameters === "string" ? json.parameters : "";
}
