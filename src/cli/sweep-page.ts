import type { PointRuns } from "../lab/responses.ts";
import { type Sweep, sweepOf } from "../lab/sweep.ts";
import {
  type Document,
  type PlotFoot,
  sweepSections,
  type WrongWayTold,
} from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { gameLine } from "./experiment-document.ts";
import { experimentPage, type Kept } from "./experiment-page.ts";
import { planSweep, readSweep, type SweepAsked, timedIn } from "./sweep-asked.ts";
import { sweepResultsOf } from "./sweep-results.ts";
import { wrongWaysTold } from "./sweep-wrong-way.ts";

/** What was found by now. */
export function sweepFound(asked: SweepAsked, points: readonly PointRuns[]): Sweep {
  return sweepOf(asked.subject.asked, points, asked.seed, timedIn(asked));
}

/** What stands under every picture of a sweep. */
export function sweepFoot({ subject, seed }: SweepAsked, points: readonly PointRuns[]): PlotFoot {
  const { setup, hash } = subject.run.scenario;
  const runs = points.reduce((sum, { sample }) => sum + sample.runs, 0);
  return { scenario: setup.id, hash, seed, runs };
}

/** What is told of a sweep. */
export interface SweepTold {
  readonly found: Sweep;
  readonly wrongWays: readonly WrongWayTold[];
}

/** A sweep as a page. */
export function sweepPage(
  swept: SweepAsked,
  points: readonly PointRuns[],
  { found, wrongWays }: SweepTold,
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
  return experimentPage(page, sweepSections(asked, found, wrongWays, sweepFoot(swept, points)));
}

/** A sweep that a directory holds. */
export function keptSweep(name: string | null, directory: string): Read<Kept> {
  const asked = readSweep(undefined, { resume: directory, scenario: name ?? undefined });
  if (!asked.ok) return asked;
  const planned = planSweep(asked.value);
  if (!planned.ok) return planned;
  const { plan, points } = planned.value;
  const of = sweepResultsOf(asked.value, points);
  const page = (remark: string | null) => {
    const found = sweepFound(asked.value, points);
    // Runs of other rules cannot be played again by ours: what parted them is not to be seen.
    const wrongWays = wrongWaysTold(asked.value, points, remark === null);
    return {
      ok: true,
      value: sweepPage(asked.value, points, { found, wrongWays }, remark),
    } as const;
  };
  return { ok: true, value: { of, experiment: plan.experiment(), page } };
}
