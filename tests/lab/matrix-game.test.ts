import fc from "fast-check";
import alea from "seedrandom/lib/alea.js";
import { describe, expect, test } from "vitest";
import { loadLinearSolver } from "../../src/edge/linear-solver.ts";
import { strikeOut } from "../../src/lab/dominance.ts";
import { equilibriumOf } from "../../src/lab/equilibrium.ts";
import { matrixOf } from "../../src/lab/matrix.ts";
import { bootstrapMatrix } from "../../src/lab/matrix-bootstrap.ts";
import {
  blueRegret,
  cellEstimates,
  meanPayoffs,
  redRegret,
  type RunPayoffs,
  valueOfKnowing,
} from "../../src/lab/matrix-game.ts";
import { type Payoffs, securityLevels } from "../../src/lab/security.ts";

const solve = await loadLinearSolver();

const close = (value: number) => expect.closeTo(value, 9);

/** Text of a matrix, a row a line → its numbers. */
const matrix = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));

const ROCK_PAPER_SCISSORS = matrix(`
   0 -1  1
   1  0 -1
  -1  1  0`);
/** Red wins 3 on heads and 1 on tails, loses 2 else: (3+1+4) = 8. */
const BIASED_PENNIES = matrix(`
   3 -2
  -2  1`);
/** The last row is worse than the first everywhere. */
const DOMINATED_ROW = matrix(`
   3 -2
  -2  1
   2 -3`);
const SADDLE = matrix(`
   4  2  5
   1  0  9
   3  1  2`);

const KNOWN: [name: string, payoffs: Payoffs, value: number, red: number[], blue: number[]][] = [
  ["rock, paper, scissors", ROCK_PAPER_SCISSORS, 0, [1 / 3, 1 / 3, 1 / 3], [1 / 3, 1 / 3, 1 / 3]],
  ["matching pennies with a bias", BIASED_PENNIES, -1 / 8, [3 / 8, 5 / 8], [3 / 8, 5 / 8]],
  ["a dominated row", DOMINATED_ROW, -1 / 8, [3 / 8, 5 / 8, 0], [3 / 8, 5 / 8]],
  ["a saddle", SADDLE, 2, [1, 0, 0], [0, 1, 0]],
  ["a single cell", [[7]], 7, [1], [1]],
  ["large payoffs", matrix("3e6 -2e6\n-2e6 1e6"), -1e6 / 8, [3 / 8, 5 / 8], [3 / 8, 5 / 8]],
];

test("a game that has a saddle needs no solver; of several it is the first", () => {
  const unused = () => {
    throw new Error("the solver was asked");
  };
  expect(equilibriumOf(SADDLE, unused)).toEqual({
    value: 2,
    redMix: [1, 0, 0],
    blueMix: [0, 1, 0],
  });
  const alike = [
    [5, 5],
    [5, 5],
  ];
  expect(equilibriumOf(alike, unused)).toEqual({ value: 5, redMix: [1, 0], blueMix: [1, 0] });
});

test.each(KNOWN)("%s has the equilibrium of the books", (_name, payoffs, value, red, blue) => {
  const found = equilibriumOf(payoffs, solve);
  expect(found.value).toBeCloseTo(value, 9);
  expect(found.redMix).toEqual(red.map(close));
  expect(found.blueMix).toEqual(blue.map(close));
});

const payoffs = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.integer({ min: -100, max: 100 }), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  );

test("neither side gains by leaving its mix, and the value lies between the security levels", () => {
  fc.assert(
    fc.property(payoffs, (game) => {
      const { value, redMix, blueMix } = equilibriumOf(game, solve);
      const columns = game[0]!.map((_, at) =>
        redMix.reduce((sum, share, row) => sum + share * game[row]![at]!, 0),
      );
      const rows = game.map((row) => row.reduce((sum, one, at) => sum + one * blueMix[at]!, 0));
      expect(Math.min(...columns)).toBeGreaterThan(value - 1e-6);
      expect(Math.max(...rows)).toBeLessThan(value + 1e-6);
      const { red, blue } = securityLevels(game);
      expect(red.level).toBeLessThan(value + 1e-6);
      expect(blue.level).toBeGreaterThan(value - 1e-6);
    }),
  );
});

