/** A straight-line fit of a response to columns, with an intercept. */
export interface LinearFit {
  /** One for each column; response per unit of it. */
  readonly slopes: readonly number[];
  /** The standard error of each slope, from the residuals. */
  readonly errors: readonly number[];
  /** Degrees of freedom of the residuals. */
  readonly freedom: number;
}

const SINGULAR = 1e-10;

/**
 * Ordinary least squares; null where the rows are too few or the columns hang on each other. The
 * columns are centred, and orthogonalised one after the other (Gram and Schmidt, twice).
 */
export function leastSquares(
  columns: readonly (readonly number[])[],
  response: readonly number[],
): LinearFit | null {
  const freedom = response.length - columns.length - 1;
  if (freedom < 1) return null;
  const basis = columns.map(() => [] as number[]);
  // Each column is the sum of the basis by its row of `upper`.
  const upper = columns.map(() => columns.map(() => 0));
  for (const [at, column] of columns.entries()) {
    const size = norm(centred(column));
    let rest = centred(column);
    for (let pass = 0; pass < 2; pass++) {
      for (let before = 0; before < at; before++) {
        const share = dot(basis[before] as number[], rest);
        (upper[before] as number[])[at] = (upper[before]?.[at] as number) + share;
        rest = lessTimes(rest, basis[before] as number[], share);
      }
    }
    const length = norm(rest);
    if (!(length > SINGULAR * size)) return null;
    (upper[at] as number[])[at] = length;
    basis[at] = rest.map((value) => value / length);
  }
  const y = centred(response);
  const shares = basis.map((one) => dot(one, y));
  const residual = basis.reduce((rest, one, at) => lessTimes(rest, one, shares[at] as number), y);
  const variance = dot(residual, residual) / freedom;
  const inverse = inverseOfUpper(upper);
  return {
    slopes: inverse.map((row) => dot(row, shares)),
    errors: inverse.map((row) => Math.sqrt(variance * dot(row, row))),
    freedom,
  };
}

function inverseOfUpper(upper: readonly (readonly number[])[]): number[][] {
  const size = upper.length;
  const inverse = upper.map(() => upper.map(() => 0));
  for (let column = 0; column < size; column++) {
    for (let row = column; row >= 0; row--) {
      let sum = row === column ? 1 : 0;
      for (let k = row + 1; k <= column; k++) {
        sum -= (upper[row]?.[k] as number) * (inverse[k]?.[column] as number);
      }
      (inverse[row] as number[])[column] = sum / (upper[row]?.[row] as number);
    }
  }
  return inverse;
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
}

function norm(values: readonly number[]): number {
  return Math.sqrt(dot(values, values));
}

function lessTimes(a: readonly number[], b: readonly number[], times: number): number[] {
  return a.map((value, at) => value - times * (b[at] as number));
}
