import { expect, test } from "vitest";
import { holds } from "../../src/lab/holds.ts";
import { answerLever, type LeverAsked, verdictOf } from "../../src/lab/levers.ts";
import type { Sample } from "../../src/lab/sample.ts";
import { answerTarget, distributionOf, shareOfRuns, type Target } from "../../src/lab/targets.ts";
import type { Test } from "../../src/scenarios/index.ts";

/** A sample of runs of 10 turns, a row of numbers a measure; "-" is a measure without a value. */
function sampleOf(rows: Readonly<Record<string, string>>): Sample {
  const columns = Object.entries(rows).map(
    ([name, row]) =>
      [name, row.split(/\s+/).map((cell) => (cell === "-" ? null : Number(cell)))] as const,
  );
  const runs = columns[0]![1].length;
  return { runs, horizon: 10, columns: Object.fromEntries(columns) };
}

const FALLS = sampleOf({ fall: "5 6 7 -", exit: "3 6 9 4" });

const TESTS: [what: string, test: Test, passed: string][] = [
  ["from and to", { measure: "fall", from: 6, to: 7 }, ".++."],
  ["only to", { measure: "fall", to: 6 }, "++.."],
  ["a measure at all", { measure: "fall" }, "+++."],
  ["a measure that nobody folds", { measure: "fell" }, "...."],
  ["never", { never: "fall" }, "...+"],
  ["all", { all: [{ measure: "fall" }, { measure: "exit", to: 5 }] }, "+..."],
  ["any", { any: [{ never: "fall" }, { measure: "exit", to: 5 }] }, "+..+"],
  ["not", { not: { measure: "fall" } }, "...+"],
  [
    "at least two",
    {
      atLeast: 2,
      of: [{ measure: "fall" }, { measure: "exit", to: 6 }, { measure: "exit", to: 4 }],
    },
    "++.+",
  ],
  ["a gap", { gap: { from: "exit", to: "fall", atLeast: 0, atMost: 2 } }, "++.."],
  ["a gap the other way", { gap: { from: "exit", to: "fall", atMost: -1 } }, "..+."],
];

test.each(TESTS)("a test of %s", (_what, asked, passed) => {
  const found = [0, 1, 2, 3].map((run) => (holds(asked, FALLS, run) ? "+" : ".")).join("");
  expect(found).toBe(passed);
});

/** `count` runs in which the fall is in a turn, for each turn; null is never. */
function fallsIn(counts: readonly (readonly [turn: number | null, count: number])[]): Sample {
  const fall = counts.flatMap(([turn, count]) => Array.from({ length: count }, () => turn));
  return { runs: fall.length, horizon: 10, columns: { fall } };
}

const answer = (what: Target["what"], sample: Sample) => answerTarget({ title: "t", what }, sample);
const CONTAINS = { kind: "contains", measure: "fall", value: 7, low: 0.1, high: 0.9 } as const;

const PLACES: [what: string, Parameters<typeof fallsIn>[0], ok: boolean, inside: boolean][] = [
  [
    "in the middle",
    [
      [6, 300],
      [7, 400],
      [8, 300],
    ],
    true,
    true,
  ],
  [
    "the tenth percentile itself",
    [
      [6, 50],
      [7, 100],
      [8, 850],
    ],
    true,
    true,
  ],
  ["all runs", [[7, 1000]], true, true],
  ["beyond all runs", [[5, 1000]], false, false],
  ["before all runs, for none fell", [[null, 1000]], false, false],
  [
    "just outside, the interval not",
    [
      [6, 905],
      [7, 95],
    ],
    true,
    false,
  ],
  [
    "far outside",
    [
      [6, 980],
      [7, 20],
    ],
    false,
    false,
  ],
  [
    "inside, with runs that never fell above it",
    [
      [6, 500],
      [null, 500],
    ],
    true,
    true,
  ],
];

test.each(PLACES)("a distribution contains a value: %s", (_what, counts, ok, inside) => {
  expect(answer(CONTAINS, fallsIn(counts))).toMatchObject({ ok, inside });
});

test("the place of a value lies inside just when its percentiles hold it", () => {
  for (let early = 0; early <= 100; early += 5) {
    for (let equal = 0; early + equal <= 100; equal += 5) {
      const sample = fallsIn([
        [6, early],
        [7, equal],
        [8, 100 - early - equal],
      ]);
      const { inside, quantiles } = answer(CONTAINS, sample);
      const [low, high] = quantiles as [number, number];
      // At exactly 90 % below, both 6 and 7 are a 90th percentile: either reading is right.
      if (early !== 90)
        expect({ early, equal, inside }).toEqual({ early, equal, inside: low <= 7 && 7 <= high });
    }
  }
});

