import { expect, test } from "vitest";
import type { BattleResolved, Setup } from "../../src/engine/index.ts";
import { surpriseExtent } from "../../src/engine/phases/surprise.ts";
import { forecast } from "../../src/engine/player.ts";
import { factor, field } from "../support/one-battle.ts";
import {
  all,
  evenChance,
  firstTurn,
  rows,
  startOf,
  steadyChance,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";
import { observe } from "../../src/engine/index.ts";
import { ERC, seatOf, tinySetup } from "../support/tiny-setup.ts";

const KNOWN = { place: "camp", men: 400, moving: false };

/** An assault in some turn on a post first assaulted in another; blue knows of the column or not. */
const surprised = (turn: number, began: number, known: boolean, side = "red"): BattleResolved => {
  const setup = field({ change: { surprise: [{ side, factor: 1.25 }], turns: 12 } });
  const start = startOf(setup, (copy) => {
    copy.turn = turn - 1;
    copy.places["post"]!.firstAssaultTurn = began === turn ? 0 : began;
    const { contacts } = copy.knowledge["blue"]!;
    Object.assign(contacts["column"]!, { ...KNOWN, turn: turn - 1 }, known ? {} : { place: null });
  });
  // Nobody is seen by the reconnaissance of the turn.
  const chance = steadyChance(0.999);
  return the(turnOf(setup, start, ["column assault post"], chance).events, "battle-resolved");
};

test.each(
  rows(`
  | turn | began | known | factor   | why                                      |
  | 1    | 1     | yes   | 1.25     | in full                                  |
  | 1    | 1     | no    | 1.25     | the scenario's, whatever is known        |
  | 2    | 1     | yes   | 1.208333 | fading by the hour                       |
  | 2    | 2     | yes   | 1.208333 | begun in the first night                 |
  | 3    | 1     | yes   | 1.166667 | after a day two thirds are left          |
  | 5    | 1     | yes   | 1.083333 | after two a third                        |
  | 7    | 1     | yes   | 1        | after three nothing                      |
  | 7    | 1     | no    | 2.24     | and from then on by what is hidden       |
  | 3    | 3     | yes   | 1        | begun after the first day: by what is hidden |
  | 3    | 3     | no    | 2.24     | which is all                             |
`),
)(
  "5.4.8 in turn %s of an assault begun in turn %s, the column known: %s, the factor is %s: %s",
  (turn, began, known, expected) => {
    const battle = surprised(Number(turn), Number(began), known === "yes");
    expect(battle.surprise).toBeCloseTo(Number(expected), 5);
    expect(factor(battle, "surprise")).toBe(battle.surprise);
  },
);

test("5.4.8 the event says what share was hidden, or that the scenario's surprise counts", () => {
  expect(surprised(1, 1, false).hiddenShare).toBeNull();
  expect(surprised(3, 3, false).hiddenShare).toBe(1);
  expect(surprised(3, 3, true).hiddenShare).toBe(0);
});

test("5.4.8 an opening assault of a side to which the scenario gives none goes by what is hidden", () => {
  expect(surprised(1, 1, false, "blue")).toMatchObject({ surprise: 2.24, hiddenShare: 1 });
  expect(surprised(1, 1, true, "blue")).toMatchObject({ surprise: 1, hiddenShare: 0 });
});

/** Two red columns before a post of two blue seats; each tells of what it knows. */
const columns = (men: readonly [number, number], knownTo: readonly [string[], string[]]): Setup =>
  tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue" } },
    roads: ["camp post 10 road"],
    seats: {
      allies: seatOf("blue"),
      blue: seatOf("blue"),
      coalition: { ...seatOf("blue", []), side: null },
      red: seatOf("red"),
    },
    formations: {
      guard: { side: "blue", place: "post", men: 1000 },
      one: { side: "red", place: "camp", men: men[0], knownTo: knownTo[0] },
      two: { side: "red", place: "camp", men: men[1], knownTo: knownTo[1] },
    },
  });

test.each(
  rows(`
  | seen | unseen | known to | share | factor | why                                 |
  | 700  | 300    | blue     | 0.3   | 1      | three tenths hidden are no surprise |
  | 400  | 600    | blue     | 0.6   | 1.14   | minor                               |
  | 150  | 850    | blue     | 0.85  | 1.73   | substantial                         |
  | 275  | 725    | blue     | 0.725 | 1.435  | by straight line between            |
  | 400  | 600    | allies   | 0.6   | 1.14   | one seat of the side is enough      |
  | 400  | 600    | red      | 1     | 2.24   | complete                            |
  | 400  | 600    | coalition | 1    | 2.24   | a seat of no side warns nobody      |
`),
)(
  "5.4.8 with %s men known and %s not, to %s, %s is hidden and the odds are times %s: %s",
  (seen, unseen, seat, share, expected) => {
    const setup = columns([Number(seen), Number(unseen)], [[seat!], []]);
    const orders = ["one assault post", "two assault post"];
    const battle = the(firstTurn(setup, orders, steadyChance(0.999)).events, "battle-resolved");
    expect(battle.hiddenShare).toBeCloseTo(Number(share), 12);
    expect(factor(battle, "surprise")).toBeCloseTo(Number(expected), 9);
  },
);

