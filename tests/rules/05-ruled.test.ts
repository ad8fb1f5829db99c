import { expect, test } from "vitest";
import {
  type BattleResolved,
  parseOrder,
  type Ruling,
  startWorld,
  step,
  type Order,
} from "../../src/engine/index.ts";
import { field, type Sides } from "../support/one-battle.ts";
import { rows, steadyChance, the } from "../support/table.ts";
import { ERC } from "../support/tiny-setup.ts";

const read = (line: string): Order => {
  const parsed = parseOrder(line);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.order;
};

/** The first turn with the outcome of one battle ruled, and without. */
const ruled = (rulings: readonly Ruling[], sides: Sides = {}, more: readonly string[] = []) => {
  const setup = field(sides);
  const orders = { red: [read("column assault post")], blue: more.map(read) };
  const input = { orders, rulings, injects: [] };
  return step(setup, startWorld(setup), input, steadyChance(0.5));
};

const ruling = (outcome: number, locus = "post"): Ruling => ({
  kind: "battle",
  locus,
  outcome,
  reason: "the umpire saw it otherwise",
});

const battleOf = (rulings: readonly Ruling[], sides: Sides = {}): BattleResolved =>
  the(ruled(rulings, sides).events, "battle-resolved");

test.each(
  rows(`
  | R*  | result       |
  | 0.2 | repulsed     |
  | 1.2 | limited-gain |
  | 4   | overrun      |
`),
)("5.11 a ruled R* of %s is %s, and everything follows from it", (outcome, result) => {
  const given = Number(outcome);
  const [plain, battle] = [battleOf([]), battleOf([ruling(given)])];
  expect(battle).toMatchObject({ outcome: given, result, ruling: "the umpire saw it otherwise" });
  expect(battle.draw).toEqual(plain.draw);
  expect(battle.odds).toBe(plain.odds);
  expect(battle.km > 0).toBe(given >= 1);
  const opposition = (one: BattleResolved) =>
    one.attackerLosses.terms.find(({ id }) => id === "opposition")!.value;
  expect(opposition(battle) === opposition(plain)).toBe(false);
  expect(battle.attackerLosses.draws).toEqual(plain.attackerLosses.draws);
});

test("5.11 a place falls by a ruled outcome as by any other", () => {
  const sides = { blue: { men: 100 }, post: { depthKm: 2.5 } };
  const holder = (outcome: number) => ruled([ruling(outcome)], sides).world.places["post"]!.holder;
  expect([holder(0.3), holder(6)]).toEqual(["blue", "red"]);
});

test("5.11 a meeting is ruled by its link, and a ruling on another place changes nothing", () => {
  const met = ruled([ruling(3.5, "camp-post")], {}, ["guard assault camp"]);
  expect(the(met.events, "battle-resolved")).toMatchObject({ link: "camp-post", outcome: 3.5 });
  expect(battleOf([ruling(5, "rear")])).toEqual(battleOf([]));
});

test("5.11 without a ruling the outcome is the drawn one, and the event says so", () => {
  const battle = battleOf([]);
  expect(battle.ruling).toBeNull();
  expect(battle.outcome).toBeCloseTo(
    battle.odds * (battle.draw.u / (1 - battle.draw.u)) ** (1 / ERC.odds.sharpness),
    9,
  );
});
