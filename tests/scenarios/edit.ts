import type { Problem } from "../../src/engine/index.ts";
import { readScenario } from "../../src/scenarios/index.ts";
import { type AuthoredScenario, ERC_1, smallScenario } from "../support/small-scenario.ts";

/** The small scenario as a loose tree that a test may spoil. */
// oxlint-disable-next-line typescript/no-explicit-any -- a broken file has no type
export type Draft = any;

/** Text of the small scenario after an edit that no type would allow. */
export function edited(edit: (draft: Draft) => void): string {
  const draft: AuthoredScenario = smallScenario();
  edit(draft);
  return JSON.stringify(draft);
}

/** The problems of a scenario's text with the shipped parameters; empty when it reads. */
export function problemsOf(text: string, parameters = ERC_1): readonly Problem[] {
  const read = readScenario(text, parameters);
  return read.ok ? [] : read.problems;
}

/** Problems as `code path` lines. */
export function linesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ code, path }) => `${code} ${path}`);
}
