import { expect, test } from "vitest";
import { payoffAsked, payoffWords } from "../../src/cli/payoff-asked.ts";
import { compileSmall } from "../support/small-scenario.ts";

const setup = compileSmall();
const file = { measures: { fall: { title: "Fall of the town", kind: "fall", subject: "town" } } };
const game = { setup, policies: {}, aims: {}, asked: file.measures } as never;
const sides = { red: "flint", blue: "loam" };

test.each(["fall", "entry-town"])(
  "in a payoff %s that did not come is a turn too late",
  (measure) => {
    const late = setup.turns + 1;
    expect(payoffAsked(`${measure}=2`, game, sides)).toEqual([
      { measure, weight: 2, missing: late },
    ]);
  },
);

test("a payoff is told by the names of sides, or by the titles of what was typed", () => {
  const scenario = { setup, file } as never;
  expect(payoffWords(scenario, undefined, [])).toMatch(/^the score of .+ less that of .+$/);
  const terms = [
    { measure: "flint-killed", weight: 1 / 3, missing: 0 },
    { measure: "fall", weight: -2, missing: 0 },
  ];
  expect(payoffWords(scenario, "typed", terms)).toBe("0.33 × flint killed − 2 × Fall of the town");
});
