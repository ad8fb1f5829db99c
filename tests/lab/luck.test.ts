import { describe, expect, test } from "vitest";
import { chancesOf, type Event, type Ruling, startWorld, step } from "../../src/engine/index.ts";
import type { Experiment } from "../../src/lab/experiment.ts";
import { afterTurn, type LuckAsked } from "../../src/lab/luck/asked.ts";
import { LUCK_RUNS, planLuck, screenLuck } from "../../src/lab/luck/luck.ts";
import { alternativesOf, battlesOf } from "../../src/lab/luck/weighed.ts";
import type { Recipe } from "../../src/lab/recipe.ts";
import { type Game, playRuns } from "../../src/lab/replicate.ts";
import { field } from "../support/one-battle.ts";
import { evenChance, orderIn, the } from "../support/table.ts";
import { ERC } from "../support/tiny-setup.ts";

/**
 * A post so deep that the attack comes through it when it forces the defenders back (odds on the day
 * of 1.75, 5.6), and not when it only gains some ground: the result of the game is the battle's.
 */
const FORCED_BACK = 1.75;
const setup = field({
  post: { depthKm: (kmPerDayAt(FORCED_BACK) * ERC.terrains["flat-hard"]!.advance) / 2 - 0.001 },
  red: { class: "assault" },
  change: { turns: 1 },
});

function kmPerDayAt(outcome: number): number {
  const rows = ERC.ground.kmPerDay[ERC.postures.hasty.column];
  const at = rows.findIndex(([odds]) => odds >= outcome);
  const [[low, less], [high, more]] = [rows[at - 1]!, rows[at]!];
  return less + ((more - less) * (outcome - low)) / (high - low);
}

const ASSAULT = "column assault post";

function playedWith(rulings: readonly Ruling[]): readonly Event[] {
  const orders = { red: [orderIn(ASSAULT)] };
  return step(setup, startWorld(setup), { orders, rulings, injects: [] }, evenChance()).events;
}

const KEY = "odds/0/post/-";
const drawn = (u: number): Ruling => ({ kind: "draw", key: KEY, u, reason: "for the test" });

/** A game of one turn in which Red assaulted the post with this draw; history did nothing. */
function game(u: number): LuckAsked {
  const rulings = [drawn(u)];
  const recipe: Recipe = {
    scenario: "",
    parameters: "",
    length: null,
    variant: null,
    patch: null,
    courses: {},
    aims: {},
  };
  const asked = {
    "post-fall": { title: "Fall of the post", kind: "fall", subject: "post" },
  } as const;
  return {
    game: { setup, policies: {}, aims: {}, asked, recipe },
    turns: [{ orders: { red: [ASSAULT] }, rulings, injects: [], seed: "played" }],
    events: [playedWith(rulings)],
    isDecided: true,
    historical: {},
    departing: ["red"],
    scripted: ["red"],
    yardstick: { kind: "question", question: { measure: "post-fall", by: 1 } },
    seed: "luck",
  };
}

/** Plays an experiment to its end, here and now. */
function play(experiment: Experiment): void {
  for (let one = experiment.next(); one !== null; one = experiment.next()) {
    experiment.take(one, playRuns(one.game, one.seed, one.from, one.to));
  }
}

function luckOf(asked: LuckAsked) {
  const { experiment, found } = planLuck(asked, battlesOf(asked));
  play(experiment);
  return found();
}

const odds = the(playedWith([]), "battle-resolved").odds;
const chances = chancesOf(ERC, odds);
/** The chance that the post falls, by the closed form of 5.6. */
const falls = chances["forced-back"] + chances.overrun;