test("5.4.8 who is seen as the turn begins, or known to stand elsewhere, surprises nobody", () => {
  const setup = columns([500, 500], [[], []]);
  const seen = { "detect/1/camp/one": 1e-9, "detect/1/camp/two": 1e-9 };
  const orders = ["one assault post", "two assault post"];
  const after = firstTurn(setup, orders, steadyChance(0.999, seen));
  expect(the(after.events, "battle-resolved").hiddenShare).toBe(0);
});

test("5.4.8 a fight tells both sides who was there, so its second turn surprises nobody", () => {
  const setup = field({ red: { knownTo: [] }, post: { depthKm: 40 } });
  const chance = steadyChance(0.9);
  const first = firstTurn(setup, ["column assault post"], chance);
  const second = turnOf(setup, first.world, [], chance);
  const factors = [first, second].map(({ events }) => the(events, "battle-resolved").surprise);
  expect(factors).toEqual([2.24, 1]);
});

test("5.4.8 there is none in a meeting", () => {
  const setup = field({
    red: { knownTo: [] },
    change: { surprise: [{ side: "red", factor: 1.25 }] },
  });
  const battle = the(
    firstTurn(setup, ["column assault post", "guard assault camp"]).events,
    "battle-resolved",
  );
  expect(battle).toMatchObject({ link: "camp-post", surprise: 1, hiddenShare: null });
  expect(factor(battle, "surprise")).toBe(1);
});

test("5.4.8 the extent goes from nothing to the whole of a full surprise, and no further", () => {
  const extents = [1, 1.365, 1.73, 2.24].map((value) => surpriseExtent(ERC, value));
  expect(extents.map((one) => Number(one.toFixed(9)))).toEqual([0, 0.5, 1, 1]);
});

test("5.4.8 losses, cohesion and what is sent ahead go by the extent", () => {
  const setup = columns([400, 600], [["blue"], []]);
  const orders = ["one assault post", "two assault post"];
  const { events } = firstTurn(setup, orders, evenChance(0.999));
  const battle = the(events, "battle-resolved");
  const extent = 0.14 / 0.73;
  const lost = battle.defenderLosses.terms.find(({ id }) => id === "surprised")!;
  expect(lost.value).toBeCloseTo(1 + (ERC.losses.surprised - 1) * extent, 9);
  const shaken = all(events, "cohesion-lost").find(({ formation }) => formation === "guard")!;
  const points = shaken.terms.find(({ id }) => id === "surprise")!.points;
  expect(points).toBeCloseTo(ERC.cohesion.scale * ERC.cohesion.weights.surprise * extent, 9);
});

test("5.4.8 a forecast counts the scenario's, and not what the enemy may not have seen", () => {
  const order = { unit: "column", verb: "assault", to: "post", via: [], count: 0 } as const;
  const guess = (setup: Setup) => forecast(observe(setup, startOf(setup), "red"), order)!;
  const blue = { knownTo: ["red"] };
  const value = (setup: Setup) => guess(setup).factors.find(({ id }) => id === "surprise")!.value;
  expect(value(field({ red: { knownTo: [] }, blue }))).toBe(1);
  const surprise = [{ side: "red", factor: 1.25 }];
  expect(value(field({ red: { knownTo: [] }, blue, change: { surprise } }))).toBe(1.25);
});

test("5.4.8 a place is first assaulted once, however often it is assaulted again", () => {
  const setup = field({
    post: { depthKm: 40 },
    change: { surprise: [{ side: "red", factor: 1.25 }], turns: 12 },
  });
  const order = ["column assault post"];
  const { log, world } = turnsOf(setup, [order, [], order]);
  expect(world.places["post"]).toMatchObject({ firstAssaultTurn: 1, assaultedTurn: 3 });
  // A third of what it was above 1 is gone after each day.
  const factors = log.flatMap((events) =>
    all(events, "battle-resolved").map((one) => one.surprise),
  );
  expect(factors[0]).toBe(1.25);
  expect(factors.at(-1)).toBeCloseTo(1 + (0.25 * 2) / 3, 9);
});
