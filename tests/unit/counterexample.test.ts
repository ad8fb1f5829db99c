import fc from "fast-check";
import { expect, test } from "vitest";
import { reportProperty } from "../support/counterexample.ts";
import { randomGame } from "../support/random-game.ts";

const small = fc.check(
  fc.property(randomGame, () => {
    throw new Error("a war goes wrong");
  }),
  { seed: 7 },
);

const said = (): string => {
  try {
    reportProperty(small);
    return "nothing";
  } catch (error) {
    return (error as Error).message;
  }
};

test("a property that fails says why, and tells the smallest war and its orders line by line", () => {
  const lines = said().split("\n");
  expect(lines[0]).toMatch(/^Fails in case 1, made smaller \d+ times: a war goes wrong$/);
  expect(lines[1]).toBe("seed 1 in a war of");
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}f1 red ash militia motorised/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}turn 1: \w/));
  // A war of three formations, six turns at most and the rest: what a person reads at a glance.
  expect(lines.length).toBeLessThan(24);
});

test("a property that fails ends with the line that shows the same case again", () => {
  const again = said().split("\n").at(-1)!;
  expect(again).toMatch(/^Again: TADMOR_CASE=7:[\d:]+ npx vitest run tests\/unit\/counterexample/);
  expect(again).toContain('-t "a property that fails ends with the line');
});

test("a property that holds says nothing", () => {
  const held = fc.check(fc.property(fc.integer(), () => true));
  expect(() => reportProperty(held)).not.toThrow();
});
