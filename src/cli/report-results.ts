import { readDesign, recallResults } from "../edge/results.ts";
import type { Problem } from "../engine/index.ts";
import { ENGINE_VERSION } from "../engine/index.ts";
import type { Document } from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { type Kept, tooLittle } from "./experiment-page.ts";
import { NOT_SHIPPED } from "./saved-design.ts";

type Reader = (name: string | null, directory: string) => Read<Kept>;

/** How the results of each command are read; a module of its own each. */
const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  run: async () => (await import("./run-page.ts")).keptRun,
  compare: async () => (await import("./compare-page.ts")).keptCompare,
  sweep: async () => (await import("./sweep-page.ts")).keptSweep,
  ledger: async () => (await import("./ledger-results.ts")).keptLedger,
  claim: async () => (await import("./claim-page.ts")).keptClaim,
  matrix: async () => (await import("./matrix-solved.ts")).keptMatrix,
};

/**
 * The page of the experiment that a directory holds, or every problem; `name` is its scenario where
 * that does not ship. Nothing is played but what a design's digests take.
 */
export async function resultsDocument(
  directory: string,
  name: string | null,
): Promise<Read<Document>> {
  const design = readDesign(directory);
  if (!design.ok) return design;
  const { command } = design.value as { readonly command?: unknown };
  const reader =
    typeof command === "string" && Object.hasOwn(READERS, command) ? READERS[command] : undefined;
  if (reader === undefined) return refused(unknown);
  const kept = (await reader())(name, directory);
  if (!kept.ok) return { ok: false, problems: kept.problems.map(inDesign) };
  const { of, experiment, page } = kept.value;
  const recalled = recallResults(directory, of, experiment);
  if (!recalled.ok) return recalled;
  const { runs, otherEngine } = recalled.value;
  if (runs < FEWEST) return tooLittle(`${runs} runs that count`, String(FEWEST));
  const told = await page(otherEngine === null ? null : remarkOn(otherEngine));
  return told.ok ? told : { ok: false, problems: told.problems.map(inDesign) };
}

/** Runs from which anything can be told. */
const FEWEST = 2;

/** The directory was named as one, and not by `--resume`; its scenario is by a flag. */
function inDesign(problem: Problem): Problem {
  const here = problem.path === "/resume" ? { ...problem, path: "" } : problem;
  return problem.code === NOT_SHIPPED ? { ...here, hint: "--scenario FILE.json names it" } : here;
}

function remarkOn(engine: string): string {
  return `These runs were played by other rules than those of this program (engine ${engine}; this is ${ENGINE_VERSION}): they are told as they were, and cannot be played again by it.`;
}

const unknown: Problem = {
  code: "results.design",
  path: "",
  message:
    "found a directory without the results of an experiment, expected those that --out keeps",
  hint: "name a saved game, or the directory itself",
};

function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}
