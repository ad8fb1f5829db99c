/** Runs of one yes-or-no question so far, looked at as often as one likes. */
export interface Sequence {
  readonly cases: number;
  readonly n: number;
  /** ln of the chance of this very sequence when every share was as likely as any other. */
  readonly logMixture: number;
}

/** A sequence before its first run. */
export const EMPTY_SEQUENCE: Sequence = { cases: 0, n: 0, logMixture: 0 };

/** A sequence with further runs, each yes or no; by Laplace's rule of succession, run by run. */
export function extended(before: Sequence, passed: readonly boolean[]): Sequence {
  let { cases, n, logMixture } = before;
  for (const yes of passed) {
    logMixture += Math.log((yes ? cases + 1 : n - cases + 1) / (n + 2));
    n += 1;
    if (yes) cases += 1;
  }
  return { cases, n, logMixture };
}

/**
 * Whether the runs tell a share from the true one with an error of at most `error`, however often
 * they are looked at: the mixture's likelihood over the share's passes 1/error (Robbins 1970; Ville's
 * inequality, as in Howard, Ramdas, McAuliffe and Sekhon 2021).
 */
export function isExcluded(sequence: Sequence, share: number, error: number): boolean {
  return evidenceAgainst(sequence, share) >= -Math.log(error);
}

function evidenceAgainst({ cases, n, logMixture }: Sequence, share: number): number {
  return logMixture - xLogY(cases, share) - xLogY(n - cases, 1 - share);
}

/** x ln y, 0 where x is 0. */
function xLogY(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(y);
}

/** Where the sequence stands: the shares that it does not exclude, an interval that holds at every look. */
export function sequenceInterval(
  sequence: Sequence,
  error: number,
): { readonly low: number; readonly high: number } {
  const { cases, n } = sequence;
  if (n === 0) return { low: 0, high: 1 };
  const found = cases / n;
  return {
    low: cases === 0 ? 0 : edge(sequence, error, 0, found),
    high: cases === n ? 1 : edge(sequence, error, 1, found),
  };
}

const HALVINGS = 50;

/** The evidence against a share grows from what was found to either end: the edge by halving. */
function edge(sequence: Sequence, error: number, end: number, found: number): number {
  let [out, inside] = [end, found];
  for (let round = 0; round < HALVINGS; round++) {
    const middle = (out + inside) / 2;
    if (isExcluded(sequence, middle, error)) out = middle;
    else inside = middle;
  }
  return out;
}

/** On which side of a threshold a sequence clearly lies; open while the threshold is not excluded. */
export type Decision = "above" | "below" | "open";

/** Tells whether the share lies above or below a threshold, with an error of at most `error`. */
export function decisionOf(sequence: Sequence, threshold: number, error: number): Decision {
  if (!isExcluded(sequence, threshold, error)) return "open";
  return sequence.cases > threshold * sequence.n ? "above" : "below";
}
