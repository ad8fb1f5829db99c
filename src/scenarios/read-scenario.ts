import { type Problem, type Setup, digestOf } from "../engine/index.ts";
import { type Fitted, type Pair, change, fit, tryVariants } from "./assemble.ts";
import { checkParameters, checkScenario } from "./checks/scenario.ts";
import { compileParameters } from "./compile-parameters.ts";
import { compileScenario } from "./compile.ts";
import { type Json, parseJson, parseLeniently } from "./json.ts";
import { problemAt } from "./loose.ts";
import type { PatchOperation } from "./patch.ts";
import { type Read, problemsIn, readOf, refuse, withProblems } from "./read.ts";
import type { ParametersFile } from "./schema/parameters.ts";
import type { ScenarioFile } from "./schema/scenario.ts";
import { describe, listSome, nearest } from "./text.ts";

/** What of a scenario to play: its default length, no variant and no patch unless named. */
export interface ReadOptions {
  readonly length?: string | undefined;
  readonly variant?: string | undefined;
  /** An excursion: applied after the variant. */
  readonly patch?: readonly PatchOperation[] | undefined;
  /** Whether every variant must be playable too: for whoever checks a file before it is shared. */
  readonly everyVariant?: boolean | undefined;
}

/** A scenario ready to play, with the files it came from and the digests of their data as written. */
export interface Scenario {
  readonly setup: Setup;
  /** The scenario with defaults, variant and patch. */
  readonly file: ScenarioFile;
  /** The parameters with this scenario's overrides. */
  readonly parametersFile: ParametersFile;
  readonly hash: string;
  readonly parametersHash: string;
}

/** Texts of a scenario and of its parameters → a Scenario, or every problem of both. Never throws. */
export function readScenario(
  text: string,
  parametersText: string,
  options: ReadOptions = {},
): Read<Scenario> {
  const pair = readPair(text, parametersText);
  if (!pair.ok) return pair;
  const fitted = assemble(pair.value, options);
  return fitted.ok ? scenarioOf(pair.value, fitted.value, options.length) : fitted;
}

/** Text of a parameter file → its data and digest, or every problem. */
export function readParameters(
  text: string,
): Read<{ readonly file: ParametersFile; readonly hash: string }> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const file = checkParameters(json.value);
  return file.ok ? { ok: true, value: { file: file.value, hash: digestOf(json.value) } } : file;
}

function readPair(text: string, parametersText: string): Read<Pair> {
  const { value: data, problems } = parseLeniently(text);
  const numbers = parseLeniently(parametersText);
  const file = checked(data, problems, (json) => checkScenario(json, numbers.value));
  const parametersFile = checked(numbers.value, numbers.problems, checkParameters);
  if (!file.ok || !parametersFile.ok || data === undefined || numbers.value === undefined) {
    return refuse([...problemsIn(file), ...problemsIn(parametersFile).map(ofParameters)]);
  }
  const value = {
    data,
    file: file.value,
    parameters: numbers.value,
    parametersFile: parametersFile.value,
  };
  return { ok: true, value };
}

/** The text's own problems together with those of what it says. */
function checked<T>(
  data: Json | undefined,
  problems: readonly Problem[],
  check: (data: Json) => Read<T>,
): Read<T> {
  return data === undefined ? refuse(problems) : withProblems(check(data), problems);
}

function ofParameters(problem: Problem): Problem {
  return {
    ...problem,
    code: `parameters.${problem.code}`,
    message: `in the parameters: ${problem.message}`,
  };
}

function assemble(pair: Pair, options: ReadOptions): Read<Fitted> {
  const { variants } = pair.file;
  const choices = choiceProblems("variant", options.variant, variants);
  if (choices.length > 0) return refuse(choices);
  const others = options.everyVariant === true ? tryVariants(pair) : [];
  if (others.length > 0) return refuse([...problemsIn(fit(pair)), ...others]);
  return options.variant === undefined && options.patch === undefined
    ? fit(pair)
    : change(pair, options);
}

function choiceProblems(
  kind: "length" | "variant",
  asked: string | undefined,
  choices: object,
): Problem[] {
  if (asked === undefined || Object.hasOwn(choices, asked)) return [];
  const near = nearest(asked, Object.keys(choices));
  const hint =
    near === undefined ? `there are: ${listSome(Object.keys(choices))}` : `did you mean "${near}"?`;
  return [
    problemAt(
      [`${kind}s`],
      `${kind}.unknown`,
      `found ${describe(asked)}, expected a ${kind} of this scenario`,
      hint,
    ),
  ];
}

function scenarioOf(
  pair: Pair,
  { file, parametersFile }: Fitted,
  asked: string | undefined,
): Read<Scenario> {
  const length = asked ?? file.length;
  return readOf(choiceProblems("length", asked, file.lengths), () => ({
    setup: compileScenario(file, compileParameters(parametersFile), file.lengths[length]!),
    file,
    parametersFile,
    hash: digestOf(pair.data),
    parametersHash: digestOf(pair.parameters),
  }));
}
