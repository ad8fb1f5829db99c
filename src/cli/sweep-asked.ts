import type { Problem } from "../engine/index.ts";
import { pointsOfDesign } from "../lab/design-points.ts";
import { type Plan, planOn } from "../lab/experiment.ts";
import type { PointRuns } from "../lab/responses.ts";
import { isTimed } from "../lab/summarise.ts";
import { type Design, type FactorValues, type Read, readDesign } from "../scenarios/index.ts";
import { readSubject, type SubjectAsked, type SubjectFlags } from "./subject-asked.ts";

/** Flags of `tadmor sweep`. */
export type SweepFlags = SubjectFlags;

/** What `tadmor sweep` is asked for, read and checked. */
export interface SweepAsked extends SubjectAsked<Design> {
  readonly flags: SweepFlags;
}

/** Reads a design from its file, or from the directory that is gone on with; or every problem. */
export function readSweep(file: string | undefined, flags: SweepFlags): Read<SweepAsked> {
  const kind = { command: "sweep", key: "design", read: readDesign } as const;
  const asked = readSubject(kind, file, flags);
  return asked.ok ? { ok: true, value: { ...asked.value, flags } } : asked;
}

/** Whether a measure of a design's scenario is a turn. */
export function timedIn({ subject }: SweepAsked): (measure: string) => boolean {
  const asked = subject.run.scenario.file.measures;
  return (measure) => isTimed({ asked }, measure);
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
