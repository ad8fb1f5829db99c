/** What a property that failed says: the smallest case, told value by value, and the line that shows it again. */
import { relative } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";

/** Throws when a property failed, with a text that a person can read; fast-check calls it after each. */
export function reportProperty<T>(run: fc.RunDetails<T>): void {
  if (!run.failed) return;
  if (run.counterexamplePath === null) throw new Error(fc.defaultReportMessage(run));
  throw new Error(failureText(run), { cause: run.errorInstance });
}

function failureText<T>(run: fc.RunDetailsFailureProperty<T>): string {
  const why = run.errorInstance instanceof Error ? run.errorInstance.message : run.errorInstance;
  return [
    `Fails in case ${run.numRuns}, made smaller ${run.numShrinks} times: ${why}`,
    ...(run.counterexample as readonly unknown[]).map((value) => fc.stringify(value)),
    `Again: ${againLine(run)}`,
  ].join("\n");
}

function againLine<T>({ seed, counterexamplePath }: fc.RunDetailsFailureProperty<T>): string {
  const { testPath = "", currentTestName = "" } = expect.getState();
  const title = currentTestName
    .split(" > ")
    .at(-1)!
    .replaceAll(/[^\p{L}\p{N} ,;:]/gu, ".");
  const file = relative(process.cwd(), testPath).replaceAll("\\", "/");
  return `TADMOR_CASE=${seed}:${counterexamplePath} npx vitest run ${file} -t "${title}"`;
}
