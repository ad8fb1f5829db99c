import fc from "fast-check";
import { expect, test } from "vitest";
import { checkWorld, observe, startWorld } from "../../src/engine/index.ts";
import { siftOrders } from "../../src/engine/player.ts";
import { playOut } from "../../src/lab/play-out.ts";
import {
  coursesOfActionIn,
  estimatedMen,
  forceLevels,
  legalOrdersIn,
  patchOfPoint,
  smallWars,
} from "../../src/lab/testing.ts";
import { followCoa } from "../../src/policies/course-of-action.ts";
import { readSmall, smallScenario } from "../support/small-scenario.ts";
import { ERC } from "../support/tiny-setup.ts";

const estimate = { value: 500, low: 300, high: 800, sources: ["CHRON"], confidence: "L" as const };
const scenario = readSmall([
  { op: "replace", path: "/formations/town-guard/men", value: estimate },
]);
const men = estimatedMen(scenario);

test("force levels lie within the estimates, and a patch of any of them is a scenario", () => {
  expect(men.map(({ id, low, high }) => [id, low, high])).toEqual([
    ["/formations/town-guard/men", 300, 800],
  ]);
  fc.assert(
    fc.property(forceLevels(men), (values) => {
      const level = values["/formations/town-guard/men"]!;
      expect(Number.isInteger(level) && level >= 300 && level <= 800).toBe(true);
      const patched = readSmall(patchOfPoint(men, values, smallScenarioFile));
      expect(patched.setup.formations["town-guard"]!.men).toBe(level);
    }),
    { numRuns: 10 },
  );
});

const smallScenarioFile = { overrides: smallScenario().overrides ?? [] } as never;

test("force levels shrink to the smallest that fails", () => {
  const found = fc.check(
    fc.property(forceLevels(men), (values) => Object.values(values)[0]! < 447),
  );
  expect(found.counterexample).toEqual([{ "/formations/town-guard/men": 447 }]);
});

test("legal orders are legal together, one to a unit", () => {
  const setupAndOrders = smallWars(ERC).chain((setup) => {
    const view = observe(setup, startWorld(setup), "red");
    return legalOrdersIn(view).map((orders) => ({ view, orders }));
  });
  fc.assert(
    fc.property(setupAndOrders, ({ view, orders }) => {
      expect(siftOrders(view, orders).every(({ refusal }) => refusal === null)).toBe(true);
      expect(new Set(orders.map(({ unit }) => unit)).size).toBe(orders.length);
    }),
    { numRuns: 30 },
  );
});

test("a course of action drawn at random plays a small war to its end", () => {
  const game = smallWars(ERC).chain((setup) =>
    fc.record({
      setup: fc.constant(setup),
      red: coursesOfActionIn(setup, "red"),
      blue: coursesOfActionIn(setup, "blue"),
    }),
  );
  fc.assert(
    fc.property(game, ({ setup, red, blue }) => {
      const policies = { red: followCoa(red), blue: followCoa(blue) };
      const world = playOut(setup, policies, "1", { hand: "plain" });
      expect(checkWorld(setup, world)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
