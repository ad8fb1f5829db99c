import { createChance } from "../chance/chance.ts";
import type { Order, OrdersBySeat } from "../orders/types.ts";
import { step } from "../step.ts";
import { observe } from "../views/observe.ts";
import type { View } from "../views/types.ts";
import { copyWorld } from "../world/copy-world.ts";
import type { Id } from "../world/id.ts";
import type { Setup } from "../world/setup.ts";
import type { World } from "../world/world.ts";
import { imaginedSetup } from "./imagined-setup.ts";
import { imaginedWorld } from "./imagined-world.ts";

/** Gives orders from what a seat knows. */
type Mind = (view: View) => readonly Order[];

/** A game that one seat imagines, to be played on again and again from the same moment. */
export interface Imagining {
  /**
   * Plays so many turns with the dice of a seed, the seat's orders given in the first. `each` is
   * handed what the seat would know after every turn, and keeps nothing of it: the next turn is
   * written into the same objects.
   */
  play(seed: string, orders: readonly Order[], turns: number, each: (view: View) => void): void;
}

/**
 * The game that a seat can imagine from its view (`imaginedSetup`), made once for all runs of it.
 * Reported enemies are ordered by `enemy` as they would know this game; all others go on with their
 * tasks.
 */
export function imagining(view: View, enemy: Mind): Imagining {
  const setup = imaginedSetup(view);
  const start = imaginedWorld(view, setup);
  const { seat, side } = view.brief;
  const enemies = Object.keys(setup.seats).filter((one) => setup.seats[one]?.side !== side);
  return {
    play(seed, orders, turns, each) {
      const chance = createChance(seed, setup);
      let world = copyWorld(start);
      for (let turn = 1; turn <= turns && !world.over; turn++) {
        const asked = thought(setup, world, enemies, enemy);
        if (turn === 1) asked[seat] = orders;
        const input = { orders: asked, rulings: [], injects: [] };
        world = step(setup, world, input, chance, "plain").world;
        each(observe(setup, world, seat));
      }
    },
  };
}

function thought(
  setup: Setup,
  world: World,
  seats: readonly Id[],
  mind: Mind,
): Record<Id, OrdersBySeat[Id]> {
  return Object.fromEntries(seats.map((seat) => [seat, mind(observe(setup, world, seat))]));
}
