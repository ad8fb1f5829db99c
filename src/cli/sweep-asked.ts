import { readTextFile } from "../edge/files.ts";
import type { Problem } from "../engine/index.ts";
import { pointsOfDesign } from "../lab/design-points.ts";
import { type Plan, planOn } from "../lab/experiment.ts";
import type { PointRuns } from "../lab/responses.ts";
import {
  type Design,
  type FactorValues,
  type Json,
  LARGEST_FILE_BYTES,
  type Read,
  readDesign,
} from "../scenarios/index.ts";
import { jobsAsked } from "./drive.ts";
import { DEFAULT_SEED, type SharedFlags } from "./flags.ts";
import { type ResultsFlags, resultsProblems } from "./keep-results.ts";
import { type LoadedSubject, subjectOf } from "./load-subject.ts";
import { savedDesign } from "./saved-design.ts";
import { missingFile } from "./usage.ts";

/** Flags of `tadmor sweep`. */
export interface SweepFlags extends SharedFlags, ResultsFlags {
  readonly jobs?: string | undefined;
}

/** What `tadmor sweep` is asked for, read and checked. */
export interface SweepAsked {
  readonly subject: LoadedSubject<Design>;
  /** The design's file as data. */
  readonly file: Json;
  readonly seed: string;
  readonly jobs: number;
  readonly flags: SweepFlags;
}

/** Reads a design from its file, or from the directory that is gone on with; or every problem. */
export function readSweep(file: string | undefined, flags: SweepFlags): Read<SweepAsked> {
  const jobs = jobsAsked(flags);
  const saved = flags.resume === undefined ? null : savedDesign(flags.resume, "sweep");
  const design = saved?.ok === true ? saved.value : null;
  const kept = design?.question["design"];
  const text =
    file === undefined && kept !== undefined
      ? ({ ok: true, value: JSON.stringify(kept) } as const)
      : textOf(file);
  const subject = text.ok ? subjectOf(text.value, readDesign) : text;
  const problems = [
    ...(typeof jobs === "number" ? [] : [jobs]),
    ...resultsProblems(flags),
    ...(saved?.ok === false ? saved.problems : []),
    ...(subject.ok ? [] : subject.problems),
  ];
  if (problems.length > 0 || !subject.ok || !text.ok) return { ok: false, problems };
  return {
    ok: true,
    value: {
      subject: subject.value,
      file: JSON.parse(text.value) as Json,
      seed: flags.seed ?? design?.seed ?? DEFAULT_SEED,
      jobs: jobs as number,
      flags,
    },
  };
}

function textOf(file: string | undefined): Read<string> {
  return file === undefined
    ? { ok: false, problems: [missingFile("a design")] }
    : readTextFile(file, LARGEST_FILE_BYTES);
}

/** All points of a design on common seeds, planned; or why one of them is no scenario. */
export function planSweep({
  subject,
  seed,
}: SweepAsked): Read<{ readonly plan: Plan; readonly points: readonly PointRuns[] }> {
  const plan = planOn(seed, "abreast");
  const points: PointRuns[] = [];
  for (const values of pointsOfDesign(subject.asked)) {
    const game = subject.gameAt(values);
    if (!game.ok) return { ok: false, problems: game.problems.map((one) => atPoint(one, values)) };
    points.push({ values, sample: plan.sampleOf(game.value, subject.asked.runs) });
  }
  return { ok: true, value: { plan, points } };
}

function atPoint(problem: Problem, values: FactorValues): Problem {
  return { ...problem, message: `at the point ${pointName(values)}: ${problem.message}` };
}

/** A point in a table: "men=600 sorties=3". */
export function pointName(values: FactorValues): string {
  return Object.entries(values)
    .map(([id, value]) => `${id}=${value}`)
    .join(" ");
}
