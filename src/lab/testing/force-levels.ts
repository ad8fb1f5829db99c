import fc from "fast-check";
import {
  type Factor,
  type FactorValues,
  type Scenario,
  uncertainNumbers,
} from "../../scenarios/index.ts";
import { lastPlace, pointAt, type Ranged } from "../factor-grid.ts";

/** Places on the grids of factors, each as likely; they shrink to the low ends. */
export function placesIn(factors: readonly Ranged[]): fc.Arbitrary<number[]> {
  return fc.tuple(
    ...factors.map((factor) => fc.noBias(fc.integer({ min: 0, max: lastPlace(factor) }))),
  );
}

/** Force levels within the ranges of factors; they shrink to the smallest. */
export function forceLevels(factors: readonly Ranged[]): fc.Arbitrary<FactorValues> {
  return placesIn(factors).map((places) => pointAt(factors, places));
}

/** The men of each formation of a scenario, within the low and high of its estimate. */
export function estimatedMen(scenario: Scenario): Factor[] {
  return uncertainNumbers(scenario, ["/formations/"])
    .map(({ factor }) => factor)
    .filter(({ pointers }) => pointers[0]?.endsWith("/men"));
}
