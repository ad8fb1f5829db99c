/** Random small wars, and games played in them by random legal orders from a seed. */
import fc from "fast-check";
import {
  type Chance,
  createChance,
  type Event,
  formatOrder,
  type Hand,
  type Id,
  observe,
  type Order,
  type OrdersBySeat,
  type Setup,
  startWorld,
  step,
  type World,
} from "../../src/engine/index.ts";
import { legalOrders, siftOrders } from "../../src/engine/player.ts";
import { smallWars } from "../../src/lab/testing/small-war.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import type { Policy } from "../../src/policies/policy.ts";
import { ERC } from "./tiny-setup.ts";

/** A small war with the numbers that ship. */
export const randomSetup: fc.Arbitrary<Setup> = smallWars(ERC);

/** A seeded stream of whole numbers below a count (Marsaglia's 32-bit xorshift). */
export function picksFrom(seed: number): (count: number) => number {
  let state = seed | 0 || 1;
  return (count) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, count);
  };
}

/** Like a random legal player, but every second unit that can assault or strike does. */
function fierce(pick: (count: number) => number): Policy {
  return (view) => {
    const offered = offersByUnit(legalOrders(view));
    const chosen = Object.values(offered).flatMap((orders) => {
      const bold = orders.filter(({ verb }) => verb === "assault" || verb === "strike");
      const from = bold.length > 0 && pick(2) === 0 ? bold : orders;
      return pick(5) === 0
        ? []
        : [from[pick(from.length)]!, ...("sorties" in from[0]! ? [from[pick(from.length)]!] : [])];
    });
    return siftOrders(view, chosen).flatMap(({ order, refusal }) =>
      refusal === null ? [order] : [],
    );
  };
}

function offersByUnit(orders: readonly Order[]): Record<Id, Order[]> {
  const offers: Record<Id, Order[]> = {};
  for (const order of orders) (offers[order.unit] ??= []).push(order);
  return offers;
}

export interface Played {
  readonly orders: readonly OrdersBySeat[];
  readonly events: readonly (readonly Event[])[];
  readonly world: World;
  /** World after each turn; in the plain hand all are the last. */
  readonly worlds: readonly World[];
}

/** Orders of every commanding seat by one policy a seat. */
export function ordersBy(setup: Setup, world: World, policyOf: (seat: Id) => Policy): OrdersBySeat {
  const seats = Object.keys(setup.seats).filter((seat) => setup.seats[seat]!.role === "command");
  return Object.fromEntries(
    seats.map((seat) => [seat, policyOf(seat)(observe(setup, world, seat))]),
  );
}

/** Plays some turns of random legal orders, fierce ones for odd seeds; the same seed always plays the same. */
export function playRandom(
  setup: Setup,
  seed: number,
  turns: number,
  hand: Hand = "immer",
  start: World = startWorld(setup),
): Played {
  const pick = picksFrom(seed);
  const policy = seed % 2 === 0 ? randomLegal(pick) : fierce(pick);
  return playWith(
    setup,
    turns,
    createChance(`random ${seed}`, setup),
    (world) => ordersBy(setup, world, () => policy),
    hand,
    start,
  );
}

/** Plays some turns by whatever orders a function gives for a world. */
export function playWith(
  setup: Setup,
  turns: number,
  chance: Chance,
  ordersFor: (world: World, turn: number) => OrdersBySeat,
  hand: Hand = "immer",
  start: World = startWorld(setup),
): Played {
  let world = start;
  const orders: OrdersBySeat[] = [];
  const events: (readonly Event[])[] = [];
  const worlds: World[] = [];
  for (let turn = 0; turn < turns && !world.over; turn++) {
    const given = ordersFor(world, turn);
    const stepped = step(setup, world, { orders: given, rulings: [], injects: [] }, chance, hand);
    world = stepped.world;
    orders.push(given);
    events.push(stepped.events);
    worlds.push(world);
  }
  return { orders, events, world, worlds };
}

/** A random war and a seed to play it by; as a counterexample the war and the orders, turn by turn. */
export const randomGame = fc
  .record({ setup: randomSetup, seed: fc.integer({ min: 1, max: 1_000_000 }) })
  .map((game) => Object.defineProperty(game, fc.toStringMethod, { value: () => told(game) }));

/** So many turns are told: no property plays more. */
const TOLD_TURNS = 6;

function told({ setup, seed }: { readonly setup: Setup; readonly seed: number }): string {
  const turns = ordersOf(setup, seed).map((orders, at) => `  turn ${at + 1}: ${lineOf(orders)}`);
  return [`seed ${seed} in a war of`, fc.stringify(setup), ...turns].join("\n");
}

const lineOf = (orders: OrdersBySeat): string =>
  Object.values(orders)
    .flatMap((some) => some.map(formatOrder))
    .join("; ") || "no orders";

/** The orders of the turns that can be played: what fails may be the playing. */
function ordersOf(setup: Setup, seed: number): readonly OrdersBySeat[] {
  for (let turns = TOLD_TURNS; turns > 0; turns--) {
    try {
      return playRandom(setup, seed, turns).orders;
    } catch {
      continue;
    }
  }
  return [];
}
