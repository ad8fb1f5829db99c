import { describe, expect, test } from "vitest";
import {
  type Chance,
  createChance,
  observe,
  type OrdersBySeat,
  startWorld,
  step,
} from "../../src/engine/index.ts";
import { CHI_SQUARE_999, chiSquare, correlation } from "../support/dice-statistics.ts";
import { historicalPolicies, SHIPPED } from "../support/shipped.ts";

const policies = historicalPolicies();
const RUNS = 4;

/** Every draw that a run of history asks for, by its key, in the order in which they are asked. */
function drawsOf(run: number): Map<string, number> {
  const dice = createChance(`dice#${run}`, SHIPPED);
  const asked = new Map<string, number>();
  const chance: Chance = {
    draw(purpose, block, locus, subject) {
      const draw = dice.draw(purpose, block, locus, subject);
      asked.set(draw.key, draw.u);
      return draw;
    },
  };
  let world = startWorld(SHIPPED);
  while (!world.over) {
    const now = world;
    const given = Object.entries(policies).map(([seat, policy]) => [
      seat,
      policy(observe(SHIPPED, now, seat)),
    ]);
    const orders = Object.fromEntries(given) as OrdersBySeat;
    ({ world } = step(SHIPPED, world, { orders, rulings: [], injects: [] }, chance, "plain"));
  }
  return asked;
}

const runs = Array.from({ length: RUNS }, (_, at) => drawsOf(at + 1));
const all = runs.flatMap((run) => [...run.values()]);
const purposeOf = (key: string) => key.slice(0, key.indexOf("/"));

/** Correlation of pairs, in standard errors. */
const errorsOf = (pairs: readonly (readonly [number, number])[]) =>
  Math.abs(
    correlation(
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
    ),
  ) * Math.sqrt(pairs.length);

describe(`over the keys that ${RUNS} runs of history really ask for`, () => {
  test("there are thousands of draws, none of them twice the same", () => {
    expect(all.length).toBeGreaterThan(4000);
    expect(new Set(all).size).toBe(all.length);
  });

  test("draws are spread evenly", () => expect(chiSquare(all)).toBeLessThan(CHI_SQUARE_999));

  test("draws for each purpose that is asked often are spread evenly", () => {
    const drawn = runs.flatMap((run) => [...run]);
    const purposes = [...new Set(drawn.map(([key]) => purposeOf(key)))];
    const often = purposes
      .map((purpose) => ({ purpose, draws: drawn.filter(([key]) => purposeOf(key) === purpose) }))
      .filter(({ draws }) => draws.length >= 200);
    expect(often.length).toBeGreaterThan(3);
    for (const { purpose, draws } of often) {
      const found = chiSquare(draws.map(([, u]) => u));
      expect({ purpose, isEven: found < CHI_SQUARE_999 }).toEqual({ purpose, isEven: true });
    }
  });

  test.each([1, 2, 3, 7])("a draw says nothing of the one %i later", (lag) => {
    const pairs = runs.flatMap((run) => {
      const draws = [...run.values()];
      return draws.slice(lag).map((u, at) => [draws[at]!, u] as const);
    });
    expect(errorsOf(pairs)).toBeLessThan(4);
  });

  test("a key's draw in one run says nothing of its draw in the next", () => {
    const pairs = runs
      .slice(1)
      .flatMap((run, at) =>
        [...run].flatMap(([key, u]) =>
          runs[at]!.has(key) ? [[runs[at]!.get(key)!, u] as const] : [],
        ),
      );
    expect(pairs.length).toBeGreaterThan(2000);
    expect(errorsOf(pairs)).toBeLessThan(4);
  });
});
