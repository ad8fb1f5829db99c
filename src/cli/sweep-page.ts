import type { PointRuns } from "../lab/responses.ts";
import { type Sweep, sweepOf } from "../lab/sweep.ts";
import { type Document, isTime, type PlotFoot, sweepSections } from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { gameLine } from "./experiment-document.ts";
import { experimentPage, type Kept } from "./experiment-page.ts";
import { planSweep, readSweep, type SweepAsked } from "./sweep-asked.ts";
import { sweepResultsOf } from "./sweep-results.ts";
import { wrongWaysTold } from "./sweep-wrong-way.ts";

/** What was found by now. */
export function sweepFound({ subject, seed }: SweepAsked, points: readonly PointRuns[]): Sweep {
  const { measures } = subject.run.scenario.file;
  const isTimed = (id: string) => measures[id] !== undefined && isTime(measures[id]);
  return sweepOf(subject.asked, points, seed, isTimed);
}

/** What stands under every picture of a sweep. */
export function sweepFoot({ subject, seed }: SweepAsked, points: readonly PointRuns[]): PlotFoot {
  const { setup, hash } = subject.run.scenario;
  const runs = points.reduce((sum, { sample }) => sum + sample.runs, 0);
  return { scenario: setup.id, hash, seed, runs };
}

/** A sweep as a page. */
export function sweepPage(
  swept: SweepAsked,
  points: readonly PointRuns[],
  found: Sweep,
  remark: string | null = null,
): Document {
  const { subject, seed } = swept;
  const { asked, run } = subject;
  const page = {
    command: "sweep",
    title: asked.title,
    loaded: run,
    seed,
    runs: Math.min(...points.map(({ sample }) => sample.runs)),
    asked: asked.runs,
    games: [
      gameLine("As written", { ...run, excursion: null }),
      `${points.length} points of ${asked.factors.map(({ title }) => title).join(", ")}, all on the same dice.`,
    ],
    isDecided: false,
    design: sweepResultsOf(swept, points).design,
    remark,
  };
  return experimentPage(
    page,
    sweepSections(asked, found, wrongWaysTold(swept, points), sweepFoot(swept, points)),
  );
}

/** A sweep that a directory holds. */
export function keptSweep(_name: string | null, directory: string): Read<Kept> {
  const asked = readSweep(undefined, { resume: directory });
  if (!asked.ok) return asked;
  const planned = planSweep(asked.value);
  if (!planned.ok) return planned;
  const { plan, points } = planned.value;
  return {
    ok: true,
    value: {
      of: sweepResultsOf(asked.value, points),
      experiment: plan.experiment(),
      page: (remark) => sweepPage(asked.value, points, sweepFound(asked.value, points), remark),
    },
  };
}
