import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { BattleResolved, Combatant, Factor, Parameters } from "../../src/engine/index.ts";
import { MARKS, workedAssault, workedSection } from "../support/worked-assault.ts";

const BOOK = readFileSync(new URL("../../docs/RULES.md", import.meta.url), "utf8");

let battle: BattleResolved;
let parameters: Parameters;

beforeAll(() => {
  const worked = workedAssault();
  battle = worked.battle;
  ({ parameters } = worked.setup);
});

test("5 the book's worked assault is that of the run it names; npm run golden writes it anew", () => {
  const [, section] = BOOK.split(MARKS.from);
  expect(section?.split(MARKS.to)[0]?.trim()).toBe(workedSection());
});

/** Sum over a side of the product of some of each formation's numbers. */
const sum = (side: readonly Combatant[], ...parts: ((one: Combatant) => number)[]) =>
  side.reduce((total, one) => total + parts.reduce((value, part) => value * part(one), 1), 0);

test("5.4 its first factors are the ratios of the two sides' running sums", () => {
  const parts = [
    (one: Combatant) => one.strength,
    (one: Combatant) => one.quality,
    (one: Combatant) => one.cohesionFactor,
    (one: Combatant) => one.freshness,
    (one: Combatant) => one.supplyFactor,
    (one: Combatant) => one.commandFactor,
  ];
  let before = 1;
  parts.forEach((_, at) => {
    const upTo = parts.slice(0, at + 1);
    const ratio = sum(battle.attackers, ...upTo) / sum(battle.defenders, ...upTo);
    expect(battle.factors[at]!.value).toBeCloseTo(ratio / before, 9);
    before = ratio;
  });
});

test("5.4 its factors multiply to its odds, and their shifts add up to those of the odds", () => {
  const product = battle.factors.reduce((odds, { value }) => odds * value, 1);
  expect(product).toBe(battle.odds);
  const shift = (value: number) => Math.log(value) / Math.log(1.25);
  const shifts = battle.factors.reduce((total, { value }) => total + shift(value), 0);
  expect(shifts).toBeCloseTo(shift(battle.odds), 9);
});

test("5.5 its R* is the odds times the draw's multiplier", () => {
  const { u } = battle.draw;
  const multiplier = (u / (1 - u)) ** (1 / parameters.odds.sharpness);
  expect(battle.outcome / battle.odds).toBeCloseTo(multiplier, 9);
});

test("5.8 its loss rates are the products of their terms with what is added, under the cap", () => {
  for (const { terms, added, rate } of [battle.attackerLosses, battle.defenderLosses]) {
    const product = terms.reduce((value: number, term: Factor) => value * term.value, 1);
    expect(rate).toBeCloseTo(Math.min(parameters.losses.cap, product + added), 9);
  }
});
