import type { ScenarioFile } from "../scenarios/index.ts";
import { type Estimate, pairedDifference } from "./estimates.ts";
import { passes } from "./holds.ts";
import type { Sample } from "./sample.ts";

/** A change that must show, and what is asked of it. */
export type Lever = ScenarioFile["levers"][string];
/** One of the things asked of a lever. */
export type LeverAsked = Lever["measures"][number];

/**
 * `seen`: the chance moved as expected, by as much. `weak`: as expected, but by less. `dead`: the
 * interval does not clear zero. `backward`: it moved the other way.
 */
export type Verdict = "seen" | "weak" | "dead" | "backward";

/** What a lever did to one chance, pair by pair, in this model. */
export interface LeverAnswer extends Estimate {
  /** The chance without and with the lever; null without a pair. */
  readonly without: number | null;
  readonly with: number | null;
  readonly verdict: Verdict;
}

/** Compares the first runs of two samples that were played with the same seeds. */
export function answerLever(asked: LeverAsked, without: Sample, changed: Sample): LeverAnswer {
  const pairs = Math.min(without.runs, changed.runs);
  const a = passes(asked.test, without, pairs);
  const b = passes(asked.test, changed, pairs);
  const difference = pairedDifference(a, b);
  return {
    ...difference,
    without: shareOf(a),
    with: shareOf(b),
    verdict: verdictOf(difference, asked.expected),
  };
}

function shareOf(passed: readonly number[]): number | null {
  return passed.length === 0 ? null : passed.reduce((sum, one) => sum + one, 0) / passed.length;
}

/** The least change that is to be seen at all; more, where it is asked for, the interval must reach. */
const VISIBLE = 0.05;

/** Judges a change of a chance with its interval by what was expected of it. */
export function verdictOf(
  { found, low, high }: Estimate,
  { change, atLeast }: LeverAsked["expected"],
): Verdict {
  if (found === null || (low <= 0 && high >= 0)) return "dead";
  const isUp = change === "up";
  if (found > 0 !== isUp) return "backward";
  const reach = isUp ? high : -low;
  return Math.abs(found) >= VISIBLE && reach >= atLeast ? "seen" : "weak";
}
