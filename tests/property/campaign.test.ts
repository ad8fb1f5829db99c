/** `model.md` 8.12, 15: what is true of campaigns in the mean only, on paired seeds; exactly it is false. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createChance,
  type Formation,
  type Id,
  type Order,
  type Setup,
  type World,
} from "../../src/engine/index.ts";
import { playOut } from "../../src/lab/play-out.ts";
import { playWith, randomSetup } from "../support/random-game.ts";
import { historicalPolicies, SHIPPED } from "../support/shipped.ts";

const TURNS = 8;
const GOAL = "dogwood";

/** A war with a side's men times a number, in whole men. */
function withMen(setup: Setup, side: Id, times: number): Setup {
  const scaled = (one: Formation): Formation =>
    one.side === side ? { ...one, men: Math.round(one.men * times) } : one;
  const formations = Object.entries(setup.formations).map(([id, one]) => [id, scaled(one)]);
  return { ...setup, formations: Object.fromEntries(formations) as Setup["formations"] };
}

/** Everybody of red's who can assaults the goal, turn after turn; blue defends where it stands. */
function assaults({ formations }: Setup, world: World): { readonly red: readonly Order[] } {
  const red = Object.keys(formations).filter(
    (id) =>
      formations[id]!.side === "red" &&
      formations[id]!.mobility !== "static" &&
      world.formations[id]!.status === "active",
  );
  return { red: red.map((unit) => ({ unit, verb: "assault", to: GOAL, via: [], count: 0 })) };
}

/** First turn at whose end red holds the goal, and one past the last when it never does. */
function fallTurn(setup: Setup, seed: number): number {
  const chance = createChance(`campaign ${seed}`, setup);
  const { worlds } = playWith(setup, TURNS, chance, (world) => assaults(setup, world));
  const turn = worlds.findIndex((world) => world.places[GOAL]!.holder === "red");
  return turn < 0 ? TURNS + 1 : turn + 1;
}

test("a quarter more attackers take a place sooner in the mean, and later in fewer than one in twenty pairs", () => {
  // A statement on many games together: the games are always the same ones.
  const pairs = fc
    .sample(fc.record({ setup: randomSetup, seed: fc.nat() }), { numRuns: 150, seed: 15 })
    .map(({ setup, seed }) => {
      const more = withMen(setup, "red", 1.25);
      return [fallTurn(setup, seed), fallTurn(more, seed)] as const;
    });
  const earlier = pairs.reduce((sum, [plain, more]) => sum + plain - more, 0);
  const wrongWay = pairs.filter(([plain, more]) => more > plain);
  expect(earlier / pairs.length).toBeGreaterThan(0);
  expect(wrongWay.length / pairs.length).toBeLessThan(0.05);
});

const HORIZON = 12;

/** First turn at whose end the town has changed hands, and has at the end of the next; else one past the horizon. */
function shippedFall(setup: Setup, seed: string): number {
  const place = "palmyra";
  const before = setup.places[place]!.holder;
  const lost: boolean[] = [];
  playOut(setup, historicalPolicies(), seed, {
    turns: HORIZON,
    hand: "plain",
    onTurn: ({ world }) => void lost.push(world.places[place]!.holder !== before),
  });
  const turn = lost.findIndex((isLost, at) => isLost && (lost[at + 1] ?? true));
  return turn < 0 ? HORIZON + 1 : turn + 1;
}

test("in the scenario that ships, as history's courses of action have it, the same holds of the town", () => {
  const more = withMen(SHIPPED, "isis", 1.25);
  const pairs = Array.from({ length: 30 }, (_, at) => `campaign ${at}`).map(
    (seed) => [shippedFall(SHIPPED, seed), shippedFall(more, seed)] as const,
  );
  const earlier = pairs.reduce((sum, [plain, changed]) => sum + plain - changed, 0);
  const wrongWay = pairs.filter(([plain, changed]) => changed > plain);
  expect(earlier / pairs.length).toBeGreaterThan(0.25);
  expect(wrongWay.length / pairs.length).toBeLessThan(0.05);
});
