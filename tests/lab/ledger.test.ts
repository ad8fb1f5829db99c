import erfinv from "@stdlib/math-base-special-erfinv";
import fc from "fast-check";
import alea from "seedrandom/lib/alea.js";
import { expect, test } from "vitest";
import { pointsOfDesign } from "../../src/lab/design-points.ts";
import { ledgerOf, nestedRun } from "../../src/lab/ledger.ts";
import { varianceShares } from "../../src/lab/variance-shares.ts";
import type { UncertainNumber } from "../../src/scenarios/index.ts";

/** A normal deviate from a key. */
const normal = (key: string) => Math.SQRT2 * erfinv(2 * alea(key).double() - 1);

/** Points whose means have one variance, runs about them with another. */
function nested(key: string, points: number, runs: number, between: number, within: number) {
  return Array.from({ length: points }, (_, i) => {
    const mean = Math.sqrt(between) * normal(`${key}/${i}`);
    return Array.from(
      { length: runs },
      (_, r) => mean + Math.sqrt(within) * normal(`${key}/${i}/${r}`),
    );
  });
}

test("the variances are those of the book: three groups of two", () => {
  // Means 2, 5, 8 and 2 within each: mean squares 2 x 9 = 18 and 2, so (18 - 2) / 2 = 8 and 2.
  const found = varianceShares([
    [1, 3],
    [4, 6],
    [7, 9],
  ]);
  expect(found).toMatchObject({ between: 8, within: 2, points: 3, runs: 2 });
  expect(found.share.found).toBeCloseTo(0.8, 12);
});

test.each([
  [1, 4, 0.2],
  [1, 1, 0.5],
  [9, 1, 0.9],
  [0, 1, 0],
])(
  "shares of %f to %f come out unbiased over many designs, and intervals hold",
  (between, within, share) => {
    const EXPERIMENTS = 300;
    let [sumBetween, sumWithin, held] = [0, 0, 0];
    for (let k = 0; k < EXPERIMENTS; k++) {
      const found = varianceShares(nested(`shares ${k}`, 50, 10, between, within));
      sumBetween += found.between;
      sumWithin += found.within;
      if (found.share.low <= share && share <= found.share.high) held++;
    }
    expect(sumBetween / EXPERIMENTS).toBeCloseTo(between, between > 5 ? 0 : 1);
    expect(sumWithin / EXPERIMENTS).toBeCloseTo(within, 1);
    expect(held / EXPERIMENTS).toBeGreaterThanOrEqual(0.9);
  },
);

test("intervals of the share hold for yes and no, too", () => {
  // Chances from 0.1 to 0.9, flat: variance between 0.16/3, in all 0.25.
  const share = 0.64 / 12 / 0.25;
  let held = 0;
  for (let k = 0; k < 300; k++) {
    const groups = Array.from({ length: 50 }, (_, i) => {
      const chance = 0.1 + 0.8 * alea(`binary ${k} ${i}`)();
      return Array.from({ length: 40 }, (_, r) =>
        alea(`binary ${k} ${i} ${r}`)() < chance ? 1 : 0,
      );
    });
    const { low, high } = varianceShares(groups).share;
    if (low <= share && share <= high) held++;
  }
  expect(held / 300).toBeGreaterThanOrEqual(0.9);
});

test("what does not vary has no share", () => {
  expect(
    varianceShares([
      [3, 3],
      [3, 3],
    ]),
  ).toMatchObject({ between: 0, within: 0, share: { found: null } });
  expect(
    varianceShares([
      [3, 3],
      [5, 5],
      [4, 4],
    ]).share.found,
  ).toBe(1);
});

test("no two runs of a nested design have one seed", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (points, runs) => {
        const all = Array.from({ length: points }, (_, point) =>
          Array.from({ length: runs }, (_, k) => nestedRun(point, k + 1, runs)),
        ).flat();
        expect(all).toEqual(Array.from({ length: points * runs }, (_, at) => at + 1));
      },
    ),
  );
});

function uncertain(id: string, source: string): UncertainNumber {
  const factor = {
    id,
    title: id,
    kind: "pointer" as const,
    pointers: [`/${id}`],
    found: [1],
    wholeParts: [false],
    value: 1,
    low: 0,
    high: 10,
    levels: null,
    step: null,
  };
  return { factor, sources: [source], assumption: null, confidence: "L" };
}

/** A toy: the first number carries most, the second some, the others nothing. */
function toyLedger(numbers: readonly UncertainNumber[], points: number) {
  const design = { kind: "latin-hypercube", points, seed: "ledger" } as const;
  const factors = numbers.map(({ factor }) => factor);
  return ledgerOf(
    numbers,
    pointsOfDesign({ design, factors }).map((values, point) => ({
      values,
      runs: Array.from(
        { length: 40 },
        (_, k) =>
          3 * values["strong"]! -
          values["weak"]! +
          3 * normal(`toy ${nestedRun(point, k + 1, 40)}`),
      ),
    })),
  );
}

test("the ledger ranks numbers by what they move, and names the source behind each", () => {
  const numbers = [
    uncertain("idle", "A"),
    uncertain("weak", "B"),
    uncertain("strong", "C"),
    uncertain("still", "D"),
  ];
  const { entries, isPartial, shares } = toyLedger(numbers, 50);
  expect(isPartial).toBe(true);
  expect(entries.slice(0, 2).map(({ id, sources, isSeen }) => [id, sources, isSeen])).toEqual([
    ["strong", ["C"], true],
    ["weak", ["B"], true],
  ]);
  expect(entries[0]!.effect.found).toBeGreaterThan(0.9);
  expect(entries[1]!.effect.found).toBeLessThan(0);
  expect(entries.slice(2).map(({ isSeen }) => isSeen)).toEqual([false, false]);
  // Variance of 3 u - v over 0 to 10 is 10 x 100/12; the dice have 9.
  expect(shares.share.low < 0.9025 && 0.9025 < shares.share.high).toBe(true);
});

test("with more numbers than points what is strong is still seen, and chance alone is not", () => {
  const idle = Array.from({ length: 100 }, (_, at) => uncertain(`idle-${at}`, "A"));
  const { entries, isPartial } = toyLedger(
    [...idle, uncertain("strong", "B"), uncertain("weak", "C")],
    50,
  );
  expect(isPartial).toBe(false);
  expect(entries.filter(({ isSeen }) => isSeen).map(({ id }) => id)).toEqual(["strong"]);
});
