import type { Id } from "../engine/index.ts";
import type { ScenarioFile } from "../scenarios/index.ts";
import type { Estimate } from "./estimates.ts";
import { type Experiment, planOn } from "./experiment.ts";
import { answerLever, type Lever, type LeverAnswer } from "./levers.ts";
import type { Game } from "./replicate.ts";
import type { Sample } from "./sample.ts";
import {
  type Answer,
  answerTarget,
  type Distribution,
  distributionOf,
  shareOfRuns,
  type Target,
} from "./targets.ts";
import { isTime } from "../reports/index.ts";

/** A lever with the games that it compares, both of one length. */
export interface LeverGames {
  readonly lever: Lever;
  readonly without: Game;
  readonly changed: Game;
}

/** What a backtest asks: all of one scenario. */
export interface BacktestAsked {
  readonly game: Game;
  readonly seed: string;
  readonly runs: number;
  /** Pairs of runs a lever. */
  readonly pairs: number;
  readonly targets: Readonly<Record<Id, Target>>;
  readonly reports: ScenarioFile["reports"];
  readonly conflicts: ScenarioFile["record"]["conflicts"];
  readonly levers: Readonly<Record<Id, LeverGames>>;
}

/** What the runs that were played say; in this model. */
export interface BacktestResult {
  /** Runs of the scenario itself. */
  readonly runs: number;
  readonly targets: Readonly<Record<Id, Answer>>;
  readonly reports: Readonly<Record<Id, Distribution>>;
  /** For each conflict, the share of runs that each of its positions describes; null where none is said. */
  readonly conflicts: Readonly<Record<Id, readonly (Estimate | null)[]>>;
  /** For each lever, an answer to each of its questions. */
  readonly levers: Readonly<Record<Id, readonly LeverAnswer[]>>;
}

/** A backtest in the making: its runs, and what the runs so far say. */
export interface Backtest extends Experiment {
  result(): BacktestResult;
}

/** Plans a backtest: the scenario's own runs first, then those of each lever. */
export function planBacktest(asked: BacktestAsked): Backtest {
  const plan = planOn(asked.seed);
  const sample = plan.sampleOf(asked.game, asked.runs);
  const levers = mapped(asked.levers, ({ lever, without, changed }) => ({
    lever,
    without: plan.sampleOf(without, asked.pairs),
    changed: plan.sampleOf(changed, asked.pairs),
  }));
  return {
    ...plan.experiment(),
    result: () => ({
      runs: sample.runs,
      targets: mapped(asked.targets, (target) => answerTarget(target, sample)),
      reports: mapped(asked.reports, ({ measure }) => shownOf(asked.game, measure, sample)),
      conflicts: conflictsOf(asked, sample),
      levers: mapped(levers, ({ lever, without, changed }) =>
        lever.measures.map((one) => answerLever(one, without, changed)),
      ),
    }),
  };
}

function shownOf({ asked }: Game, measure: Id, sample: Sample): Distribution {
  const kind = asked[measure];
  return distributionOf(measure, sample, kind !== undefined && isTime(kind));
}

/** Conflicts of which a position at least says what a run that resembles it looks like. */
function conflictsOf({ conflicts }: BacktestAsked, sample: Sample) {
  const telling = Object.entries(conflicts).filter(([, { positions }]) =>
    positions.some(({ resembles }) => resembles !== undefined),
  );
  return mapped(Object.fromEntries(telling), ({ positions }) =>
    positions.map(({ resembles }) =>
      resembles === undefined ? null : shareOfRuns(resembles, sample),
    ),
  );
}

function mapped<T, U>(all: Readonly<Record<Id, T>>, change: (one: T) => U): Record<Id, U> {
  return Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));
}
