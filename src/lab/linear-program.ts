/** Maximise `objective · x` over x with every row kept; a variable is from 0 unless it is free. */
export interface LinearProgram {
  readonly objective: readonly number[];
  readonly rows: readonly LinearRow[];
  /** Variables that may be negative. */
  readonly free: readonly boolean[];
}

/** `coefficients · x` is at least, or exactly, a bound. */
interface LinearRow {
  readonly coefficients: readonly number[];
  readonly relation: "atLeast" | "equal";
  readonly bound: number;
}

/** The greatest value and where it is reached. */
export interface LinearSolution {
  readonly value: number;
  readonly x: readonly number[];
}

/** Solves a linear program that has a solution; the library behind it is loaded at the edge. */
export type SolveLinear = (program: LinearProgram) => LinearSolution;
