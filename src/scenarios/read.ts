import type { Problem } from "../engine/index.ts";
import { MOST_PROBLEMS } from "./limits.ts";

/** What reading a text gives: the value, or every problem found (at least one). */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The problems of a reading; none when it is right. */
export function problemsIn(read: Read<unknown>): readonly Problem[] {
  return read.ok ? [] : read.problems;
}

/** A reading with further problems found in the same text. */
export function withProblems<T>(read: Read<T>, more: readonly Problem[]): Read<T> {
  return more.length === 0 ? read : refuse([...problemsIn(read), ...more]);
}

/** The value when nothing is wrong, else the problems, without repeats and at most 1,000. */
export function readOf<T>(problems: readonly Problem[], value: () => T): Read<T> {
  return problems.length === 0 ? { ok: true, value: value() } : refuse(problems);
}

/** A reading that failed, with its problems: without repeats and at most 1,000. */
export function refuse(problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } {
  const distinct = new Map(
    problems.map((problem) => [`${problem.code} ${problem.path} ${problem.message}`, problem]),
  );
  const all = [...distinct.values()];
  return { ok: false, problems: all.length > MOST_PROBLEMS ? cut(all) : all };
}

function cut(problems: readonly Problem[]): Problem[] {
  const rest = problems.length - MOST_PROBLEMS;
  const more: Problem = {
    code: "problems.more",
    path: "",
    message: `found at least ${rest} more problems, expected none`,
    hint: "mend those above first; many often have one cause",
  };
  return [...problems.slice(0, MOST_PROBLEMS), more];
}
