import { expect, test } from "vitest";
import { type Chance, type Ruling, startWorld, type Stepped } from "../../src/engine/index.ts";
import { rulingOn } from "../../src/engine/chance/rulings.ts";
import { field, type Sides } from "../support/one-battle.ts";
import { about, all, evenChance, firstTurn, rows, the, turnOf } from "../support/table.ts";

const ORDER = ["column assault post"];
const EVEN = evenChance(0.5);

/** The column's assault on the post with rulings of White's. */
const ruled = (rulings: readonly Ruling[], sides: Sides = {}, chance: Chance = EVEN): Stepped => {
  const setup = field(sides);
  return turnOf(setup, startWorld(setup), ORDER, chance, [], "immer", rulings);
};

const drawn = (key: string, u: number): Ruling => ({
  kind: "draw",
  key,
  u,
  reason: "the umpire saw it",
});

const breaks = (formation: string, does: boolean): Ruling => ({
  kind: "break",
  formation,
  breaks: does,
  reason: "the umpire saw it",
});

test.each([0.02, 0.5, 0.98])(
  "14.1 a draw that is ruled %d stands in the event, and all else follows",
  (u) => {
    const key = "odds/0/post/-";
    const asDrawn = firstTurn(field(), ORDER, evenChance(0.5, { [key]: u }));
    const byRuling = ruled([drawn(key, u)]);
    expect(the(byRuling.events, "battle-resolved").draw).toEqual({ key, u });
    expect(byRuling.events).toEqual(asDrawn.events);
    expect(byRuling.world).toEqual(asDrawn.world);
  },
);

test("14.1 a higher ruling on the odds wins more ground", () => {
  const km = (u: number) => the(ruled([drawn("odds/0/post/-", u)]).events, "battle-resolved").km;
  expect(km(0.99)).toBeGreaterThan(km(0.5));
});

test("14.1 every other draw falls as it would have", () => {
  const odd = evenChance(0.31);
  const plain = the(ruled([], {}, odd).events, "battle-resolved");
  const battle = the(ruled([drawn("odds/0/post/-", 0.9)], {}, odd).events, "battle-resolved");
  expect(battle.draw).not.toEqual(plain.draw);
  expect(battle.attackerLosses.draws).toEqual(plain.attackerLosses.draws);
  expect(battle.defenderLosses.draws).toEqual(plain.defenderLosses.draws);
});

test.each(
  rows(`
  | key              | why                |
  | odds/1/post/-    | a later half day   |
  | odds/0/rear/-    | another place      |
  | break/1/post/nobody | nobody of that name |
`),
)("14.1 a ruling on %s, which nothing asks for, changes nothing: %s", (key) => {
  expect(ruled([drawn(key!, 0.99)])).toEqual(ruled([]));
});

test("14.1 of two rulings on one draw the last counts", () => {
  const key = "odds/0/post/-";
  const last = ruled([drawn(key, 0.1), drawn(key, 0.8)]);
  expect(last).toEqual(ruled([drawn(key, 0.8)]));
  expect(last).not.toEqual(ruled([drawn(key, 0.1)]));
});

test.each([0, 1, -0.2, 1.5, Number.NaN])("14.1 %d is no draw, and to rule it is a bug", (u) => {
  expect(() => ruled([drawn("odds/0/post/-", u)])).toThrow("is no draw");
});

test.each(
  rows(`
  | draw | ruled | broke | why                        |
  | 0.99 | yes   | yes   | it would have held         |
  | 0.01 | no    | no    | it would have broken       |
  | 0.99 | no    | no    | as it would have           |
`),
)("14.2 at a draw of %s White rules that it breaks: %s; it breaks: %s: %s", (u, rule, broke) => {
  const key = "break/1/post/guard";
  // Cohesion in the middle: the draw alone would decide.
  const sides = { blue: { cohesion: 35 }, post: { depthKm: 60 } };
  const chance = evenChance(0.5, { [key]: Number(u), "break/1/camp/column": 0.999 });
  const { events, world } = ruled([breaks("guard", rule === "yes")], sides, chance);
  const { test: tested } = about(events, "cohesion-lost", "guard");
  expect(tested).toMatchObject({
    draw: { key, u: Number(u) },
    ruling: "the umpire saw it",
    broke: broke === "yes",
  });
  expect(tested!.chance).toBeGreaterThan(0.1);
  expect(tested!.chance).toBeLessThan(0.9);
  expect(world.formations["guard"]!.status).toBe(broke === "yes" ? "broken" : "active");
  expect(all(events, "formation-broke")).toHaveLength(broke === "yes" ? 1 : 0);
});

test("14.2 nobody breaks who is not tested", () => {
  const setup = field();
  const play = (rulings: readonly Ruling[]) =>
    turnOf(setup, startWorld(setup), [], EVEN, [], "immer", rulings);
  expect(play([breaks("guard", true)])).toEqual(play([]));
});

test("14.2 of two rulings on one thing the last counts", () => {
  const sides = { post: { depthKm: 60 } };
  const broke = (...rulings: readonly Ruling[]) =>
    about(ruled(rulings, sides).events, "cohesion-lost", "guard").test!.broke;
  expect(broke(breaks("guard", true), breaks("guard", false))).toBe(false);
  expect(broke(breaks("guard", false), breaks("guard", true))).toBe(true);
});

test("14.2 a ruling on one battle, formation or contingent is none on another", () => {
  const sides = { post: { depthKm: 60 } };
  const plain = ruled([], sides).events;
  const { events } = ruled([breaks("column", true)], sides);
  expect(about(events, "cohesion-lost", "guard")).toEqual(about(plain, "cohesion-lost", "guard"));
  expect(about(events, "formation-broke", "column").place).toBe("camp");
});

test("14.2 a ruling on a break is none on a battle or a patron of the same name", () => {
  const one = breaks("guard", true);
  expect(rulingOn([one], "break", "guard")).toEqual(one);
  expect(rulingOn([one], "battle", "guard")).toBeNull();
  expect(rulingOn([one], "patron", "guard")).toBeNull();
});
