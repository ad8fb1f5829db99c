import { counted } from "./wording.ts";

/** What every picture names, so that it can be made again. */
export interface PlotFoot {
  readonly scenario: string;
  readonly hash: string;
  readonly seed: string;
  readonly runs: number;
}

/** A number with the ends of its interval. */
export interface Whisker {
  readonly found: number;
  readonly low: number;
  readonly high: number;
}

/** How often a measure had which value. */
export interface HistogramData {
  readonly title: string;
  /** What is counted along the axis: "turn", "men". */
  readonly unit: string;
  /** From `from` to below `to`; both are the value itself where bins are single whole numbers. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Runs without a value, and what that means: "not by turn 12". */
  readonly without: { readonly count: number; readonly words: string } | null;
}

/** The share of runs in which something had happened by each turn, with its band. */
export interface CurveData {
  readonly title: string;
  readonly turns: readonly (Whisker & { readonly turn: number; readonly label: string })[];
}

/** A response over two factors; a cell without runs is null. */
export interface HeatData {
  readonly title: string;
  readonly x: { readonly title: string; readonly levels: readonly number[] };
  readonly y: { readonly title: string; readonly levels: readonly number[] };
  /** By the level of y, then of x. */
  readonly cells: readonly (readonly (number | null)[])[];
}

/** A response over one factor, in rising order of its levels. */
export interface ResponseData {
  readonly title: string;
  /** The factor's title. */
  readonly x: string;
  readonly points: readonly (Whisker & { readonly at: number })[];
}

/** Effects of factors on one response, in its unit, in the order they are drawn. */
export interface TornadoData {
  readonly title: string;
  readonly bars: readonly (Whisker & {
    readonly title: string;
    /** On whose word the factor stands; empty when nobody is asked. */
    readonly source: string;
  })[];
}

/** A payoff matrix: to Red, a row for each of Red's courses of action. */
export interface MatrixData {
  readonly title: string;
  readonly red: readonly MatrixChoice[];
  readonly blue: readonly MatrixChoice[];
  readonly cells: readonly (readonly Whisker[])[];
}

/** One course of action of a matrix. */
interface MatrixChoice {
  readonly title: string;
  /** Its share in the equilibrium mix. */
  readonly weight: number;
  readonly isStruck: boolean;
}

/** The line under every picture. */
export function footText({ scenario, hash, seed, runs }: PlotFoot): string {
  return `In this model: scenario ${scenario}, ${hash.slice(0, 16)}…, seed ${seed}, ${counted(runs, "run")}`;
}