describe("a game of one battle, whose result is the battle's", () => {
  const lucky = luckOf(game(0.999));
  const [battle] = lucky.weighed;

  test("each result of the battle leads to the fall, or to none", () => {
    expect(battle!.results.map(({ result, leadsTo }) => [result, leadsTo.found])).toEqual([
      ["repulsed", 0],
      ["held", 0],
      ["limited-gain", 0],
      ["forced-back", 1],
      ["overrun", 1],
    ]);
  });

  test("before the draw the fall has the chance of the results that lead to it, after it none or all", () => {
    expect(battle!.before.found).toBeCloseTo(falls, 9);
    expect(battle!.after.found).toBe(1);
    expect(battle!.moved.found).toBeCloseTo(1 - falls, 9);
    expect(battle!.swing).toBeCloseTo(Math.sqrt(falls * (1 - falls)), 9);
  });

  test("the plan of the side that did otherwise than history is worth just that chance, the rest is dice", () => {
    const { base, parties, asPlayed, dice, came } = lucky.split;
    expect(base.found).toBe(0);
    expect(came.found).toBe(1);
    const plan = parties.find(({ side }) => side === "red")!.plan;
    expect(plan.low).toBeLessThan(falls);
    expect(plan.high).toBeGreaterThan(falls);
    expect(plan.found).toBe(asPlayed.found);
    expect(plan.found! + dice.found!).toBeCloseTo(1, 12);
    expect(parties.find(({ side }) => side === "blue")).toMatchObject({
      departs: false,
      plan: { found: 0 },
    });
  });

  test("a poor draw takes away what the plan was worth", () => {
    const { split, weighed } = luckOf(game(0.001));
    expect(split.came.found).toBe(0);
    expect(split.dice.found).toBeCloseTo(-split.asPlayed.found!, 12);
    expect(weighed[0]!.moved.found).toBeCloseTo(-falls, 9);
  });

  test("is the same twice", () => {
    expect(luckOf(game(0.999))).toEqual(lucky);
  });

  test("its one battle is the decisive one", () => {
    const { experiment, found } = screenLuck(game(0.999));
    play(experiment);
    expect(experiment.total).toBe(2 * LUCK_RUNS.screen);
    expect(found().map(({ battle: { place } }) => place)).toEqual(["post"]);
  });
});

test("draws in the middle of each result make that result", () => {
  for (const { result, u } of alternativesOf(ERC, { odds })) {
    expect(the(playedWith([drawn(u)]), "battle-resolved").result).toBe(result);
  }
  const sum = alternativesOf(ERC, { odds }).reduce((all, { chance }) => all + chance, 0);
  expect(sum).toBeGreaterThan(0.97);
});

test("runs that go on after a turn all share that turn, whatever their seed", () => {
  const long = { ...setup, turns: 3 };
  const asked = game(0.999);
  const after: Game = afterTurn({ ...asked, game: { ...asked.game, setup: long } }, 1);
  const { names, values } = playRuns(after, "x", 1, 2);
  const fall = names.indexOf("post-fall");
  expect([values[fall], values[names.length + fall]]).toEqual([1, 1]);
  expect(after.opened!().world.places["post"]!.holder).toBe("red");
});

test("a game in which no turn was played goes on with dice of each run's own", () => {
  // Two turns more or fewer, drawn once a game: every run draws them anew.
  const open = { ...setup, turns: 1, hiddenTurns: 2 };
  const asked = game(0.999);
  const { opened } = afterTurn({ ...asked, game: { ...asked.game, setup: open }, turns: [] }, 0);
  expect(opened).toBeUndefined();
});

test("what White ruled on a battle gives way to the result that is tried", () => {
  const asked = game(0.001);
  const ruled: Ruling = { kind: "battle", locus: "post", outcome: 5, reason: "White's" };
  const rulings = [ruled];
  const turns = [{ ...asked.turns[0]!, rulings }];
  const [battle] = luckOf({ ...asked, turns, events: [playedWith(rulings)] }).weighed;
  expect(battle!.after.found).toBe(1);
  expect(battle!.results.some(({ isWhatCame }) => isWhatCame)).toBe(false);
  expect(battle!.results[0]!.leadsTo.found).toBe(0);
});
