import { produce } from "immer";
import type { Chance } from "./chance/chance.ts";
import { type Ruling, withRulings } from "./chance/rulings.ts";
import type { HandInject } from "./events/inject.ts";
import type { Event, EventKind } from "./events/types.ts";
import type { OrdersBySeat } from "./orders/types.ts";
import { SEQUENCE } from "./phases/sequence.ts";
import { file, type Reading, readingOf, type Turn } from "./phases/turn.ts";
import { apply } from "./world/apply.ts";
import { blockOf, isNightTurn } from "./world/clock.ts";
import type { Setup } from "./world/setup.ts";
import type { World } from "./world/world.ts";

/** Everything that comes from outside into one turn. */
export interface TurnInput {
  readonly orders: OrdersBySeat;
  readonly rulings: readonly Ruling[];
  /** Injects put in by White's hand. */
  readonly injects: readonly HandInject[];
}

/**
 * How events are written: `immer` leaves the given world as it was and shares what did not change;
 * `plain` writes into it, several times faster, for runs that keep no past.
 */
export type Hand = "immer" | "plain";

/** The world after a turn, and everything that happened in it, in order. */
export interface Stepped {
  readonly world: World;
  readonly events: readonly Event[];
}

/** Adjudicates one turn. A game that is over stays as it is and nothing happens. */
export function step(
  setup: Setup,
  world: World,
  input: TurnInput,
  chance: Chance,
  hand: Hand = "immer",
): Stepped {
  if (world.over) return { world, events: [] };
  const log: Event[] = [];
  const byKind = new Map<EventKind, Event[]>();
  const number = world.turn + 1;
  const fixed: Omit<Turn, keyof Reading> = {
    setup,
    number,
    night: isNightTurn(setup.clock, number),
    hours: setup.clock.turnHours,
    block: blockOf(setup.clock, number),
    chance: withRulings(chance, input.rulings),
    orders: input.orders,
    rulings: input.rulings,
    injects: input.injects,
    log,
    byKind,
  };
  let turn: Turn = { ...fixed, ...readingOf(setup, world) };
  for (const [, phase] of SEQUENCE) {
    const events = phase(turn);
    const written = write(turn.world, events, hand);
    // The plain hand writes into the very objects that are listed.
    if (written !== turn.world) turn = { ...fixed, ...readingOf(setup, written) };
    for (const event of events) {
      log.push(event);
      file(byKind, event);
    }
  }
  return { world: turn.world, events: log };
}

function write(world: World, events: readonly Event[], hand: Hand): World {
  if (events.length === 0) return world;
  if (hand === "immer") {
    return produce(world, (draft: World) => {
      for (const event of events) apply(draft, event);
    });
  }
  for (const event of events) apply(world, event);
  return world;
}
