import type { Chance } from "../chance/chance.ts";
import type { Event } from "../events/types.ts";
import type { Order } from "../orders/types.ts";
import { step } from "../step.ts";
import { eventsFor } from "../views/audience.ts";
import { observe } from "../views/observe.ts";
import type { View } from "../views/types.ts";
import type { Setup } from "../world/setup.ts";
import type { World } from "../world/world.ts";
import { imaginedSetup } from "./imagined-setup.ts";
import { imaginedWorld } from "./imagined-world.ts";

/** A game as one seat thinks it: played on by the rules, from nothing but what the seat knows. */
export interface Imagined {
  /** What the seat would know; objectives and the brief's text are not in it. */
  readonly view: View;
  /** What it would be told of the turn that led here; empty at first. */
  readonly events: readonly Event[];
  /** The game after one more turn with these orders of the seat; this one stays as it is. */
  next(orders: readonly Order[]): Imagined;
}

/** The game that a seat can imagine from its view (see `imaginedSetup`), with these dice. */
export function imagine(view: View, chance: Chance): Imagined {
  const setup = imaginedSetup(view);
  return imagined(setup, imaginedWorld(view, setup), [], view.brief.seat, chance);
}

function imagined(
  setup: Setup,
  world: World,
  events: readonly Event[],
  seat: string,
  chance: Chance,
): Imagined {
  return {
    get view() {
      return observe(setup, world, seat);
    },
    events,
    next(orders) {
      const input = { orders: { [seat]: orders }, rulings: [], injects: [] };
      const played = step(setup, world, input, chance);
      const told = eventsFor(setup, played.events, seat);
      return imagined(setup, played.world, told, seat, chance);
    },
  };
}
