import { sampleCorrelation } from "simple-statistics";

/** Ranks from 1 of values, equal values sharing the middle of their ranks; infinite ones may be. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, at) => at);
  order.sort((a, b) => compare(values[a] as number, values[b] as number));
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    const value = values[order[from] as number];
    while (to + 1 < order.length && values[order[to + 1] as number] === value) to++;
    for (let at = from; at <= to; at++) ranks[order[at] as number] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Spearman's rank correlation, -1 to 1; null when one of the two does not vary. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  const found = a.length < 3 ? Number.NaN : sampleCorrelation(ranksOf(a), ranksOf(b));
  return Number.isFinite(found) ? found : null;
}

/**
 * Partial rank correlation of each factor with a response, the other factors held (PRCC, McKay,
 * Beckman and Conover 1979), from the inverse of the matrix of rank correlations; null where the
 * columns are too few or depend on each other.
 */
export function partialRankCorrelations(
  factors: readonly (readonly number[])[],
  response: readonly number[],
): (number | null)[] {
  const columns = [...factors, response];
  const correlations = columns.map((a) => columns.map((b) => rankCorrelation(a, b)));
  const inverse = correlations.flat().includes(null)
    ? null
    : inverseOf(correlations as readonly (readonly number[])[]);
  const last = factors.length;
  return factors.map((_, at) => {
    if (inverse === null || response.length <= columns.length) return null;
    const cell = (row: number, column: number) => inverse[row]?.[column] as number;
    const partial = -cell(at, last) / Math.sqrt(cell(at, at) * cell(last, last));
    return Number.isFinite(partial) ? partial : null;
  });
}

const SINGULAR = 1e-9;

/** Gauss-Jordan with the largest pivot; null when a matrix has no inverse worth trusting. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [
    ...row,
    ...row.map((_, column) => (column === at ? 1 : 0)),
  ]);
  for (let column = 0; column < size; column++) {
    const pivot = largestBelow(rows, column);
    if (Math.abs(rows[pivot]?.[column] as number) < SINGULAR) return null;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    eliminate(rows, column);
  }
  return rows.map((row) => row.slice(size));
}

function largestBelow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  const size = (row: number) => Math.abs(rows[row]?.[column] as number);
  for (let row = column + 1; row < rows.length; row++) if (size(row) > size(best)) best = row;
  return best;
}

function eliminate(rows: number[][], column: number): void {
  const pivot = rows[column] as number[];
  const by = pivot[column] as number;
  for (let at = 0; at < pivot.length; at++) pivot[at] = (pivot[at] as number) / by;
  for (const row of rows) {
    if (row === pivot) continue;
    const times = row[column] as number;
    for (let at = 0; at < row.length; at++) {
      row[at] = (row[at] as number) - times * (pivot[at] as number);
    }
  }
}
