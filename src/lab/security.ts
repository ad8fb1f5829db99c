/** Payoffs to Red: a row for each of Red's courses of action, a column for each of Blue's. */
export type Payoffs = readonly (readonly number[])[];

/** The best that a side can be sure of with a single course of action (pure security level). */
export interface Security {
  /** Index of the course of action. */
  readonly choice: number;
  readonly level: number;
}

/** Security levels: Red's best worst payoff and Blue's least best one; equal only at a saddle. */
export function securityLevels(payoffs: Payoffs): {
  readonly red: Security;
  readonly blue: Security;
} {
  const worst = payoffs.map((row) => Math.min(...row));
  const best = columnsOf(payoffs).map((column) => Math.max(...column));
  const red = Math.max(...worst);
  const blue = Math.min(...best);
  return {
    red: { choice: worst.indexOf(red), level: red },
    blue: { choice: best.indexOf(blue), level: blue },
  };
}

/** The columns of a matrix, as rows. */
export function columnsOf<T>(matrix: readonly (readonly T[])[]): T[][] {
  return matrix[0]?.map((_, at) => matrix.map((row) => row[at] as T)) ?? [];
}