test("percentiles lie so far apart, and a run without a fall is one turn after the last", () => {
  const what = { kind: "spread", measure: "fall", low: 0.1, high: 0.9, atMost: 5 } as const;
  const near = answer(
    what,
    fallsIn([
      [5, 300],
      [7, 500],
      [9, 200],
    ]),
  );
  expect(near).toMatchObject({ found: 4, ok: true, inside: true, quantiles: [5, 9] });
  const far = answer(
    what,
    fallsIn([
      [5, 500],
      [null, 500],
    ]),
  );
  expect(far).toMatchObject({ found: 6, low: 6, ok: false, quantiles: [5, null] });
});

test("a chance fails only when its whole interval lies outside", () => {
  const what = {
    kind: "chance",
    test: { measure: "fall", to: 7 },
    atLeast: 0.5,
    atMost: 0.9,
  } as const;
  const chance = (cases: number) =>
    answer(
      what,
      fallsIn([
        [7, cases],
        [9, 100 - cases],
      ]),
    );
  expect([30, 45, 70, 93, 99].map((cases) => chance(cases).ok)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect([30, 45, 70, 93, 99].map((cases) => chance(cases).inside)).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
});

test("a chance given something is that of the runs in which it was so", () => {
  const given = { measure: "exit", to: 6 } as const;
  const what = { kind: "chance", test: { measure: "fall", to: 6 }, given, atLeast: 0.5 } as const;
  expect(answer(what, FALLS)).toMatchObject({ found: 2 / 3, n: 3, ok: true });
});

test("a chance of what no run met cannot fail", () => {
  const given = { measure: "exit", from: 99 } as const;
  const what = { kind: "chance", test: { measure: "fall" }, given, atLeast: 0.5 } as const;
  expect(answer(what, FALLS)).toMatchObject({ found: null, low: 0, high: 1, n: 0, ok: true });
});

test("a median beyond the horizon is later than any bound", () => {
  const what = { kind: "median", measure: "fall", atMost: 9 } as const;
  expect(
    answer(
      what,
      fallsIn([
        [5, 10],
        [null, 90],
      ]),
    ),
  ).toMatchObject({ found: Infinity, ok: false });
  expect(
    answer(
      what,
      fallsIn([
        [5, 90],
        [null, 10],
      ]),
    ),
  ).toMatchObject({ found: 5, ok: true });
});

test("a distribution tells how many runs are without a value", () => {
  const { quantiles, without, n } = distributionOf("fall", FALLS, true);
  expect({ found: quantiles.map(({ found }) => found), without, n }).toEqual({
    found: [5, 6, Infinity],
    without: 1,
    n: 4,
  });
  expect(distributionOf("fall", FALLS, false).quantiles[2]?.found).toBe(7);
});

test("the share of runs that resemble a position has its interval", () => {
  expect(shareOfRuns({ never: "fall" }, FALLS)).toMatchObject({ found: 0.25, n: 4 });
});

const down = (atLeast = 0.05) => ({ change: "down", atLeast }) as const;
const up = (atLeast = 0.05) => ({ change: "up", atLeast }) as const;

const VERDICTS: [
  found: number,
  low: number,
  high: number,
  expected: LeverAsked["expected"],
  verdict: string,
][] = [
  [-0.42, -0.46, -0.38, down(0.4), "seen"],
  [-0.38, -0.42, -0.34, down(0.4), "seen"],
  [-0.3, -0.34, -0.26, down(0.4), "weak"],
  [-0.04, -0.06, -0.02, down(), "weak"],
  [-0.06, -0.09, -0.03, down(), "seen"],
  [-0.03, -0.07, 0.01, down(), "dead"],
  [0, 0, 0, down(), "dead"],
  [0.1, 0.06, 0.14, down(), "backward"],
  [0.1, 0.06, 0.14, up(), "seen"],
  [-0.1, -0.14, -0.06, up(), "backward"],
];

test.each(VERDICTS)(
  "a change of %f (%f to %f), expected %o, is %s",
  (found, low, high, expected, verdict) => {
    expect(verdictOf({ found, low, high, n: 500 }, expected)).toBe(verdict);
  },
);

test("a lever is judged pair by pair, on the runs that both have", () => {
  const asked: LeverAsked = { title: "t", test: { measure: "fall", to: 7 }, expected: down() };
  const without = fallsIn([
    [7, 80],
    [9, 20],
  ]);
  const changed = fallsIn([
    [7, 20],
    [9, 60],
  ]);
  const found = answerLever(asked, without, changed);
  expect(found).toMatchObject({ n: 80, without: 1, with: 0.25, found: -0.75, verdict: "seen" });
  expect(answerLever(asked, without, fallsIn([]))).toMatchObject({ with: null, verdict: "dead" });
});
