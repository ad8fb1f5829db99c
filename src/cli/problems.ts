import type { Problem } from "../engine/index.ts";
import { wrap } from "../reports/wrap.ts";
import type { Io } from "./io.ts";

// A file's own keys stand in a problem's path: nothing in them may steer the terminal.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g; // oxlint-disable-line eslint/no-control-regex

/** Prints every problem of one input to standard error. */
export function printProblems(io: Io, input: string, problems: readonly Problem[]): void {
  io.err(problemLines(input, problems).join("\n").concat("\n"));
}

/** Problems as lines: what they are of, then code and path, what was found, and the hint. */
function problemLines(input: string, problems: readonly Problem[]): string[] {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`${safe(input)}: ${count}`, ...problems.flatMap(linesOf)];
}

function linesOf({ code, path, message, hint }: Problem): string[] {
  const at = path === "" ? "" : ` at ${path}`;
  const setting = { width: 80, first: "    ", rest: "    " };
  return [
    safe(`  ${code}${at}`),
    ...wrap(safe(message), setting),
    ...(hint === "" ? [] : wrap(safe(`hint: ${hint}`), setting)),
  ];
}

function safe(text: string): string {
  return text.replaceAll(UNSAFE, "");
}
