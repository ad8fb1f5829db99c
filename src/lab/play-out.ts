import {
  type Chance,
  createChance,
  type Event,
  type Hand,
  type HandInject,
  type Id,
  observe,
  type Order,
  type OrdersBySeat,
  type Setup,
  startWorld,
  step,
  type World,
} from "../engine/index.ts";
import type { Policy } from "../policies/policy.ts";

/** Who plays each seat; a seat that is not here gives no orders. */
export type Policies = Readonly<Record<Id, Policy>>;

/** One turn of a run: what was asked, what came of it, and how it left the world. */
interface PlayedTurn {
  readonly turn: number;
  readonly orders: OrdersBySeat;
  readonly events: readonly Event[];
  /** In the plain hand this very object is written into by the next turn. */
  readonly world: World;
}

interface PlayOutOptions {
  /** Turns to play at most; to the end of the game when it is not given. */
  readonly turns?: number | undefined;
  readonly hand?: Hand | undefined;
  /** The aim chosen in each group; the first by id where none is. */
  readonly aims?: Readonly<Record<Id, Id>> | undefined;
  /** Where to go on from, with dice of its own; the plain hand writes into this world. */
  readonly start?: { readonly world: World; readonly chance: Chance } | undefined;
  /** Injects by White's hand, by turn from the first. */
  readonly injects?: readonly (readonly HandInject[])[] | undefined;
  readonly onTurn?: ((turn: PlayedTurn) => void) | undefined;
}

/** Plays a game from its start to its end with policies at the seats; returns the last world. */
export function playOut(
  setup: Setup,
  policies: Policies,
  seed: string,
  {
    turns = setup.turns + setup.hiddenTurns,
    hand = "immer",
    aims = {},
    start = { world: startWorld(setup, aims), chance: createChance(seed, setup) },
    injects = [],
    onTurn,
  }: PlayOutOptions = {},
): World {
  const { chance } = start;
  const seats = commandSeats(setup);
  let { world } = start;
  while (world.turn < turns && !world.over) {
    const orders = ordersOf(setup, world, policies, seats);
    const asked = { orders, rulings: [], injects: injects[world.turn] ?? [] };
    const stepped = step(setup, world, asked, chance, hand);
    world = stepped.world;
    onTurn?.({ turn: world.turn, orders, events: stepped.events, world });
  }
  return world;
}

/** Seats that give orders, in id order. */
export function commandSeats(setup: Setup): readonly Id[] {
  return Object.keys(setup.seats).filter((seat) => setup.seats[seat]?.role === "command");
}

/** What every seat asks of the next turn; all orders are asked before any is carried out. */
export function ordersOf(
  setup: Setup,
  world: World,
  policies: Policies,
  seats = commandSeats(setup),
): OrdersBySeat {
  const orders: Record<Id, readonly Order[]> = {};
  for (const seat of seats) {
    orders[seat] = policies[seat]?.(observe(setup, world, seat)) ?? [];
  }
  return orders;
}