test("adding a number to every payoff adds it to the value, and changing sides changes its sign", () => {
  fc.assert(
    fc.property(payoffs, fc.integer({ min: -50, max: 50 }), (game, more) => {
      const { value } = equilibriumOf(game, solve);
      const shifted = game.map((row) => row.map((one) => one + more));
      expect(equilibriumOf(shifted, solve).value).toBeCloseTo(value + more, 6);
      const turned = game[0]!.map((_, at) => game.map((row) => -row[at]!));
      expect(equilibriumOf(turned, solve).value).toBeCloseTo(-value, 6);
    }),
  );
});

test("security levels, regrets and what it is worth to know, of biased pennies", () => {
  expect(securityLevels(BIASED_PENNIES)).toEqual({
    red: { choice: 0, level: -2 },
    blue: { choice: 1, level: 1 },
  });
  expect(redRegret(BIASED_PENNIES)).toEqual(matrix("0 3\n5 0"));
  expect(blueRegret(BIASED_PENNIES)).toEqual(matrix("5 0\n0 3"));
  // Knowing Blue's draw, Red takes 3 in three cases of eight and 1 in five: 14/8, and has -1/8.
  const known = valueOfKnowing(BIASED_PENNIES, equilibriumOf(BIASED_PENNIES, solve));
  expect(known).toEqual({ red: close(15 / 8), blue: close(15 / 8) });
  const saddle = valueOfKnowing(SADDLE, equilibriumOf(SADDLE, solve));
  expect(saddle).toEqual({ red: close(0), blue: close(0) });
});

/** Runs of a matrix: each payoff with noise, of which `shared` is the same in all cells of a run. */
function noisy(game: Payoffs, runs: number, shared: number, own: number): RunPayoffs {
  const draw = (key: string) => 2 * alea(key)() - 1;
  return game.map((row, i) =>
    row.map((value, j) =>
      Array.from(
        { length: runs },
        (_, r) => value + shared * draw(`shared ${r}`) + own * draw(`own ${i} ${j} ${r}`),
      ),
    ),
  );
}

describe("striking out", () => {
  test("a dominated row goes, with how much the other is better against each column", () => {
    const [struck, ...more] = strikeOut(noisy(DOMINATED_ROW, 100, 5, 0.5));
    expect(more).toEqual([]);
    expect(struck).toMatchObject({ side: "red", choice: 2, by: 0, round: 1 });
    for (const { found, low, high } of struck!.evidence) {
      expect(low).toBeGreaterThan(0);
      expect(found).toBeCloseTo(1, 0);
      expect(high).toBeLessThan(1.5);
    }
  });

  test("what is dominated only when something else has gone goes in a later round", () => {
    // Blue's second column is better for Blue than both others; against it alone Red's first row is better.
    const game = matrix(`
      2 1 5
      1 0 9`);
    const struck = strikeOut(noisy(game, 50, 3, 0.1));
    expect(struck.map(({ side, choice, round }) => [side, choice, round])).toEqual([
      ["blue", 0, 1],
      ["blue", 2, 1],
      ["red", 1, 2],
    ]);
  });

  test("what is alike, or not clear, stays", () => {
    expect(strikeOut(noisy(matrix("1 1\n1 1"), 200, 5, 1))).toEqual([]);
    expect(strikeOut(noisy(ROCK_PAPER_SCISSORS, 200, 1, 0.5))).toEqual([]);
  });

  test("what is equal in one column is not strictly dominated", () => {
    expect(strikeOut(noisy(matrix("3 -2\n3 -4\n0 9"), 50, 1, 0))).toEqual([]);
  });

  test("in games where all courses are alike something goes in at most one of twenty", () => {
    let wrong = 0;
    for (let game = 0; game < 400; game++) {
      const runs = [0, 1, 2].map((i) =>
        [0, 1].map((j) =>
          Array.from({ length: 40 }, (_, r) => alea(`alike ${game} ${i} ${j} ${r}`)()),
        ),
      );
      if (strikeOut(runs).length > 0) wrong++;
    }
    expect(wrong / 400).toBeLessThanOrEqual(0.05);
  });
});

