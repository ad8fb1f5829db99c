import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { observe } from "../../src/engine/index.ts";
import { imagine, legalOrders, middleChance, type View } from "../../src/engine/player.ts";
import { imaginedSetup } from "../../src/engine/imagined/imagined-setup.ts";
import { imaginedWorld } from "../../src/engine/imagined/imagined-world.ts";
import { checkWorld } from "../../src/engine/world/invariants.ts";
import { playRandom, randomGame } from "../support/random-game.ts";

const anySeat = fc.constantFrom("blue", "envoy", "red");

function viewIn(
  { setup, seed }: typeof randomGame extends fc.Arbitrary<infer G> ? G : never,
  seat: string,
  turns: number,
): View {
  return observe(setup, playRandom(setup, seed, turns).world, seat);
}

/** What a seat has of its own, and what it was told. */
function knownOf({
  turn,
  weather,
  formations,
  wings,
  contacts,
  holders,
  fronts,
  pools,
  tracks,
}: View) {
  return { turn, weather, formations, wings, contacts, holders, fronts, pools, tracks };
}

describe("a game that is imagined from a view", () => {
  test("begins as the seat knows it", () => {
    fc.assert(
      fc.property(randomGame, anySeat, fc.integer({ min: 0, max: 4 }), (game, seat, turns) => {
        const view = viewIn(game, seat, turns);
        expect(knownOf(imagine(view, middleChance).view)).toEqual(knownOf(view));
      }),
      { numRuns: 40 },
    );
  });

  test("is a world that obeys every invariant, whatever legal orders are given in it", () => {
    fc.assert(
      fc.property(
        randomGame,
        anySeat,
        fc.integer({ min: 0, max: 3 }),
        fc.nat(),
        (game, seat, turns, pick) => {
          const view = viewIn(game, seat, turns);
          const setup = imaginedSetup(view);
          expect(checkWorld(setup, imaginedWorld(view, setup))).toEqual([]);
          const offer = legalOrders(view);
          const order = offer[pick % Math.max(1, offer.length)];
          let on = imagine(view, middleChance);
          for (let turn = 0; turn < 3; turn++) on = on.next(order === undefined ? [] : [order]);
          expect(on.view.turn > view.turn || view.over).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("stays as it was when it is played on", () => {
    fc.assert(
      fc.property(randomGame, anySeat, (game, seat) => {
        const view = viewIn(game, seat, 2);
        const before = JSON.stringify(view);
        const imagined = imagine(view, middleChance);
        const now = JSON.stringify(imagined.view);
        imagined.next([]).next([]);
        expect(JSON.stringify(imagined.view)).toBe(now);
        expect(JSON.stringify(view)).toBe(before);
      }),
      { numRuns: 20 },
    );
  });
});
