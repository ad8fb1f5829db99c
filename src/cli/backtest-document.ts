import type { BacktestResult } from "../lab/backtest.ts";
import { type Estimate, LEVEL } from "../lab/estimates.ts";
import type { LeverAnswer } from "../lab/levers.ts";
import type { Answer } from "../lab/targets.ts";
import type { BacktestTold } from "../reports/index.ts";
import { documentHead, finite } from "./experiment-document.ts";
import type { LoadedBacktest } from "./load-backtest.ts";

/** A backtest as other programs read it. */
export function backtestDocument(
  loaded: LoadedBacktest,
  { seed, runs, pairs }: { readonly seed: string; readonly runs: number; readonly pairs: number },
  result: BacktestResult,
): object {
  const { run, asked, notAsked } = loaded;
  const { file } = run.scenario;
  return {
    ...documentHead(run, seed),
    asked: runs,
    runs: result.runs,
    level: LEVEL,
    targets: entriesOf(result.targets).map(([id, answer]) => ({
      id,
      what: file.targets[id]?.title,
      question: file.targets[id]?.question ?? null,
      sources: file.targets[id]?.sources ?? [],
      ...answerDocument(answer),
    })),
    notAsked: entriesOf(notAsked).map(([id, turns]) => ({ id, turns })),
    reports: entriesOf(result.reports).map(([id, { quantiles, without, n }]) => ({
      id,
      what: asked.reports[id]?.title,
      quantiles: quantiles.map((one) => ({ p: one.p, ...estimateDocument(one) })),
      without,
      n,
      figure: figureOf(loaded, id),
    })),
    conflicts: entriesOf(result.conflicts).map(([id, shares]) => ({
      id,
      question: asked.conflicts[id]?.question,
      positions: shares.map((share, at) => ({
        text: asked.conflicts[id]?.positions[at]?.text,
        sources: asked.conflicts[id]?.positions[at]?.sources,
        resembling: share === null ? null : estimateDocument(share),
      })),
    })),
    levers: entriesOf(result.levers).map(([id, answers]) => ({
      id,
      what: file.levers[id]?.title,
      pairs,
      measures: answers.map((answer, at) => leverDocument(loaded, id, at, answer)),
    })),
  };
}

function entriesOf<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record);
}

function estimateDocument({ found, low, high, n }: Estimate): object {
  return { found: finite(found), low: finite(low), high: finite(high), n };
}

function answerDocument({ atLeast, atMost, ok, inside, quantiles, ...estimate }: Answer): object {
  const target = { atLeast: finite(atLeast), atMost: finite(atMost) };
  return { target, ...estimateDocument(estimate), ok, inside, quantiles };
}

function figureOf({ run, asked }: LoadedBacktest, id: string): object | null {
  const figure = asked.reports[id]?.figure;
  return (figure === undefined ? undefined : run.scenario.file.record.figures[figure]) ?? null;
}

function leverDocument(
  { asked }: LoadedBacktest,
  id: string,
  at: number,
  { verdict, without, with: changed, ...estimate }: LeverAnswer,
): object {
  const question = asked.levers[id]?.lever.measures[at];
  const { title, expected } = question ?? {};
  return { what: title, expected, without, with: changed, ...estimateDocument(estimate), verdict };
}

/** A backtest as a reader is told it. */
export function backtestTold(loaded: LoadedBacktest, result: BacktestResult): BacktestTold {
  const { run, asked, notAsked } = loaded;
  const { file } = run.scenario;
  return {
    targets: entriesOf(file.targets).map(([id, { title }]) => ({
      title,
      ...(result.targets[id] ?? NOT_ASKED),
      notAsked: notAsked[id] === undefined ? null : `not asked: needs ${notAsked[id]} turns`,
    })),
    reports: entriesOf(asked.reports).flatMap(([id, { title, figure }]) => {
      const distribution = result.reports[id];
      const beside = figure === undefined ? null : (file.record.figures[figure] ?? null);
      return distribution === undefined ? [] : [{ title, ...distribution, figure: beside }];
    }),
    conflicts: entriesOf(result.conflicts).map(([id, shares]) => ({
      question: asked.conflicts[id]?.question ?? id,
      positions: (asked.conflicts[id]?.positions ?? []).map(({ text, sources }, at) => ({
        text,
        sources,
        share: shares[at] ?? null,
      })),
    })),
    levers: entriesOf(asked.levers).flatMap(([id, { lever }]) =>
      lever.measures.flatMap(({ title, expected }, at) => {
        const answer = result.levers[id]?.[at];
        return answer === undefined
          ? []
          : [{ ...answer, title: `${lever.title}: ${title}`, expected }];
      }),
    ),
  };
}

const NOT_ASKED: Answer = {
  found: null,
  low: -Infinity,
  high: Infinity,
  n: 0,
  atLeast: -Infinity,
  atMost: Infinity,
  ok: true,
  inside: false,
  quantiles: [],
};
