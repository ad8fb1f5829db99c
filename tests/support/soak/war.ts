import fc from "fast-check";
import {
  canonicalJson,
  type Chance,
  checkWorld,
  createChance,
  digestOf,
  type Event,
  type Id,
  type Order,
  type OrdersBySeat,
  type Setup,
  startWorld,
  step,
  type World,
} from "../../../src/engine/index.ts";
import { smallWars } from "../../../src/lab/testing/small-war.ts";
import type { Policy } from "../../../src/policies/policy.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";
import { ordersBy, picksFrom } from "../random-game.ts";
import { swarmParameters, swarmPolicy } from "./swarm.ts";
import { checked, fromItsText, watchedStep } from "./watched-step.ts";

/** What a war of the soak came to, or where it broke a promise. */
export interface Soaked {
  readonly turns: number;
  /** Digest of the world after each turn. */
  readonly digests: readonly string[];
  /** How often each kind of event happened. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly broken: Broken | null;
}

/** A war as it was asked for: all that is needed to see it again. */
export interface Replay {
  readonly setup: Setup;
  readonly chanceSeed: string;
  /** Orders of every turn; of a war that broke a promise, the one that broke last. */
  readonly orders: readonly OrdersBySeat[];
}

/** A promise that did not hold, and the war it did not hold in. */
export interface Broken extends Replay {
  readonly what: string;
}

/** A small war and who plays it, from a number: the same number is always the same war. */
function warOf(seed: number): { setup: Setup; policyOf: (seat: Id) => Policy; pick: Pick } {
  const pick = picksFrom(seed);
  const [setup] = fc.sample(smallWars(swarmParameters(pick)), { numRuns: 1, seed });
  if (setup === undefined) throw new Error("fast-check gave no war");
  const policies = new Map<Id, Policy>();
  const policyOf = (seat: Id) => {
    const policy = policies.get(seat) ?? swarmPolicy(pick);
    policies.set(seat, policy);
    return policy;
  };
  return { setup, policyOf, pick };
}

/**
 * Plays again what was asked in a war, held to the same promises; says the first that does not
 * hold, or null.
 */
export function soakAgain({ setup, chanceSeed, orders }: Replay): string | null {
  const chance = createChance(chanceSeed, setup);
  let world = startWorld(setup);
  try {
    for (const given of orders) {
      ({ world } = heldToPromises(setup, world, given, chance, picksFrom(1)));
    }
    return null;
  } catch (error) {
    return String(error);
  }
}

/**
 * Plays one war to its end and holds it to its promises: invariants before every phase; the same
 * events from a world that was text a moment ago, with orders shuffled, and in the plain hand; and
 * an input that nobody writes to.
 */
export function soak(seed: number): Soaked {
  const { setup, policyOf, pick } = warOf(seed);
  const chanceSeed = `soak ${seed}`;
  const chance = createChance(chanceSeed, setup);
  const orders: OrdersBySeat[] = [];
  const digests: string[] = [];
  const kinds = new Map<string, number>();
  let world = startWorld(setup);
  try {
    while (!world.over) {
      const given = ordersBy(setup, world, policyOf);
      orders.push(given);
      const { world: next, events } = heldToPromises(setup, world, given, chance, pick);
      for (const { kind } of events) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      digests.push(digestOf(next));
      world = next;
    }
    return { turns: digests.length, digests, kinds, broken: null };
  } catch (error) {
    const broken = { what: String(error), setup, chanceSeed, orders };
    return { turns: digests.length, digests, kinds, broken };
  }
}

function heldToPromises(
  setup: Setup,
  world: World,
  orders: OrdersBySeat,
  chance: Chance,
  pick: Pick,
): { readonly world: World; readonly events: readonly Event[] } {
  const before = canonicalJson(world);
  const input = { orders, rulings: [], injects: [] };
  const plain = watchedStep(setup, world, input, chance, checked);
  must(canonicalJson(world) === before, "the world before the turn was written to");
  const broken = checkWorld(setup, plain.world);
  must(broken.length === 0, `after the turn: ${broken.join("; ")}`);
  const others = {
    "from its own text before every phase": watchedStep(
      setup,
      copy(world),
      input,
      chance,
      fromItsText,
    ),
    "with its orders shuffled": step(
      setup,
      world,
      { ...input, orders: shuffled(orders, pick) },
      chance,
    ),
    "in the plain hand": step(setup, copy(world), input, chance, "plain"),
  };
  for (const [how, other] of Object.entries(others)) {
    must(canonicalJson(other.events) === canonicalJson(plain.events), `other events ${how}`);
    must(canonicalJson(other.world) === canonicalJson(plain.world), `another world ${how}`);
  }
  return plain;
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const copy = (world: World): World => JSON.parse(JSON.stringify(world)) as World;

/** Seats in another order, and the orders of each: neither says anything. */
function shuffled(orders: OrdersBySeat, pick: Pick): OrdersBySeat {
  const mixed = <T>(all: readonly T[]): T[] =>
    all
      .map((one) => ({ one, at: pick(1_000_000) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ one }) => one);
  const seats = mixed(Object.entries(orders)).map(([seat, given]): [Id, readonly Order[]] => [
    seat,
    mixed(given),
  ]);
  return Object.fromEntries(seats);
}