describe("the bootstrap", () => {
  const runs = noisy(BIASED_PENNIES, 200, 1, 1);

  test("without noise it says the equilibrium and nothing else", () => {
    const found = bootstrapMatrix(noisy(BIASED_PENNIES, 20, 0, 0), solve, "1", 20);
    expect(found.value).toEqual({ low: close(-1 / 8), high: close(-1 / 8) });
    expect(found.red.map(({ support }) => support)).toEqual([1, 1]);
    expect(found.blue[0]!.weight).toEqual({ low: close(3 / 8), high: close(3 / 8) });
  });

  test("with noise its interval holds the value, and is not wider than the dice make it", () => {
    const { value } = bootstrapMatrix(runs, solve, "1", 200);
    expect(value.low).toBeLessThan(-1 / 8);
    expect(value.high).toBeGreaterThan(-1 / 8);
    expect(value.high - value.low).toBeLessThan(0.3);
  });

  test("a row that is dominated is in no mix, one that is doubtful is in some", () => {
    const dominated = bootstrapMatrix(noisy(DOMINATED_ROW, 100, 1, 0.2), solve, "1", 100);
    expect(dominated.red.map(({ support }) => support)).toEqual([1, 1, 0]);
    const twins = matrix("1 0\n1 0\n0 1");
    const doubtful = bootstrapMatrix(noisy(twins, 100, 0, 0.5), solve, "1", 100).red;
    expect(doubtful[0]!.support).toBeGreaterThan(0.05);
    expect(doubtful[0]!.support).toBeLessThan(0.95);
  });

  test("dice that all cells share widen the value but not the mixes", () => {
    const own = bootstrapMatrix(noisy(BIASED_PENNIES, 100, 0, 0.2), solve, "1", 100);
    const both = bootstrapMatrix(noisy(BIASED_PENNIES, 100, 5, 0.2), solve, "1", 100);
    expect(both.red).toEqual(
      own.red.map(({ support, weight }) => ({
        support,
        weight: { low: close(weight.low), high: close(weight.high) },
      })),
    );
    expect(both.value.high - both.value.low).toBeGreaterThan(3 * (own.value.high - own.value.low));
  });
});

test("cells have Student's interval, and their means are those of the runs", () => {
  const cell = cellEstimates([[[2, 4, 6, 8]]])[0]![0];
  expect(cell).toMatchObject({ found: 5, low: expect.closeTo(5 - 4.1085, 3) });
  expect(meanPayoffs([[[2, 4, 6, 8]]], [0, 0, 3])).toEqual([[4]]);
});

test("a matrix says all of it at once", () => {
  const found = matrixOf(noisy(DOMINATED_ROW, 50, 1, 0.1), solve, "1", 20);
  expect(found.payoff[0]![0]!.found).toBeCloseTo(3, 0);
  expect(found.struck.map(({ side, choice }) => [side, choice])).toEqual([["red", 2]]);
  expect(found.equilibrium.redMix[2]).toBe(0);
  expect(found.security.red.choice).toBe(0);
  expect(found.bootstrap.resamples).toBe(20);
});

test("cells with the same runs have the same interval, in whatever row and column", () => {
  const runs = [1, 2, 4, 7, 11];
  const cells = cellEstimates([
    [runs, runs, runs],
    [runs, runs, runs],
  ]).flat();
  for (const cell of cells) expect(cell).toEqual(cells[0]);
  expect(cells[0]!.high - cells[0]!.low).toBeGreaterThan(1);
});
